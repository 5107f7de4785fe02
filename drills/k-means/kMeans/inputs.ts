import fc from 'fast-check';
import { writtenAs } from '../../../src/index.ts';

/** One call of kMeans, without its options. */
export interface Clustering {
  readonly X: readonly (readonly number[])[];
  readonly initialCentroids: readonly (readonly number[])[];
}

export interface LimitedClustering extends Clustering {
  readonly maxIter: number;
}

const MAX_FEATURES = 3;
const MAX_ROWS = 12;
const MAX_CLUSTERS = 4;

const coordinate = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 1, arbitrary: fc.integer({ min: -50, max: 50 }) },
);
const coordinates = (maxPoints: number) => fc.array(coordinate, { minLength: 1, maxLength: 2 * maxPoints });

/** Cuts a list of coordinates into points; too short a list is filled up with zeros to one point. */
function pointsOf(values: readonly number[], nFeatures: number, maxPoints: number): number[][] {
  const nPoints = Math.min(maxPoints, Math.max(1, Math.floor(values.length / nFeatures)));
  return Array.from({ length: nPoints }, (_, i) =>
    Array.from({ length: nFeatures }, (_, j) => values[i * nFeatures + j] ?? 0),
  );
}

/**
 * Small integer clusterings. Everything is drawn flat and cut to size, so that it shrinks: coordinates are cut into points,
 * of which as many start clusters as there are rows at most. Some clusters start on a row.
 */
export const clusterings: fc.Arbitrary<Clustering> = fc
  .tuple(
    coordinates(MAX_CLUSTERS),
    coordinates(MAX_ROWS),
    fc.integer({ min: 1, max: MAX_FEATURES }),
    fc.array(fc.boolean(), { minLength: MAX_CLUSTERS, maxLength: MAX_CLUSTERS }),
  )
  .map(([startValues, values, nFeatures, isOnRow]) => {
    const X = pointsOf(values, nFeatures, MAX_ROWS);
    const starts = pointsOf(startValues, nFeatures, Math.min(MAX_CLUSTERS, X.length));
    return { X, initialCentroids: starts.map((start, k) => (isOnRow[k] ? [...X[k]] : start)) };
  });

/** Rows of two or three features far apart, on which other distances than Euclid's find other centroids nearest; the first rows start clusters. */
export const spreadClusterings: fc.Arbitrary<Clustering> = fc
  .record(
    {
      values: fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 6, maxLength: 36, size: 'max' }),
      nFeatures: fc.integer({ min: 2, max: 3 }),
      nClusters: fc.integer({ min: 2, max: MAX_CLUSTERS }),
    },
    { noNullPrototype: true },
  )
  .map(({ values, nFeatures, nClusters }) => {
    const X = pointsOf(values, nFeatures, MAX_ROWS);
    return { X, initialCentroids: X.slice(0, nClusters) };
  });

export const limitedClusterings: fc.Arbitrary<LimitedClustering> = fc
  .tuple(fc.integer({ min: 0, max: 8 }), clusterings)
  .map(([maxIter, clustering]) => ({ ...clustering, maxIter }));

/** The same far from the origin, or very small: what float32, rounding and cancelling formulas get wrong. */
export const scaledClusterings: fc.Arbitrary<LimitedClustering> = fc
  .tuple(limitedClusterings, fc.constantFrom<[number, number][]>([1, 1e8], [1e-3, 0], [1e-6, 0], [0.1, 1000]))
  .map(([{ X, initialCentroids, maxIter }, [factor, offset]]) => {
    const moved = (points: Clustering['X']) => points.map((values) => values.map((value) => value * factor + offset));
    return { X: moved(X), initialCentroids: moved(initialCentroids), maxIter };
  });

/**
 * Rows on which two clusters need nRows - 2 updates: the boundary moves by one row each time. From the last row on, each row is
 * set a little below the middle of the two means that the clusters have when it is the first of the upper one; the sum is 0.
 */
export function slowClustering(nRows: number): Clustering {
  const rows: number[][] = [];
  let above = 0;
  for (let i = nRows - 1; i > 0; i--) {
    const middle = (above / (nRows - i) - above / i) / 2;
    rows[i] = [i === nRows - 1 ? 1e6 : Math.round((middle - 2) / (1 + 0.5 / i - 0.5 / (nRows - i)))];
    above += rows[i][0];
  }
  rows[0] = [-above];
  const X = writtenAs(
    rows,
    `((n) => { const rows = []; let above = 0; for (let i = n - 1; i > 0; i--) { const middle = (above / (n - i) - above / i) / 2; rows[i] = [i === n - 1 ? 1e6 : Math.round((middle - 2) / (1 + 0.5 / i - 0.5 / (n - i)))]; above += rows[i][0]; } rows[0] = [-above]; return rows; })(${nRows})`,
  );
  const [first, second] = [rows[0][0], rows[1][0]];
  return { X, initialCentroids: [[first], [2 * second - first + 1]] };
}
