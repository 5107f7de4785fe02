import type { Form, ShapeFor } from '../drill/form.ts';
import type { LoadedCode } from '../load/load.ts';
import type { SourceLine } from '../load/machine.ts';
import { THROW } from '../load/sites.ts';
import { keepReader } from '../subject/asItIsNow.ts';
import { type Meter, type Place, SubjectError, type SubjectFunction } from '../subject/subject.ts';
import type { Crossing } from './crossing.ts';
import type { Instruments, Outcome, RealmMeter } from './inside/kit.ts';
import { type Inside, intoRealm } from './intoRealm.ts';
import type { Linker } from './linker.ts';
import { OURS } from './ours.ts';
import { outOfRealm } from './outOfRealm.ts';
import { readError } from './readError.ts';

/** Fuel of one call: enough for any right answer on inputs of this size, used up by an endless loop in milliseconds. */
const FUEL = 200_000;
const FUEL_PER_VALUE = 5_000;
const MAX_FUEL = 30_000_000;

/** Values a result may have, and more for each value of the arguments. */
const RESULT_LIMIT = 20_000;
const RESULT_PER_VALUE = 20;

/** What is allocated is charged: memory is looked at after so many steps, and, where they cost none, after so many calls. */
const STEPS_PER_LOOK = 2_000_000;
const CALLS_PER_LOOK = 100;

/** What the code of a realm counts with, and what it has counted. */
export interface Counts {
  readonly meter: RealmMeter;
  readonly instruments: Instruments;
}

/** The code of a realm, and what is needed to run it. */
export interface Ran {
  readonly code: LoadedCode;
  readonly lookAtMemory: () => void;
  readonly sourceLine: SourceLine;
}

/** The calls into one realm: copies values across, feeds fuel and turns what goes wrong into `SubjectError`. */
export class RealmCalls {
  readonly #bridge: Crossing;
  readonly #meter: RealmMeter;
  readonly #instruments: Instruments;
  readonly #code: LoadedCode;
  /** Fuel shared by all calls until the next start; undefined when each call has its own. */
  #budget: number | undefined;
  readonly #lookAtMemory: () => void;
  readonly #sourceLine: SourceLine;
  /** Calls and their steps since memory was looked at. */
  #calls = 0;
  #spent = 0;
  /** What is the same inside whenever it is given: frozen arguments, functions and results that are kept. */
  readonly #known = new WeakMap<object, Inside>();
  /** What each module exports, and what evaluates it. */
  readonly #exports = new Map<string, Record<string, unknown>>();
  readonly #runs = new Map<string, () => void>();
  /** Steps taken before the call under way. */
  #before = 0;
  #takenAtFeed = 0;

