import type { Bridge, Callable } from './kit.ts';

/** The functions through which the host works in the realm. */
export function makeBridge(): Bridge {
  const { apply } = Reflect;
  return {
    invoke(run, self, args) {
      try {
        return { ok: true, value: apply(run as Callable, self, args as unknown[]) };
      } catch (error) {
        return { ok: false, error };
      }
    },
    newArray: () => [],
    newObject: () => ({}),
    rangeErrorPrototype: RangeError.prototype,
    objectPrototype: Object.prototype,
  };
}
