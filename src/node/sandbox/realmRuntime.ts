/** What the code inside a realm counts with, and what the host reads. All of it lives inside the realm. */
export interface RealmMeter {
  /** Steps since the last start, and how many are allowed. */
  taken: number;
  limit: number;
  /** The place that a built-in charges. */
  at: number;
  /** The place at which fuel ran out; -1 while it lasts. */
  stoppedAt: number;
  readonly steps: Float64Array;
  readonly allocated: Float64Array;
  /** Thrown when fuel runs out; nothing else is this object. */
  readonly signal: object;
}

/** How a call inside the realm ended. */
export type Outcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: unknown };

/** The functions through which the host works in a realm. */
export interface RealmRuntime {
  readonly meter: RealmMeter;
  /** Calls a function of the realm without letting anything it throws, or any object of the host, through. */
  readonly invoke: (run: unknown, self: unknown, args: unknown) => Outcome;
  readonly newArray: () => unknown[];
  readonly newObject: () => Record<string, unknown>;
  /** What the attempt printed and has not been taken yet. */
  readonly takePrinted: () => readonly string[];
  readonly rangeErrorPrototype: object;
  readonly objectPrototype: object;
}

/**
 * Runs inside a fresh realm, before the attempt does: replaces built-ins whose cost depends on a length by ones that
 * charge it, takes away what depends on clock, chance, threads and garbage collection, and returns the runtime.
 * Its source is handed over as text, so it may use nothing from outside itself.
 */
