import { byDistance, keepNearest, type Neighbour } from './nearestHeap.ts';
import { squaredDistance } from './squaredDistance.ts';
import { checkCountAlone, checkPoint, checkQuery } from './validate.ts';

/** The k nearest of the rows seen so far. */
export interface Nearest {
  /** Takes one more row (nFeatures), which has this index. Throws a RangeError for a malformed row, and stays as it was. */
  push(row: readonly number[], index: number): void;
  /** Indices of the k nearest rows so far, or of all while they are fewer: nearest first, lower index first on ties. */
  result(): ArrayLike<number>;
}

/**
 * Keeps the k rows nearest to the query (nFeatures) while rows arrive one at a time, in any order.
 *
 * A push takes O(nFeatures + log k): the farthest of the k is at the root of a heap, and most rows are compared with it alone.
 * A result takes O(k log k). Memory O(k): no row is kept, only its distance. Knuth 1998, vol. 3, section 5.2.3.
 *
 * @throws RangeError for a query without features or with numbers that are not finite, and when k is not an integer, 1 or more.
 * @example const nearest = createNearest([0], 2); nearest.push([3], 0); nearest.push([1], 1); nearest.result() // => [1, 0]
 * @example
 * ```ts
 * const nearest = createNearest([2], 2);
 * [[0], [5], [1]].forEach((row, i) => nearest.push(row, i));
 * nearest.result(); // => [2, 0]
 * ```
 */
export function createNearest(query: readonly number[], k: number): Nearest {
  checkQuery(query);
  checkCountAlone(k);
  const target = [...query];
  const heap: Neighbour[] = [];
  return {
    push(row, index) {
      checkPoint(row, target.length, 'row');
      keepNearest(heap, { squaredDistance: squaredDistance(row, target), index }, k);
    },
    result: () => [...heap].sort(byDistance).map(({ index }) => index),
  };
}
