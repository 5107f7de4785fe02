// plain: one small function for each step
type Row = readonly number[];
type Rows = readonly Row[];

export function createMiniBatchKMeans(initialCentroids: Rows) {
  checkInitial(initialCentroids);
  const nFeatures = initialCentroids[0].length;
  const centroids = initialCentroids.map((c) => [...c]);
  const counts = initialCentroids.map(() => 0);
  return {
    partialFit(batch: Rows): void {
      checkBatch(batch, nFeatures);
      const labels = batch.map((row) => nearest(row, centroids));
      for (let i = 0; i < batch.length; i++) {
        const k = labels[i];
        counts[k]++;
        move(centroids[k], batch[i], counts[k]);
      }
    },
    centroids: () => centroids.map((c) => [...c]),
    counts: () => [...counts],
  };
}

function checkInitial(C: Rows): void {
  if (C.length === 0) throw new RangeError('no centroids');
  if (C[0].length === 0) throw new RangeError('no features');
  if (C.some((c) => c.length !== C[0].length)) throw new RangeError('ragged centroids');
  if (!C.every((c) => c.every((v) => Number.isFinite(v)))) throw new RangeError('a centroid that is not finite');
}

function checkBatch(batch: Rows, nFeatures: number): void {
  if (batch.some((row) => row.length !== nFeatures)) throw new RangeError('a row of another length');
  if (!batch.every((row) => row.every(Number.isFinite))) throw new RangeError('a row that is not finite');
}

function nearest(row: Row, C: Rows): number {
  const far = C.map((c) => squared(row, c));
  return far.reduce((best, d, k) => (d < far[best] ? k : best), 0);
}

function squared(a: Row, b: Row): number {
  return a.reduce((sum, v, j) => sum + (v - b[j]) ** 2, 0);
}

function move(centroid: number[], row: Row, count: number): void {
  for (let j = 0; j < row.length; j++) centroid[j] += (row[j] - centroid[j]) / count;
}
