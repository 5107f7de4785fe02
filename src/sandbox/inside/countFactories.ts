import type { Callable, Kit, Rules, Thing } from './kit.ts';

/** Makes the functions that give new lists and buffers charge what they read and make. */
export function countFactories(kit: Kit, rules: Rules): void {
  const { apply } = Reflect;
  const { byteLength, charge, constructors, isOpenEnded, lengthOf, toLength } = kit;
  const { each, listed, making, method, replace, running } = rules;
  const { asyncIterator, iterator } = Symbol;
  const { max } = Math;
  const TypedArray = Object.getPrototypeOf(Uint8Array) as object;

  /** A counting constructor would charge again what `from` has charged. */
  const nativeOf = (made: unknown): unknown =>
    typeof made === 'function' ? (constructors.native.get(made) ?? made) : made;
  const fromList = method((native, self, args) => {
    const source = args[0];
    if (source === undefined || source === null) return apply(native, self, args); // which throws
    const isKnown = !isOpenEnded(source);
    let given: unknown = source;
    if (isKnown && typeof (source as Thing)[iterator] === 'function') charge(lengthOf(source), 0);
    else if (isKnown) given = listed(source);
    const result = running(() => apply(native, nativeOf(self), [given, args[1], args[2]]));
    const made = lengthOf(result);
    charge(isKnown ? 0 : made, made); // how much an iterator gives was not known before
    return result;
  });
  for (const owner of [Array, TypedArray]) {
    replace(owner, 'from', fromList);
    replace(owner, 'of', making);
  }

  // It reads the elements of an iterator in its own time, which no answer waits for.
  replace(
    Array,
    'fromAsync',
    method((native, self, args) => {
      const source = args[0] as Thing | undefined;
      const isIterable = typeof source?.[iterator] === 'function' || typeof source?.[asyncIterator] === 'function';
      return apply(native, nativeOf(self), [isIterable ? source : listed(source), args[1], args[2]]);
    }),
  );

  const bytesOf = (buffer: unknown): number => apply(byteLength, buffer, []) as number;
  each(
    ArrayBuffer.prototype,
    'slice',
    method((native, self, args) => {
      const result = apply(native, self, args);
      const bytes = bytesOf(result);
      charge(bytes, bytes);
      return result;
    }),
  );
  // What grows is filled with zeros; what is moved to another length is copied.
  each(
    ArrayBuffer.prototype,
    'resize transfer transferToFixedLength',
    method((native: Callable, self, args) => {
      const given = args[0] === undefined ? [] : [toLength(args[0])];
      const before = bytesOf(self);
      const after = given[0] ?? before;
      if (after !== before) charge(native.name === 'resize' ? max(1, after - before) : after, after);
      return apply(native, self, given);
    }),
  );
}
