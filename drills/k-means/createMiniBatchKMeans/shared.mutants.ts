import type * as reference from '../../../reference/k-means/index.ts';

export type Create = typeof reference.createMiniBatchKMeans;
export type Row = readonly number[];
export type Matrix = readonly Row[];

/** What a model knows: changed in place by its parts. */
export interface State {
  centroids: number[][];
  counts: number[];
}

/** A right model of replaceable parts. */
export interface Parts {
  validateInitial(initialCentroids: Matrix): void;
  start(initialCentroids: Matrix): State;
  validateBatch(batch: Matrix, nFeatures: number): void;
  squaredDistance(a: Row, b: Row): number;
  isNearer(d: number, least: number): boolean;
  /** The labels of a batch. */
  assign(batch: Matrix, centroids: Matrix, nearest: (row: Row, centroids: Matrix) => number): number[];
  /** Gives a row to a centroid, with the count already raised. */
  move(centroid: number[], row: Row, count: number): void;
  take(batch: Matrix, labels: readonly number[], state: State, move: Parts['move']): void;
  readCentroids(state: State): ArrayLike<ArrayLike<number>>;
  readCounts(state: State): ArrayLike<number>;
}

export function validatePoints(points: Matrix, nFeatures: number): void {
  for (const point of points) {
    if (point.length !== nFeatures) throw new RangeError('number of features');
    for (const value of point) if (!Number.isFinite(value)) throw new RangeError('not a finite coordinate');
  }
}

export function validateInitial(initialCentroids: Matrix): void {
  if (initialCentroids.length === 0) throw new RangeError('no centroids');
  if (initialCentroids[0].length === 0) throw new RangeError('no features');
  validatePoints(initialCentroids, initialCentroids[0].length);
}

export function squaredDistance(a: Row, b: Row): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) {
    const difference = a[j] - b[j];
    sum += difference * difference;
  }
  return sum;
}

export function move(centroid: number[], row: Row, count: number): void {
  for (let j = 0; j < row.length; j++) centroid[j] += (row[j] - centroid[j]) / count;
}

export function take(batch: Matrix, labels: readonly number[], state: State, moved: Parts['move']): void {
  for (let i = 0; i < batch.length; i++) {
    const c = labels[i];
    state.counts[c]++;
    moved(state.centroids[c], batch[i], state.counts[c]);
  }
}

export const parts: Parts = {
  validateInitial,
  start: (initialCentroids) => ({
    centroids: initialCentroids.map((centroid) => [...centroid]),
    counts: initialCentroids.map(() => 0),
  }),
  validateBatch: validatePoints,
  squaredDistance,
  isNearer: (d, least) => d < least,
  assign: (batch, centroids, nearest) => batch.map((row) => nearest(row, centroids)),
  move,
  take,
  readCentroids: ({ centroids }) => centroids.map((centroid) => [...centroid]),
  readCounts: ({ counts }) => [...counts],
};

/** The right model with some parts replaced. */
export function streaming(replaced: Partial<Parts>): Create {
  const p = { ...parts, ...replaced };

  function nearest(row: Row, centroids: Matrix): number {
    let best = 0;
    let least = p.squaredDistance(row, centroids[0]);
    for (let c = 1; c < centroids.length; c++) {
      const d = p.squaredDistance(row, centroids[c]);
      if (p.isNearer(d, least)) [best, least] = [c, d];
    }
    return best;
  }

  return (initialCentroids) => {
    p.validateInitial(initialCentroids);
    const state = p.start(initialCentroids);
    const nFeatures = initialCentroids[0].length;
    return {
      partialFit(batch) {
        p.validateBatch(batch, nFeatures);
        p.take(batch, p.assign(batch, state.centroids, nearest), state, p.move);
      },
      centroids: () => p.readCentroids(state),
      counts: () => p.readCounts(state),
    };
  };
}
