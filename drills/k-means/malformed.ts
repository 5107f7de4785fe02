import fc from 'fast-check';
import type * as reference from '../../reference/k-means/index.ts';
import { type Law, lawsOf, throwsRangeError } from '../../src/index.ts';
import { type Clustering, clusterings } from './inputs.ts';

type Reference = typeof reference;
type Matrix = readonly (readonly number[])[];
const law = lawsOf<Reference>();

/** A coordinate of a row or of a centroid. */
interface Place {
  readonly clustering: Clustering;
  readonly i: number;
  readonly j: number;
  readonly isRow: boolean;
}

/** Puts a value in place of one coordinate. */
const withCoordinate = (rows: Matrix, i: number, j: number, value: number): Matrix =>
  rows.map((row, index) =>
    index === i % rows.length ? row.map((old, feature) => (feature === j % row.length ? value : old)) : row,
  );

const withRow = (rows: Matrix, i: number, change: (row: readonly number[]) => readonly number[]): Matrix =>
  rows.map((row, index) => (index === i % rows.length ? change(row) : row));

/** The last row, or the last centroid, of two. */
const lastOnes = [true, false].flatMap((isRow) =>
  (['longer', 'shorter'] as const).map((how): [Place, 'longer' | 'shorter' | 'none'] => {
    const points = [
      [0, 0],
      [1, 1],
    ];
    return [{ clustering: { X: points, initialCentroids: points }, i: 1, j: 0, isRow }, how];
  }),
);

const place: fc.Arbitrary<Place> = fc.record({
  clustering: clusterings,
  i: fc.nat(11),
  j: fc.nat(2),
  isRow: fc.boolean(),
});

/** Malformed input is a law for each rule, so that the failed one names what was forgotten. */
export const malformedLaws: readonly Law<Reference>[] = [
  law(
    'X or initialCentroids that is empty is a RangeError',
    fc.tuple(clusterings, fc.boolean()),
    (solution, [{ X, initialCentroids }, isRow]) =>
      isRow
        ? throwsRangeError(() => solution.kMeans([], initialCentroids), 'X without rows')
        : throwsRangeError(() => solution.kMeans(X, []), 'initialCentroids without any'),
    { runs: 20 },
  ),
  law(
    'a NaN or infinite coordinate is a RangeError',
    fc.tuple(place, fc.constantFrom(Number.NaN, Infinity, -Infinity)),
    (
      solution,
      [
        {
          clustering: { X, initialCentroids },
          i,
          j,
          isRow,
        },
        value,
      ],
    ) =>
      throwsRangeError(
        () =>
          isRow
            ? solution.kMeans(withCoordinate(X, i, j, value), initialCentroids, { maxIter: j })
            : solution.kMeans(X, withCoordinate(initialCentroids, i, j, value), { maxIter: j }),
        `the coordinate ${value}`,
      ),
    { runs: 60 },
  ),
  law(
    'rows or centroids of another length than the others, or without features, are a RangeError',
    fc.tuple(place, fc.constantFrom('longer', 'shorter', 'none')),
    (
      solution,
      [
        {
          clustering: { X, initialCentroids },
          i,
          isRow,
        },
        how,
      ],
    ) => {
      if (how === 'none') {
        const nothing = (rows: Matrix): Matrix => rows.map(() => []);
        return throwsRangeError(() => solution.kMeans(nothing(X), nothing(initialCentroids)), 'rows without features');
      }
      const change = (row: readonly number[]) => (how === 'longer' ? [...row, 0] : row.slice(0, -1));
      if (isRow && X.length > 1) {
        return throwsRangeError(
          () => solution.kMeans(withRow(X, i, change), initialCentroids),
          'a row of another length',
        );
      }
      const centroids = withRow(initialCentroids, i, change);
      return throwsRangeError(() => solution.kMeans(X, centroids), 'a centroid of another length');
    },
    { examples: lastOnes, runs: 80 },
  ),
  law(
    'more centroids than rows is a RangeError',
    clusterings,
    (solution, { X }) =>
      throwsRangeError(() => solution.kMeans(X, [...X, X[0]]), `${X.length + 1} centroids for ${X.length} rows`),
    { runs: 20 },
  ),
  law(
    'maxIter that is not a finite integer, 0 or more, is a RangeError',
    fc.tuple(clusterings, fc.constantFrom(-1, 0.5, 2.5, Number.NaN, Infinity, -Infinity, -300)),
    (solution, [{ X, initialCentroids }, maxIter]) =>
      throwsRangeError(() => solution.kMeans(X, initialCentroids, { maxIter }), `maxIter = ${maxIter}`),
    { runs: 40 },
  ),
];
