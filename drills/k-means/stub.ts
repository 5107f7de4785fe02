import type { Check } from 'ml-drills/drills/k-means';

export interface KMeansOptions {
  /** How many updates are made at most; 300 when left out. */
  readonly maxIter?: number;
}

export interface KMeansResult {
  /** (nClusters, nFeatures) */
  centroids: ArrayLike<ArrayLike<number>>;
  /** The index of a centroid for each row (nSamples). */
  labels: ArrayLike<number>;
  /** Sum of squared distances of the rows to their centroids. */
  inertia: number;
  /** How many updates were made. */
  nIter: number;
  /** Whether an assignment equalled the one before it. */
  converged: boolean;
}

/** Groups the rows of X (nSamples, nFeatures) by Lloyd's algorithm, starting from the centroids given (nClusters, nFeatures). */
export function kMeans(
  X: readonly (readonly number[])[],
  initialCentroids: readonly (readonly number[])[],
  options?: KMeansOptions,
): KMeansResult {
  throw new Error('TODO: kMeans');
}

/** Indices of `nClusters` rows of X (nSamples, nFeatures) to start from, drawn by k-means++; `random` gives numbers in [0, 1). */
export function kMeansPlusPlus(
  X: readonly (readonly number[])[],
  nClusters: number,
  random: () => number,
): ArrayLike<number> {
  throw new Error('TODO: kMeansPlusPlus');
}

/** The result of kMeans, where distances are expensive: `squaredDistance` is the square of a metric. */
export function kMeansBounded(
  X: readonly (readonly number[])[],
  initialCentroids: readonly (readonly number[])[],
  squaredDistance: (a: readonly number[], b: readonly number[]) => number,
  options?: KMeansOptions,
): KMeansResult {
  throw new Error('TODO: kMeansBounded');
}

export interface MiniBatchKMeans {
  /** Moves the centroids towards the rows of one batch (nSamples, nFeatures). */
  partialFit(batch: readonly (readonly number[])[]): void;
  /** The centroids as they are now (nClusters, nFeatures). */
  centroids(): ArrayLike<ArrayLike<number>>;
  /** How many rows each centroid was given so far (nClusters). */
  counts(): ArrayLike<number>;
}

/** Mini-batch k-means of a stream, starting from the centroids given (nClusters, nFeatures). */
export function createMiniBatchKMeans(initialCentroids: readonly (readonly number[])[]): MiniBatchKMeans {
  throw new Error('TODO: createMiniBatchKMeans');
}

export interface Clustering1d {
  /** The cluster of each value (nSamples). */
  labels: ArrayLike<number>;
  /** The mean of each cluster (nClusters), ascending. */
  centroids: ArrayLike<number>;
  /** Sum of squared distances of the values to their centroids. */
  inertia: number;
}

/** The partition of the values (nSamples) into `nClusters` clusters that has the least inertia of all. */
export function optimalKMeans1d(values: readonly number[], nClusters: number): Clustering1d {
  throw new Error('TODO: optimalKMeans1d');
}

/** What your code costs, in nSamples (n), nFeatures (d), nClusters (k), nIter and nBatches, for the interview: `time: 'n log n'`, `memory: '1'`. */
export const complexity = {
  kMeans: { time: '', memory: '' },
  kMeansPlusPlus: { time: '', memory: '' },
  kMeansBounded: { time: '', memory: '' },
  createMiniBatchKMeans: { time: '', memory: '' },
  optimalKMeans1d: { time: '', memory: '' },
};

/** Keep this line: the editor compares the exports of this file with the question. */
export type Exports = Check<typeof import('./stub.ts')>;
