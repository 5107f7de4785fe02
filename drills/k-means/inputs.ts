import fc from 'fast-check';
import { writtenAs } from '../../src/index.ts';

/** One call of kMeans, without its options. */
export interface Clustering {
  readonly X: readonly (readonly number[])[];
  readonly initialCentroids: readonly (readonly number[])[];
}

export interface LimitedClustering extends Clustering {
  readonly maxIter: number;
}

const MAX_FEATURES = 3;
const coordinate = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 1, arbitrary: fc.integer({ min: -50, max: 50 }) },
);
const point = fc.array(coordinate, { minLength: MAX_FEATURES, maxLength: MAX_FEATURES });

/**
 * Small integer clusterings. Everything is drawn flat and cut to size, so that it shrinks: points of three features of
 * which the first are used, and as many centroids as there are rows at most. Some centroids start on a row or on another.
 */
export const clusterings: fc.Arbitrary<Clustering> = fc
  .record({
    nFeatures: fc.integer({ min: 1, max: MAX_FEATURES }),
    points: fc.array(point, { minLength: 1, maxLength: 12 }),
    starts: fc.array(point, { minLength: 1, maxLength: 4 }),
    copied: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  })
  .map(({ nFeatures, points, starts, copied }) => {
    const X = points.map((values) => values.slice(0, nFeatures));
    const initialCentroids = starts
      .slice(0, X.length)
      .map((values, k) => (copied[k] ? [...X[k]] : values.slice(0, nFeatures)));
    return { X, initialCentroids };
  });

export const limitedClusterings: fc.Arbitrary<LimitedClustering> = fc
  .tuple(clusterings, fc.integer({ min: 0, max: 8 }))
  .map(([clustering, maxIter]) => ({ ...clustering, maxIter }));

/** The same far from the origin, or very small: what float32, rounding and cancelling formulas get wrong. */
export const scaledClusterings: fc.Arbitrary<LimitedClustering> = fc
  .tuple(limitedClusterings, fc.constantFrom<[number, number]>([1, 1e8], [1e-3, 0], [1e-6, 0], [0.1, 1000]))
  .map(([{ X, initialCentroids, maxIter }, [factor, offset]]) => {
    const moved = (points: Clustering['X']) => points.map((values) => values.map((value) => value * factor + offset));
    return { X: moved(X), initialCentroids: moved(initialCentroids), maxIter };
  });

const SLOW_ROWS = 500;

/** How many updates `slowClustering` needs. */
export const SLOW_UPDATES = 332;

/**
 * Rows on which two clusters need hundreds of updates: quantiles of a distribution close to Student's t with 2 degrees of freedom,
 * for which every boundary is nearly a fixed point, so that the boundary moves by a row or two at a time.
 */
export function slowClustering(): Clustering {
  const rows = Array.from({ length: SLOW_ROWS }, (_, i) => {
    const F = (i + 0.5) / SLOW_ROWS;
    const quantile = (2 * F - 1) / (F * (1 - F)) ** 0.52;
    return [Math.round(1000 * (quantile > 0 ? quantile * 1.018 : quantile))];
  });
  const X = writtenAs(
    rows,
    `Array.from({ length: ${SLOW_ROWS} }, (_, i) => { const F = (i + 0.5) / ${SLOW_ROWS}; const quantile = (2 * F - 1) / (F * (1 - F)) ** 0.52; return [Math.round(1000 * (quantile > 0 ? quantile * 1.018 : quantile))]; })`,
  );
  const [first, second] = [rows[0][0], rows[1][0]];
  return { X, initialCentroids: [[first], [2 * second - first + 1]] };
}
