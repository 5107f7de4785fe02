import { squaredDistance } from './squaredDistance.ts';
import { validateKMeans } from './validate.ts';

type Matrix = readonly (readonly number[])[];

/** When it stops. */
export interface KMeansOptions {
  /** How many updates are made at most: a finite integer, 0 or more; 300 when left out. */
  readonly maxIter?: number;
}

/** The clusters, and how they were come by. */
export interface KMeansResult {
  /** (nClusters, nFeatures) */
  centroids: ArrayLike<ArrayLike<number>>;
  /** The index of the nearest centroid for each row (nSamples), the lowest on ties. */
  labels: ArrayLike<number>;
  /** Sum of squared distances of the rows to their centroids. */
  inertia: number;
  /** How many updates were made. */
  nIter: number;
  /** Whether an assignment equalled the one before it. */
  converged: boolean;
}

/**
 * Lloyd's algorithm (Lloyd 1982): assign the rows of X (nSamples, nFeatures) to the nearest of the centroids
 * (nClusters, nFeatures); then update and assign, until no label changes or `maxIter` updates were made.
 * An empty cluster keeps its centroid. Labels and inertia belong to the returned centroids.
 *
 * Time O(nSamples nClusters nFeatures nIter): each assignment compares every row with every centroid, feature by
 * feature. Memory O(nSamples + nClusters nFeatures) beside the input.
 * @throws RangeError for empty or ragged data, coordinates that are not finite, more centroids than rows, or a bad maxIter.
 * @example
 * ```ts
 * const { centroids, labels } = kMeans([[0], [2], [8], [10]], [[0], [2]]);
 * centroids; // => [[1], [9]]
 * labels; // => [0, 0, 1, 1]
 * ```
 */
export function kMeans(X: Matrix, initialCentroids: Matrix, { maxIter = 300 }: KMeansOptions = {}): KMeansResult {
  validateKMeans(X, initialCentroids, maxIter);
  let centroids = initialCentroids.map((centroid) => [...centroid]);
  let labels = assign(X, centroids);
  let nIter = 0;
  let converged = false;
  while (nIter < maxIter && !converged) {
    centroids = update(X, labels, centroids);
    nIter++;
    const next = assign(X, centroids);
    converged = next.every((label, i) => label === labels[i]);
    labels = next;
  }
  return { centroids, labels, inertia: inertiaOf(X, centroids, labels), nIter, converged };
}

const assign = (X: Matrix, centroids: Matrix): number[] => X.map((x) => nearestCentroid(x, centroids));

/** The index of the nearest centroid; a later one at the same distance does not replace an earlier one. */
export function nearestCentroid(x: readonly number[], centroids: Matrix): number {
  let nearest = 0;
  let smallest = Infinity;
  for (let k = 0; k < centroids.length; k++) {
    const squared = squaredDistance(x, centroids[k]);
    if (squared < smallest) {
      smallest = squared;
      nearest = k;
    }
  }
  return nearest;
}

/** The mean of each cluster's rows; the centroid as it was where there are none. */
export function update(X: Matrix, labels: readonly number[], centroids: Matrix): number[][] {
  const sums = centroids.map((centroid) => centroid.map(() => 0));
  const counts = centroids.map(() => 0);
  for (let i = 0; i < X.length; i++) {
    const sum = sums[labels[i]];
    for (let j = 0; j < sum.length; j++) sum[j] += X[i][j];
    counts[labels[i]]++;
  }
  return sums.map((sum, k) => (counts[k] === 0 ? [...centroids[k]] : sum.map((total) => total / counts[k])));
}

const inertiaOf = (X: Matrix, centroids: Matrix, labels: readonly number[]): number =>
  X.reduce((inertia, x, i) => inertia + squaredDistance(x, centroids[labels[i]]), 0);
