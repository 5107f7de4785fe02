import type * as reference from '../../../reference/k-means/index.ts';

export type Optimal = typeof reference.optimalKMeans1d;
export type Result = ReturnType<Optimal>;

/** The inertia of the sorted values from `from` up to `to`, without it. */
export type Cost = (from: number, to: number) => number;

/** The least inertia of so many clusters for the first i values, and where the last of these clusters begins. */
export interface Layer {
  readonly best: number[];
  readonly cuts: number[];
}

/** A right solution of replaceable parts. */
export interface Parts {
  validate(values: readonly number[], nClusters: number): void;
  /** The indices of the values in ascending order. */
  order(values: readonly number[]): number[];
  costOf(sorted: readonly number[]): Cost;
  /** The layer of c + 1 clusters from that of c. */
  next(before: Layer, c: number, cost: Cost): Layer;
  /** Where the clusters begin, and at the end the number of values. */
  bounds(sorted: readonly number[], nClusters: number, cost: Cost, next: Parts['next']): number[];
  label(order: readonly number[], bounds: readonly number[], values: readonly number[]): number[];
  centroid(cluster: readonly number[]): number;
  inertia(clusters: readonly (readonly number[])[], centroids: readonly number[], cost: Cost): number;
}

export function validate(values: readonly number[], nClusters: number): void {
  if (values.length === 0) throw new RangeError('no values');
  validateValues(values);
  if (!Number.isInteger(nClusters) || nClusters < 1 || nClusters > values.length) throw new RangeError('nClusters');
}

export function validateValues(values: readonly number[]): void {
  for (const value of values) if (!Number.isFinite(value)) throw new RangeError('not a finite value');
}

/** Differences from the value in the middle, so that an offset does not round sums. */
export function costOf(sorted: readonly number[]): Cost {
  const middle = sorted[sorted.length >> 1];
  return costOfSums(sorted.map((value) => value - middle));
}

export function costOfSums(values: readonly number[]): Cost {
  const sums = [0];
  const squares = [0];
  for (const [i, value] of values.entries()) {
    sums.push(sums[i] + value);
    squares.push(squares[i] + value * value);
  }
  return (from, to) => Math.max(0, squares[to] - squares[from] - (sums[to] - sums[from]) ** 2 / (to - from));
}

export const emptyLayer = (n: number): Layer => ({
  best: new Array<number>(n + 1).fill(Number.POSITIVE_INFINITY),
  cuts: new Array<number>(n + 1).fill(0),
});

export function firstLayer(n: number, cost: Cost): Layer {
  const layer = emptyLayer(n);
  for (let i = 1; i <= n; i++) layer.best[i] = cost(0, i);
  return layer;
}

/** By halves: the last cluster of more values never begins earlier. */
export const halving =
  (least: (c: number) => number, after: number): Parts['next'] =>
  (before, c, cost) => {
    const n = before.best.length - 1;
    const layer = emptyLayer(n);
    const solve = (from: number, to: number, low: number, high: number): void => {
      if (from > to) return;
      const i = (from + to) >> 1;
      let cut = Math.max(low, least(c));
      for (let j = low; j <= Math.min(high, i - 1); j++) {
        const all = before.best[j] + cost(j, i);
        if (all < layer.best[i]) [layer.best[i], cut] = [all, j];
      }
      layer.cuts[i] = cut;
      solve(from, i - 1, low, cut);
      solve(i + 1, to, cut + after, high);
    };
    solve(c + 1, n, least(c), n - 1);
    return layer;
  };

export const next: Parts['next'] = halving((c) => c, 0);

export const bounds: Parts['bounds'] = (sorted, nClusters, cost, grow) => {
  const layers = [firstLayer(sorted.length, cost)];
  for (let c = 1; c < nClusters; c++) layers.push(grow(layers[c - 1], c, cost));
  return boundsOf(layers, sorted.length);
};

export function boundsOf(layers: readonly Layer[], n: number): number[] {
  const found = [n];
  for (const layer of layers.toReversed()) found.unshift(layer.cuts[found[0]]);
  return found;
}

export function meanOf(cluster: readonly number[]): number {
  const sum = cluster.reduce((before, value) => before + (value - cluster[0]), 0);
  return Math.min(cluster[0] + sum / cluster.length, cluster[cluster.length - 1]);
}

export const parts: Parts = {
  validate,
  order: (values) => [...values.keys()].sort((a, b) => values[a] - values[b]),
  costOf,
  next,
  bounds,
  label(order, found) {
    const labels = order.map(() => 0);
    for (let c = 0; c + 1 < found.length; c++) for (let i = found[c]; i < found[c + 1]; i++) labels[order[i]] = c;
    return labels;
  },
  centroid: meanOf,
  inertia: (clusters, centroids) =>
    clusters.reduce(
      (sum, cluster, c) => cluster.reduce((before, value) => before + (value - centroids[c]) ** 2, sum),
      0,
    ),
};

/** The right solution with some parts replaced. */
export function dividing(replaced: Partial<Parts>): Optimal {
  const p = { ...parts, ...replaced };
  return (values, nClusters) => {
    p.validate(values, nClusters);
    const order = p.order(values);
    const sorted = order.map((i) => values[i]);
    const cost = p.costOf(sorted);
    const found = p.bounds(sorted, nClusters, cost, p.next);
    const clusters = found.slice(1).map((to, c) => sorted.slice(found[c], to));
    const centroids = clusters.map(p.centroid);
    return {
      labels: p.label(order, found, values),
      centroids,
      inertia: p.inertia(clusters, centroids, cost),
    };
  };
}

/** Where each value is, cut off from a list of sizes. */
export const boundsOfSizes = (sizes: readonly number[]): number[] => {
  const found = [0];
  for (const size of sizes) found.push(found[found.length - 1] + size);
  return found;
};
