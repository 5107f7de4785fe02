import type { Callable, Kit, Thing } from './kit.ts';

/** Makes `new Array(n)`, `new Float64Array(n)`, `new Set(list)` and the like charge what they allocate, before they do. */
export function countConstructors({ charge, lengthOf, constructors }: Kit): void {
  const { apply, construct } = Reflect;
  const { defineProperty } = Object;
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
    constructors[constructors.length] = { counted, native };
    defineProperty(global, name, { value: counted, writable: true, enumerable: false, configurable: true });
  }
  for (const name of 'Array Map Set WeakMap WeakSet ArrayBuffer Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array'.split(
    ' ',
  )) {
    countedConstructor(name);
  }
}
