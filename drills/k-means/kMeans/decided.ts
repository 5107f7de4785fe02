import { type KMeansResult, kMeans } from '../../../reference/k-means/index.ts';
import type { Clustering, LimitedClustering } from './inputs.ts';

type Matrix = Clustering['X'];

/** A call that every right answer makes alike. */
export interface Decided extends LimitedClustering {
  /** What the reference gives. */
  readonly expected: KMeansResult;
  /** What it gives with one update less; undefined where `asked` made none. */
  readonly before: KMeansResult | undefined;
  /** Whether some row has two nearest centroids at some assignment. */
  readonly isTied: boolean;
}

/**
 * The same call with `maxIter` lowered, where needed, to the updates that every right answer makes alike. Beyond them some
 * row is so nearly between two centroids that rounding decides, and right answers may part. Undefined when the first
 * assignment is in doubt already.
 */
export function decided(call: LimitedClustering): Decided | undefined {
  const { X, initialCentroids } = call;
  let isExact = initialCentroids.map((centroid) => centroid.every(isSmallHalf));
  if (!isDecided(X, initialCentroids, isExact)) return undefined;
  let before: KMeansResult | undefined;
  let isTied = hasTies(call);
  let expected = kMeans(X, initialCentroids, { maxIter: 0 });
  while (expected.nIter < call.maxIter && !expected.converged) {
    const next = kMeans(X, expected.centroids as Matrix, { maxIter: 1 }); // the reference gives plain arrays
    isExact = exactAfterUpdate(X, expected.labels, isExact);
    if (!isDecided(X, next.centroids as Matrix, isExact))
      return { ...call, maxIter: expected.nIter, expected, before, isTied };
    isTied ||= hasTies({ X, initialCentroids: next.centroids as Matrix });
    before = expected;
    expected = { ...next, nIter: before.nIter + 1 };
  }
  return { ...call, expected, before, isTied };
}

/** Whether a row has two nearest centroids. */
export const hasTies = ({ X, initialCentroids }: Clustering): boolean =>
  X.some((x) => {
    const distances = initialCentroids.map((centroid) => squared(x, centroid));
    const smallest = Math.min(...distances);
    return distances.filter((distance) => distance === smallest).length > 1;
  });

/** Integers and their halves, small enough for sums of squares without rounding. */
export const isSmallHalf = (value: number): boolean => Number.isInteger(2 * value) && Math.abs(value) <= 1000;

/** Which centroids have no rounding, however they are computed: the mean of one or two integer rows, or one that was kept. */
function exactAfterUpdate(X: Matrix, labels: ArrayLike<number>, isExact: readonly boolean[]): boolean[] {
  const counts = isExact.map(() => 0);
  const areIntegers = isExact.map(() => true);
  X.forEach((x, i) => {
    counts[labels[i]]++;
    areIntegers[labels[i]] &&= x.every(Number.isInteger);
  });
  return isExact.map((was, k) => (counts[k] === 0 ? was : counts[k] <= 2 && areIntegers[k]));
}

/** Whether every row has a nearest centroid that rounding cannot change, or a tie that comes out exactly however it is computed. */
export function isDecided(X: Matrix, centroids: Matrix, isExact: readonly boolean[]): boolean {
  const largest = Math.max(largestOf(X), largestOf(centroids));
  const distances = new Float64Array(centroids.length);
  for (const x of X) {
    let nearest = 0;
    for (let k = 0; k < centroids.length; k++) {
      distances[k] = squared(x, centroids[k]);
      if (distances[k] < distances[nearest]) nearest = k;
    }
    const smallest = distances[nearest];
    for (let k = 0; k < centroids.length; k++) {
      if (k === nearest) continue;
      const distance = distances[k];
      const rounding = 1e-9 * distance + 1e-15 * largest * (Math.sqrt(distance) + Math.sqrt(smallest)) * 8;
      if (distance - smallest > rounding) continue;
      const isTied = distance === smallest && isExact[nearest] && isExact[k];
      if (!isTied || !isExactTie(x, centroids[nearest], centroids[k])) return false;
    }
  }
  return true;
}

/** The largest coordinate, by magnitude. */
export function largestOf(points: Matrix): number {
  let largest = 0;
  for (const values of points) for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest;
}

export function squared(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += (a[j] - b[j]) ** 2;
  return sum;
}

/** Sums of squares of small halves are exact; `Math.hypot` rounds in its own way and must tie as well. */
function isExactTie(x: readonly number[], a: readonly number[], b: readonly number[]): boolean {
  if (!x.every(isSmallHalf)) return false;
  const hypot = (centroid: readonly number[]) => Math.hypot(...x.map((value, j) => value - centroid[j]));
  return hypot(a) === hypot(b);
}
