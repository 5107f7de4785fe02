/** One task at one size, for all contenders alike. */
export interface Workload<Data = never, Result = unknown> {
  /** "k-means, 20k x 16". */
  readonly name: string;
  readonly slug: string;
  /** What is done, in one sentence. */
  readonly describes: string;
  readonly size: 'small' | 'medium' | 'large';
  /** How many rounds, where all would take too long. */
  readonly rounds?: number;
  /** Makes the inputs; every contender makes them itself, from the same random numbers. */
  readonly data: (random: () => number) => Data;
  /** The numbers of the inputs in a fixed order: what is compared to show that all had the same. */
  readonly bytes: (data: Data) => Iterable<ArrayLike<number>>;
  readonly contenders: Readonly<Record<string, Contender<Data, Result>>>;
  /** The contender that an attempt makes, where it has the functions. */
  readonly attempt: (own: Readonly<Record<string, unknown>>) => Contender<Data, Result> | undefined;
  /** What scikit-learn is asked to do, by benchmarks/contender.py. */
  readonly python?: Python<Data>;
  /** Why a result is wrong, held against that of the reference; undefined when it is right. */
  readonly check: (result: Result, oracle: Result) => string | undefined;
}

/** The function that is timed, and its result as plain data. */
export interface Contender<Data, Result> {
  /** The package whose version is reported; absent for our own code. */
  readonly from?: string;
  /** Imports and makes ready; not timed. */
  readonly prepare: (data: Data, libraries: Libraries) => Promise<() => unknown>;
  readonly result: (raw: never, data: Data) => Result;
}

/** Imports a library from benchmarks/node_modules. */
export type Libraries = <Module>(name: string) => Promise<Module>;

export interface Python<Data> {
  readonly task: string;
  readonly options: (data: Data) => Readonly<Record<string, unknown>>;
  /** Matrices by name: rows and columns, and the numbers row by row. */
  readonly arrays: (data: Data) => Readonly<Record<string, readonly ArrayLike<number>[]>>;
}

export type Rows = readonly (readonly number[])[];

/** Normal numbers, by Box and Muller. */
export const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

export const rowsOf = (nRows: number, make: (i: number) => number[]): number[][] =>
  Array.from({ length: nRows }, (_, i) => make(i));

/** 500, 20k, 1M. */
export const thousands = (n: number): string => (n >= 1e6 ? `${n / 1e6}M` : n >= 1e3 ? `${n / 1e3}k` : String(n));

/** Whether two lists of numbers differ by no more than rounding. */
export function differs(
  ours: ArrayLike<number>,
  theirs: ArrayLike<number>,
  what: string,
  tolerance = 1e-9,
): string | undefined {
  if (ours.length !== theirs.length) return `${ours.length} ${what} where there are ${theirs.length}`;
  for (let i = 0; i < ours.length; i++) {
    const [a = Number.NaN, b = Number.NaN] = [ours[i], theirs[i]];
    if (!(Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b)))) return `${what} ${i} is ${a}, not ${b}`;
  }
  return undefined;
}
