import type { Callable, Kit, Thing } from './kit.ts';

/** Replaces the built-in functions whose cost depends on a length by ones that charge it. */
export function countBuiltIns(kit: Kit): void {
  const apply = Reflect.apply;
  const { charge, lengthOf, meter } = kit;
  const { isArray, prototype: arrayPrototype } = Array;
  const { getOwnPropertyDescriptor, getPrototypeOf, hasOwn, defineProperty } = Object;
  const { log2, max, min, trunc } = Math;
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

  /** What an index argument of a built-in stands for: from the end where it is negative, `otherwise` where it is left out. */
  const indexOr = (otherwise: number, value: unknown, length: number): number => {
    if (typeof value !== 'number') return otherwise; // to make a number of it would be seen
    const index = trunc(value) || 0;
    return index < 0 ? max(0, length + index) : min(index, length);
  };
  /** From its second argument to its third. */
  const changingPart = method((native, self, args) => {
    const length = lengthOf(self);
    charge(max(0, indexOr(length, args[2], length) - indexOr(0, args[1], length)), 0);
    return apply(native, self, args);
  });
  /** `includes` and `indexOf` count what `indexOf` has looked at. Only `includes` finds NaN, and looks again for it. */
  const lookingWith = (indexOf: Callable) =>
    method((native, self, args) => {
      const site = meter.at;
      const found = apply(indexOf, self, args) as number;
      meter.at = site;
      const length = lengthOf(self);
      charge(max(1, (found < 0 ? length : found + 1) - indexOr(0, args[1], length)), 0);
      return native === indexOf ? found : found >= 0 || apply(native, self, args);
    });
  const lookingBack = method((native, self, args) => {
    const site = meter.at;
    const found = apply(native, self, args) as number;
    meter.at = site;
    const length = lengthOf(self);
    const from = args.length > 1 ? min(indexOr(0, args[1], length), length - 1) : length - 1;
    charge(max(1, from - found + (found < 0 ? 0 : 1)), 0);
    return found;
  });

  const typedPrototype = getPrototypeOf(Uint8Array.prototype) as object;
  for (const list of [arrayPrototype, typedPrototype] as object[]) {
    const indexOf = (list as Thing).indexOf as Callable;
    each(list, 'find findIndex findLast findLastIndex some every', searching);
    each(list, 'forEach reduce reduceRight reverse join toString toLocaleString', byLength);
    each(list, 'fill copyWithin', changingPart);
    each(list, 'lastIndexOf', lookingBack);
    each(list, 'map toReversed with', copying);
    each(list, 'filter flatMap', filtering);
    each(list, 'slice concat toSpliced', making);
    each(list, 'flat', readingToMake);
    each(list, 'includes indexOf', lookingWith(indexOf));
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
      const from = indexOr(0, args[0], length);
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
    'lastIndexOf search match matchAll replace replaceAll toUpperCase toLowerCase trim normalize localeCompare',
    byLength,
  );
  each(String.prototype, 'includes indexOf', lookingWith(String.prototype.indexOf as Callable));
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
  each(Set.prototype, 'forEach', byLength);
  // These look through the smaller set at most.
  const bySmaller = method((native, self, args) => {
    charge(min(lengthOf(self), lengthOf(args[0])), 0);
    const site = meter.at;
    const result = apply(native, self, args);
    meter.at = site;
    if (typeof result === 'object') charge(1, lengthOf(result));
    return result;
  });
  each(Set.prototype, 'isSubsetOf isSupersetOf isDisjointFrom intersection', bySmaller);
  each(Set.prototype, 'union difference symmetricDifference', readingToMake);
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
