import type { Callable, Kit, Rules } from './kit.ts';

/** Makes `JSON.stringify` charge what it reads, also what it leaves out, and the text that it makes. */
export function countJson(kit: Kit, rules: Rules): void {
  const { apply } = Reflect;
  const { charge, isProxy, keysOf, lengthOf, meter } = kit;
  const { each, listed, making, method } = rules;
  const { keys } = Object;
  const { isArray } = Array;
  const { max } = Math;

  /** Whether something is a scalar or holds nothing but scalars in lists: then nothing is left out of its text. */
  const isShown = (value: unknown, depth = 0): boolean => {
    if (!isArray(value)) return typeof value !== 'object' && typeof value !== 'function';
    if (depth > 3 || isProxy(value) || 'toJSON' in value) return false;
    charge(value.length, 0); // whatever comes of it
    for (let i = 0; i < value.length; i++) if (!isShown(value[i], depth + 1)) return false;
    return true;
  };
  each(JSON, 'stringify', (native) => {
    const whole = making(native);
    return method((_, self, args) => {
      const given = args[1];
      if ((given === undefined || given === null) && isArray(args[0]) && isShown(args[0]))
        return apply(whole, self, args);
      const site = meter.at;
      let read = 0;
      // It is asked what to write for each value, and has no part in what is written but the attempt's own.
      const replacer = function (this: unknown, key: unknown, value: unknown): unknown {
        read++;
        meter.at = site;
        const isObject = typeof value === 'object' && value !== null && !isArray(value);
        charge(isObject ? 1 + keysOf(value) - keys(value).length : 1, 0); // what no loop shows is passed over
        return typeof given === 'function' ? (apply(given as Callable, this, [key, value]) as unknown) : value;
      };
      const names = isArray(given) ? (listed(given) as unknown[]) : undefined;
      const text = apply(native, self, [args[0], names ?? replacer, args[2]]);
      meter.at = site;
      const length = lengthOf(text);
      // All the names are looked for in each object, and an object is two characters at least.
      const looked = length * max(1, (names?.length ?? 0) >>> 1);
      charge(max(1, looked + 1 - read), length);
      return text;
    })(native);
  });
}
