import { SourceMap } from 'node:module';
import vm from 'node:vm';
import { type Meter, type Subject, SubjectError, type SubjectFunction } from '../../judge/subject.ts';
import type { LoadedCode, LoadedModule } from '../load/load.ts';
import { METER, PUBLISH, REQUIRE } from '../load/injected.ts';
import { installRuntime, type RealmRuntime } from './realmRuntime.ts';
import { watchBuiltIns } from './tampering.ts';
import { intoRealm, outOfRealm, readError } from './transfer.ts';

/** Fuel of one call: enough for any right answer on inputs of this size, used up by an endless loop in milliseconds. */
const FUEL = 400_000;
const FUEL_PER_VALUE = 2_000;

/** Values a result may have, and more for each value of the arguments. */
const RESULT_LIMIT = 20_000;
const RESULT_PER_VALUE = 20;

/** Resident memory, in bytes, beyond which an attempt is stopped. */
const MEMORY_LIMIT = 600_000_000;
const CALLS_PER_MEMORY_CHECK = 1_000;

/** Code running in a realm of its own: other built-ins, no machine, no clock, no text run as code. */
export interface Realm {
  readonly subject: Subject;
  /** Names the first built-in that the code has changed. */
  readonly tamperedWith: () => string | undefined;
}

/** Runs loaded code in a fresh realm. Throws `SubjectError` when the code throws while it is loaded. */
export function createRealm(code: LoadedCode): Realm {
  const global = vm.createContext(vm.constants.DONT_CONTEXTIFY, {
    codeGeneration: { strings: false, wasm: false },
    microtaskMode: 'afterEvaluate',
  });
  const evaluate = (text: string, filename: string) => new vm.Script(text, { filename }).runInContext(global);
  const runtime: RealmRuntime = evaluate(`(${installRuntime.toString()})`, 'grader')(code.sites.length);
  const tamperedWith = watchBuiltIns(global);
  const calls = new Calls(runtime, code);
  const functions = calls.run(evaluate);
  return {
    tamperedWith,
    subject: {
      functions: Object.fromEntries(Object.entries(functions).map(([name, run]) => [name, calls.bridge(run)])),
      meter: calls.meter,
      takePrinted: () => [...runtime.takePrinted()].map(String),
    },
  };
}

/** The calls into one realm: copies values across, feeds fuel and turns what goes wrong into `SubjectError`. */
class Calls {
  readonly #runtime: RealmRuntime;
  readonly #code: LoadedCode;
  readonly #maps = new Map<string, SourceMap>();
  /** Fuel shared by all calls until the next start; undefined when each call has its own. */
  #budget: number | undefined;
  #count = 0;

  constructor(runtime: RealmRuntime, code: LoadedCode) {
    this.#runtime = runtime;
    this.#code = code;
  }

