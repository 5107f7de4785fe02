import { validateNClusters, validateNumbers } from './validate.ts';

/** A partition of numbers. */
export interface Clustering1d {
  /** The cluster of each value (nSamples), 0 to nClusters - 1 by ascending centroid; each has a value or more. */
  labels: ArrayLike<number>;
  /** The mean of each cluster (nClusters). */
  centroids: ArrayLike<number>;
  /** Sum of squared distances of the values to their centroids: no partition into so many clusters has less. */
  inertia: number;
}

/** The inertia of sorted values start, ..., end - 1 as one cluster. */
type Cost = (start: number, end: number) => number;

/**
 * Optimal k-means in one dimension. Among sorted values an optimal cluster is an interval, so the best partition of the
 * first `end` values into c clusters is an optimal one of the first `start` into c - 1, and then the rest as one cluster:
 * dynamic programming (Wang and Song 2011, Ckmeans.1d.dp).
 *
 * Time O(nClusters nSamples log nSamples), where trying every `start` for every `end` takes nSamples^2: the best start never
 * falls as the end rises, so that one end in the middle halves the search for those below and above
 * (Gronlund et al. 2017). Memory O(nClusters nSamples) for the starts.
 * @throws RangeError for no values, values that are not finite, or nClusters outside 1..nSamples.
 * @example
 * ```ts
 * optimalKMeans1d([8, 1, 9, 2], 2).centroids; // => [1.5, 8.5]
 * ```
 */
export function optimalKMeans1d(values: readonly number[], nClusters: number): Clustering1d {
  if (values.length === 0) throw new RangeError('values is empty: give at least one');
  validateNumbers(values, 'values');
  validateNClusters(nClusters, values.length);
  const order = values.map((_, i) => i).sort((a, b) => values[a] - values[b]);
  const sorted = order.map((i) => values[i]);
  const bounds = optimalBounds(sorted.length, nClusters, costOf(sorted));

  const labels = new Array<number>(values.length).fill(0);
  const centroids: number[] = [];
  let inertia = 0;
  for (let k = 0; k < nClusters; k++) {
    const [start, end] = [bounds[k], bounds[k + 1]];
    centroids.push(meanOf(sorted, start, end));
    for (let s = start; s < end; s++) {
      labels[order[s]] = k;
      inertia += (sorted[s] - centroids[k]) ** 2;
    }
  }
  return { labels, centroids, inertia };
}

/** Where the clusters of an optimal partition begin, and the end of the last (nClusters + 1). */
function optimalBounds(nSamples: number, nClusters: number, cost: Cost): number[] {
  let best = Array.from({ length: nSamples + 1 }, (_, end) => (end === 0 ? 0 : cost(0, end)));
  const startsOfLast: number[][] = [];
  for (let c = 2; c <= nClusters; c++) {
    const layer = addCluster(best, c, cost);
    best = layer.best;
    startsOfLast.push(layer.starts);
  }
  const bounds = [nSamples];
  for (const starts of startsOfLast.reverse()) bounds.push(starts[bounds[bounds.length - 1]]);
  return [...bounds, 0].reverse();
}

/**
 * The least inertia of the first `end` values in c clusters, for each end from c on, from `before`, that in c - 1 clusters;
 * and where the last of the c clusters then begins.
 */
function addCluster(before: readonly number[], c: number, cost: Cost): { best: number[]; starts: number[] } {
  const best = before.map(() => Infinity);
  const starts = before.map(() => 0);

  /** Fills in the ends from `low` to `high`, whose best starts lie between `from` and `to`. */
  function fill(low: number, high: number, from: number, to: number): void {
    if (low > high) return;
    const end = Math.floor((low + high) / 2);
    for (let start = from; start <= Math.min(to, end - 1); start++) {
      const inertia = before[start] + cost(start, end);
      if (inertia >= best[end]) continue;
      best[end] = inertia;
      starts[end] = start;
    }
    fill(low, end - 1, from, starts[end]);
    fill(end + 1, high, starts[end], to);
  }
  fill(c, before.length - 1, c - 1, before.length - 2);
  return { best, starts };
}

/**
 * The inertia of an interval in O(1), by prefix sums: sum of x^2 - (sum of x)^2 / n. Values are taken from the median one,
 * for the two terms cancel where all values are far from 0.
 */
function costOf(sorted: readonly number[]): Cost {
  const middle = sorted[Math.floor(sorted.length / 2)];
  const sums = [0];
  const squares = [0];
  for (let i = 0; i < sorted.length; i++) {
    const x = sorted[i] - middle;
    sums.push(sums[i] + x);
    squares.push(squares[i] + x * x);
  }
  return (start, end) => {
    const sum = sums[end] - sums[start];
    return Math.max(0, squares[end] - squares[start] - (sum * sum) / (end - start)); // rounding may fall below 0
  };
}

/** The mean of sorted values start, ..., end - 1, summed from the first of them on so that an offset does not round it. */
function meanOf(sorted: readonly number[], start: number, end: number): number {
  let sum = 0;
  for (let s = start; s < end; s++) sum += sorted[s] - sorted[start];
  return sorted[start] + sum / (end - start);
}
