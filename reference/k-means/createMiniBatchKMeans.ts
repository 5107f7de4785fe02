import { nearestCentroid } from './kMeans.ts';
import { validateRows } from './validate.ts';

type Matrix = readonly (readonly number[])[];

/** Clusters that follow a stream of rows. */
export interface MiniBatchKMeans {
  /**
   * Moves the centroids towards the rows of one batch (nSamples, nFeatures), which may be empty.
   * @throws RangeError, and changes nothing, for rows of another length than the centroids or coordinates that are not finite.
   */
  partialFit(batch: Matrix): void;
  /** The centroids as they are now (nClusters, nFeatures). */
  centroids(): ArrayLike<ArrayLike<number>>;
  /** How many rows each centroid was given so far (nClusters). */
  counts(): ArrayLike<number>;
}

/**
 * Mini-batch k-means (Sculley 2010, algorithm 1) from the centroids given (nClusters, nFeatures). The rows of a batch are
 * assigned with the centroids as they are at its start; then each row moves its centroid by (x - centroid) / count, which
 * makes it the mean of all rows that it was ever given: mean_n = mean_(n-1) + (x_n - mean_(n-1)) / n.
 *
 * Time O(nSamples nClusters nFeatures) a batch. Memory O(nClusters nFeatures), and O(nSamples) while a batch is assigned:
 * of earlier batches nothing is kept but centroids and counts.
 * @throws RangeError for centroids that are none, ragged, without features or not finite.
 * @example
 * ```ts
 * const model = createMiniBatchKMeans([[0], [10]]);
 * model.partialFit([[1], [3], [8]]);
 * model.centroids(); // => [[2], [8]]
 * model.counts(); // => [2, 1]
 * ```
 */
export function createMiniBatchKMeans(initialCentroids: Matrix): MiniBatchKMeans {
  validateRows(initialCentroids, 'initialCentroids');
  const nFeatures = initialCentroids[0].length;
  const centroids = initialCentroids.map((centroid) => [...centroid]);
  const counts = initialCentroids.map(() => 0);

  function partialFit(batch: Matrix): void {
    if (batch.length === 0) return;
    validateRows(batch, 'batch', nFeatures);
    const labels = batch.map((x) => nearestCentroid(x, centroids)); // all of them, before the first centroid moves
    for (let i = 0; i < batch.length; i++) {
      const centroid = centroids[labels[i]];
      const count = ++counts[labels[i]];
      for (let j = 0; j < nFeatures; j++) centroid[j] += (batch[i][j] - centroid[j]) / count;
    }
  }

  return {
    partialFit,
    centroids: () => centroids.map((centroid) => [...centroid]),
    counts: () => [...counts],
  };
}
