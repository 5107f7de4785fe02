type List = readonly number[];
export type Cost = (from: number, to: number) => number;
/** Where each of the clusters of some sorted values begins. */
export type Cut = (n: number, nClusters: number, cost: Cost) => ArrayLike<number>;

export function check(values: List, nClusters: number): void {
  if (values.length < 1 || !values.every(Number.isFinite)) throw new RangeError('values');
  if (!(Number.isInteger(nClusters) && nClusters >= 1 && nClusters <= values.length)) throw new RangeError('nClusters');
}

export const sortedIndices = (values: List): number[] =>
  Array.from(values, (_, i) => i).sort((a, b) => values[a] - values[b] || a - b);

/** Sums of differences from the mean, in typed arrays. */
function costOf(sorted: List): Cost {
  const n = sorted.length;
  let middle = 0;
  for (let i = 0; i < n; i++) middle += (sorted[i] - middle) / (i + 1);
  const [sums, squares] = [new Float64Array(n + 1), new Float64Array(n + 1)];
  for (let i = 0; i < n; i++) {
    const value = sorted[i] - middle;
    sums[i + 1] = sums[i] + value;
    squares[i + 1] = squares[i] + value ** 2;
  }
  return (from, to) => squares[to] - squares[from] - (sums[to] - sums[from]) ** 2 / (to - from);
}

/** The mean of sorted values, never outside of them. */
function meanOf(sorted: List, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += sorted[i] - sorted[from];
  return Math.min(sorted[to - 1], sorted[from] + sum / (to - from));
}

/** Cuts the sorted values, and describes what came out. */
export const cutting = (cut: Cut) => (values: List, nClusters: number) => {
  check(values, nClusters);
  const order = sortedIndices(values);
  const sorted = order.map((i) => values[i]);
  const begins = cut(sorted.length, nClusters, costOf(sorted));
  const labels = new Int32Array(values.length);
  const centroids = new Float64Array(nClusters);
  let inertia = 0;
  for (let c = 0; c < nClusters; c++) {
    const to = c + 1 < nClusters ? begins[c + 1] : sorted.length;
    centroids[c] = meanOf(sorted, begins[c], to);
    for (let i = begins[c]; i < to; i++) {
      labels[order[i]] = c;
      inertia += (sorted[i] - centroids[c]) ** 2;
    }
  }
  return { labels, centroids, inertia };
};

/** Layer by layer: `grow` finds the best beginning of the last cluster for every end from c + 1 to n. */
export const layered =
  (grow: (n: number, c: number, all: Cost) => ArrayLike<number>): Cut =>
  (n, nClusters, cost) => {
    let best = Float64Array.from({ length: n + 1 }, (_, i) => (i === 0 ? 0 : cost(0, i)));
    const cuts: ArrayLike<number>[] = [new Int32Array(n + 1)];
    for (let c = 1; c < nClusters; c++) {
      const before = best;
      const all: Cost = (begin, end) => before[begin] + cost(begin, end);
      const found = grow(n, c, all);
      best = Float64Array.from(before, (_, i) => (i > c ? all(found[i], i) : Number.POSITIVE_INFINITY));
      cuts.push(found);
    }
    const begins: number[] = [];
    for (let c = nClusters - 1, end = n; c >= 0; c--) {
      end = cuts[c][end];
      begins.push(end);
    }
    return begins.reverse();
  };

/** Every other end first, each between the beginnings of its neighbours, with strides that halve. */
export const strides = layered((n, c, all) => {
  const found = new Int32Array(n + 1);
  let stride = 1;
  while (stride < n) stride *= 2;
  for (; stride >= 1; stride /= 2) {
    for (let end = c + stride; end <= n; end += 2 * stride) {
      const low = end - stride > c ? found[end - stride] : c;
      const high = Math.min(end - 1, end + stride <= n ? found[end + stride] : n);
      let best = low;
      for (let begin = low + 1; begin <= high; begin++) if (all(begin, end) < all(best, end)) best = begin;
      found[end] = best;
    }
  }
  return found;
});
