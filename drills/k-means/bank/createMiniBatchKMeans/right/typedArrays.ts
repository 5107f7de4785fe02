// one flat typed array for all centroids, and slices of it for whoever reads
import { check, checkInitial, nearest, type Rows } from './kit.ts';

export function createMiniBatchKMeans(initialCentroids: Rows) {
  const d = checkInitial(initialCentroids);
  const state = Float64Array.from(initialCentroids.flat());
  const counts = new Float64Array(initialCentroids.length);
  const views = initialCentroids.map((_, c) => state.subarray(c * d, (c + 1) * d));
  return {
    partialFit(batch: Rows): void {
      check(batch, d);
      const labels = Int32Array.from(batch, (row) => nearest(row, views));
      for (let i = 0; i < batch.length; i++) {
        const rate = 1 / ++counts[labels[i]];
        for (let j = 0, at = labels[i] * d; j < d; j++, at++) state[at] += rate * (batch[i][j] - state[at]);
      }
    },
    centroids: () => views.map((view) => view.slice()),
    counts: () => counts.slice(),
  };
}
