import type { Callable, Kit, Rules, Thing } from './kit.ts';

/** Makes `new Array(n)`, `new Float64Array(n)`, `new Set(list)` and the like charge what they allocate, before they do. */
export function countConstructors(kit: Kit, { listed, textWork }: Rules): void {
  const { apply, construct } = Reflect;
  const { byteLength, charge, constructors, isOpenEnded, drained, lengthOf, noteOdd, standIn, toLength } = kit;
  const { defineProperty } = Object;
  const { iterator, match } = Symbol;
  const global = globalThis as unknown as Thing;
  const isThing = (value: unknown): value is Thing =>
    (typeof value === 'object' && value !== null) || typeof value === 'function';
  const isBuffer = (value: Thing): boolean => {
    try {
      return apply(byteLength, value, []) !== undefined;
    } catch {
      return false;
    }
  };

  /** Charges for what is made of the first argument; gives what to make it of. */
  type Pay = (first: unknown, args: readonly unknown[]) => unknown;
  const paid = <Value>(elements: number, value: Value): Value => {
    charge(elements, elements);
    return value;
  };
  // `new Array(a, b)` holds what it is given. What is no length throws.
  const payList: Pay = (first, args) =>
    paid(args.length === 1 && typeof first === 'number' ? (first === first >>> 0 ? first : 1) : args.length, first);
  const payCollection: Pay = (first) => {
    if (isOpenEnded(first)) return drained(first, true);
    return first === undefined || first === null ? first : paid(lengthOf(first), first);
  };
  const payBuffer: Pay = (first) => {
    const bytes = toLength(first);
    return paid(bytes, typeof first === 'number' ? first : bytes);
  };
  const payTyped: Pay = (first) => {
    if (!isThing(first)) return paid(toLength(first), first);
    if (isOpenEnded(first)) return drained(first, true);
    if (typeof first[iterator] === 'function') return paid(lengthOf(first), first);
    if (isBuffer(first)) return first; // nothing is copied
    const list = listed(first) as ArrayLike<unknown>;
    charge(0, toLength(list.length));
    return list;
  };
  const payText: Pay = (first) => {
    if (typeof first === 'string') charge(textWork(first), 0);
    return first;
  };

  function countedConstructor(name: string, pay: Pay): void {
    const native = global[name] as Callable;
    if (typeof native !== 'function') return;
    const pays = (args: unknown[]): unknown[] => {
      const first = pay(args[0], args);
      if (args.length > 0) args[0] = first;
      return args;
    };
    const counted: Callable = standIn(native, {
      construct(target, args, newTarget): object {
        return construct(target, pays(args), newTarget === counted ? target : newTarget) as object;
      },
      apply(target, self, args) {
        return apply(target, self, pays(args));
      },
    });
    constructors.counted.set(native, counted);
    constructors.native.set(counted, native);
    const standing = { value: counted, writable: true, enumerable: false, configurable: true };
    defineProperty(global, name, standing);
    // The engine makes lists slowly once their prototypes name another constructor: for those, code is instrumented.
    if (!/Array$/.test(name)) defineProperty(native.prototype as object, 'constructor', standing);
  }
  countedConstructor('Array', payList);
  for (const name of ['Map', 'Set', 'WeakMap', 'WeakSet', 'AggregateError']) countedConstructor(name, payCollection);
  countedConstructor('ArrayBuffer', payBuffer);
  for (const kind of 'Int8 Uint8 Uint8Clamped Int16 Uint16 Int32 Uint32 Float16 Float32 Float64 BigInt64 BigUint64'.split(
    ' ',
  ))
    countedConstructor(`${kind}Array`, payTyped);
  countedConstructor('Symbol', (first) => {
    noteOdd();
    return first;
  });
  countedConstructor('BigInt', payText);
  // What is no regular expression is made text.
  countedConstructor('RegExp', (first, args) =>
    payText(isThing(first) && first[match] === undefined ? `${first}` : first, args),
  );
}
