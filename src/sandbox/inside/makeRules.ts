import type { Callable, Kit, LengthRun, Rules, Run, Thing } from './kit.ts';

/** How built-ins are replaced by ones that charge, and the rules that several kinds of them share. */
export function makeRules(kit: Kit): Rules {
  const { apply, get, set } = Reflect;
  const { charge, drained, isOpenEnded, isProxy, isTyped, lengthOf, meter, standIn, toLength } = kit;
  const { isArray } = Array;
  const { getOwnPropertyDescriptor, getPrototypeOf, defineProperty } = Object;
  const { max, min, trunc } = Math;
  const toNumber = Number;
  const { iterator } = Symbol;
  const sourceOf = Function.prototype.toString;
  const endsWith = String.prototype.endsWith as Callable;
  const typedPrototype = getPrototypeOf(Uint8Array.prototype) as object;

  /** What counts for each native: some natives stand in two places. */
  const countedFor = kit.remembering<Callable>();
  function replace(owner: object, name: PropertyKey, make: (native: Callable) => Callable): void {
    const descriptor = getOwnPropertyDescriptor(owner, name);
    if (!descriptor || typeof descriptor.value !== 'function') return;
    const native = descriptor.value as Callable;
    const counted = countedFor.get(native) ?? make(native);
    countedFor.set(native, counted);
    defineProperty(counted, 'name', { value: native.name, configurable: true });
    defineProperty(counted, 'length', { value: native.length, configurable: true });
    defineProperty(owner, name, { ...descriptor, value: counted });
  }
  const each = (owner: object, names: string, make: (native: Callable) => Callable): void => {
    for (const name of names.split(' ')) replace(owner, name, make);
  };
  // Methods are objects' own, without `new`: concise methods cannot be constructed, as the natives cannot.
  const method =
    (run: Run) =>
    (native: Callable): Callable =>
      ({
        counted(this: unknown) {
          // biome-ignore lint/complexity/noArguments: an arguments object passes on how many there were without allocating
          return run(native, this, arguments);
        },
      }).counted;

  /** How many elements a built-in will find in a list; undefined where it may be told another number when it asks again. */
  function knownLength(list: unknown): number | undefined {
    if (typeof list === 'string') return list.length;
    if ((typeof list !== 'object' && typeof list !== 'function') || list === null || isProxy(list)) return undefined;
    if (isArray(list)) return list.length;
    const own = getOwnPropertyDescriptor(list, 'length');
    if (own) return typeof own.value === 'number' ? toLength(own.value) : undefined;
    const isPlain = isTyped(list) && getPrototypeOf(getPrototypeOf(list)) === typedPrototype;
    return isPlain ? lengthOf(list) : undefined;
  }
  /** A method of lists. What may give another length each time is asked once, and stands behind a Proxy that remembers it. */
  const onList = (run: LengthRun) =>
    method((native, self, args) => {
      const known = knownLength(self);
      if (known !== undefined) return run(native, self, args, known);
      if (typeof self !== 'object' || self === null) return run(native, self, args, 0);
      const length = toLength((self as Thing).length);
      const pinned = standIn(self, {
        get: (target, key) => (key === 'length' ? length : (get(target, key) as unknown)),
        set: (target, key, value) => set(target, key, value),
      });
      const result = run(native, pinned, args, length);
      return result === pinned ? self : result;
    });
  const onTyped = (run: LengthRun) => method((native, self, args) => run(native, self, args, lengthOf(self)));
  /** A method of text: what is none yet is made text once. */
  const onText = (run: LengthRun) =>
    method((native, self, args) => {
      if (self === undefined || self === null) return apply(native, self, args); // which throws
      const text = typeof self === 'string' ? self : `${self}`;
      return run(native, text, args, text.length);
    });

  /** A list, or what says that it has a length, as a list that is what it says; what is read of it is charged. */
  function listed(source: unknown): unknown {
    const known = knownLength(source);
    if (known !== undefined) charge(known, 0);
    if (known !== undefined || (typeof source !== 'object' && typeof source !== 'function') || source === null)
      return source;
    const length = toLength((source as Thing).length);
    const list: unknown[] = [];
    for (let i = 0; i < length; i++) {
      charge(1, 0);
      list[i] = (source as Thing)[i];
    }
    return list;
  }
  /** What a built-in reads to its end by iterating, charged. */
  function iterated(source: unknown): unknown {
    if (isOpenEnded(source)) return drained(source, false);
    if (typeof (source as Thing | undefined)?.[iterator] === 'function') charge(lengthOf(source), 0);
    return source;
  }

  /** Runs a built-in that may run code of the attempt, which notes places of its own. */
  function running<Value>(run: () => Value): Value {
    const site = meter.at;
    const result = run();
    meter.at = site;
    return result;
  }

  return {
    ...{ replace, each, method, onList, onTyped, onText, listed, iterated, running },
    byLength: (native, self, args, length) => {
      charge(length, 0);
      return apply(native, self, args);
    },
    making: method((native, self, args) => {
      const result = running(() => apply(native, self, args));
      const length = lengthOf(result);
      charge(length + 1, length);
      return result;
    }),
    indexOr: (otherwise, value, length) => {
      // To make a number of an object runs code of its own.
      if (value === undefined || typeof value === 'object' || typeof value === 'function') return otherwise;
      const index = trunc(toNumber(value)) || 0;
      return index < 0 ? max(0, length + index) : min(index, length);
    },
    textWork: (value) => (typeof value === 'string' ? value.length >>> 4 : 0),
    isBuiltIn: (run) =>
      typeof run === 'function' && (apply(endsWith, apply(sourceOf, run, []), ['[native code] }']) as boolean),
  };
}
