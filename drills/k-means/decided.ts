import { kMeans } from '../../reference/k-means/index.ts';
import type { Clustering, LimitedClustering } from './inputs.ts';

type Matrix = Clustering['X'];

/**
 * The same call with `maxIter` lowered, where needed, to the updates that every right answer makes alike. Beyond them some
 * row is so nearly between two centroids that rounding decides, and right answers may part. Undefined when the first
 * assignment is in doubt already.
 */
export function decided(call: LimitedClustering): LimitedClustering | undefined {
  let isExact = call.initialCentroids.map((centroid) => centroid.every(isSmallHalf));
  for (let maxIter = 0; maxIter <= call.maxIter; maxIter++) {
    const { centroids, labels, converged } = kMeans(call.X, call.initialCentroids, { maxIter });
    if (!isDecided(call.X, centroids as Matrix, isExact)) {
      return maxIter === 0 ? undefined : { ...call, maxIter: maxIter - 1 };
    }
    if (converged) return call;
    isExact = exactAfterUpdate(call.X, Array.from(labels), isExact);
  }
  return call;
}

/** Integers and their halves, small enough for sums of squares without rounding. */
const isSmallHalf = (value: number): boolean => Number.isInteger(2 * value) && Math.abs(value) <= 1000;

/** Which centroids have no rounding, however they are computed: the mean of one or two integer rows, or one that was kept. */
function exactAfterUpdate(X: Matrix, labels: readonly number[], isExact: readonly boolean[]): boolean[] {
  const counts = isExact.map((_, k) => labels.filter((label) => label === k).length);
  return isExact.map((was, k) => {
    if (counts[k] === 0) return was;
    return counts[k] <= 2 && X.every((x, i) => labels[i] !== k || x.every(Number.isInteger));
  });
}

/** Whether every row has a nearest centroid that rounding cannot change, or a tie that comes out exactly however it is computed. */
function isDecided(X: Matrix, centroids: Matrix, isExact: readonly boolean[]): boolean {
  const largest = [...X, ...centroids].reduce(
    (max, row) => row.reduce((m, value) => Math.max(m, Math.abs(value)), max),
    0,
  );
  return X.every((x) => {
    const distances = centroids.map((centroid) => squared(x, centroid));
    const smallest = Math.min(...distances);
    const nearest = distances.indexOf(smallest);
    return distances.every((distance, k) => {
      if (k === nearest) return true;
      const rounding = 1e-9 * distance + 1e-15 * largest * (Math.sqrt(distance) + Math.sqrt(smallest)) * 8;
      if (distance - smallest > rounding) return true;
      return distance === smallest && isExact[nearest] && isExact[k] && isExactTie(x, centroids[nearest], centroids[k]);
    });
  });
}

const squared = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0);

/** Sums of squares of small halves are exact; `Math.hypot` rounds in its own way and must tie as well. */
function isExactTie(x: readonly number[], a: readonly number[], b: readonly number[]): boolean {
  if (!x.every(isSmallHalf)) return false;
  const hypot = (centroid: readonly number[]) => Math.hypot(...x.map((value, j) => value - centroid[j]));
  return hypot(a) === hypot(b);
}
