import type * as reference from '../../reference/k-means/index.ts';
import type { RightAnswer } from '../../src/index.ts';

type Optimal = typeof reference.optimalKMeans1d;
type Cost = (from: number, to: number) => number;
/** Where each of the clusters of some sorted values begins. */
type Cut = (n: number, nClusters: number, cost: Cost) => ArrayLike<number>;

function check(values: readonly number[], nClusters: number): void {
  if (values.length < 1 || !values.every(Number.isFinite)) throw new RangeError('values');
  if (!(Number.isInteger(nClusters) && nClusters >= 1 && nClusters <= values.length)) throw new RangeError('nClusters');
}

const sortedIndices = (values: readonly number[]): number[] =>
  Array.from(values, (_, i) => i).sort((a, b) => values[a] - values[b] || a - b);

/** Sums of differences from the mean, in typed arrays. */
function costOf(sorted: readonly number[]): Cost {
  const n = sorted.length;
  let middle = 0;
  for (let i = 0; i < n; i++) middle += (sorted[i] - middle) / (i + 1);
  const [sums, squares] = [new Float64Array(n + 1), new Float64Array(n + 1)];
  for (let i = 0; i < n; i++) {
    const value = sorted[i] - middle;
    sums[i + 1] = sums[i] + value;
    squares[i + 1] = squares[i] + value ** 2;
  }
  return (from, to) => {
    const sum = sums[to] - sums[from];
    return squares[to] - squares[from] - (sum * sum) / (to - from);
  };
}

/** The mean of sorted values, never outside of them. */
function meanOf(sorted: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += sorted[i] - sorted[from];
  return Math.min(sorted[to - 1], sorted[from] + sum / (to - from));
}

