import fc from 'fast-check';
import type * as reference from '../../../reference/k-means/index.ts';
import { type Judgement, type Law, lawsOf, throwsRangeError } from '../../../src/index.ts';
import { type Clustering, clusterings } from './inputs.ts';
import { changed, LAST, manyPoints } from './manyPoints.ts';

type Reference = typeof reference;
type Matrix = Clustering['X'];
const law = lawsOf<Reference>();

/** Where to spoil a clustering: in which feature of which row or centroid. */
interface Place {
  readonly clustering: Clustering;
  readonly i: number;
  readonly j: number;
  readonly isRow: boolean;
  /** Whether the call makes no update: it is refused all the same. */
  readonly isZero: boolean;
}

const places: fc.Arbitrary<Place> = fc.record({
  isZero: fc.boolean(),
  isRow: fc.boolean(),
  i: fc.nat(11),
  j: fc.nat(2),
  clustering: clusterings,
});

const square: Matrix = [
  [0, 0],
  [1, 1],
];

/** The last row, or the last centroid, of two. */
const lastOnes = [true, false].map(
  (isRow): Place => ({ clustering: { X: square, initialCentroids: square }, i: 1, j: 1, isRow, isZero: false }),
);

/** The last of so many rows that a check of dozens misses it. */
const lastOfMany: Place = {
  clustering: { X: manyPoints, initialCentroids: square },
  ...{ i: LAST, j: 1, isRow: true, isZero: false },
};

const lastCentroidOfMany: Place = {
  ...lastOfMany,
  clustering: { X: manyPoints, initialCentroids: manyPoints },
  isRow: false,
};

/** With one coordinate more, these rows have as many together as if all were as long as the first. */
const shortAndLong: Place = {
  clustering: { X: [[0, 0], [1], [2, 2]], initialCentroids: square },
  ...{ i: 2, j: 0, isRow: true, isZero: false },
};

const refuses = (solution: Reference, { X, initialCentroids }: Clustering, isZero: boolean, why: string): Judgement =>
  throwsRangeError(
    () => (isZero ? solution.kMeans(X, initialCentroids, { maxIter: 0 }) : solution.kMeans(X, initialCentroids)),
    why,
  );

/** The clustering with one of its rows, or of its centroids, changed. */
function spoiled({ clustering, i, isRow }: Place, change: (row: readonly number[]) => readonly number[]): Clustering {
  const name = isRow ? 'X' : 'initialCentroids';
  return { ...clustering, [name]: changed(clustering[name], i, change) };
}

/** Malformed input is a law for each rule, so that the failed one names what was forgotten. */
export const malformedLaws: readonly Law<Reference>[] = [
  law(
    'X or initialCentroids that is empty is a RangeError',
    places,
    (solution, { clustering, isRow, isZero }) =>
      isRow
        ? refuses(solution, { ...clustering, X: [] }, isZero, 'X without rows')
        : refuses(solution, { ...clustering, initialCentroids: [] }, isZero, 'no initial centroid'),
    { stage: 'faults', runs: 20 },
  ),
  law(
    'a row or centroid without features is a RangeError',
    places,
    (solution, { clustering: { X, initialCentroids }, isZero }) => {
      const empty = (points: Matrix): Matrix => points.map(() => []);
      const clustering = { X: empty(X), initialCentroids: empty(initialCentroids) };
      return refuses(solution, clustering, isZero, 'rows without features');
    },
    { stage: 'faults', runs: 20 },
  ),
  law(
    'a row or centroid of another length than the others is a RangeError',
    fc.tuple(fc.boolean(), places),
    (solution, [isLonger, place]) => {
      const isOnlyRow = place.isRow && place.clustering.X.length === 1;
      const at = { ...place, isRow: place.isRow && !isOnlyRow };
      const clustering = spoiled(at, (row) => (isLonger ? [...row, 0] : row.slice(0, -1)));
      return refuses(solution, clustering, place.isZero, `a ${at.isRow ? 'row' : 'centroid'} of another length`);
    },
    {
      stage: 'faults',
      examples: [
        ...lastOnes.flatMap((place): [boolean, Place][] => [
          [true, place],
          [false, place],
        ]),
        [true, lastOfMany],
        [true, shortAndLong],
      ],
      runs: 60,
    },
  ),
  law(
    'a NaN or infinite coordinate is a RangeError',
    fc.tuple(fc.constantFrom(Number.NaN, Infinity, -Infinity), places),
    (solution, [bad, place]) => {
      const clustering = spoiled(place, (row) => row.map((value, j) => (j === place.j % row.length ? bad : value)));
      return refuses(solution, clustering, place.isZero, `the coordinate ${bad}`);
    },
    {
      stage: 'faults',
      examples: [
        ...lastOnes.flatMap((place): [number, Place][] => [
          [Number.NaN, place],
          [Infinity, place],
        ]),
        [Number.NaN, lastOfMany],
        [Number.NaN, lastCentroidOfMany],
      ],
      runs: 60,
    },
  ),
  law(
    'more centroids than rows is a RangeError',
    places,
    (solution, { clustering: { X }, isZero }) =>
      refuses(
        solution,
        { X, initialCentroids: [...X, X[0]] },
        isZero,
        `${X.length + 1} centroids for ${X.length} rows`,
      ),
    { stage: 'faults', runs: 20 },
  ),
  law(
    'maxIter that is not a finite integer, 0 or more, is a RangeError',
    fc.tuple(fc.constantFrom(-1, 0.5, 2.5, Number.NaN, Infinity, -Infinity, -300), clusterings),
    (solution, [maxIter, { X, initialCentroids }]) =>
      throwsRangeError(() => solution.kMeans(X, initialCentroids, { maxIter }), `maxIter = ${maxIter}`),
    { stage: 'faults', runs: 40 },
  ),
];
