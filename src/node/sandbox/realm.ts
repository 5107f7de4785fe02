import { SourceMap } from 'node:module';
import vm from 'node:vm';
import { type Meter, type Subject, SubjectError, type SubjectFunction } from '../../judge/subject.ts';
import { METER, PUBLISH, REQUIRE } from '../load/injected.ts';
import type { LoadedCode, LoadedModule } from '../load/load.ts';
import { arrangeGlobals } from './inside/arrangeGlobals.ts';
import { countBuiltIns } from './inside/countBuiltIns.ts';
import { countConstructors } from './inside/countConstructors.ts';
import { giveConsole } from './inside/giveConsole.ts';
import type { Bridge, Kit, Outcome, RealmMeter } from './inside/kit.ts';
import { makeBridge } from './inside/makeBridge.ts';
import { makeKit } from './inside/makeKit.ts';
import { watchBuiltIns } from './tampering.ts';
import { type Frozen, intoRealm, outOfRealm, readError } from './transfer.ts';

/** Fuel of one call: enough for any right answer on inputs of this size, used up by an endless loop in milliseconds. */
const FUEL = 200_000;
const FUEL_PER_VALUE = 5_000;
const MAX_FUEL = 30_000_000;

/** Values a result may have, and more for each value of the arguments. */
const RESULT_LIMIT = 20_000;
const RESULT_PER_VALUE = 20;

const CALLS_PER_MEMORY_CHECK = 1_000;

/** Code running in a realm of its own: other built-ins, no machine, no clock, no text run as code. */
export interface Realm {
  readonly subject: Subject;
  /** Names the first built-in that the code has changed. */
  readonly tamperedWith: () => string | undefined;
  /** What the code exports, as it is inside the realm: to be read only where the code is our own, as a bank of mutants is. */
  readonly exported: (name: string) => unknown;
  /** Functions found in `exported` as a subject with the realm's meter. */
  readonly subjectOf: (functions: object) => Subject;
}

/**
 * Runs loaded code in a fresh realm. `memoryLimit` is the resident memory of this process, in bytes, beyond which its calls
 * are stopped: of use where the process is the attempt's alone. Throws `SubjectError` when the code throws while it is loaded.
 */
export function createRealm(code: LoadedCode, memoryLimit = Infinity): Realm {
  const global = vm.createContext(vm.constants.DONT_CONTEXTIFY, {
    codeGeneration: { strings: false, wasm: false },
    microtaskMode: 'afterEvaluate',
  });
  const evaluate = (text: string, filename: string) => new vm.Script(text, { filename }).runInContext(global);
  const inside = <Made>(make: (...args: never[]) => Made): ((...args: unknown[]) => Made) =>
    evaluate(`'use strict';(${make})`, 'grader');
  const kit: Kit = inside(makeKit)(code.sites.length);
  const bridge: Bridge = inside(makeBridge)();
  // In this order: what comes first works with built-ins as they were.
  inside(arrangeGlobals)(kit);
  const takePrinted = inside(giveConsole)();
  inside(countBuiltIns)(kit);
  inside(countConstructors)(kit);
  const tamperedWith = watchBuiltIns(global);
  const calls = new Calls(bridge, kit.meter, code, memoryLimit);
  const exports = calls.run(evaluate);
  const subjectOf = (functions: object): Subject => ({
    functions: Object.fromEntries(Object.entries(functions).map(([name, run]) => [name, calls.bridge(run)])),
    meter: calls.meter,
    takePrinted: () => Array.from(takePrinted(), String),
  });
  const exported = (name: string): unknown => calls.exported(exports, name);
  const written = code.exported.filter((name) => !code.unwritten.includes(name));
  const functions = Object.fromEntries(
    written.map((name) => [name, exported(name)]).filter(([, value]) => typeof value === 'function'),
  );
  return { tamperedWith, subject: subjectOf(functions), exported, subjectOf };
}

/** The calls into one realm: copies values across, feeds fuel and turns what goes wrong into `SubjectError`. */
class Calls {
  readonly #bridge: Bridge;
  readonly #meter: RealmMeter;
  readonly #code: LoadedCode;
  readonly #maps = new Map<string, SourceMap>();
  /** Fuel shared by all calls until the next start; undefined when each call has its own. */
  #budget: number | undefined;
  #count = 0;
  readonly #memoryLimit: number;
  readonly #frozen = new WeakMap<object, Frozen>();
  /** Steps taken before the call under way. */
  #before = 0;

