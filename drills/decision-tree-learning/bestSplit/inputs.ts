import fc from 'fast-check';
import { createRandom, type RemarkOn, randomInteger, writtenAs } from '../../../src/index.ts';

/** The training set of one call. */
export interface TrainingSet {
  readonly X: readonly (readonly number[])[];
  readonly y: readonly number[];
}

const MAX_FEATURES = 3;

/** On a narrow grid the remainder -3..3 is taken, so that ties and duplicates are common. */
const coordinate = fc.integer({ min: -50, max: 50 });

/** Three coordinates and a class. */
const row = fc.tuple(coordinate, coordinate, coordinate, fc.nat({ max: 3 }));

/** What a training set is made of: flat, so that any part can be left out when a counterexample is shrunk. */
interface Parts {
  readonly nFeatures: number;
  readonly nClasses: number;
  /** 3 for a wide grid. */
  readonly width: number;
  readonly rows: readonly (readonly [number, number, number, number])[];
}

const partsOf = (maxRows: number): fc.Arbitrary<Parts> =>
  fc.record(
    {
      nFeatures: fc.integer({ min: 1, max: MAX_FEATURES }),
      nClasses: fc.integer({ min: 2, max: 4 }),
      width: fc.nat({ max: 3 }),
      rows: fc.array(row, { minLength: 1, maxLength: maxRows }),
    },
    { noNullPrototype: true },
  );

const setOf = ({ nFeatures, nClasses, width, rows }: Parts): TrainingSet => ({
  X: rows.map((row) => row.slice(0, nFeatures).map((value) => (width === 3 ? value : value % 4) + 0)), // + 0 turns -0 into 0
  y: rows.map((row) => row[3] % nClasses),
});

/** 1 to 10 rows of 1 to 3 features in 2 to 4 classes. */
export const trainingSets: fc.Arbitrary<TrainingSet> = partsOf(10).map(setOf);

/** The same with up to 40 rows. */
export const largerSets: fc.Arbitrary<TrainingSet> = partsOf(40).map(setOf);

/** Up to 80 rows of up to 20 features in up to 15 classes, drawn by a seed: each number shrinks by itself. */
export const broadSets: fc.Arbitrary<TrainingSet> = fc
  .record({
    nSamples: fc.integer({ min: 1, max: 80 }),
    nFeatures: fc.integer({ min: 1, max: 20 }),
    nClasses: fc.integer({ min: 2, max: 15 }),
    range: fc.constantFrom(50, 3),
    seed: fc.nat({ max: 9999 }),
  })
  .map(({ nSamples, nFeatures, nClasses, range, seed }) => {
    const random = createRandom(seed);
    const X = Array.from({ length: nSamples }, () =>
      Array.from({ length: nFeatures }, () => randomInteger(random, -range, range)),
    );
    return { X, y: X.map(() => randomInteger(random, 0, nClasses - 1)) };
  });

const N_THOUSANDS = 2_300;

/** Thousands of rows of one feature in disorder, whose y follow from their value. */
const thousands = (yOf: (value: number) => number, code: string): TrainingSet => {
  const values = Array.from({ length: N_THOUSANDS }, (_, i) => (i * 7919) % N_THOUSANDS);
  const given = ['X', `Array.from({ length: ${N_THOUSANDS} }, (_, i) => [(i * 7919) % ${N_THOUSANDS}])`] as const;
  return {
    X: writtenAs(
      values.map((value) => [value]),
      'X',
      { given },
    ),
    y: writtenAs(values.map(yOf), `X.map(([x]) => ${code})`, { given }),
  };
};

/** Two classes side by side. */
export const THOUSANDS = thousands((x) => Number(x > 900), 'Number(x > 900)');

/** Blocks of a hundred rows. */
export const THOUSANDS_IN_BLOCKS = thousands((x) => Math.floor(x / 100) % 3, 'Math.floor(x / 100) % 3');

/** Enough for whoever counts the sides anew for each candidate: how much that costs is judged by growth. */
export const LARGE_FUEL = 100_000_000;

