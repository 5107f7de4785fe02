// plain: one small function for each step, the ends by halves
type List = readonly number[];
/** The inertia of the sorted values from `from` up to `to`, without it. */
type Cost = (from: number, to: number) => number;

/** For each end: the least inertia of the values before it in so many clusters, and where the last of these begins. */
interface Layer {
  readonly best: number[];
  readonly starts: number[];
}

export function optimalKMeans1d(values: List, nClusters: number) {
  check(values, nClusters);
  const order = [...values.keys()].sort((a, b) => values[a] - values[b]);
  const sorted = order.map((i) => values[i]);
  const bounds = boundsOf(sorted.length, nClusters, costOf(sorted));
  const clusters = bounds.slice(1).map((to, c) => sorted.slice(bounds[c], to));
  const centroids = clusters.map(mean);
  const labels = values.map(() => 0);
  for (let c = 0; c < nClusters; c++) for (let s = bounds[c]; s < bounds[c + 1]; s++) labels[order[s]] = c;
  const inertia = clusters.reduce((sum, cluster, c) => sum + squaresFrom(cluster, centroids[c]), 0);
  return { labels, centroids, inertia };
}

function check(values: List, nClusters: number): void {
  if (values.length === 0) throw new RangeError('no values');
  if (!values.every((v) => Number.isFinite(v))) throw new RangeError('a value that is not finite');
  if (!Number.isInteger(nClusters) || nClusters < 1) throw new RangeError('nClusters');
  if (nClusters > values.length) throw new RangeError('more clusters than values');
}

function boundsOf(n: number, nClusters: number, cost: Cost): number[] {
  const layers = [firstLayer(n, cost)];
  while (layers.length < nClusters) layers.push(nextLayer(layers[layers.length - 1].best, layers.length, cost));
  const bounds = [n];
  for (const { starts } of layers.reverse()) bounds.unshift(starts[bounds[0]]);
  return bounds;
}

function firstLayer(n: number, cost: Cost): Layer {
  const ends = Array.from({ length: n + 1 }, (_, end) => end);
  return { best: ends.map((end) => (end === 0 ? 0 : cost(0, end))), starts: ends.map(() => 0) };
}

function nextLayer(before: List, c: number, cost: Cost): Layer {
  const best = before.map(() => Number.POSITIVE_INFINITY);
  const starts = before.map(() => c);
  const offer = (start: number, end: number): void => {
    const sum = before[start] + cost(start, end);
    if (sum < best[end]) [best[end], starts[end]] = [sum, start];
  };
  const fill = (low: number, high: number, from: number, to: number): void => {
    if (low > high) return;
    const end = (low + high) >> 1;
    for (let start = from; start <= to && start < end; start++) offer(start, end);
    fill(low, end - 1, from, starts[end]);
    fill(end + 1, high, starts[end], to);
  };
  fill(c + 1, before.length - 1, c, before.length - 2);
  return { best, starts };
}

function costOf(sorted: List): Cost {
  const middle = sorted[sorted.length >> 1];
  const sums = [0];
  const squares = [0];
  for (const [i, value] of sorted.entries()) {
    const x = value - middle;
    sums.push(sums[i] + x);
    squares.push(squares[i] + x * x);
  }
  return (from, to) => Math.max(0, squares[to] - squares[from] - (sums[to] - sums[from]) ** 2 / (to - from));
}

function mean(cluster: List): number {
  const sum = cluster.reduce((before, value) => before + (value - cluster[0]), 0);
  return Math.min(cluster[0] + sum / cluster.length, cluster[cluster.length - 1]);
}

function squaresFrom(cluster: List, centroid: number): number {
  return cluster.reduce((sum, value) => sum + (value - centroid) ** 2, 0);
}
