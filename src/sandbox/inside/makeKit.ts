import type { Callable, Counters, Kit, RealmMeter, Thing } from './kit.ts';

/** The meter, for code that was instrumented with `siteCount` places; one more place takes what belongs to none. */
export function makeKit(siteCount: number): Kit {
  const { apply, ownKeys } = Reflect;
  const { assign, freeze, getOwnPropertyDescriptor, getPrototypeOf, keys } = Object;
  const { isArray } = Array;
  const { isView } = ArrayBuffer;
  const { iterator } = Symbol;
  const objectPrototype = Object.prototype;
  const toText = objectPrototype.toString;
  const NativeRangeError = RangeError;
  const { max, min, trunc } = Math;
  const toNumber = Number;
  const most = Number.MAX_SAFE_INTEGER;
  const nothing: readonly never[] = freeze([]);

  const { get, has, set } = WeakMap.prototype as unknown as Thing;
  /** A WeakMap that goes on working when the attempt changes what is built in. */
  const remembering = <Value>(): WeakMap<object, Value> =>
    assign(new WeakMap<object, Value>(), { get, has, set } as object);
  const constructors = { counted: remembering<unknown>(), native: remembering<unknown>() };

  const signal = freeze({});
  const meter: RealmMeter = {
    taken: 0,
    limit: most,
    at: 0,
    stoppedAt: -1,
    steps: new Float64Array(siteCount + 1),
    allocated: new Float64Array(siteCount + 1),
  };

  /** Ends the call. An attempt may catch this and go on, but not for a step more: the fuel stays used up. */
  function stop(site: number): never {
    meter.stoppedAt = site;
    meter.taken = meter.limit + 1;
    throw signal;
  }

  /** Charges steps before they are taken, and elements before they are allocated, to the place noted last. */
  function charge(steps: number, elements: number): void {
    const site = meter.at;
    const taken = meter.taken + steps;
    // Whatever a count was worked out from, nothing but a number from 0 up is ever added to what was counted.
    if (!(steps >= 0 && elements >= 0 && elements <= most && taken <= meter.limit)) stop(site);
    meter.taken = taken;
    (meter.steps[site] as number) += steps;
    (meter.allocated[site] as number) += elements;
  }

  const instruments: Counters = freeze({
    enter(site: number): void {
      if (++meter.taken > meter.limit) stop(site);
      (meter.steps[site] as number)++;
    },
    made(site: number, elements: number): void {
      if (elements > 0) (meter.allocated[site] as number) += elements;
    },
    here<Value>(site: number, value: Value): Value {
      meter.at = site;
      return value;
    },
    none(site: number): readonly never[] {
      meter.at = site;
      return nothing;
    },
    spread<Value>(site: number, allocates: boolean, value: Value): Value {
      meter.at = site;
      const length = lengthOf(value);
      charge(length, allocates ? length : 0);
      return value;
    },
    /** What an attempt catches: an error of another realm's, which the engine may throw where the stack ends, becomes one of this realm. */
    caught(error: unknown): unknown {
      if (typeof error !== 'object' || error === null || apply(toText, error, []) !== '[object Error]') return error;
      let root: object = error;
      for (let next = getPrototypeOf(root); next !== null; next = getPrototypeOf(next)) root = next;
      return root === objectPrototype ? error : new NativeRangeError('Maximum call stack size exceeded');
    },
    first: <Value>(value: Value): Value => value,
    countedConstructor: (value: unknown): unknown =>
      typeof value === 'function' ? (constructors.counted.get(value) ?? value) : value,
    list(site: number, allocates: boolean, value: unknown): unknown {
      meter.at = site;
      return isOpenEnded(value) ? drained(value, allocates) : instruments.spread(site, allocates, value);
    },
  });

  const proxies = remembering<true>();
  /** Whether the attempt has made a Proxy, a symbol or a property that no loop shows, which is seldom. */
  let isOdd = false;
  const noteOdd = (proxy?: object): void => {
    isOdd = true;
    if (proxy) proxies.set(proxy, true);
  };
  const isProxy = (value: object): boolean => isOdd && proxies.has(value);
  /** How many keys an object has. To count also those that no loop shows takes ten times as long. */
  const keysOf = (value: object): number => (isOdd ? ownKeys(value) : keys(value)).length;

  const isThing = (value: unknown): value is object =>
    (typeof value === 'object' && value !== null) || typeof value === 'function';
  /** For objects with others below them, how long the longest chain of those is. */
  const below = remembering<number>();
  function chain(object: unknown, prototype: unknown): void {
    let length = isThing(object) ? (below.get(object) ?? 0) : 0;
    charge(length, 0);
    for (let next = prototype; isThing(next) && next !== objectPrototype; next = getPrototypeOf(next)) {
      length++;
      charge(1, 0);
      if ((below.get(next) ?? 0) < length) below.set(next, length);
    }
  }

  const NativeProxy = Proxy;
  const standIn = <Target extends object>(target: Target, traps: ProxyHandler<Target>): Target =>
    new NativeProxy(target, freeze({ __proto__: null, ...traps }));

  const mapPrototype = Map.prototype;
  const setPrototype = Set.prototype;
  const typedPrototype = getPrototypeOf(Uint8Array.prototype) as object;
  const inherits = objectPrototype.isPrototypeOf;
  const getter = (owner: object, name: PropertyKey): Callable => getOwnPropertyDescriptor(owner, name)?.get as Callable; // these owners have them
  const sizeOfMap = getter(Map.prototype, 'size');
  const sizeOfSet = getter(Set.prototype, 'size');
  const typedLength = getter(typedPrototype, 'length');
  const typedName = getter(typedPrototype, Symbol.toStringTag);
  const byteLength = getter(ArrayBuffer.prototype, 'byteLength');

  const isTyped = (value: unknown): value is object => isView(value) && apply(typedName, value, []) !== undefined;

  /** What a built-in makes of a length that it is given: a whole number from 0 up. */
  const toLength = (value: unknown): number => {
    if (typeof value === 'number' && value >>> 0 === value) return value;
    return max(0, min(trunc(toNumber(value)) || 0, most));
  };

  /** How many elements a value holds; 1 for what holds none. */
  function lengthOf(value: unknown): number {
    if (typeof value === 'string') return value.length;
    if (typeof value !== 'object' || value === null) return 1;
    if (isArray(value)) return isProxy(value) ? toLength(value.length) : value.length;
    if (isTyped(value)) return apply(typedLength, value, []) as number;
    const size = sizeOf(value);
    if (size !== undefined) return size;
    return keysOf(value); // iterators have none and cost as they run
  }

  /** The size of a Map or a Set. Asking others costs an exception: only what inherits from these is asked. */
  function sizeOf(value: object): number | undefined {
    if (getPrototypeOf(value) === objectPrototype) return undefined;
    try {
      if (apply(inherits, mapPrototype, [value])) return apply(sizeOfMap, value, []) as number;
      if (apply(inherits, setPrototype, [value])) return apply(sizeOfSet, value, []) as number;
    } catch {}
    return undefined;
  }

  const ownIterators = [Array.prototype, typedPrototype, mapPrototype, setPrototype].map(
    (prototype) => (prototype as unknown as Thing)[iterator],
  );
  /** Whether something gives its elements one by one, and nobody knows how many: an iterator, or what makes one. */
  function isOpenEnded(value: unknown): value is Iterable<unknown> {
    if (typeof value !== 'object' || value === null) return false;
    const given = (value as Thing)[iterator];
    if (typeof given !== 'function') return false;
    if (isArray(value)) return given !== ownIterators[0] || isProxy(value);
    if (isTyped(value)) return given !== ownIterators[1];
    return sizeOf(value) === undefined || (given !== ownIterators[2] && given !== ownIterators[3]);
  }

  /** What such a thing gives, charged one by one, to be read in its place where it is read to its end anyway. */
  function drained(source: Iterable<unknown>, allocates: boolean): unknown[] {
    const site = meter.at;
    const list: unknown[] = [];
    for (const value of source) {
      meter.at = site; // a generator notes places of its own
      charge(1, allocates ? 1 : 0);
      list[list.length] = value;
    }
    meter.at = site;
    return list;
  }

  return {
    ...{ meter, instruments, caught: instruments.caught, charge, lengthOf, toLength, isTyped, isOpenEnded, drained },
    ...{ chain, constructors, remembering, byteLength, isProxy, keysOf, noteOdd, standIn },
  };
}