/** Cuts the sorted values, and describes what came out. */
const cutting =
  (cut: Cut): Optimal =>
  (values, nClusters) => {
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

/** The beginnings, found from the last cluster back. */
function traced(cuts: readonly ArrayLike<number>[], n: number): number[] {
  const begins: number[] = [];
  for (let c = cuts.length - 1, end = n; c >= 0; c--) {
    end = cuts[c][end];
    begins.push(end);
  }
  return begins.reverse();
}

/** Layer by layer: `grow` finds the best beginning of the last cluster for every end from c + 1 to n. */
const layered =
  (grow: (n: number, c: number, all: (begin: number, end: number) => number) => ArrayLike<number>): Cut =>
  (n, nClusters, cost) => {
    let best = Float64Array.from({ length: n + 1 }, (_, i) => (i === 0 ? 0 : cost(0, i)));
    const cuts: ArrayLike<number>[] = [new Int32Array(n + 1)];
    for (let c = 1; c < nClusters; c++) {
      const before = best;
      const all = (begin: number, end: number) => before[begin] + cost(begin, end);
      const found = grow(n, c, all);
      best = Float64Array.from(before, (_, i) => (i > c ? all(found[i], i) : Number.POSITIVE_INFINITY));
      cuts.push(found);
    }
    return traced(cuts, n);
  };

/** Every other end first, each between the beginnings of its neighbours, with strides that halve. */
const strides = layered((n, c, all) => {
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

/** Beginnings in a queue, each the best from an end on that is found by halves. */
const queue = layered((n, c, all) => {
  const found = new Array<number>(n + 1).fill(0);
  const waiting: { begin: number; from: number }[] = [];
  let head = 0;
  /** The first end at which the later beginning is better. */
  const takesOver = (early: number, late: number): number => {
    let [low, high] = [late + 1, n + 1];
    while (low < high) {
      const end = (low + high) >> 1;
      if (all(late, end) < all(early, end)) high = end;
      else low = end + 1;
    }
    return low;
  };
  for (let end = c + 1; end <= n; end++) {
    const begin = end - 1;
    let from = end;
    while (waiting.length > head) {
      const last = waiting[waiting.length - 1];
      from = takesOver(last.begin, begin);
      if (from > last.from) break;
      waiting.pop();
    }
    if (waiting.length === head) from = end;
    if (from <= n) waiting.push({ begin, from });
    while (head + 1 < waiting.length && waiting[head + 1].from <= end) head++;
    found[end] = waiting[head].begin;
  }
  return found;
});

/** The algorithm of Aggarwal, Klawe, Moran, Shor and Wilber for the least entries of a totally monotone table. */
function smawk(rows: readonly number[], columns: readonly number[], at: Cost, found: Int32Array): void {
  if (rows.length === 0) return;
  const left: number[] = [];
  for (const column of columns) {
    while (left.length > 0) {
      const row = rows[left.length - 1];
      if (at(left[left.length - 1], row) <= at(column, row)) break;
      left.pop();
    }
    if (left.length < rows.length) left.push(column);
  }
  const odd = rows.filter((_, r) => r % 2 === 1);
  smawk(odd, left, at, found);
  let column = 0;
  for (let r = 0; r < rows.length; r += 2) {
    const stop = r + 1 < rows.length ? found[rows[r + 1]] : left[left.length - 1];
    let best = left[column];
    while (left[column] !== stop) {
      column++;
      if (at(left[column], rows[r]) < at(best, rows[r])) best = left[column];
    }
    found[rows[r]] = best;
  }
}

const monotone = layered((n, c, all) => {
  const found = new Int32Array(n + 1);
  const ends = Array.from({ length: n - c }, (_, i) => c + 1 + i);
  const begins = ends.map((end) => end - 1);
  // A cluster that ends before it begins costs more, the later it begins.
  smawk(
    ends,
    begins,
    (begin, end) => (begin < end ? all(begin, end) : Number.MAX_VALUE * (0.5 + begin / n / 2)),
    found,
  );
  return found;
});

/** Recursion over halves of the ends, by generators; what is left to do waits in their stack. */
function* halves(ends: [number, number], begins: [number, number], all: Cost): Generator<[number, number]> {
  if (ends[0] > ends[1]) return;
  const end = Math.floor((ends[0] + ends[1]) / 2);
  const last = Math.min(end - 1, begins[1]);
  let best = begins[0];
  let least = Number.POSITIVE_INFINITY;
  for (let begin = begins[0]; begin <= last; begin++) {
    const sum = all(begin, end);
    if (sum < least) [best, least] = [begin, sum];
  }
  yield [end, best];
  yield* halves([ends[0], end - 1], [begins[0], best], all);
  yield* halves([end + 1, ends[1]], [best, begins[1]], all);
}

const generators = layered((n, c, all) => {
  const found = new Map(halves([c + 1, n], [c, n - 1], all));
  return Array.from({ length: n + 1 }, (_, i) => found.get(i) ?? 0);
});

/** Equal values as one with a weight; they part only where there are fewer of these than clusters. */
const weighted: Optimal = (values, nClusters) => {
  check(values, nClusters);
  const groups = new Map<number, number[]>();
  for (const i of sortedIndices(values)) {
    const key = values[i] === 0 ? 0 : values[i];
    const group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
  }
  const distinct = [...groups];
  if (distinct.length <= nClusters) {
    let spare = nClusters - distinct.length;
    const labels = new Array<number>(values.length);
    const centroids: number[] = [];
    for (const [value, members] of distinct) {
      const own = Math.min(members.length, 1 + spare);
      spare -= own - 1;
      for (let c = 0; c < own; c++) centroids.push(value);
      for (const [m, i] of members.entries()) labels[i] = centroids.length - own + Math.min(m, own - 1);
    }
    return { labels, centroids, inertia: 0 };
  }
  const middle = distinct[distinct.length >> 1][0];
  const [counts, sums, squares] = [[0], [0], [0]];
  for (const [g, [value, { length }]] of distinct.entries()) {
    counts.push(counts[g] + length);
    sums.push(sums[g] + length * (value - middle));
    squares.push(squares[g] + length * (value - middle) ** 2);
  }
  const cost: Cost = (from, to) =>
    squares[to] - squares[from] - (sums[to] - sums[from]) ** 2 / (counts[to] - counts[from]);
  const begins = Array.from(queue(distinct.length, nClusters, cost));
  const labels = new Float64Array(values.length);
  let inertia = 0;
  const centroids = begins.map((from, c) => {
    const cluster = distinct.slice(from, begins[c + 1]);
    const size = cluster.reduce((sum, [, members]) => sum + members.length, 0);
    const mean = cluster.reduce((sum, [v, { length }]) => sum + (v - cluster[0][0]) * (length / size), cluster[0][0]);
    for (const [value, members] of cluster) {
      for (const i of members) labels[i] = c;
      inertia += members.length * (value - mean) ** 2;
    }
    return mean;
  });
  return { labels, centroids, inertia };
};

/** Costs as whole numbers, of values that are whole numbers of 2 ** -52 of their range. */
const whole: Optimal = (values, nClusters) => {
  check(values, nClusters);
  const low = values.reduce((a, b) => Math.min(a, b));
  const range = values.reduce((a, b) => Math.max(a, b)) - low || 1;
  const units = sortedIndices(values).map((i) => BigInt(Math.round(((values[i] - low) / range) * 2 ** 52)));
  const sums = [0n];
  const squares = [0n];
  for (const [i, unit] of units.entries()) {
    sums.push(sums[i] + unit);
    squares.push(squares[i] + unit * unit);
  }
  const cost: Cost = (from, to) => {
    const size = BigInt(to - from);
    const sum = sums[to] - sums[from];
    return Number((size * (squares[to] - squares[from]) - sum * sum) / size) * 2 ** -104;
  };
  return cutting((n, k) => strides(n, k, cost))(values, nClusters);
};

// biome-ignore format: short on purpose
const golf: Optimal = (v, k) => {
  check(v, k);
  const o = sortedIndices(v), s = o.map((i) => v[i]), w = costOf(s), n = s.length, cuts: number[][] = [];
  let b = [0, ...s.map((_, i) => w(0, i + 1))];
  for (let c = 1; c < k; c++) {
    const e = b.map(() => 1 / 0), t = b.map(() => 0);
    const f = (l: number, r: number, x: number, y: number) => {
      if (l > r) return;
      const i = (l + r) >> 1;
      for (let j = x; j <= y && j < i; j++) { const q = b[j] + w(j, i); if (q < e[i]) { e[i] = q; t[i] = j; } }
      f(l, i - 1, x, t[i]); f(i + 1, r, t[i], y);
    };
    f(c + 1, n, c, n - 1); cuts.push(t); b = e;
  }
  const g = traced([b.map(() => 0), ...cuts], n), m = g.map((x, c) => s.slice(x, g[c + 1]).reduce((a, y, _, { length }) => a + y / length, 0)), labels = [...v];
  for (let i = 0, c = 0; i < n; i++) { if (i === g[c + 1]) c++; labels[o[i]] = c; }
  return { labels, centroids: m, inertia: v.reduce((a, x, i) => a + (x - m[labels[i]]) ** 2, 0) };
};

export const answers: RightAnswer<typeof reference>[] = [
  { says: 'strides that halve, in typed arrays', solution: { optimalKMeans1d: cutting(strides) } },
  { says: 'a queue of beginnings, each from an end on', solution: { optimalKMeans1d: cutting(queue) } },
  { says: 'SMAWK', solution: { optimalKMeans1d: cutting(monotone) } },
  { says: 'recursive generators', solution: { optimalKMeans1d: cutting(generators) } },
  { says: 'equal values as one with a weight', solution: { optimalKMeans1d: weighted } },
  { says: 'costs of BigInt units', solution: { optimalKMeans1d: whole } },
  { says: 'code golf', solution: { optimalKMeans1d: golf } },
];
