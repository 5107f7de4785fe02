import fc from 'fast-check';
import { createRandom, randomInteger, writtenAs } from '../../../src/index.ts';

/** The arguments of `kNearest`. */
export interface Search {
  readonly X: readonly (readonly number[])[];
  readonly query: readonly number[];
  readonly k: number;
}

/** The arguments of `knnClassify`. */
export interface Vote extends Search {
  readonly y: readonly number[];
}

const MAX_FEATURES = 3;

/** Coordinates -50..50; on a narrow grid their remainder -3..3, where ties and duplicates are common. */
const coordinate = fc.integer({ min: -50, max: 50 });

const point = fc.tuple(coordinate, coordinate, coordinate);

/** A row and its label. */
const row = fc.tuple(coordinate, coordinate, coordinate, fc.nat({ max: 3 }));

/** What an input is made of: flat, so that any part can be left out when a counterexample is shrunk. */
interface Parts {
  readonly nFeatures: number;
  readonly isWide: boolean;
  readonly rows: readonly (readonly [number, number, number, number])[];
  readonly query: readonly [number, number, number];
  readonly k: number;
}

const partsOf = (
  nFeatures: fc.Arbitrary<number>,
  isWide: fc.Arbitrary<boolean>,
  maxRows: number,
  size: 'small' | 'max' = 'small',
) =>
  fc.record<Parts>(
    {
      nFeatures,
      isWide,
      rows: fc.array(row, { minLength: 1, maxLength: maxRows, size }),
      query: point,
      k: fc.nat({ max: 999 }),
    },
    { noNullPrototype: true },
  );

/** Rows, labels, a query and a k from 1 to nSamples; `place` moves each coordinate of the integer grid. */
function voteOf({ nFeatures, isWide, rows, query, k }: Parts, place = (value: number) => value): Vote {
  const onGrid = (point: readonly number[]): number[] =>
    point.slice(0, nFeatures).map((value) => place((isWide ? value : value % 4) + 0)); // + 0 turns -0 into 0
  return {
    X: rows.map((row) => onGrid(row)),
    y: rows.map((row) => row[3]),
    query: onGrid(query),
    k: 1 + (k % rows.length),
  };
}

const anyWidth = fc.nat({ max: 3 }).map((value) => value === 3);
const narrow = fc.constant(false);

/** 1 to 10 rows of 1 to 3 features, labelled 0 to 3: one input in four on a wide grid, the others with many ties and duplicates. */
export const votes: fc.Arbitrary<Vote> = partsOf(fc.integer({ min: 1, max: MAX_FEATURES }), anyWidth, 10).map((parts) =>
  voteOf(parts),
);

/** 1 to 8 rows of 1 or 2 features from -3 to 3: mostly ties. */
export const tiedVotes: fc.Arbitrary<Vote> = partsOf(fc.integer({ min: 1, max: 2 }), narrow, 8).map((parts) =>
  voteOf(parts),
);

/** 11 to 40 rows of 1 or 2 features, so many that a sort that does not keep equal rows in order may show. */
export const manyTiedVotes: fc.Arbitrary<Vote> = fc
  .tuple(partsOf(fc.integer({ min: 1, max: 2 }), narrow, 10), fc.integer({ min: 2, max: 4 }), fc.nat({ max: 999 }))
  .map(([parts, copies, k]) => {
    const vote = voteOf(parts);
    const times = <Item>(items: readonly Item[]): Item[] => Array.from({ length: copies }, () => items).flat();
    return { ...vote, X: times(vote.X), y: times(vote.y), k: 1 + (k % (vote.X.length * copies)) };
  });

/** 1 to 100 rows of 1 or 2 features: enough for what is merged, split or built anew to have been so several times. */
export const longVotes: fc.Arbitrary<Vote> = partsOf(fc.integer({ min: 1, max: 2 }), anyWidth, 100, 'max').map(
  (parts) => voteOf(parts),
);

