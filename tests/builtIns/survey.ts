import { type Call, callsOf, hush, USED_UP } from './calls.ts';
import { countingRealm, functionAt, nameOf, ownerAt, type Place, placesIn, plainRealm, type Side } from './realms.ts';

const [SMALL, BIG] = [100, 10_000];
/** Work that the engine does for many elements at a time shows its growth only here. */
const HUGE = 100_000;
/** Growth that nobody doubts where inputs are a hundred times as large, and nanoseconds in which noise drowns. */
const CLEARLY = 20;
const NOISE = 20_000;
/** What was made a moment ago and is large is not in the processor's cache. */
const NOISE_OF_HUGE = 80_000;
const CONFIRMATIONS = 10;
/** What takes as long as this is not run again to be sure. */
const LONG = 20_000_000;

/** A call whose charge does not grow as its CPU time does. */
export interface Finding {
  readonly name: string;
  readonly self: string;
  readonly args: string;
  readonly isNew: boolean;
  readonly fault: 'not charged' | 'charged for nothing';
  readonly nanoseconds: readonly [number, number];
  readonly steps: readonly [number, number];
}

export interface Survey {
  readonly findings: readonly Finding[];
  /** The built-ins that charge by the size of what they are given, and not only because others do that they call. */
  readonly charged: ReadonlySet<string>;
}

/**
 * Calls every built-in on small and on large inputs: in a realm of its own to see how long the engine takes, and where
 * built-ins count to see what is charged. The shortest of several times is taken, which no other process makes longer.
 */
export function survey(isLookedAt: (name: string) => boolean): Survey {
  const [plain, counting] = [plainRealm(), countingRealm()];
  const places = withoutAliases(placesIn(plain), plain, counting).filter((place) => isLookedAt(nameOf(place)));
  const calls = places.flatMap((place) => callsOf(place, plain));
  const [plainCalls, countedCalls] = [new Calls(plain), new Calls(counting)];

  const timeOf = (call: Call, size: number, rounds: number): number => {
    let shortest = Infinity;
    for (let i = 0; i < (call.changes && size === HUGE ? 2 : rounds) && (i === 0 || shortest < LONG); i++) {
      const run = plainCalls.readied(call, size);
      const started = process.hrtime.bigint();
      run();
      shortest = Math.min(shortest, Number(process.hrtime.bigint() - started));
    }
    return shortest;
  };
  const stepsOf = (call: Call, size: number): number => counting.stepsOf(countedCalls.readied(call, size));

  const isClear = (time: number, base: number, noise: number): boolean => time > CLEARLY * base && time > noise;
  const isSlight = (time: number, base: number): boolean => time < 3 * base + 1_000;
  /** How long a call takes on small inputs and on larger ones, where it is charged other than it takes. */
  const misjudged = (call: Call, isCharged: boolean, rounds: number): readonly [number, number] | undefined => {
    const base = timeOf(call, SMALL, 8);
    const big = timeOf(call, BIG, rounds);
    if (isSlight(big, base) ? !isCharged : isCharged && !isSlight(big, 2 * base)) return undefined;
    if (!isCharged && isClear(big, base, NOISE)) return [base, big];
    const huge = timeOf(call, HUGE, 3);
    if (isCharged) return isSlight(huge, base) ? [base, huge] : undefined;
    return isClear(huge, base, NOISE_OF_HUGE) ? [base, huge] : undefined;
  };

  const charged = new Set<string>();
  const findings = calls.flatMap((call): Finding[] => {
    const { place, self, args, isNew } = call;
    const name = nameOf(place);
    const steps = [stepsOf(call, SMALL), stepsOf(call, BIG)] as const;
    const isCharged = steps[1] >= CLEARLY * Math.max(1, steps[0]);
    if (isCharged && !String(functionAt(place, counting)).includes('[native code]')) charged.add(name);
    if (!misjudged(call, isCharged, 1)) return [];
    // On the busiest of machines noise does not come every time.
    let nanoseconds: readonly [number, number] | undefined;
    for (let i = 0; i < CONFIRMATIONS; i++) {
      nanoseconds = misjudged(call, isCharged, 12);
      if (!nanoseconds) return [];
    }
    if (!nanoseconds) return [];
    const fault = isCharged ? 'charged for nothing' : 'not charged';
    return [{ name, self, args: args.join(', '), isNew, fault, nanoseconds, steps }];
  });
  return { findings, charged };
}

/** What stands in two places is looked at in one, if it is one function where built-ins count too. */
function withoutAliases(places: readonly Place[], plain: Side, counting: Side): Place[] {
  const seen = new Map<unknown, Set<unknown>>();
  return places.filter((place) => {
    const [native, counted] = [functionAt(place, plain), functionAt(place, counting)];
    const known = seen.get(native) ?? new Set();
    const isNew = counted !== undefined && !known.has(counted);
    seen.set(native, known.add(counted));
    return isNew;
  });
}

/** Makes the inputs of calls in a realm; those that a call leaves as they are serve again. */
class Calls {
  readonly #side: Side;
  readonly #kept = new Map<string, unknown>();

  constructor(side: Side) {
    this.#side = side;
  }

  #input(name: string, size: number, isNew: boolean): unknown {
    const key = `${name} ${size}`;
    if (isNew || USED_UP.has(name)) return this.#side.inputs[name]?.(size);
    if (!this.#kept.has(key)) this.#kept.set(key, this.#side.inputs[name]?.(size));
    return this.#kept.get(key);
  }

  /** A call with all that it needs, which runs to its end whatever it throws. */
  readied({ place, self, args, isNew, changes }: Call, size: number): () => void {
    const run = functionAt(place, this.#side) as (...given: unknown[]) => unknown; // places are of functions
    const receiver = self === 'owner' ? ownerAt(place, this.#side) : this.#input(self, size, changes);
    const given = args.map((name) => this.#input(name, size, changes));
    return () => {
      try {
        hush(isNew ? Reflect.construct(run, given) : Reflect.apply(run, receiver, given));
      } catch {}
    };
  }
}
