import type { Tester } from '../../drill/cases.ts';
import type { Callable, Kit, Thing } from './kit.ts';

/** What runs a test case inside the realm. */
export interface CaseRunner {
  /** Runs the case that stands at these keys on a function, or on an object of those that it takes apart. Throws what the case throws. */
  readonly run: (cases: unknown, keys: readonly string[], tested: unknown) => void;
  /** The functions of these names: of the solution, or else of the reference. One alone is given as it is. */
  readonly tested: (names: ArrayLike<string>, isObject: boolean, solution: unknown, reference: unknown) => unknown;
}

/** Makes the runner, and the checks that it gives to each case. */
export function makeTester({ caught }: Kit): CaseRunner {
  const { freeze, is, keys } = Object;
  const { isArray } = Array;
  const { apply } = Reflect;
  const { abs, imul, max } = Math;
  const { isView } = ArrayBuffer;
  const NativeError = Error;
  const isNotANumber = Number.isNaN;

  class Refuted extends NativeError {
    override readonly name = 'Refuted';
  }

  /** What stands there is no case that could be run. */
  class NoCase extends NativeError {
    override readonly name = 'NoCase';
  }

  const isObject = (value: unknown): value is Thing => typeof value === 'object' && value !== null;
  const isList = (value: unknown): boolean => isArray(value) || isView(value);

  /** A value as code, cut off where it gets long. */
  const text = (value: unknown, depth = 0): string => {
    if (typeof value === 'string') return `'${value}'`;
    if (typeof value === 'function') return 'a function';
    if (is(value, -0)) return '-0';
    if (!isObject(value)) return `${String(value)}`;
    if (depth > 4) return '...';
    const parts: string[] = [];
    const list = isList(value);
    for (const key of keys(value)) {
      if (parts.length === 12) {
        parts[12] = '...';
        break;
      }
      const part = text(value[key], depth + 1);
      parts[parts.length] = list ? part : `${key}: ${part}`;
    }
    let joined = '';
    for (let i = 0; i < parts.length; i++) joined += `${i === 0 ? '' : ', '}${parts[i]}`;
    return list ? `[${joined}]` : `{ ${joined} }`;
  };

  /** What came and what was asked at the first place where two values differ; undefined when they are the same. Compares numbers by `sameNumber`. */
  const difference = (
    actual: unknown,
    expected: unknown,
    at: string,
    sameNumber: (a: number, b: number) => boolean,
  ): string | undefined => {
    const differs = (): string =>
      `gives ${text(actual)}${at === '' ? '' : ` at ${at}`} where the case asks for ${text(expected)}`;
    if (typeof actual === 'number' && typeof expected === 'number')
      return sameNumber(actual, expected) ? undefined : differs();
    if (!isObject(actual) || !isObject(expected) || isList(actual) !== isList(expected))
      return is(actual, expected) ? undefined : differs();
    if (isList(actual) && actual.length !== expected.length) return differs();
    const names = isList(actual) ? keys(actual) : keys({ ...actual, ...expected });
    for (let i = 0; i < names.length; i++) {
      const name = names[i] as string; // i is in range
      const place = isList(actual) ? `[${name}]` : `.${name}`;
      const inner = difference(actual[name], expected[name], `${at}${place}`, sameNumber);
      if (inner !== undefined) return inner;
    }
    return undefined;
  };

  const exactly = (a: number, b: number): boolean => a === b || (isNotANumber(a) && isNotANumber(b));
  const refute = (reason: string, message: string | undefined): never => {
    throw new Refuted(message === undefined ? reason : `${reason} (${message})`);
  };

  const t: Tester = {
    equal(actual, expected, message) {
      const reason = difference(actual, expected, '', exactly);
      if (reason !== undefined) refute(reason, message);
    },
    deepEqual: (actual, expected, message) => t.equal(actual, expected, message),
    notEqual(actual, other, message) {
      if (difference(actual, other, '', exactly) === undefined)
        refute(`gives ${text(actual)} where the case asks for something else`, message);
    },
    close(actual, expected, tolerance, message) {
      const within = (a: number, b: number): boolean =>
        exactly(a, b) || abs(a - b) <= (tolerance ?? 1e-9 * max(1, abs(a), abs(b)));
      const reason = difference(actual, expected, '', within);
      if (reason !== undefined) refute(reason, message);
    },
    ok(value, message) {
      if (!value) refute(`gives ${text(value)} where the case asks for something true`, message);
    },
    throws(call, kind, message) {
      let thrown: unknown;
      try {
        call();
      } catch (error) {
        thrown = caught(error);
        if (kind === undefined || (typeof kind === 'function' && thrown instanceof kind)) return;
      }
      const expected = kind === undefined ? 'an error' : `a ${kind.name}`;
      if (thrown === undefined) refute(`returns where the case asks for ${expected}`, message);
      const actual = thrown instanceof NativeError ? thrown.name : text(thrown);
      refute(`throws ${actual} where the case asks for ${expected}`, message);
    },
    random(seed = 1) {
      let state = seed >>> 0;
      return () => {
        // mulberry32, by T. Ettinger
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
      };
    },
  };
  freeze(t);

  /** Hides which solution stands behind a function. */
  const disguised = (run: unknown): unknown =>
    typeof run === 'function' ? (...args: unknown[]) => apply(run as Callable, undefined, args) : run;

  return {
    run(cases, path, tested) {
      let test = cases;
      for (let i = 0; i < path.length; i++) test = isObject(test) ? test[path[i] as string] : undefined;
      if (typeof test !== 'function') throw new NoCase('it is not a function: write (tested, t) => { ... }');
      const result: unknown = apply(test as Callable, undefined, [tested, t]);
      if (isObject(result) && typeof result.then === 'function')
        throw new NoCase('it is async: solutions answer at once, so write it without async');
    },
    tested(names, takesObject, solution, reference) {
      const functions: Thing = {};
      for (let i = 0; i < names.length; i++) {
        const name = names[i] as string; // i is in range
        functions[name] = disguised((solution as Thing)[name] ?? (reference as Thing)[name]);
      }
      return takesObject ? functions : functions[names[0] as string];
    },
  };
}
