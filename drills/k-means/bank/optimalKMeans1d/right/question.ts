// as somebody answers who has read the question
export function optimalKMeans1d(values: readonly number[], nClusters: number) {
  if (values.length === 0 || !values.every(Number.isFinite)) throw new RangeError('values');
  if (!Number.isInteger(nClusters) || nClusters < 1 || nClusters > values.length) throw new RangeError('nClusters');
  const n = values.length;
  const order = values.map((_, i) => i).sort((a, b) => values[a] - values[b]);
  const sorted = order.map((i) => values[i]);
  const middle = sorted[n >> 1];
  const sums = [0];
  const squares = [0];
  for (let i = 0; i < n; i++) {
    sums.push(sums[i] + (sorted[i] - middle));
    squares.push(squares[i] + (sorted[i] - middle) ** 2);
  }
  const cost = (start: number, end: number): number =>
    Math.max(0, squares[end] - squares[start] - (sums[end] - sums[start]) ** 2 / (end - start));

  let best = sums.map((_, end) => (end === 0 ? 0 : cost(0, end)));
  const starts: number[][] = [];
  for (let c = 2; c <= nClusters; c++) {
    const before = best;
    const layer = sums.map(() => 0);
    best = sums.map(() => Infinity);
    const fill = (low: number, high: number, from: number, to: number): void => {
      if (low > high) return;
      const end = (low + high) >> 1;
      for (let start = from; start <= Math.min(to, end - 1); start++) {
        const inertia = before[start] + cost(start, end);
        if (inertia >= best[end]) continue;
        best[end] = inertia;
        layer[end] = start;
      }
      fill(low, end - 1, from, layer[end]);
      fill(end + 1, high, layer[end], to);
    };
    fill(c, n, c - 1, n - 1);
    starts.push(layer);
  }

  const bounds = [n];
  for (let c = nClusters - 2; c >= 0; c--) bounds.unshift(starts[c][bounds[0]]);
  bounds.unshift(0);
  const labels = values.map(() => 0);
  const centroids: number[] = [];
  let inertia = 0;
  for (let k = 0; k < nClusters; k++) {
    const first = sorted[bounds[k]];
    let sum = 0;
    for (let s = bounds[k]; s < bounds[k + 1]; s++) sum += sorted[s] - first;
    centroids.push(first + sum / (bounds[k + 1] - bounds[k]));
    for (let s = bounds[k]; s < bounds[k + 1]; s++) {
      labels[order[s]] = k;
      inertia += (sorted[s] - centroids[k]) ** 2;
    }
  }
  return { labels, centroids, inertia };
}
