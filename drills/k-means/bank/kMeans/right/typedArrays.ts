// flat typed arrays, inertia summed while assigning, views as centroids
import { type Options, type Rows, validate } from './kit.ts';

export function kMeans(X: Rows, initialCentroids: Rows, options?: Options) {
  const maxIter = validate(X, initialCentroids, options);
  const [n, k, m] = [X.length, initialCentroids.length, X[0].length];
  const data = new Float64Array(n * m);
  const centres = new Float64Array(k * m);
  for (let i = 0; i < n; i++) data.set(X[i], i * m);
  for (let c = 0; c < k; c++) centres.set(initialCentroids[c], c * m);
  const labels = new Int32Array(n).fill(-1);
  let inertia = 0;
  const assign = (): number => {
    let changes = 0;
    inertia = 0;
    for (let i = 0; i < n; i++) {
      let best = -1;
      let least = Number.POSITIVE_INFINITY;
      for (let c = 0; c < k; c++) {
        let d = 0;
        for (let j = 0; j < m; j++) d += (data[i * m + j] - centres[c * m + j]) ** 2;
        if (d < least) [least, best] = [d, c];
      }
      if (labels[i] !== best) changes++;
      labels[i] = best;
      inertia += least;
    }
    return changes;
  };
  const update = (): void => {
    const counts = new Uint32Array(k);
    const sums = new Float64Array(k * m);
    for (let i = 0; i < n; i++) {
      counts[labels[i]]++;
      for (let j = 0; j < m; j++) sums[labels[i] * m + j] += data[i * m + j];
    }
    for (let s = 0; s < k * m; s++) {
      const count = counts[Math.floor(s / m)];
      if (count > 0) centres[s] = sums[s] / count;
    }
  };
  assign();
  let nIter = 0;
  let converged = false;
  for (; nIter < maxIter && !converged; nIter++) {
    update();
    converged = assign() === 0;
  }
  const centroids = Array.from({ length: k }, (_, c) => centres.subarray(c * m, (c + 1) * m));
  return { centroids, labels, inertia, nIter, converged };
}
