import type { LoadedCode } from '../load/load.ts';
import type { SourceLine } from '../load/machine.ts';
import { THROW } from '../load/sites.ts';
import { type Meter, type Place, SubjectError } from '../subject/subject.ts';
import type { Crossing } from './crossing.ts';
import type { Outcome, RealmMeter } from './inside/kit.ts';
import { OURS } from './ours.ts';
import { readError } from './readError.ts';

/** Fuel of one call: enough for any right answer on inputs of this size, used up by an endless loop in milliseconds. */
const FUEL = 200_000;
const FUEL_PER_VALUE = 5_000;
const MAX_FUEL = 30_000_000;

/** What is allocated is charged: memory is looked at after so many steps, and, where they cost none, after so many calls. */
const STEPS_PER_LOOK = 2_000_000;
const CALLS_PER_LOOK = 100;

/** The code of a realm, and what is needed to run it. */
export interface Ran {
  readonly code: LoadedCode;
  readonly lookAtMemory: () => void;
  readonly sourceLine: SourceLine;
}

/** Feeds the calls into one realm with steps, and turns how they end into results or `SubjectError`. */
export class Fuel {
  readonly #bridge: Crossing;
  readonly #meter: RealmMeter;
  readonly #code: LoadedCode;
  readonly #lookAtMemory: () => void;
  readonly #sourceLine: SourceLine;
  /** Fuel shared by all calls until the next start; undefined when each call has its own. */
  #budget: number | undefined;
  /** Calls and their steps since memory was looked at. */
  #calls = 0;
  #spent = 0;
  /** Steps taken before the call under way. */
  #before = 0;
  #takenAtFeed = 0;

  constructor(bridge: Crossing, meter: RealmMeter, { code, lookAtMemory, sourceLine }: Ran) {
    this.#bridge = bridge;
    this.#meter = meter;
    this.#code = code;
    this.#lookAtMemory = lookAtMemory;
    this.#sourceLine = sourceLine;
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

  /** Feeds a call whose arguments have so many values. */
  feed(size: number): void {
    const meter = this.#meter;
    meter.stoppedAt = -1;
    this.#before = this.#budget === undefined ? meter.taken : 0;
    meter.at = this.#code.sites.length;
    meter.limit = this.#budget ?? meter.taken + Math.min(MAX_FUEL, FUEL + FUEL_PER_VALUE * size);
    this.#takenAtFeed = meter.taken;
  }

  /** The same with so many steps, shared with no other call. */
  feedWith(budget: number): void {
    this.#meter.taken = 0;
    this.#budget = budget;
    this.feed(0);
  }

  /** Whether fuel has run out in the call under way. */
  get isOut(): boolean {
    return this.#meter.stoppedAt >= 0;
  }

  /** What a call gave, as it is inside the realm. */
  end(outcome: Outcome): unknown {
    this.#spent += this.#meter.taken - this.#takenAtFeed;
    if (++this.#calls > CALLS_PER_LOOK || this.#spent > STEPS_PER_LOOK) {
      this.#lookAtMemory();
      this.#calls = 0;
      this.#spent = 0;
    }
    // An attempt may catch what stops it and go on; it has run out all the same.
    if (this.isOut) throw this.outOfFuel();
    if (!outcome.ok) throw this.thrown(outcome.error);
    return outcome.value;
  }

  outOfFuel(): SubjectError {
    const meter = this.#meter;
    const site = this.#code.sites[meter.stoppedAt];
    const construct = site?.construct ?? 'a built-in';
    return new SubjectError(
      { kind: 'out-of-fuel', construct, steps: Math.round(meter.taken - this.#before) },
      () => site,
    );
  }

  thrown(error: unknown): SubjectError {
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

// Methods of the realm's own arrays charge whoever calls them; these belong to this side.
const clear = (counts: Float64Array): void => {
  Float64Array.prototype.fill.call(counts, 0);
};
const sum = (counts: Float64Array): number => Array.from(counts).reduce((total, count) => total + count, 0);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
