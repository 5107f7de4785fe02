import type { Callable, Kit, LengthRun, Rules, Thing } from './kit.ts';

/** Makes the methods that look for something in a list charge what they look at. */
export function countSearches(kit: Kit, rules: Rules): void {
  const { apply } = Reflect;
  const { charge, isTyped, meter } = kit;
  const { each, indexOr, isBuiltIn, onList, onTyped, running, textWork } = rules;
  const { prototype: arrayPrototype } = Array;
  const { max, min } = Math;
  const typedPrototype = Object.getPrototypeOf(Uint8Array.prototype) as object;

  /** A callback that is built in counts nothing: its calls are counted for it. In a short list they are taken to be as many as there can be. */
  const SHORT = 32;
  /** Stops early, so only what the callback did counts; `ofAll` is what comes out when it went through all. */
  const searching =
    (ofAll?: boolean): LengthRun =>
    (native, self, args, length) => {
      const callback = args[0];
      let [called, given] = [0, args];
      if (length > SHORT && isBuiltIn(callback)) {
        const counted = function (this: unknown, ...found: unknown[]): unknown {
          called++;
          return apply(callback as Callable, this, found);
        };
        given = [counted, args[1]];
      }
      const before = meter.taken;
      const site = meter.at;
      const result = apply(native, self, given);
      meter.at = site;
      const counts = meter.taken - before;
      // `some` and `every` pass over holes without a call; where these end early is not seen.
      if (result === ofAll || (counts === 0 && length <= SHORT)) called = length - counts;
      charge(max(1, called), 0);
      return result;
    };
  /** What it takes to compare a value with these elements: a long text with others that are as long takes more. */
  const comparing = (sought: unknown, list: unknown, from: number, to: number): number => {
    const work = textWork(sought);
    let steps = max(1, to - from);
    for (let i = from; work > 0 && i < to; i++) {
      const element = (list as ArrayLike<unknown>)[i];
      if (typeof element === 'string' && element.length === (sought as string).length) steps += work;
    }
    return steps;
  };
  /** `includes` and `indexOf` count what `indexOf` has looked at. Only `includes` finds NaN, and looks again for it. */
  const lookingWith =
    (indexOf: Callable): LengthRun =>
    (native, self, args, length) => {
      const site = meter.at;
      const found = apply(indexOf, self, args) as number;
      meter.at = site;
      charge(comparing(args[0], self, indexOr(0, args[1], length), found < 0 ? length : found + 1), 0);
      return native === indexOf ? found : found >= 0 || apply(native, self, args);
    };
  const lookingBack: LengthRun = (native, self, args, length) => {
    const found = running(() => apply(native, self, args) as number);
    const last = length - 1;
    const from = args.length > 1 ? min(indexOr(last, args[1], length), last) : last;
    charge(comparing(args[0], self, max(0, found), from + 1), 0);
    return found;
  };
  /** In a typed array only numbers are looked for. */
  const looking =
    (run: LengthRun): LengthRun =>
    (native, self, args, length) => {
      if (!isTyped(self) || typeof args[0] === 'number' || typeof args[0] === 'bigint')
        return run(native, self, args, length);
      charge(1, 0);
      return apply(native, self, args);
    };

  for (const [owner, on] of [
    [arrayPrototype, onList],
    [typedPrototype, onTyped],
  ] as const) {
    each(owner, 'find findIndex findLast findLastIndex', on(searching()));
    each(owner, 'some', on(searching(false)));
    each(owner, 'every', on(searching(true)));
    each(owner, 'lastIndexOf', on(looking(lookingBack)));
    each(owner, 'includes indexOf', on(looking(lookingWith((owner as unknown as Thing).indexOf as Callable))));
  }
}
