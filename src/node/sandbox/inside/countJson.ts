import type { Callable, Kit, Rules } from './kit.ts';

/** Makes `JSON.stringify` charge what it reads, also what it leaves out, and the text that it makes. */
export function countJson(kit: Kit, rules: Rules): void {
  const { apply, ownKeys } = Reflect;
  const { keys } = Object;
  const { charge, lengthOf, meter } = kit;
  const { each, listed, method } = rules;
  const { isArray } = Array;
  const { max } = Math;

  each(
    JSON,
    'stringify',
    method((native, self, args) => {
      const site = meter.at;
      const given = args[1];
      let read = 0;
      // It is asked what to write for each value, and has no part in what is written but the attempt's own.
      const replacer = function (this: unknown, key: unknown, value: unknown): unknown {
        read++;
        meter.at = site;
        const isObject = typeof value === 'object' && value !== null && !isArray(value);
        charge(isObject ? 1 + ownKeys(value).length - keys(value).length : 1, 0); // what no loop shows is passed over
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
    }),
  );
}
