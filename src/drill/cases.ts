/** What a test case checks with. Every check throws when it does not hold; `message` says why it should, and may be left out. */
export interface Tester {
  /** The same value: numbers exactly (NaN is NaN), lists by their elements, objects by their fields. A typed array is a list. */
  equal(actual: unknown, expected: unknown, message?: string): void;
  /** Another name of `equal`. */
  deepEqual(actual: unknown, expected: unknown, message?: string): void;
  /** Another value than `other`. */
  notEqual(actual: unknown, other: unknown, message?: string): void;
  /** Numbers, or lists and objects of numbers, that differ by no more than `tolerance` (1e-9 of the larger when left out). */
  close(actual: unknown, expected: unknown, tolerance?: number, message?: string): void;
  /** Something that is true. */
  ok(value: unknown, message?: string): void;
  /** The call throws; an error of this class, where one is given: `t.throws(() => kMeans([], []), RangeError)`. */
  throws(call: () => unknown, kind?: ErrorKind, message?: string): void;
  /** Numbers in [0, 1), the same for the same seed. */
  random(seed?: number): () => number;
}

type ErrorKind = abstract new (...args: never[]) => Error;

/** The cases of `cases.ts`, by the function that they test: `export default { kMeans: { 'a rule': (kMeans, t) => { ... } } }`. */
export type CasesOf<Solution> = {
  readonly [Name in keyof Solution]?: Readonly<Record<string, (tested: Solution[Name], t: Tester) => void>>;
};
