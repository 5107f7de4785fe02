import type { Bridge, Callable, HostOutcome, Outcome, Thing } from './kit.ts';

/** The functions through which the host works in the realm. */
export function makeBridge(): Bridge {
  const { apply } = Reflect;
  const attempted = (run: () => unknown): Outcome => {
    try {
      return { ok: true, value: run() };
    } catch (error) {
      return { ok: false, error };
    }
  };
  return {
    invoke(run, self, args) {
      try {
        return { ok: true, value: apply(run as Callable, self, args as unknown[]) };
      } catch (error) {
        return { ok: false, error };
      }
    },
    invokeMethod: (holder, name, args) =>
      attempted(() => apply((holder as Thing)[name] as Callable, holder, args as unknown[])),
    hasMethod: (holder, name) => attempted(() => typeof (holder as Thing)[name] === 'function'),
    callback:
      (host) =>
      (...args: unknown[]) => {
        let outcome: HostOutcome;
        try {
          outcome = host(args);
        } catch {
          throw new RangeError('Maximum call stack size exceeded'); // nothing else is thrown by the host
        }
        if (outcome.ok) return outcome.value;
        throw new TypeError(outcome.message);
      },
    newArray: () => [],
    newObject: () => ({}),
    rangeErrorPrototype: RangeError.prototype,
    objectPrototype: Object.prototype,
  };
}
