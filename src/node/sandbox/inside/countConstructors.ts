import type { Callable, Kit, Thing } from './kit.ts';

/** Makes `new Array(n)`, `new Float64Array(n)`, `new Set(list)` and the like charge what they allocate, before they do. */
export function countConstructors({ charge, lengthOf, isOpenEnded, drained, constructors }: Kit): void {
  const { apply, construct } = Reflect;
  const { defineProperty } = Object;
  const global = globalThis as unknown as Thing;
  /** `new Array(n)`, `new Float64Array(n)` and `new Set(list)` allocate what their argument says. */
  function countedConstructor(name: string): void {
    const native = global[name] as Callable;
    if (typeof native !== 'function') return;
    const lengthOfMade = (args: unknown[]): number => {
      const first = args[0];
      if (name === 'Array' && args.length !== 1) return args.length; // `new Array(a, b)` holds what it is given
      if (typeof first === 'number' && first >= 0) return first;
      return first === undefined ? 0 : lengthOf(first);
    };
    /** Charges for what is made; gives the arguments to make it with. */
    const paid = (args: unknown[]): unknown[] => {
      const first = args[0];
      if (name !== 'Array' && isOpenEnded(first)) return [drained(first, true)]; // all but Array read it to its end
      const length = lengthOfMade(args);
      charge(length, length);
      return args;
    };
    const counted: Callable = new Proxy(native, {
      construct(target, args, newTarget): object {
        return construct(target, paid(args), newTarget === counted ? target : newTarget) as object;
      },
      apply(target, self, args) {
        return apply(target, self, paid(args));
      },
    });
    constructors[constructors.length] = { counted, native };
    defineProperty(global, name, { value: counted, writable: true, enumerable: false, configurable: true });
  }
  for (const name of 'Array Map Set WeakMap WeakSet ArrayBuffer Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array'.split(
    ' ',
  )) {
    countedConstructor(name);
  }
}
