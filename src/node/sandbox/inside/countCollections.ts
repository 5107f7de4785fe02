import type { Callable, Kit, Rules, Thing } from './kit.ts';

/** Makes the methods of maps, sets, iterators and promises charge what they go through. */
export function countCollections(kit: Kit, rules: Rules): void {
  const { apply, ownKeys } = Reflect;
  const { charge, lengthOf } = kit;
  const { each, iterated, method, running, textWork } = rules;
  const { getPrototypeOf } = Object;
  const { max, min } = Math;
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
  const lookingUp = method((native, self, args) => {
    if (typeof args[0] === 'string') charge(textWork(args[0]), 0);
    return apply(native, self, args);
  });
  each(mapPrototype, 'get has delete', lookingUp);
  each(setPrototype, 'has delete', lookingUp);

  /** An iterator that gives what another gives, and charges each. */
  const counting = (source: unknown): unknown => {
    const iterator = source as Thing;
    const next = iterator.next as Callable;
    return {
      next: (): unknown => {
        charge(1, 0);
        return apply(next, iterator, []);
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

  /** The set that another is compared with: what only acts like one is asked once how large it is, and charged as it is read. */
  const otherSet = (other: unknown): { readonly set: unknown; readonly size: number } => {
    if (typeof other !== 'object' || other === null) return { set: other, size: 0 };
    const prototype = getPrototypeOf(other);
    const isPlain = (prototype === setPrototype || prototype === mapPrototype) && ownKeys(other).length === 0;
    if (isPlain) return { set: other, size: lengthOf(other) };
    const { size, has, keys } = other as Thing;
    const asked = (run: unknown) => (typeof run === 'function' ? run : undefined) as Callable | undefined;
    const given = {
      size,
      has: asked(has) && ((value: unknown): unknown => apply(has as Callable, other, [value])),
      keys: asked(keys) && ((): unknown => counting(apply(keys as Callable, other, []))),
    };
    return { set: given, size: Infinity };
  };
  // These look through the smaller set at most.
  const bySmaller = method((native, self, args) => {
    const own = lengthOf(self);
    const { set, size } = otherSet(args[0]);
    charge(min(own, size), 0);
    const result = running(() => apply(native, self, [set]));
    if (typeof result === 'object') charge(1, lengthOf(result));
    return result;
  });
  each(setPrototype, 'isSubsetOf isSupersetOf isDisjointFrom intersection', bySmaller);
  /** These copy their own; all but `difference` look through all of the other. */
  const copying = method((native, self, args) => {
    const { set, size } = otherSet(args[0]);
    charge(lengthOf(self) + (native.name === 'difference' || size === Infinity ? 1 : max(1, size)), 0);
    const result = running(() => apply(native, self, [set]));
    charge(0, lengthOf(result));
    return result;
  });
  each(setPrototype, 'union difference symmetricDifference', copying);

  each(
    Promise,
    'all allSettled any race',
    method((native, self, args) => apply(native, self, [iterated(args[0])])),
  );
}
