import type { Callable, Kit, Thing } from './kit.ts';

/** Replaces the built-in functions whose cost depends on a length by ones that charge it. */
export function countBuiltIns(kit: Kit): void {
  const apply = Reflect.apply;
  const { charge, lengthOf, meter } = kit;
  const { isArray, prototype: arrayPrototype } = Array;
  const { getOwnPropertyDescriptor, getPrototypeOf, hasOwn, defineProperty } = Object;
  const { floor, log2, max, min } = Math;
  const toText = String;

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
  const method =
    (run: (native: Callable, self: unknown, args: ArrayLike<unknown>) => unknown) =>
    (native: Callable): Callable =>
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
  /** Reads all of itself to make something new, which may be shorter. */
  const readingToMake = method((native, self, args) => {
    charge(lengthOf(self), 0);
    const site = meter.at;
    const result = apply(native, self, args);
    meter.at = site;
    charge(1, lengthOf(result));
    return result;
  });
  /** The same of what it is given. */
  const readingArgumentToMake = method((native, self, args) => {
    const site = meter.at;
    const length = lengthOf(args[0]);
    charge(length, 0);
    const result = apply(native, self, args);
    meter.at = site;
    const made = lengthOf(result);
    charge(max(1, made - length + 1), made);
    return result;
  });
  /** Stops early, so only what the callback did counts; a callback that is itself built in counts nothing. */
  const searching = method((native, self, args) => {
    const site = meter.at;
    const before = meter.taken;
    const result = apply(native, self, args);
    meter.at = site;
    charge(meter.taken === before ? lengthOf(self) : 1, 0);
    return result;
  });
  const filtering = method((native, self, args) => {
    const site = meter.at;
    charge(lengthOf(self), 0);
    const result = apply(native, self, args);
    meter.at = site;
    charge(0, lengthOf(result));
    return result;
  });

  const typedPrototype = getPrototypeOf(Uint8Array.prototype) as object;
  const nativeIndexOf = {
    list: arrayPrototype.indexOf as Callable,
    typed: (typedPrototype as Thing).indexOf as Callable,
  };
  for (const list of [arrayPrototype, typedPrototype] as object[]) {
    const indexOf = list === arrayPrototype ? nativeIndexOf.list : nativeIndexOf.typed;
    each(list, 'find findIndex findLast findLastIndex some every', searching);
    each(list, 'forEach reduce reduceRight fill reverse copyWithin join toString toLocaleString lastIndexOf', byLength);
    each(list, 'map toReversed with', copying);
    each(list, 'filter flatMap', filtering);
    each(list, 'slice concat toSpliced', making);
    each(list, 'flat', readingToMake);
    each(
      list,
      'includes indexOf',
      method((native, self, args) => {
        const found = apply(indexOf, self, args) as number;
        charge(found < 0 ? lengthOf(self) : found + 1, 0);
        return apply(native, self, args);
      }),
    );
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
  each(
    arrayPrototype,
    'shift unshift',
    method((native, self, args) => {
      charge(lengthOf(self) + 1, args.length);
      return apply(native, self, args);
    }),
  );
  each(
    arrayPrototype,
    'push',
    method((native, self, args) => {
      charge(0, args.length);
      return apply(native, self, args);
    }),
  );
  each(
    arrayPrototype,
    'splice',
    method((native, self, args) => {
      const length = lengthOf(self);
      const start = floor(Number(args[0] ?? 0)) || 0;
      const from = start < 0 ? max(0, length + start) : min(start, length);
      charge(1 + length - from + max(0, args.length - 2), max(0, args.length - 2));
      return apply(native, self, args);
    }),
  );
  each(
    typedPrototype,
    'set',
    method((native, self, args) => {
      charge(lengthOf(args[0]), 0);
      return apply(native, self, args);
    }),
  );

  each(
    String.prototype,
    'includes indexOf lastIndexOf search match matchAll replace replaceAll toUpperCase toLowerCase trim normalize localeCompare',
    byLength,
  );
  each(String.prototype, 'split', readingToMake);
  each(String.prototype, 'concat', making);
  each(
    String.prototype,
    'startsWith endsWith',
    method((native, self, args) => {
      charge(min(lengthOf(self), lengthOf(args[0])), 0);
      return apply(native, self, args);
    }),
  );
  each(
    String.prototype,
    'repeat',
    method((native, self, args) => {
      const length = toText(self).length * max(0, Number(args[0]) || 0);
      charge(length, length);
      return apply(native, self, args);
    }),
  );
  each(
    String.prototype,
    'padStart padEnd',
    method((native, self, args) => {
      const length = max(0, Number(args[0]) || 0);
      charge(length, length);
      return apply(native, self, args);
    }),
  );

  each(Map.prototype, 'forEach', byLength);
  each(Set.prototype, 'forEach isSubsetOf isSupersetOf isDisjointFrom', byLength);
  each(Set.prototype, 'union intersection difference symmetricDifference', readingToMake);
  each(
    Map.prototype,
    'set',
    method((native, self, args) => {
      charge(0, 1);
      return apply(native, self, args);
    }),
  );
  each(
    Set.prototype,
    'add',
    method((native, self, args) => {
      charge(0, 1);
      return apply(native, self, args);
    }),
  );

  /** A counting constructor would charge again what `from` has charged. */
  const nativeOf = (made: unknown): unknown => {
    for (let i = 0; i < kit.constructors.length; i++) {
      if (kit.constructors[i]?.counted === made) return kit.constructors[i]?.native;
    }
    return made;
  };
  /** The length of a list, or of what says that it has one. */
  const listLength = (source: unknown): number =>
    typeof source === 'object' && source !== null && !isArray(source) && hasOwn(source, 'length')
      ? Number((source as ArrayLike<unknown>).length) || 0
      : lengthOf(source);
  const fromList = method((native, self, args) => {
    const site = meter.at;
    const source = args[0];
    const length = listLength(source);
    charge(length, length);
    const result = apply(native, nativeOf(self), args);
    meter.at = site;
    const made = lengthOf(result);
    if (made > length) charge(made - length, made - length); // from an iterator, whose length was not known before
    return result;
  });
  replace(Array, 'from', fromList);
  replace(getPrototypeOf(Uint8Array) as object, 'from', fromList);
  each(Array, 'of', making);
  each(Object, 'keys values entries getOwnPropertyNames getOwnPropertyDescriptors', making);
  each(Object, 'fromEntries groupBy', readingArgumentToMake);
  each(Map, 'groupBy', readingArgumentToMake);
  each(Reflect, 'ownKeys', making);
  each(
    Object,
    'assign',
    method((native, self, args) => {
      for (let i = 1; i < args.length; i++) charge(lengthOf(args[i]), lengthOf(args[i]));
      return apply(native, self, args);
    }),
  );
  each(JSON, 'stringify', making);
  each(
    JSON,
    'parse',
    method((native, self, args) => {
      const length = toText(args[0]).length;
      charge(length, length);
      return apply(native, self, args);
    }),
  );
  each(
    Function.prototype,
    'apply',
    method((native, self, args) => {
      charge(listLength(args[1]), 0);
      return apply(native, self, args);
    }),
  );
  each(
    Reflect,
    'apply construct',
    method((native, self, args) => {
      charge(listLength(args[native.name === 'apply' ? 2 : 1]), 0);
      return apply(native, self, args);
    }),
  );
}