/** Classes 0, 1, ... with the number of rows of each, and two features of two values: of how many rows each has the lower one. */
const closeCall = (...classes: readonly { readonly size: number; readonly low: readonly number[] }[]): TrainingSet => ({
  X: classes.flatMap(({ size, low }) => Array.from({ length: size }, (_, i) => low.map((nLow) => (i < nLow ? 0 : 1)))),
  y: classes.flatMap(({ size }, label) => Array.from({ length: size }, () => label)),
});

/** Two sets of which the second feature decreases the impurity more, by 3.5e-10 and 4e-12: found by trying all of that size. */
export const CLOSE_CALLS: readonly TrainingSet[] = [
  closeCall({ size: 100, low: [89, 18] }, { size: 66, low: [51, 23] }, { size: 34, low: [17, 20] }),
  closeCall({ size: 190, low: [116, 85] }, { size: 127, low: [111, 66] }, { size: 83, low: [60, 8] }),
];

/** Of many features, more than a byte counts, the last tells the classes apart, and the first does not. */
export const MANY_FEATURES: TrainingSet = {
  X: [0, 1, 2, 3].map((i) =>
    Array.from({ length: 300 }, (_, j) => (j === 0 ? i % 2 : j === 299 ? Math.floor(i / 2) : 0)),
  ),
  y: [0, 0, 1, 1],
};

/** Features 2 to 11 are equal: as text "10" comes before "2". */
export const TIED_FEATURES: TrainingSet = {
  X: [0, 1].map((value) => Array.from({ length: 12 }, (_, j) => (j < 2 ? 0 : value))),
  y: [0, 1],
};

/** An XOR of 64 rows: both features gain nothing. */
export const MANY_TIED: TrainingSet = {
  X: Array.from({ length: 64 }, (_, i) => [i % 2, Math.floor(i / 32)]),
  y: Array.from({ length: 64 }, (_, i) => (i + Math.floor(i / 32)) % 2),
};

/** The middle of small numbers is as small. */
export const SMALL_VALUES: TrainingSet = { X: [[1e-30], [3e-30]], y: [0, 1] };

/** 0 and -0 are equal, and so no two values. */
export const ZEROS: TrainingSet = { X: [[0], [-0]], y: [0, 1] };

/** Two rows that read alike where nothing is put between their numbers. */
export const ALIKE_AS_TEXT: TrainingSet = {
  X: [
    [1, 11],
    [11, 1],
  ],
  y: [0, 1],
};

/** More distinct values than histograms have bins, and more rows than a byte counts: class 1 is six rows and one more. */
export const MANY_ROWS: TrainingSet = {
  X: Array.from({ length: 300 }, (_, i) => [(i * 7) % 300]),
  y: Array.from({ length: 300 }, (_, i) => ((i * 7) % 300 > 293 || i === 0 ? 1 : 0)),
};

/** Few values, on both sides of 0. */
const tiedValue = fc.integer({ min: -2, max: 1 });

/** 2, 4 or 8 rows of 2 or 3 features with few values and two classes: where ties are many and exact. */
export const tiedSets: fc.Arbitrary<TrainingSet> = fc
  .record(
    {
      nFeatures: fc.integer({ min: 1, max: MAX_FEATURES }),
      rows: fc.array(fc.tuple(tiedValue, tiedValue, fc.integer({ min: -1, max: 0 }), fc.nat({ max: 1 })), {
        minLength: 1,
        maxLength: 8,
      }),
    },
    { noNullPrototype: true },
  )
  .map(({ nFeatures, rows }) => {
    const size = 2 ** Math.floor(Math.log2(rows.length));
    const kept = rows.slice(0, size);
    return { X: kept.map((row) => row.slice(0, nFeatures)), y: kept.map((row) => row[3]) };
  });

/** Names for classes 0 to 3 that are easily mistaken for something else. */
export const CLASS_NAMES: readonly (readonly number[])[] = [
  [-1, 1, 0, -2],
  [10, 9, 100, 2],
  [0.5, 0.25, 0, 1],
  [1e9, -1e9, 1e9 + 1, 2 ** 40],
  [1, 1 + 5e-7, 1 - 5e-7, 1.5],
  [300, 44, 256, 0],
  [-3, -2.5, 7, 1e-9],
  [1, 1 + 2 ** -52, 1 - 2 ** -53, 0],
  [1e308, -1e308, 2 ** -1074, 0],
];