export function installRuntime(siteCount: number): RealmRuntime {
  'use strict';
  const apply = Reflect.apply;
  const construct = Reflect.construct;
  const { isArray, prototype: arrayPrototype } = Array;
  const { getOwnPropertyDescriptor, getPrototypeOf, hasOwn, keys, defineProperty } = Object;
  const { isView } = ArrayBuffer;
  const { floor, log2, max, min } = Math;
  const nativeStringify = JSON.stringify;
  const toText = String;
  type Callable = (...args: unknown[]) => unknown;
  type Thing = Record<PropertyKey, unknown>;

  // The meter. ------------------------------------------------------------------------------------------------------
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
  };
  const nothing: never[] = [];

  /** Charges steps before they are taken, and elements before they are allocated, to the place noted last. */
  function charge(steps: number, elements: number): void {
    const site = fields.at;
    if ((fields.taken += steps) > fields.limit) fields.stop(site);
    (fields.steps[site] as number) += steps;
    (fields.allocated[site] as number) += elements;
  }

  const sizeOfMap = getOwnPropertyDescriptor(Map.prototype, 'size')?.get as Callable;
  const sizeOfSet = getOwnPropertyDescriptor(Set.prototype, 'size')?.get as Callable;
  const typedLength = getOwnPropertyDescriptor(getPrototypeOf(Uint8Array.prototype), 'length')?.get as Callable;

  /** How many elements a value holds; 1 for what holds none. */
  function lengthOf(value: unknown): number {
    if (typeof value === 'string') return value.length;
    if (typeof value !== 'object' || value === null) return 1;
    if (isArray(value)) return value.length;
    if (isView(value) && !(value instanceof DataView)) return apply(typedLength, value, []) as number;
    try {
      return apply(sizeOfMap, value, []) as number;
    } catch {}
    try {
      return apply(sizeOfSet, value, []) as number;
    } catch {}
    // Iterators have no own keys and cost as they run; the keys of a Proxy are for its owner to count.
    return keys(value).length;
  }

  // Built-ins that charge. ------------------------------------------------------------------------------------------
  function replace(owner: object, name: PropertyKey, make: (native: Callable) => Callable): void {
    const descriptor = getOwnPropertyDescriptor(owner, name);
    if (!descriptor || typeof descriptor.value !== 'function') return;
    const native = descriptor.value as Callable;
    const counted = make(native);
    defineProperty(counted, 'name', { value: native.name, configurable: true });
    defineProperty(counted, 'length', { value: native.length, configurable: true });
    defineProperty(owner, name, { ...descriptor, value: counted });
  }
  const each = (owner: object, names: string, make: (native: Callable) => Callable): void => {
    for (const name of names.split(' ')) replace(owner, name, make);
  };
  // Methods are objects' own, without `new`: concise methods cannot be constructed, as the natives cannot.
  const method = (run: (native: Callable, self: unknown, args: ArrayLike<unknown>) => unknown) => (native: Callable): Callable =>
    ({
      counted(this: unknown) {
        // biome-ignore lint/complexity/noArguments: an arguments object passes on how many there were without allocating
        return run(native, this, arguments);
      },
    }).counted;

  const byLength = method((native, self, args) => {
    charge(lengthOf(self), 0);
    return apply(native, self, args);
  });
  const copying = method((native, self, args) => {
    const length = lengthOf(self);
    charge(length, length);
    return apply(native, self, args);
  });
  /** What comes back is new: it is charged by its own length. */
  const making = method((native, self, args) => {
    const result = apply(native, self, args);
    const length = lengthOf(result);
    charge(length + 1, length);
    return result;
  });
  /** Stops early, so only what the callback did counts; a callback that is itself built in counts nothing. */
  const searching = method((native, self, args) => {
    const site = fields.at;
    const before = fields.taken;
    const result = apply(native, self, args);
    fields.at = site;
    charge(fields.taken === before ? lengthOf(self) : 1, 0);
    return result;
  });
  const filtering = method((native, self, args) => {
    const site = fields.at;
    charge(lengthOf(self), 0);
    const result = apply(native, self, args);
    fields.at = site;
    charge(0, lengthOf(result));
    return result;
  });

  const typedPrototype = getPrototypeOf(Uint8Array.prototype) as object;
  const nativeIndexOf = { list: arrayPrototype.indexOf as Callable, typed: (typedPrototype as Thing).indexOf as Callable };
  for (const list of [arrayPrototype, typedPrototype] as object[]) {
    const indexOf = list === arrayPrototype ? nativeIndexOf.list : nativeIndexOf.typed;
    each(list, 'find findIndex findLast findLastIndex some every', searching);
    each(list, 'forEach reduce reduceRight fill reverse copyWithin join toString toLocaleString lastIndexOf', byLength);
    each(list, 'map toReversed with', copying);
    each(list, 'filter flatMap', filtering);
    each(list, 'slice concat flat toSpliced', making);
    each(list, 'includes indexOf', method((native, self, args) => {
      const found = apply(indexOf, self, args) as number;
      charge(found < 0 ? lengthOf(self) : found + 1, 0);
      return apply(native, self, args);
    }));
    each(list, 'sort toSorted', (native) => {
      const allocates = native.name === 'toSorted';
      return method((sort, self, args) => {
        const length = lengthOf(self);
        // A comparator counts its own calls.
        charge(typeof args[0] === 'function' ? length : length * max(1, log2(length || 1)), allocates ? length : 0);
        return apply(sort, self, args);
      })(native);
    });
  }
  each(arrayPrototype, 'shift unshift', method((native, self, args) => {
    charge(lengthOf(self) + 1, args.length);
    return apply(native, self, args);
  }));
  each(arrayPrototype, 'push', method((native, self, args) => {
    charge(0, args.length);
    return apply(native, self, args);
  }));
  each(arrayPrototype, 'splice', method((native, self, args) => {
    const length = lengthOf(self);
    const start = floor(Number(args[0] ?? 0)) || 0;
    const from = start < 0 ? max(0, length + start) : min(start, length);
    charge(1 + length - from + max(0, args.length - 2), max(0, args.length - 2));
    return apply(native, self, args);
  }));
  each(typedPrototype, 'set', method((native, self, args) => {
    charge(lengthOf(args[0]), 0);
    return apply(native, self, args);
  }));

  each(String.prototype, 'includes indexOf lastIndexOf search match matchAll replace replaceAll toUpperCase toLowerCase trim normalize localeCompare', byLength);
  each(String.prototype, 'split concat', making);
  each(String.prototype, 'repeat', method((native, self, args) => {
    const length = toText(self).length * max(0, Number(args[0]) || 0);
    charge(length, length);
    return apply(native, self, args);
  }));
  each(String.prototype, 'padStart padEnd', method((native, self, args) => {
    const length = max(0, Number(args[0]) || 0);
    charge(length, length);
    return apply(native, self, args);
  }));

  each(Map.prototype, 'forEach', byLength);
  each(Set.prototype, 'forEach isSubsetOf isSupersetOf isDisjointFrom', byLength);
  each(Set.prototype, 'union intersection difference symmetricDifference', making);
  each(Map.prototype, 'set', method((native, self, args) => {
    charge(0, 1);
    return apply(native, self, args);
  }));
  each(Set.prototype, 'add', method((native, self, args) => {
    charge(0, 1);
    return apply(native, self, args);
  }));

  const fromList = method((native, self, args) => {
    const site = fields.at;
    const source = args[0];
    const length = typeof source === 'object' && source !== null && !isArray(source) && hasOwn(source, 'length')
      ? Number((source as ArrayLike<unknown>).length) || 0
      : lengthOf(source);
    charge(length, length);
    const result = apply(native, self, args);
    fields.at = site;
    const made = lengthOf(result);
    if (made > length) charge(made - length, made - length); // from an iterator, whose length was not known before
    return result;
  });
  replace(Array, 'from', fromList);
  replace(getPrototypeOf(Uint8Array) as object, 'from', fromList);
  each(Array, 'of', making);
  each(Object, 'keys values entries getOwnPropertyNames fromEntries groupBy', making);
  each(Map, 'groupBy', making);
  each(Reflect, 'ownKeys', making);
  each(Object, 'assign', method((native, self, args) => {
    for (let i = 1; i < args.length; i++) charge(lengthOf(args[i]), lengthOf(args[i]));
    return apply(native, self, args);
  }));
  each(JSON, 'stringify', making);
  each(JSON, 'parse', method((native, self, args) => {
    const length = toText(args[0]).length;
    charge(length, length);
    return apply(native, self, args);
  }));
  each(Function.prototype, 'apply', method((native, self, args) => {
    charge(lengthOf(args[1]), 0);
    return apply(native, self, args);
  }));

  // Constructors. -----------------------------------------------------------------------------------------------------
  const global = globalThis as unknown as Thing;
  /** `new Array(n)`, `new Float64Array(n)` and `new Set(list)` allocate what their argument says. */
  function countedConstructor(name: string): void {
    const native = global[name] as Callable;
    if (typeof native !== 'function') return;
    const pay = (args: ArrayLike<unknown>) => {
      const first = args[0];
      const length = typeof first === 'number' && first >= 0 ? first : first === undefined ? 0 : lengthOf(first);
      charge(length, length);
    };
    const counted: Callable = new Proxy(native, {
      construct(target, args, newTarget): object {
        pay(args);
        return construct(target, args, newTarget === counted ? target : newTarget) as object;
      },
      apply(target, self, args) {
        pay(args);
        return apply(target, self, args);
      },
    });
    defineProperty(global, name, { value: counted, writable: true, enumerable: false, configurable: true });
  }
  for (const name of 'Array Map Set WeakMap WeakSet ArrayBuffer Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array'.split(' ')) {
    countedConstructor(name);
  }

  // What is taken away and what is given. -------------------------------------------------------------------------------
  for (const name of 'Date SharedArrayBuffer Atomics WebAssembly WeakRef FinalizationRegistry eval escape unescape'.split(' ')) {
    delete global[name];
  }
  const hide = (owner: object, name: string, value: unknown): void => {
    defineProperty(owner, name, { value, writable: false, enumerable: false, configurable: false });
  };
  hide(Error, 'prepareStackTrace', undefined);
  hide(Math, 'random', () => {
    throw new Error('Math.random is not allowed: the same arguments must always give the same answer');
  });

  const printed: string[] = [];
  let lost = 0;
  const show = (value: unknown, depth: number): string => {
    if (typeof value === 'string' && depth === 0) return value;
    if (typeof value === 'string') return nativeStringify(value);
    if (typeof value === 'function') return '(a function)';
    if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : toText(value);
    if (depth > 4) return '...';
    if (isArray(value) || (isView(value) && !(value instanceof DataView))) {
      const list = value as unknown as ArrayLike<unknown>;
      let text = '';
      for (let i = 0; i < min(list.length, 50); i++) text += `${i === 0 ? '' : ', '}${show(list[i], depth + 1)}`;
      return `[${text}${list.length > 50 ? ', ...' : ''}]`;
    }
    if (value instanceof Error) return `${value.name}: ${value.message}`;
    let text = '';
    for (const key of keys(value)) text += `${text === '' ? ' ' : ', '}${key}: ${show((value as Thing)[key], depth + 1)}`;
    return text === '' ? '{}' : `{${text} }`;
  };
  const print = (...values: unknown[]): void => {
    if (printed.length >= 50) {
      lost++;
      return;
    }
    let line = '';
    for (let i = 0; i < values.length && line.length < 500; i++) line += `${i === 0 ? '' : ' '}${show(values[i], 0)}`;
    printed[printed.length] = line.length > 500 ? `${line.substring(0, 500)} ...` : line;
  };
  const console: Record<string, unknown> = {};
  for (const name of 'log info warn error debug trace dir table assert group groupEnd time timeEnd count'.split(' ')) {
    console[name] = name === 'log' || name === 'info' || name === 'warn' || name === 'error' || name === 'debug' || name === 'table' || name === 'dir' ? print : () => {};
  }
  defineProperty(global, 'console', { value: console, writable: true, enumerable: false, configurable: true });

  const copyDeep = (value: unknown, copies: Map<unknown, unknown>): unknown => {
    if (typeof value === 'function' || typeof value === 'symbol') throw new TypeError('structuredClone cannot copy functions or symbols');
    if (typeof value !== 'object' || value === null) return value;
    if (copies.has(value)) return copies.get(value);
    const length = lengthOf(value);
    charge(length + 1, length + 1);
    if (isView(value)) {
      const view = value as unknown as { slice(): unknown };
      return view.slice();
    }
    if (value instanceof Map || value instanceof Set) {
      const copy = value instanceof Map ? new Map() : new Set();
      copies.set(value, copy);
      for (const item of value) {
        if (copy instanceof Map) copy.set(copyDeep((item as unknown[])[0], copies), copyDeep((item as unknown[])[1], copies));
        else copy.add(copyDeep(item, copies));
      }
      return copy;
    }
    const copy: Thing = isArray(value) ? ([] as unknown as Thing) : {};
    copies.set(value, copy);
    for (const key of keys(value)) copy[key] = copyDeep((value as Thing)[key], copies);
    if (isArray(value)) (copy as unknown as unknown[]).length = length;
    return copy;
  };
  const given = { structuredClone: (value: unknown): unknown => copyDeep(value, new Map()) };
  defineProperty(global, 'structuredClone', { value: given.structuredClone, writable: true, enumerable: false, configurable: true });

  return {
    meter: fields,
    invoke(run, self, args) {
      try {
        return { ok: true, value: apply(run as Callable, self, args as unknown[]) };
      } catch (error) {
        return { ok: false, error };
      }
    },
    newArray: () => [],
    newObject: () => ({}),
    takePrinted() {
      const lines: string[] = [];
      for (let i = 0; i < printed.length; i++) lines[i] = printed[i] as string;
      if (lost > 0) lines[lines.length] = `... and ${lost} more lines`;
      printed.length = 0;
      lost = 0;
      return lines;
    },
    rangeErrorPrototype: RangeError.prototype,
    objectPrototype: Object.prototype,
  };
}
