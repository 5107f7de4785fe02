// as somebody answers who has read the question
type Matrix = readonly (readonly number[])[];

const squared = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0);

function validate(X: Matrix, initialCentroids: Matrix, maxIter: number): void {
  const points = [...X, ...initialCentroids];
  if (X.length === 0 || initialCentroids.length === 0) throw new RangeError('empty');
  if (points.some((point) => point.length === 0 || point.length !== X[0].length)) throw new RangeError('ragged');
  if (!points.every((point) => point.every(Number.isFinite))) throw new RangeError('not finite');
  if (initialCentroids.length > X.length) throw new RangeError('more centroids than rows');
  if (!Number.isInteger(maxIter) || maxIter < 0) throw new RangeError('maxIter');
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

function update(X: Matrix, labels: readonly number[], centroids: Matrix): number[][] {
  const sums = centroids.map((centroid) => centroid.map(() => 0));
  const counts = centroids.map(() => 0);
  for (let i = 0; i < X.length; i++) {
    const k = labels[i];
    counts[k]++;
    for (let j = 0; j < X[i].length; j++) sums[k][j] += X[i][j];
  }
  return sums.map((sum, k) => (counts[k] === 0 ? [...centroids[k]] : sum.map((total) => total / counts[k])));
}

export function kMeans(X: Matrix, initialCentroids: Matrix, { maxIter = 300 }: { maxIter?: number } = {}) {
  validate(X, initialCentroids, maxIter);
  let centroids = initialCentroids.map((centroid) => [...centroid]);
  let labels = X.map((x) => nearest(x, centroids));
  let nIter = 0;
  let converged = false;
  while (nIter < maxIter && !converged) {
    centroids = update(X, labels, centroids);
    nIter++;
    const next = X.map((x) => nearest(x, centroids));
    converged = next.every((label, i) => label === labels[i]);
    labels = next;
  }
  const inertia = X.reduce((sum, x, i) => sum + squared(x, centroids[labels[i]]), 0);
  return { centroids, labels, inertia, nIter, converged };
}
