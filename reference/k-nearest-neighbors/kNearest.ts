import { byDistance, keepNearest, type Neighbour } from './nearestHeap.ts';
import { squaredDistance } from './squaredDistance.ts';
import { checkCount, checkRows } from './validate.ts';

/**
 * Indices of the k rows of X (nSamples, nFeatures) nearest to the query, nearest first, lower index first at equal distances.
 *
 * Time O(nSamples (nFeatures + log k)): each distance is computed once, and each row meets a heap of the k nearest so far.
 * Memory O(k). Fix and Hodges 1951; exhaustive search as in Friedman, Bentley and Finkel 1977, section 1.
 *
 * @throws RangeError on empty or ragged X, coordinates that are not finite, and k outside 1..nSamples.
 * @example kNearest([[0, 0], [3, 4], [1, 1], [-1, 1]], [0, 1], 3) // => [0, 2, 3]
 * @example
 * ```ts
 * kNearest([[0], [5], [1]], [2], 2); // => [2, 0]
 * ```
 */
export function kNearest(X: readonly (readonly number[])[], query: readonly number[], k: number): number[] {
  checkRows(X, query);
  checkCount(k, X.length);
  const nearest: Neighbour[] = [];
  X.forEach((row, index) => {
    keepNearest(nearest, { squaredDistance: squaredDistance(row, query), index }, k);
  });
  return nearest.sort(byDistance).map(({ index }) => index);
}