/** Two rows whose classes are numbers next to each other. */
export const NEAR_CLASSES: readonly TrainingSet[] = [
  [1, 1 + 2 ** -52],
  [0, 2 ** -1074],
].map((names) => ({ X: [[0], [1]], y: names }));

/** Training sets whose classes have other names than 0, 1, ... */
export const namedSets: fc.Arbitrary<TrainingSet> = fc
  .tuple(trainingSets, fc.constantFrom(...CLASS_NAMES))
  .map(([{ X, y }, names]) => ({ X, y: y.map((label) => names[label]) }));

/** Where a coordinate of the grid lies in a delicate input: far from the origin, on a fine grid or a coarse one. */
type Lie = (value: number) => number;

const LIES: readonly Lie[] = [
  (value) => value + 1e8,
  (value) => value / 1024,
  (value) => value - 1e8,
  (value) => value / 2 ** 20,
  (value) => value * 1e6,
  (value) => value / 2 ** 40,
];

/** Training sets that are right in doubles and wrong in float32, in whole numbers or with a tolerance. */
export const delicateSets: fc.Arbitrary<TrainingSet> = fc
  .tuple(trainingSets, fc.constantFrom(...LIES))
  .map(([{ X, y }, lie]) => ({ X: X.map((x) => x.map((value) => lie(value) + 0)), y }));

/** Two values between which (a + b) / 2 is not, or next to each other. */
export const HARD_PAIRS: readonly (readonly [number, number])[] = [
  [1 + 2 ** -52, 1 + 2 ** -51],
  [1, 1 + 2 ** -52],
  [-1 - 2 ** -51, -1 - 2 ** -52],
  [1e308, 1.7e308],
  [-1.7e308, -1e308],
  [-1.7e308, 1.7e308],
  [0, 2 ** -1074],
  [2 ** -1074, 2 ** -1073],
];

/** Nobody would fail an answer for them, and nobody would mind hearing of them. */
export const ON_NEIGHBOURS: RemarkOn = { advice: 'say what the middle of two numbers may round to' };

/** One feature with two of such values. */
const setsOf = (pairs: readonly (readonly [number, number])[]): fc.Arbitrary<TrainingSet> =>
  fc
    .tuple(fc.constantFrom(...pairs), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
    .map(([[a, b], nLow, nHigh]) => ({
      X: [...Array.from({ length: nLow }, () => [a]), ...Array.from({ length: nHigh }, () => [b])],
      y: [...Array.from({ length: nLow }, () => 0), ...Array.from({ length: nHigh }, () => 1)],
    }));

export const hardSets = setsOf(HARD_PAIRS);

/** Values next to each other: two all the same. */
export const neighbourSets = setsOf(HARD_PAIRS.filter(([a, b]) => b - a < 1));

/** Rows of class 0 and 1, of each how many the worse question sends left, and of each how many the better one does. */
type NearTie = readonly [
  nRows: readonly [number, number],
  worse: readonly [number, number],
  better: readonly [number, number],
];

/** Two questions whose decreases differ by 5e-4, 5e-5 and 2e-6: found by trying all of up to 40 rows. */
const NEAR_TIES: readonly NearTie[] = [
  [
    [5, 9],
    [4, 7],
    [2, 4],
  ],
  [
    [8, 13],
    [7, 6],
    [2, 0],
  ],
  [
    [16, 21],
    [8, 12],
    [5, 8],
  ],
];

/** Two features of which one is better by next to nothing, and comes second or first. */
export const nearTies: fc.Arbitrary<TrainingSet> = fc
  .tuple(fc.constantFrom(...NEAR_TIES), fc.boolean())
  .map(([[nRows, worse, better], isBetterFirst]) => {
    const questions = isBetterFirst ? [better, worse] : [worse, better];
    const labels = nRows.flatMap((n, label) => Array.from({ length: n }, (_, i) => ({ label, i })));
    return {
      X: labels.map(({ label, i }) => questions.map((nLeft) => (i < nLeft[label] ? 0 : 1))),
      y: labels.map(({ label }) => label),
    };
  });
