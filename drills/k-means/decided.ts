import { kMeans } from '../../reference/k-means/index.ts';
import type { Clustering, LimitedClustering } from './inputs.ts';

/**
 * The same call with `maxIter` lowered, where needed, to the updates that every right answer makes alike. Beyond them some
 * row is so nearly between two centroids that rounding decides, and right answers may part.
 */
export function decided(call: LimitedClustering): LimitedClustering | undefined {
  for (let maxIter = 0; maxIter <= call.maxIter; maxIter++) {
    const { centroids, converged } = kMeans(call.X, call.initialCentroids, { maxIter });
    const isFirst = maxIter === 0;
    if (!isDecided(call.X, centroids as Clustering['X'], isFirst))
      return isFirst ? undefined : { ...call, maxIter: maxIter - 1 };
    if (converged) return call;
  }
  return call;
}

/** Whether every row has a nearest centroid that rounding cannot change, or a tie that comes out exactly however it is computed. */
function isDecided(X: Clustering['X'], centroids: Clustering['X'], tiesAreExact: boolean): boolean {
  const largest = Math.max(
    ...X.flat().map(Math.abs),
    ...centroids.flatMap((centroid) => Array.from(centroid)).map(Math.abs),
  );
  return X.every((x) => {
    const distances = centroids.map((centroid) => squared(x, centroid));
    const smallest = Math.min(...distances);
    const nearest = distances.indexOf(smallest);
    return distances.every((distance, k) => {
      if (k === nearest) return true;
      const rounding = 1e-9 * distance + 1e-15 * largest * (Math.sqrt(distance) + Math.sqrt(smallest)) * 8;
      if (distance - smallest > rounding) return true;
      return tiesAreExact && distance === smallest && isExactTie(x, centroids[nearest], centroids[k]);
    });
  });
}

const squared = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0);

/** Among integers squares and their sums are exact; `Math.hypot` rounds in its own way and must tie as well. */
function isExactTie(x: ArrayLike<number>, a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  const all = [...Array.from(x), ...Array.from(a), ...Array.from(b)];
  if (!all.every((value) => Number.isInteger(value) && Math.abs(value) <= 1000)) return false;
  const hypot = (centroid: ArrayLike<number>) => Math.hypot(...Array.from(x).map((value, j) => value - centroid[j]));
  return hypot(a) === hypot(b);
}
