import type { Kit, Rules } from './kit.ts';

/**
 * Makes regular expressions charge what they read. All that runs them asks their method `exec`, once it is not the engine's
 * own any more: `test`, `match`, `matchAll`, `replace`, `search` and `split` are counted with it. Not charged: what an
 * expression tries again because another way of matching failed. Only the engine knows how much that is, and no drill asks
 * for expressions; one that tries for ever is ended by the watchdog.
 */
export function countPatterns(kit: Kit, rules: Rules): void {
  const { apply, ownKeys } = Reflect;
  const { charge, toLength } = kit;
  const { method, replace, running, textWork } = rules;
  const { getOwnPropertyDescriptor, getPrototypeOf } = Object;
  const { max } = Math;
  const prototype = RegExp.prototype;
  const getter = (name: string) => getOwnPropertyDescriptor(prototype, name)?.get as () => unknown;
  const [isGlobal, isSticky, sourceOf] = [getter('global'), getter('sticky'), getter('source')];
  const isPattern = (value: unknown): value is object => {
    try {
      return apply(sourceOf, value, []) !== undefined && value !== prototype;
    } catch {
      return false;
    }
  };
  /** While a text is split, an expression is tried at each place of it, and at most of them fails at once. */
  let splitting = false;

  replace(
    prototype,
    'exec',
    method((native, self, args) => {
      const pattern = self as RegExp;
      const text = `${args[0]}`;
      const goesOn = apply(isGlobal, pattern, []) || apply(isSticky, pattern, []);
      const { lastIndex } = pattern;
      const from = goesOn && typeof lastIndex === 'number' ? toLength(lastIndex) : 0;
      const found = apply(native, pattern, [text]) as RegExpExecArray | null;
      const triesOnce = splitting && apply(isSticky, pattern, []);
      const to = found ? found.index + found[0].length : triesOnce ? from + 1 : text.length;
      // A long expression has many things to try at each place.
      charge(max(1, to - from) * (1 + textWork(apply(sourceOf, pattern, []))), found ? found.length : 0);
      return found;
    }),
  );
  /** Whether nothing but the engine's own is asked: then no code of the attempt runs meanwhile. */
  const isPlainPattern = (self: unknown): boolean =>
    isPattern(self) && getPrototypeOf(self) === prototype && ownKeys(self).length === 1;
  // An expression whose `exec` is no function is run by the engine, which asks nobody.
  for (const name of ['test', Symbol.match, Symbol.matchAll, Symbol.replace, Symbol.search]) {
    replace(
      prototype,
      name,
      method((native, self, args) => {
        if (isPlainPattern(self) || !isPattern(self)) return running(() => apply(native, self, args));
        const text = `${args[0]}`;
        charge((text.length + 1) * (1 + textWork(apply(sourceOf, self, []))), 0);
        return running(() => apply(native, self, [text, args[1]]));
      }),
    );
  }
  replace(
    prototype,
    Symbol.split,
    method((native, self, args) => {
      const isPlain = isPlainPattern(self);
      splitting = isPlain;
      try {
        return running(() => apply(native, self, args));
      } finally {
        splitting = false;
      }
    }),
  );
  replace(
    prototype,
    'compile',
    method((native, self, args) => {
      charge(1 + textWork(args[0]), 0);
      return apply(native, self, args);
    }),
  );
  // What is no expression yet is made one.
  for (const name of ['match', 'matchAll', 'search']) {
    replace(
      String.prototype,
      name,
      method((native, self, args) => {
        charge(typeof args[0] === 'string' ? args[0].length : 0, 0);
        return running(() => apply(native, self, args));
      }),
    );
  }
}
