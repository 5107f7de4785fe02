import type { Callable, Kit, Thing } from './kit.ts';

/** The meter, for code that was instrumented with `siteCount` places; one more place takes what belongs to none. */
export function makeKit(siteCount: number): Kit {
  const apply = Reflect.apply;
  const { getOwnPropertyDescriptor, getPrototypeOf, keys } = Object;
  const { isArray } = Array;
  const { isView } = ArrayBuffer;
  const { iterator } = Symbol;
  const objectPrototype = Object.prototype;
  const toText = objectPrototype.toString;
  const NativeRangeError = RangeError;
  const nothing: never[] = [];
  const constructors: { readonly counted: unknown; readonly native: unknown }[] = [];

  const signal = Object.freeze({});
  const fields = {
    taken: 0,
    limit: Infinity,
    at: 0,
    stoppedAt: -1,
    steps: new Float64Array(siteCount + 1),
    allocated: new Float64Array(siteCount + 1),
    signal,
    stop(site: number): never {
      fields.stoppedAt = site;
      throw signal;
    },
    enter(site: number): void {
      if (++fields.taken > fields.limit) fields.stop(site);
      (fields.steps[site] as number)++;
    },
    here<Value>(site: number, value: Value): Value {
      fields.at = site;
      return value;
    },
    none(site: number): readonly never[] {
      fields.at = site;
      return nothing;
    },
    spread<Value>(site: number, allocates: boolean, value: Value): Value {
      fields.at = site;
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
    countedConstructor(value: unknown): unknown {
      for (let i = 0; i < constructors.length; i++)
        if (constructors[i]?.native === value) return constructors[i]?.counted;
      return value;
    },
    list(site: number, allocates: boolean, value: unknown): unknown {
      fields.at = site;
      return isOpenEnded(value) ? drained(value, allocates) : fields.spread(site, allocates, value);
    },
  };

  /** Charges steps before they are taken, and elements before they are allocated, to the place noted last. */
  function charge(steps: number, elements: number): void {
    const site = fields.at;
    fields.taken += steps;
    if (fields.taken > fields.limit) fields.stop(site);
    (fields.steps[site] as number) += steps;
    (fields.allocated[site] as number) += elements;
  }

  const mapPrototype = Map.prototype;
  const setPrototype = Set.prototype;
  const inherits = objectPrototype.isPrototypeOf;
  const sizeOfMap = getOwnPropertyDescriptor(Map.prototype, 'size')?.get as Callable;
  const sizeOfSet = getOwnPropertyDescriptor(Set.prototype, 'size')?.get as Callable;
  const typedLength = getOwnPropertyDescriptor(getPrototypeOf(Uint8Array.prototype), 'length')?.get as Callable;

  /** How many elements a value holds; 1 for what holds none. */
  function lengthOf(value: unknown): number {
    if (typeof value === 'string') return value.length;
    if (typeof value !== 'object' || value === null) return 1;
    if (isArray(value)) return value.length;
    if (isView(value) && !(value instanceof DataView)) return apply(typedLength, value, []) as number;
    const size = sizeOf(value);
    if (size !== undefined) return size;
    // Iterators have no own keys and cost as they run; the keys of a Proxy are for its owner to count.
    return keys(value).length;
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

  /** Whether something gives its elements one by one, and nobody knows how many: an iterator, or what makes one. */
  function isOpenEnded(value: unknown): value is Iterable<unknown> {
    if (typeof value !== 'object' || value === null || isArray(value) || isView(value)) return false;
    return sizeOf(value) === undefined && typeof (value as Thing)[iterator] === 'function';
  }

  /** What such a thing gives, charged one by one, to be read in its place where it is read to its end anyway. */
  function drained(source: Iterable<unknown>, allocates: boolean): unknown[] {
    const site = fields.at;
    const list: unknown[] = [];
    for (const value of source) {
      fields.at = site; // a generator notes places of its own
      charge(1, allocates ? 1 : 0);
      list[list.length] = value;
    }
    fields.at = site;
    return list;
  }

  return { meter: fields, caught: fields.caught, charge, lengthOf, isOpenEnded, drained, constructors };
}