/** Up to 60 rows of up to 20 features and 12 labels, drawn by a seed: each number shrinks by itself. */
export const broadVotes: fc.Arbitrary<Vote> = fc
  .record({
    nSamples: fc.integer({ min: 1, max: 60 }),
    nFeatures: fc.integer({ min: 1, max: 20 }),
    nLabels: fc.integer({ min: 1, max: 12 }),
    range: fc.constantFrom(50, 1),
    k: fc.nat({ max: 999 }),
    seed: fc.nat({ max: 9999 }),
  })
  .map(({ nSamples, nFeatures, nLabels, range, k, seed }) => {
    const random = createRandom(seed);
    const point = (): number[] => Array.from({ length: nFeatures }, () => randomInteger(random, -range, range));
    const X = Array.from({ length: nSamples }, point);
    return { X, y: X.map(() => randomInteger(random, 0, nLabels - 1)), query: point(), k: 1 + (k % nSamples) };
  });

/** Where a coordinate of the grid lies in a delicate input: far from the origin, or on a very fine or coarse grid. */
type Lie = (value: number) => number;

const LIES: readonly Lie[] = [
  (value) => 1e8 + value,
  (value) => value / 1e3,
  (value) => -1e8 + value,
  (value) => value / 1e6,
  (value) => value * 1e6,
];

/** Rows 10,000 away in a feature of their own: squared distances differ by units in 1e8, which float32 cannot hold. */
const nearlyTied = (vote: Vote): Vote => ({
  ...vote,
  X: vote.X.map((row) => [...row, 10_000]),
  query: [...vote.query, 0],
});

/** The same, a million times smaller: distances differ by less than 1e-9, and yet squares by 1e-8 of their size. */
const nearlyTiedAndFine = (vote: Vote): Vote => {
  const { X, query, ...others } = nearlyTied(vote);
  const fine = (point: readonly number[]): number[] => point.map((value) => value / 1e6);
  return { ...others, X: X.map(fine), query: fine(query) };
};

const DELICATE: readonly ((parts: Parts) => Vote)[] = [
  ...LIES.map((lie) => (parts: Parts) => voteOf(parts, lie)),
  (parts) => nearlyTied(voteOf(parts)),
  (parts) => nearlyTiedAndFine(voteOf(parts)),
];

/** Inputs that are right in doubles and wrong in float32, in whole numbers, with formulas that cancel, or with a tolerance. */
export const delicateVotes: fc.Arbitrary<Vote> = fc
  .tuple(partsOf(fc.integer({ min: 1, max: MAX_FEATURES }), anyWidth, 8), fc.constantFrom(...DELICATE))
  .map(([parts, make]) => make(parts));

/** Squared distances of 1e-12 that differ by 2e-17: lost beside anything that is added to them. */
export const tiny: Vote = { X: [[1.00001e-6], [1e-6]], y: [0, 1], query: [0], k: 1 };

/** A search with the labels left out. */
export const searchOf = ({ X, query, k }: Vote): Search => ({ X, query, k });

export const searches = votes.map(searchOf);
export const tiedSearches = tiedVotes.map(searchOf);
export const manyTiedSearches = manyTiedVotes.map(searchOf);
export const longSearches = longVotes.map(searchOf);
export const broadSearches = broadVotes.map(searchOf);
export const delicateSearches = delicateVotes.map(searchOf);

const N_LARGE = 2_300;

const largeTable = (code: string, rowOf: (i: number) => number[]): Search['X'] =>
  writtenAs(
    Array.from({ length: N_LARGE }, (_, i) => rowOf(i)),
    `Array.from({ length: ${N_LARGE} }, ${code})`,
  );

const ascending = largeTable('(_, i) => [i]', (i) => [i]);

/** Tables of more rows than a byte can count, or a bucket hold. */
export const largeSearches: readonly Search[] = [
  { X: ascending, query: [0], k: 1 },
  { X: ascending, query: [2_250], k: 3 },
  { X: largeTable('() => [1]', () => [1]), query: [2], k: 2 },
  {
    X: largeTable('(_, i) => [(i * 7919) % 2300, i % 7]', (i) => [(i * 7919) % 2300, i % 7]),
    query: [1150, 3],
    k: 11,
  },
];
