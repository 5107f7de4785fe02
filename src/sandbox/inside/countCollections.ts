import type { Callable, Kit, Rules, Thing } from './kit.ts';

/**
 * Makes the methods of maps, sets, iterators and promises charge what they go through. Not charged: keys chosen so that their
 * hashes meet, and entries that were deleted and that the engine still steps over (a Set as a queue). The language promises
 * better, and whoever reads the code would count it as the language does.
 */
export function countCollections(kit: Kit, rules: Rules): void {
  const { apply } = Reflect;
  const { charge, lengthOf } = kit;
  const { each, iterated, method, replace, running, textWork } = rules;
  const { getPrototypeOf } = Object;
  const [mapPrototype, setPrototype] = [Map.prototype, Set.prototype];

  const walking = method((native, self, args) => {
    charge(lengthOf(self), 0);
    return apply(native, self, args);
  });
  each(mapPrototype, 'forEach', walking);
  each(setPrototype, 'forEach', walking);
  const adding = method((native, self, args) => {
    charge(textWork(args[0]), 1);
    return apply(native, self, args);
  });
  each(mapPrototype, 'set getOrInsert getOrInsertComputed', adding);
  each(setPrototype, 'add', adding);
  /** A long text is read to be looked up. */
  const readKey = (key: unknown): void => {
    if (typeof key === 'string' && key.length >= 16) charge(textWork(key), 0);
  };
  const lookingUp = method((native, self, args) => {
    readKey(args[0]);
    return apply(native, self, args);
  });
  each(mapPrototype, 'delete', lookingUp);
  each(setPrototype, 'delete', lookingUp);
  // These are called most: each has a function that calls nothing else, which the engine makes as quick as what it calls.
  const { get, has } = mapPrototype;
  const hasInSet = setPrototype.has;
  const hot: { [name: string]: (this: never, key: unknown) => unknown } = {
    get(key) {
      readKey(key);
      return apply(get, this, [key]);
    },
    has(key) {
      readKey(key);
      return apply(has, this, [key]);
    },
    hasInSet(key) {
      readKey(key);
      return apply(hasInSet, this, [key]);
    },
  };
  replace(mapPrototype, 'get', () => hot.get as Callable);
  replace(mapPrototype, 'has', () => hot.has as Callable);
  replace(setPrototype, 'has', () => hot.hasInSet as Callable);

  /** An iterator that gives what another gives, and charges each. */
  const counting = (source: unknown): unknown => {
    const iterator = source as Thing;
    const next = iterator.next as Callable;
    return {
      next: (): unknown => {
        const step = apply(next, iterator, []) as Thing;
        if (!step.done) charge(1, 0);
        return step;
      },
      return: (): unknown => (iterator.return ? apply(iterator.return as Callable, iterator, []) : {}),
    };
  };
  const helping = method((native, self, args) => {
    if (typeof self !== 'object' || self === null) return apply(native, self, args); // which throws
    const result = running(() => apply(native, counting(self), args));
    charge(1, native.name === 'toArray' ? lengthOf(result) : 0);
    return result;
  });
  const iterators = getPrototypeOf(getPrototypeOf([].values()) as object) as object;
  each(iterators, 'map filter take drop flatMap reduce toArray forEach some every find', helping);

  /** Stands for the set that another is compared with, and charges what it is asked. */
  const asked = (other: unknown): unknown => {
    if (typeof other !== 'object' || other === null) return other; // which throws
    const { size, has, keys } = other as Thing;
    const isIn = (value: unknown): unknown => {
      charge(1, 0);
      return apply(has as Callable, other, [value]);
    };
    const all = (): unknown => counting(apply(keys as Callable, other, []));
    return { size, has: typeof has === 'function' ? isIn : has, keys: typeof keys === 'function' ? all : keys };
  };
  const comparing = method((native, self, args) => {
    const result = running(() => apply(native, self, [asked(args[0])]));
    charge(1, typeof result === 'object' ? lengthOf(result) : 0);
    return result;
  });
  each(setPrototype, 'isSubsetOf isSupersetOf isDisjointFrom intersection', comparing);
  each(
    setPrototype,
    'union difference symmetricDifference',
    method((native, self, args) => {
      charge(lengthOf(self), 0);
      return apply(comparing(native), self, args);
    }),
  );

  each(
    Promise,
    'all allSettled any race',
    method((native, self, args) => apply(native, self, [iterated(args[0])])),
  );
}
