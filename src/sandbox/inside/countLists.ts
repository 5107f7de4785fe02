import type { Kit, LengthRun, Rules, Thing } from './kit.ts';

/** Makes the methods of arrays and typed arrays charge what they read and make. */
export function countLists(kit: Kit, rules: Rules): void {
  const { apply } = Reflect;
  const { charge, lengthOf, meter, toLength } = kit;
  const { byLength, each, indexOr, listed, making, method, onList, onTyped, running } = rules;
  const { isArray, prototype: arrayPrototype } = Array;
  const { getPrototypeOf } = Object;
  const { ceil, log2, max, min } = Math;
  const { isConcatSpreadable } = Symbol;
  const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null;
  const typedPrototype = getPrototypeOf(Uint8Array.prototype) as object;

  const copying: LengthRun = (native, self, args, length) => {
    charge(length, length);
    return apply(native, self, args);
  };
  const filtering: LengthRun = (native, self, args, length) => {
    charge(length, 0);
    const result = running(() => apply(native, self, args));
    charge(0, lengthOf(result));
    return result;
  };
  /** What a callback gives is read, one level deep, to be put in one list. */
  const mappingFlat: LengthRun = (native, self, args, length) => {
    const callback = args[0];
    if (typeof callback !== 'function') return apply(native, self, args); // which throws
    const reading = function (this: unknown, ...given: unknown[]): unknown {
      const part = running(() => apply(callback, this, given) as unknown);
      if (isArray(part)) charge(lengthOf(part), 0);
      return part;
    };
    return filtering(native, self, [reading, args[1]], length);
  };
  /** All lists in lists are read, as deep as is asked. */
  const flattening: LengthRun = (native, self, args, length) => {
    const reading = (list: ArrayLike<unknown>, size: number, depth: number): void => {
      charge(size, 0);
      for (let i = 0; depth >= 1 && i < size; i++) {
        const part = list[i];
        if (isArray(part)) reading(part, lengthOf(part), depth - 1);
      }
    };
    reading(self as ArrayLike<unknown>, length, args[0] === undefined ? 1 : toLength(args[0]));
    const result = running(() => apply(native, self, args));
    charge(1, lengthOf(result));
    return result;
  };
  /** From its second argument to its third. */
  const filling: LengthRun = (native, self, args, length) => {
    charge(max(0, indexOr(length, args[2], length) - indexOr(0, args[1], length)), 0);
    return apply(native, self, args);
  };
  const copyingWithin: LengthRun = (native, self, args, length) => {
    const changed = max(0, indexOr(length, args[2], length) - indexOr(0, args[1], length));
    charge(min(changed, length - indexOr(0, args[0], length)), 0);
    return apply(native, self, args);
  };
  /** Numbers make short text, which a step for each pays for; what is longer is charged too. */
  const joining: LengthRun = (native, self, args, length) => {
    charge(length, 0);
    const text = running(() => apply(native, self, args));
    charge(max(0, lengthOf(text) - 32 * length), 0);
    return text;
  };
  const sorting =
    (allocates: boolean): LengthRun =>
    (native, self, args, length) => {
      const compares = ceil(length * max(1, log2(length || 1)));
      charge(args[0] === undefined ? compares : length, allocates ? length : 0);
      const before = meter.taken;
      const site = meter.at;
      const result = apply(native, self, args);
      meter.at = site;
      // A comparator counts its own calls, unless it is built in.
      if (args[0] !== undefined && meter.taken - before < length - 1) charge(compares, 0);
      return result;
    };
  const shifting: LengthRun = (native, self, args, length) => {
    charge(length + 1, 0);
    return apply(native, self, args);
  };
  const unshifting: LengthRun = (native, self, args, length) => {
    charge(args.length === 0 ? 1 : length + 1, args.length);
    return apply(native, self, args);
  };
  /** How many of a list go away. */
  const cut = (args: ArrayLike<unknown>, length: number): number => {
    if (args.length === 0) return 0;
    const rest = length - indexOr(0, args[0], length);
    return args.length === 1 ? rest : min(rest, max(0, indexOr(0, args[1], rest)));
  };
  const splicing: LengthRun = (native, self, args, length) => {
    const added = max(0, args.length - 2);
    const gone = cut(args, length);
    charge(1 + (gone === added ? gone : length - indexOr(0, args[0], length)) + added, added);
    return apply(native, self, args);
  };

  for (const [owner, on] of [
    [arrayPrototype, onList],
    [typedPrototype, onTyped],
  ] as const) {
    each(owner, 'forEach reduce reduceRight reverse', on(byLength));
    each(owner, 'join toLocaleString', on(joining));
    each(owner, 'fill', on(filling));
    each(owner, 'copyWithin', on(copyingWithin));
    each(owner, 'map toReversed with', on(copying));
    each(owner, 'filter', on(filtering));
    each(owner, 'flatMap', on(mappingFlat));
    each(owner, 'flat', on(flattening));
    each(owner, 'sort', on(sorting(false)));
    each(owner, 'toSorted', on(sorting(true)));
    each(owner, 'shift', on(shifting));
    each(owner, 'unshift', on(unshifting));
    each(owner, 'splice', on(splicing));
  }
  each(typedPrototype, 'slice', making);
  // An object may say that it is longer than anything: what loops over it is charged before.
  const cutting: LengthRun = (native, self, args, length) => {
    const made = max(0, indexOr(length, args[1], length) - indexOr(0, args[0], length));
    charge(made + 1, made);
    return apply(native, self, args);
  };
  each(arrayPrototype, 'slice', onList(cutting));
  each(
    arrayPrototype,
    'toSpliced',
    onList((native, self, args, length) => {
      const made = length - cut(args, length) + max(0, args.length - 2);
      charge(made + 1, made);
      return apply(native, self, args);
    }),
  );
  each(
    arrayPrototype,
    'concat',
    method((native, self, args) => {
      /** What is read of a part. */
      const partOf = (part: unknown): unknown => {
        if (isArray(part) || (isThing(part) && part[isConcatSpreadable])) return listed(part);
        charge(1, 0);
        return part;
      };
      const parts: unknown[] = [];
      for (let i = 0; i < args.length; i++) parts[i] = partOf(args[i]);
      const result = running(() => apply(native, partOf(self), parts));
      charge(1, lengthOf(result));
      return result;
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
    typedPrototype,
    'set',
    method((native, self, args) => apply(native, self, [listed(args[0]), args[1]])),
  );
}