  constructor(bridge: Bridge, meter: RealmMeter, code: LoadedCode, memoryLimit: number) {
    this.#memoryLimit = memoryLimit;
    this.#bridge = bridge;
    this.#meter = meter;
    this.#code = code;
  }

  readonly meter: Meter = {
    start: (budget) => {
      const meter = this.#meter;
      this.#budget = budget;
      meter.taken = 0;
      meter.stoppedAt = -1;
      clear(meter.steps);
      clear(meter.allocated);
    },
    total: () => ({ steps: this.#meter.taken, allocation: sum(this.#meter.allocated) }),
    sites: () =>
      this.#code.sites.map((site, i) => ({
        ...site,
        steps: this.#meter.steps[i] ?? 0,
        allocation: this.#meter.allocated[i] ?? 0,
      })),
  };

  /** Evaluates the modules, dependencies first, and returns the getters of what the last one exports. */
  run(evaluate: (text: string, filename: string) => unknown): Record<string, unknown> {
    const published = evaluate(LINKER, 'grader') as Linker; // the function that LINKER is the source of
    let names: Record<string, unknown> = {};
    this.#feed(0);
    for (const module of this.#code.modules) {
      const body = evaluate(`(function(${METER},${REQUIRE},${PUBLISH}){"use strict";${module.code}\n})`, module.file);
      const link = published(module.file, module.imports);
      const args = this.#bridge.newArray();
      args.push(this.#meter, link.require, link.publish);
      this.#finish(this.#bridge.invoke(body, undefined, args), 0);
      names = link.exports;
    }
    return names;
  }

  /** The value of one export now; undefined when it cannot be read. */
  exported(exports: Record<string, unknown>, name: string): unknown {
    const getter = Object.getOwnPropertyDescriptor(exports, name)?.get;
    const value = this.#bridge.invoke(getter, undefined, this.#bridge.newArray());
    return value.ok ? value.value : undefined;
  }

  bridge(run: unknown): SubjectFunction {
    return (...values) => {
      const { value: args, size } = intoRealm(this.#bridge, values, this.#frozen);
      this.#feed(size);
      return this.#finish(this.#bridge.invoke(run, undefined, args), size);
    };
  }

  #feed(size: number): void {
    const meter = this.#meter;
    meter.stoppedAt = -1;
    this.#before = this.#budget === undefined ? meter.taken : 0;
    meter.at = this.#code.sites.length;
    meter.limit = this.#budget ?? meter.taken + Math.min(MAX_FUEL, FUEL + FUEL_PER_VALUE * size);
    if (this.#count++ % CALLS_PER_MEMORY_CHECK === 0 && process.memoryUsage.rss() > this.#memoryLimit) {
      throw new SubjectError({ kind: 'out-of-memory' });
    }
  }

  #finish(outcome: Outcome, size: number): unknown {
    const meter = this.#meter;
    // An attempt may catch what stops it and go on; it has run out all the same.
    if (meter.stoppedAt >= 0) throw this.#outOfFuel();
    if (!outcome.ok) throw this.#thrown(outcome.error);
    try {
      return outOfRealm(this.#bridge, outcome.value, RESULT_LIMIT + RESULT_PER_VALUE * size);
    } catch (error) {
      throw meter.stoppedAt >= 0 ? this.#outOfFuel() : error; // a getter may run out of fuel too
    }
  }

  #outOfFuel(): SubjectError {
    const meter = this.#meter;
    const site = this.#code.sites[meter.stoppedAt] ?? { line: undefined, construct: 'a built-in' };
    return new SubjectError(
      { kind: 'out-of-fuel', construct: site.construct, steps: Math.round(meter.taken - this.#before) },
      site.line,
    );
  }

  #thrown(error: unknown): SubjectError {
    const { name, message, stack, isRangeError } = readError(this.#bridge, error);
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
      map = new SourceMap({
        version: 3,
        sources: [module.file],
        names: [],
        mappings: module.mappings,
        file: '',
        sourcesContent: [],
        sourceRoot: '',
      });
      this.#maps.set(module.file, map);
    }
    const entry = map.findEntry(line - 1, column - 1);
    return 'originalLine' in entry ? entry.originalLine + 1 : undefined;
  }
}

// Methods of the realm's own arrays charge whoever calls them; these belong to this side.
const clear = (counts: Float64Array): void => {
  Float64Array.prototype.fill.call(counts, 0);
};
const sum = (counts: Float64Array): number => Array.from(counts).reduce((total, count) => total + count, 0);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Gives a module its `require` and `publish`, inside the realm. */
type Linker = (
  file: string,
  imports: Readonly<Record<string, string>>,
) => {
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