  constructor(bridge: Crossing, { meter, instruments }: Counts, { code, lookAtMemory, sourceLine }: Ran) {
    this.#lookAtMemory = lookAtMemory;
    this.#sourceLine = sourceLine;
    this.#bridge = bridge;
    this.#meter = meter;
    this.#instruments = instruments;
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
    sites: () => {
      const { steps, allocated } = this.#meter;
      return this.#code.sites.map(({ file, line, construct }, i) => ({
        file,
        line,
        construct,
        steps: steps[i] ?? 0,
        allocation: allocated[i] ?? 0,
      }));
    },
  };

  /** Evaluates the modules, dependencies first. */
  run(linker: Linker, evaluate: (text: string, filename: string) => unknown): void {
    this.#feed(0);
    // All are compiled before one is run: evaluating a text runs what promises have put off.
    const bodies = this.#code.modules.map(({ code, file }) => this.#compiled(() => evaluate(code, file)));
    for (const [i, module] of this.#code.modules.entries()) {
      const run = (): void => {
        const link = linker(module.file, module.imports);
        // A list of the realm's would be filled by methods and setters that a module before may have changed.
        const args = [this.#instruments, link.require, link.publish];
        this.#finish(this.#bridge.invoke(bodies[i], undefined, args), 0);
        this.#exports.set(module.file, link.exports);
      };
      this.#runs.set(module.file, run);
      run();
    }
  }

  #compiled(compile: () => unknown): unknown {
    try {
      return compile();
    } catch (error) {
      throw this.#thrown(error);
    }
  }

  /** Evaluates some modules again, by their files, so that they hold nothing that was left from before, steps neither. */
  runAgain(isChosen: (file: string) => boolean): void {
    this.meter.start();
    this.#feed(0);
    for (const [file, run] of this.#runs) if (isChosen(file)) run();
  }

  /** Calls a function of ours with values of the realm, allowing it so many steps; throws `SubjectError` when they end it. */
  spend<Value>(budget: number, run: (...args: never[]) => Value, ...args: readonly unknown[]): Value {
    this.#meter.taken = 0;
    this.#budget = budget;
    this.#feed(0);
    return this.#end(this.#bridge.invoke(run, undefined, this.#list(args))) as Value; // what `run` returned
  }

  /** A list of the realm, filled without its methods, which charge whoever calls them. */
  #list(values: readonly unknown[]): unknown[] {
    const list = this.#bridge.newArray();
    values.forEach((value, i) => {
      list[i] = value;
    });
    return list;
  }

  /** The value of one export of a module, the last one when left out; undefined when it cannot be read. */
  exported(name: string, file = this.#code.modules.at(-1)?.file ?? ''): unknown {
    const getter = Object.getOwnPropertyDescriptor(this.#exports.get(file) ?? {}, name)?.get;
    const value = this.#bridge.invoke(getter, undefined, this.#bridge.newArray());
    return value.ok ? value.value : undefined;
  }

  /** A function of the realm as the judge calls it. */
  bridge(run: unknown, form: Form = { kind: 'plain' }): SubjectFunction {
    return (...values) => {
      const { value: args, size } = intoRealm(this.#bridge, values, this.#known);
      this.#feed(size);
      const outcome = this.#bridge.invoke(run, undefined, args);
      if (form.kind === 'plain') return this.#finish(outcome, size, fieldsOf(form.shapeFor, values));
      const made = this.#end(outcome);
      return form.kind === 'kept' ? this.#token(made, size) : this.#methodsOf(made, form.methods, size);
    };
  }

  /** Stands for a value of the realm on this side; given back as an argument, it is that value. */
  #token(made: unknown, size: number): object {
    const token = {};
    this.#known.set(token, { copy: made, size });
    return token;
  }

  /** The functions of an object of the realm; each call may cost as much as all that the object was given so far allows. */
  #methodsOf(
    holder: unknown,
    methods: Readonly<Record<string, ShapeFor>>,
    initialSize: number,
  ): Record<string, SubjectFunction> {
    let given = initialSize;
    const bridged = (name: string, shapeFor: ShapeFor): SubjectFunction => {
      const has = this.#bridge.hasMethod(holder, name);
      if (!has.ok || has.value !== true) {
        throw new SubjectError({ kind: 'not-plain', reason: `something without a function \`${name}\`` });
      }
      return (...values) => {
        const { value: args, size } = intoRealm(this.#bridge, values, this.#known);
        given += size;
        this.#feed(given);
        return this.#finish(this.#bridge.invokeMethod(holder, name, args), given, fieldsOf(shapeFor, values));
      };
    };
    return Object.fromEntries(Object.entries(methods).map(([name, shapeFor]) => [name, bridged(name, shapeFor)]));
  }

  #feed(size: number): void {
    const meter = this.#meter;
    meter.stoppedAt = -1;
    this.#before = this.#budget === undefined ? meter.taken : 0;
    meter.at = this.#code.sites.length;
    meter.limit = this.#budget ?? meter.taken + Math.min(MAX_FUEL, FUEL + FUEL_PER_VALUE * size);
    this.#takenAtFeed = meter.taken;
  }

  /** What a call gave, as it is inside the realm. */
  #end(outcome: Outcome): unknown {
    this.#spent += this.#meter.taken - this.#takenAtFeed;
    if (++this.#calls > CALLS_PER_LOOK || this.#spent > STEPS_PER_LOOK) {
      this.#lookAtMemory();
      this.#calls = 0;
      this.#spent = 0;
    }
    // An attempt may catch what stops it and go on; it has run out all the same.
    if (this.#meter.stoppedAt >= 0) throw this.#outOfFuel();
    if (!outcome.ok) throw this.#thrown(outcome.error);
    return outcome.value;
  }

  #finish(outcome: Outcome, size: number, fields?: readonly string[]): unknown {
    const result = this.#end(outcome);
    const read = (): unknown => {
      try {
        return outOfRealm(this.#bridge, result, RESULT_LIMIT + RESULT_PER_VALUE * size, fields);
      } catch (error) {
        throw this.#meter.stoppedAt >= 0 ? this.#outOfFuel() : error; // a getter may run out of fuel too
      }
    };
    const copy = read();
    keepReader(copy, read);
    return copy;
  }

  #outOfFuel(): SubjectError {
    const meter = this.#meter;
    const site = this.#code.sites[meter.stoppedAt];
    const construct = site?.construct ?? 'a built-in';
    return new SubjectError(
      { kind: 'out-of-fuel', construct, steps: Math.round(meter.taken - this.#before) },
      () => site,
    );
  }

  #thrown(error: unknown): SubjectError {
    const { name, message, stack, isRangeError } = readError(this.#bridge, error);
    const site = this.#code.sites[this.#meter.at];
    const place = () => this.#placeOf(stack) ?? (site?.construct === THROW ? site : undefined);
    if (isRangeError && /^Maximum call stack/.test(message)) return new SubjectError({ kind: 'stack-overflow' }, place);
    return new SubjectError({ kind: 'threw', name, message, isRangeError }, place);
  }

  /** The place in the learner's source that is nearest to the top of a stack. */
  #placeOf(stack: string): Place | undefined {
    const found = this.#code.modules
      .filter(({ file }) => !file.startsWith(OURS))
      .map((module) => ({ module, at: new RegExp(`\\b${escaped(module.file)}:(\\d+):(\\d+)`).exec(stack) }))
      .filter(({ at }) => at !== null)
      .sort((a, b) => (a.at?.index ?? 0) - (b.at?.index ?? 0))[0];
    if (!found) return undefined;
    const { module, at } = found;
    return { file: module.file, line: this.#sourceLine(module.mappings, Number(at?.[1]), Number(at?.[2])) };
  }
}

/** The fields by which the result of a call is read. */
const fieldsOf = (shapeFor: ShapeFor | undefined, args: readonly unknown[]): readonly string[] | undefined =>
  shapeFor?.(args as never).fields; // the level's own types guarantee these arguments

// Methods of the realm's own arrays charge whoever calls them; these belong to this side.
const clear = (counts: Float64Array): void => {
  Float64Array.prototype.fill.call(counts, 0);
};
const sum = (counts: Float64Array): number => Array.from(counts).reduce((total, count) => total + count, 0);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
