// as somebody answers who has read the question
type Matrix = readonly (readonly number[])[];

const squared = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0);

function validate(points: Matrix, nFeatures: number): void {
  if (nFeatures === 0 || points.some((point) => point.length !== nFeatures)) throw new RangeError('ragged');
  if (!points.every((point) => point.every(Number.isFinite))) throw new RangeError('not finite');
}

function nearest(x: readonly number[], centroids: Matrix): number {
  let best = 0;
  let smallest = Infinity;
  for (let k = 0; k < centroids.length; k++) {
    const distance = squared(x, centroids[k]);
    if (distance < smallest) {
      smallest = distance;
      best = k;
    }
  }
  return best;
}

export function createMiniBatchKMeans(initialCentroids: Matrix) {
  if (initialCentroids.length === 0) throw new RangeError('no centroid');
  const nFeatures = initialCentroids[0].length;
  validate(initialCentroids, nFeatures);
  const centroids = initialCentroids.map((centroid) => [...centroid]);
  const counts = initialCentroids.map(() => 0);
  return {
    partialFit(batch: Matrix): void {
      validate(batch, nFeatures);
      const labels = batch.map((x) => nearest(x, centroids));
      for (let i = 0; i < batch.length; i++) {
        const centroid = centroids[labels[i]];
        const count = ++counts[labels[i]];
        for (let j = 0; j < nFeatures; j++) centroid[j] += (batch[i][j] - centroid[j]) / count;
      }
    },
    centroids: () => centroids.map((centroid) => [...centroid]),
    counts: () => [...counts],
  };
}