  readonly meter: Meter = {
    start: (budget) => {
      const { meter } = this.#runtime;
      this.#budget = budget;
      meter.taken = 0;
      meter.stoppedAt = -1;
      meter.steps.fill(0);
      meter.allocated.fill(0);
    },
    total: () => ({ steps: this.#runtime.meter.taken, allocation: this.#runtime.meter.allocated.reduce((a, b) => a + b, 0) }),
    sites: () =>
      this.#code.sites.map((site, i) => ({
        ...site,
        steps: this.#runtime.meter.steps[i] ?? 0,
        allocation: this.#runtime.meter.allocated[i] ?? 0,
      })),
  };

  /** Evaluates the modules, dependencies first, and returns what the last one exports. */
  run(evaluate: (text: string, filename: string) => unknown): Record<string, unknown> {
    const published = evaluate(LINKER, 'grader') as Linker; // the function that LINKER is the source of
    let names: Record<string, unknown> = {};
    this.#feed(0);
    for (const module of this.#code.modules) {
      const body = evaluate(`(function(${METER},${REQUIRE},${PUBLISH}){"use strict";${module.code}\n})`, module.file);
      const link = published(module.file, module.imports);
      const args = this.#runtime.newArray();
      args.push(this.#runtime.meter, link.require, link.publish);
      this.#finish(this.#runtime.invoke(body, undefined, args), 0);
      names = link.exports;
    }
    const functions: Record<string, unknown> = {};
    for (const name of this.#code.exported) {
      const value = this.#runtime.invoke(Object.getOwnPropertyDescriptor(names, name)?.get, undefined, this.#runtime.newArray());
      if (value.ok && typeof value.value === 'function' && !this.#code.unwritten.includes(name)) functions[name] = value.value;
    }
    return functions;
  }

  bridge(run: unknown): SubjectFunction {
    return (...values) => {
      const { value: args, size } = intoRealm(this.#runtime, values);
      this.#feed(size);
      return this.#finish(this.#runtime.invoke(run, undefined, args), size);
    };
  }

  #feed(size: number): void {
    const { meter } = this.#runtime;
    meter.stoppedAt = -1;
    meter.at = this.#code.sites.length;
    meter.limit = this.#budget ?? meter.taken + FUEL + FUEL_PER_VALUE * size;
    if (this.#count++ % CALLS_PER_MEMORY_CHECK === 0 && process.memoryUsage.rss() > MEMORY_LIMIT) {
      throw new SubjectError({ kind: 'out-of-memory' });
    }
  }

  #finish(outcome: ReturnType<RealmRuntime['invoke']>, size: number): unknown {
    const { meter } = this.#runtime;
    // An attempt may catch what stops it and go on; it has run out all the same.
    if (meter.stoppedAt >= 0) throw this.#outOfFuel();
    if (!outcome.ok) throw this.#thrown(outcome.error);
    const result = outOfRealm(this.#runtime, outcome.value, RESULT_LIMIT + RESULT_PER_VALUE * size);
    if (meter.stoppedAt >= 0) throw this.#outOfFuel();
    return result;
  }

  #outOfFuel(): SubjectError {
    const { meter } = this.#runtime;
    const site = this.#code.sites[meter.stoppedAt] ?? { line: undefined, construct: 'a built-in' };
    return new SubjectError({ kind: 'out-of-fuel', construct: site.construct, steps: Math.round(meter.taken) }, site.line);
  }

  #thrown(error: unknown): SubjectError {
    const { name, message, stack, isRangeError } = readError(this.#runtime, error);
    const line = this.#lineOf(stack);
    if (isRangeError && /^Maximum call stack/.test(message)) return new SubjectError({ kind: 'stack-overflow' }, line);
    return new SubjectError({ kind: 'threw', name, message, isRangeError }, line);
  }

  /** The line of the source at the top of a stack. */
  #lineOf(stack: string): number | undefined {
    for (const module of this.#code.modules) {
      const found = new RegExp(`${escaped(module.file)}:(\\d+):(\\d+)`).exec(stack);
      if (found) return this.#originalLine(module, Number(found[1]), Number(found[2]));
    }
    return undefined;
  }

  #originalLine(module: LoadedModule, line: number, column: number): number | undefined {
    let map = this.#maps.get(module.file);
    if (!map) {
      map = new SourceMap({ version: 3, sources: [module.file], names: [], mappings: module.mappings, file: '', sourcesContent: [], sourceRoot: '' });
      this.#maps.set(module.file, map);
    }
    const entry = map.findEntry(line - 1, column - 1);
    return 'originalLine' in entry ? entry.originalLine + 1 : undefined;
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Gives a module its `require` and `publish`, inside the realm. */
type Linker = (file: string, imports: Readonly<Record<string, string>>) => {
  readonly require: unknown;
  readonly publish: unknown;
  readonly exports: Record<string, unknown>;
};

const LINKER = `(() => {
  'use strict';
  const modules = { __proto__: null };
  const { defineProperties, getOwnPropertyDescriptors } = Object;
  return (file, imports) => {
    const exports = modules[file] = { __proto__: null };
    return {
      exports,
      require: (specifier) => modules[imports[specifier]],
      publish: (more) => { defineProperties(exports, getOwnPropertyDescriptors(more)); },
    };
  };
})()`;
