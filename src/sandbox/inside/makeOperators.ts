import type { Callable, Instruments, Kit, Operators, Thing } from './kit.ts';

/** Makes what operators and loops go through that read or make more than their operands show: text, keys, and other generators' values. */
export function makeOperators({ meter, instruments, chain, charge, keysOf, lengthOf }: Kit): Instruments {
  const { apply } = Reflect;
  const { defineProperty, freeze, getPrototypeOf } = Object;
  const { min } = Math;
  const { isArray } = Array;
  const LONGEST = 2 ** 32 - 1; // what is longer is an error, and makes nothing
  const { iterator } = Symbol;
  const builtIn = [Object.prototype, Array.prototype] as unknown[];

  const read = (site: number, length: number): void => {
    const work = length >>> 4; // the engine compares many characters at a step
    if (work === 0) return;
    meter.at = site;
    charge(work, 0);
  };
  /** Texts that are not of one length are told apart at once. */
  const readEqual = (site: number, a: string, b: string): void => {
    if (a.length === b.length) read(site, a.length);
  };
  /** What is compared with a number is read whole to become one. */
  const readOrdered = (site: number, a: unknown, b: unknown): void => {
    if (typeof a === 'string') read(site, typeof b === 'string' ? min(a.length, b.length) : a.length);
    else if (typeof b === 'string') read(site, b.length);
  };
  /** How many properties something has that a loop goes through: a list may have some by name. */
  const countOf = (value: unknown): number =>
    (typeof value === 'object' && value !== null) || typeof value === 'function' ? keysOf(value) : lengthOf(value);
  const isText = (value: unknown): value is string => typeof value === 'string';

  const constructorKey = Symbol('constructor');
  defineProperty(Object.prototype, constructorKey, {
    get(this: object) {
      return instruments.countedConstructor(this.constructor);
    },
  });

  const operators: Operators = {
    constructorKey,
    part(site, value) {
      meter.at = site;
      if (isText(value)) charge(value.length, 0);
      return value;
    },
    number(site, value) {
      if (isText(value)) read(site, value.length);
      return value;
    },
    same(site, a, b) {
      if (isText(a) && isText(b)) readEqual(site, a, b);
      return a === b;
    },
    equal(site, a, b) {
      if (isText(a) && isText(b)) readEqual(site, a, b);
      else if (isText(a) || isText(b)) readOrdered(site, a, b);
      // biome-ignore lint/suspicious/noDoubleEquals: it stands for the operator of the attempt
      return a == b;
    },
    below(site, a, b) {
      if (isText(a) || isText(b)) readOrdered(site, a, b);
      return (a as number) < (b as number);
    },
    above(site, a, b) {
      if (isText(a) || isText(b)) readOrdered(site, a, b);
      return (a as number) > (b as number);
    },
    atMost(site, a, b) {
      if (isText(a) || isText(b)) readOrdered(site, a, b);
      return (a as number) <= (b as number);
    },
    atLeast(site, a, b) {
      if (isText(a) || isText(b)) readOrdered(site, a, b);
      return (a as number) >= (b as number);
    },
    keys(site, value) {
      meter.at = site;
      let count = 0;
      for (let owner: unknown = value; owner !== null && owner !== undefined; owner = getPrototypeOf(owner)) {
        if (owner === builtIn[0] || owner === builtIn[1]) break;
        count += countOf(owner);
      }
      charge(count, 0);
      return value;
    },
    chained(site, prototype) {
      meter.at = site;
      chain(undefined, prototype);
      return instruments.countedConstructor(prototype) as typeof prototype;
    },
    lengthened(site, list, length) {
      if (isArray(list) && typeof length === 'number' && length > list.length && length <= LONGEST) {
        meter.at = site;
        charge(length - list.length, length - list.length);
      }
      list.length = length;
      return length;
    },
    copied(site, value) {
      meter.at = site;
      const count = countOf(value);
      charge(count, count);
      return value;
    },
    delegated(site, source) {
      if (source === null || source === undefined) return source;
      const make = (source as Thing)[iterator];
      if (typeof make !== 'function') return source; // the engine says what is wrong, or looks for another iterator
      const inner = apply(make, source, []) as Thing;
      if (typeof inner !== 'object' && typeof inner !== 'function') return source;
      const next = inner.next as Callable;
      /** Each value goes through every generator between the one that gives it and the one that is asked. */
      const passing = (run: unknown): Callable | undefined =>
        typeof run !== 'function'
          ? undefined
          : (value) => {
              meter.at = site;
              charge(1, 0);
              return apply(run, inner, [value]);
            };
      return {
        [iterator]() {
          return this;
        },
        next: passing(next),
        get return() {
          return passing(inner.return);
        },
        get throw() {
          return passing(inner.throw);
        },
      };
    },
  };
  return freeze({ ...instruments, ...operators });
}
