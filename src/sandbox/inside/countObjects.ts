import type { Callable, Kit, Rules, Run, Thing } from './kit.ts';

/** Makes what goes through the keys of objects charge how many there are, those that no loop shows included. */
export function countObjects(kit: Kit, rules: Rules): void {
  const { apply } = Reflect;
  const { chain, charge, lengthOf, noteOdd } = kit;
  const { countedConstructor } = kit.instruments;
  const { each, iterated, method, running, textWork } = rules;
  const { defineProperty, getOwnPropertyDescriptor, isExtensible } = Object;
  const { isArray } = Array;
  const { max } = Math;
  const isThing = (value: unknown): value is Thing =>
    (typeof value === 'object' && value !== null) || typeof value === 'function';

  /** How many keys there are; the holes of a list are not looked for. */
  const keysOf = (value: unknown): number => {
    if (typeof value === 'string' || isArray(value)) return lengthOf(value);
    return isThing(value) ? kit.keysOf(value) : 0;
  };
  const listing = method((native, self, args) => {
    const result = running(() => apply(native, self, args));
    const length = lengthOf(result);
    charge(1 + max(length, isArray(args[0]) || !isThing(args[0]) ? 0 : keysOf(args[0])), length);
    return result;
  });
  each(Object, 'keys values entries getOwnPropertyNames getOwnPropertySymbols getOwnPropertyDescriptors', listing);
  each(Reflect, 'ownKeys', listing);
  each(
    Reflect,
    'get',
    method((native, self, args) => countedConstructor(running(() => apply(native, self, args)))),
  );
  each(
    Object,
    'assign',
    method((native, self, args) => {
      for (let i = 1; i < args.length; i++) {
        const count = isThing(args[i]) ? kit.keysOf(args[i] as object) : keysOf(args[i]); // a list may have some by name
        charge(count, count);
      }
      return apply(native, self, args);
    }),
  );
  /** Reads what it is given to make something new. */
  const gathering = method((native, self, args) => {
    const before = kit.meter.taken;
    const source = running(() => iterated(args[0]));
    const length = kit.meter.taken - before;
    const result = running(() => apply(native, self, [source, args[1]]));
    const made = lengthOf(result);
    charge(max(1, made - length + 1), made);
    return result;
  });
  each(Object, 'fromEntries groupBy', gathering);
  each(Map, 'groupBy', gathering);

  each(
    Object,
    'freeze seal',
    method((native, self, args) => {
      const value = args[0];
      if (isThing(value) && (!isArray(value) || isExtensible(value))) charge(keysOf(value), 0);
      return apply(native, self, args);
    }),
  );
  // What more can be added to is neither, and nothing of it is looked at; a list is known to be.
  each(
    Object,
    'isFrozen isSealed',
    method((native, self, args) => {
      if (isThing(args[0]) && !isArray(args[0]) && !isExtensible(args[0])) charge(keysOf(args[0]), 0);
      return apply(native, self, args);
    }),
  );
  const defining = method((native, self, args) => {
    noteOdd();
    if (args[1] === 'prototype' && isThing(args[2])) chain(undefined, args[2].value);
    return apply(native, self, args);
  });
  each(Object, 'defineProperty', defining);
  each(Reflect, 'defineProperty', defining);
  each(
    Object,
    'defineProperties',
    method((native, self, args) => {
      noteOdd();
      charge(keysOf(args[1]), keysOf(args[1]));
      return apply(native, self, args);
    }),
  );
  each(
    Object,
    'is',
    method((native, self, args) => {
      const [a, b] = [args[0], args[1]];
      if (typeof a === 'string' && typeof b === 'string' && a.length === b.length) charge(textWork(a), 0);
      return apply(native, self, args);
    }),
  );

  const chaining: Run = (native, self, args) => {
    chain(args[0], args[1]);
    return apply(native, self, args);
  };
  each(Object, 'setPrototypeOf', method(chaining));
  each(Reflect, 'setPrototypeOf', method(chaining));
  const { set, ...accessor } = getOwnPropertyDescriptor(Object.prototype, '__proto__') as PropertyDescriptor;
  const setPrototype = method((native, self, args) => {
    chain(self, args[0]);
    return apply(native, self, args);
  })(set as Callable);
  defineProperty(Object.prototype, '__proto__', { ...accessor, set: setPrototype });
  each(
    Object,
    'create',
    method((native, self, args) => {
      chain(undefined, args[0]);
      if (args.length > 1) noteOdd();
      charge(keysOf(args[1]), keysOf(args[1]));
      return apply(native, self, args);
    }),
  );
}
