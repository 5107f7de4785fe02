import type * as reference from '../../../reference/k-means/index.ts';

export type Bounded = typeof reference.kMeansBounded;
export type Row = readonly number[];
export type Matrix = readonly Row[];
export type SquaredDistance = (a: Row, b: Row) => number;

/** Assigns rows, and knows how far they are from their centroids. */
export interface Assigner {
  /** `before` are the centroids of the assignment before this one. */
  assign(centroids: Matrix, before?: Matrix): number[];
  /** The squared distance of each row to its centroid. */
  own(): number[];
}

export type MakeAssigner = (X: Matrix, squaredDistance: SquaredDistance) => Assigner;

/** The bounds of Elkan, of replaceable parts. */
export interface Rules {
  /** What is kept of a squared distance. */
  kept(squared: number): number;
  lowered(lower: number, drift: number): number;
  /** Half the distance of two centroids. */
  half(squared: number): number;
  excludes(bound: number, own: number): boolean;
  isNearer(d: number, c: number, least: number, best: number): boolean;
  /** The squared distances that are asked about two centroids. */
  drift(squaredDistance: SquaredDistance, before: Row, after: Row): number;
  apart(squaredDistance: SquaredDistance, a: Row, b: Row): number;
  /** The squared distance to the own centroid; `earlier` is what it was. */
  own(squaredDistance: SquaredDistance, row: Row, centroid: Row, earlier: number): number;
}

export const rules: Rules = {
  kept: Math.sqrt,
  lowered: (lower, drift) => lower - drift - 1e-12 * (lower + drift),
  half: (squared) => Math.sqrt(squared) / 2,
  excludes: (bound, own) => bound * (1 - 1e-12) > own,
  isNearer: (d, c, least, best) => d < least || (d === least && c < best),
  drift: (squaredDistance, before, after) => squaredDistance(before, after),
  apart: (squaredDistance, a, b) => squaredDistance(a, b),
  own: (squaredDistance, row, centroid) => squaredDistance(row, centroid),
};

export function elkan(replaced: Partial<Rules>): MakeAssigner {
  const r = { ...rules, ...replaced };
  return (X, squaredDistance) => {
    const lower = X.map((): number[] => []);
    const squares = X.map(() => 0);
    const labels = X.map(() => 0);

    function first(i: number, centroids: Matrix): void {
      const all = centroids.map((centroid) => squaredDistance(X[i], centroid));
      lower[i] = all.map(r.kept);
      for (const [c, d] of all.entries()) if (r.isNearer(d, c, all[labels[i]], labels[i])) labels[i] = c;
      squares[i] = all[labels[i]];
    }

    function again(i: number, centroids: Matrix, drifts: readonly number[], halves: Matrix): void {
      const from = labels[i];
      const known = lower[i];
      squares[i] = r.own(squaredDistance, X[i], centroids[from], squares[i]);
      for (let c = 0; c < centroids.length; c++) known[c] = r.lowered(known[c], drifts[c]);
      known[from] = r.kept(squares[i]);
      for (let c = 0; c < centroids.length; c++) {
        const own = r.kept(squares[i]);
        if (c === from || r.excludes(known[c], own) || r.excludes(halves[labels[i]][c], own)) continue;
        const d = squaredDistance(X[i], centroids[c]);
        known[c] = r.kept(d);
        if (r.isNearer(d, c, squares[i], labels[i])) [labels[i], squares[i]] = [c, d];
      }
    }

    return {
      assign(centroids, before) {
        if (before === undefined) {
          for (const i of X.keys()) first(i, centroids);
        } else {
          const drifts = centroids.map((centroid, c) => r.kept(r.drift(squaredDistance, before[c], centroid)));
          const halves = centroids.map(() => centroids.map(() => 0));
          for (let a = 0; a < centroids.length; a++) {
            for (let b = 0; b < a; b++) {
              halves[a][b] = r.half(r.apart(squaredDistance, centroids[a], centroids[b]));
              halves[b][a] = halves[a][b];
            }
          }
          for (const i of X.keys()) again(i, centroids, drifts, halves);
        }
        return [...labels];
      },
      own: () => squares,
    };
  };
}

/** Asks for every row and centroid at each assignment, as level 1 does. */
export const plain: MakeAssigner = (X, squaredDistance) => {
  let squares: number[] = [];
  return {
    assign(centroids) {
      const nearest = X.map((row) => {
        const all = centroids.map((centroid) => squaredDistance(row, centroid));
        const least = all.reduce((a, b) => Math.min(a, b));
        return { label: all.indexOf(least), least };
      });
      squares = nearest.map(({ least }) => least);
      return nearest.map(({ label }) => label);
    },
    own: () => squares,
  };
};

export interface Parts {
  maxIter(options?: { maxIter?: number }): number;
  validate(X: Matrix, initialCentroids: Matrix, maxIter: number): void;
  assigner: MakeAssigner;
  copied(initialCentroids: Matrix): number[][];
  update(X: Matrix, labels: readonly number[], centroids: number[][]): number[][];
  stops(labels: readonly number[], next: readonly number[], before: Matrix, after: Matrix): boolean;
  inertia(own: readonly number[], X: Matrix, labels: readonly number[], centroids: Matrix): number;
}

export function validate(X: Matrix, initialCentroids: Matrix, maxIter: number): void {
  if (X.length === 0 || initialCentroids.length === 0) throw new RangeError('empty');
  if (initialCentroids.length > X.length) throw new RangeError('more centroids than rows');
  validatePoints([...X, ...initialCentroids]);
  if (!Number.isInteger(maxIter) || maxIter < 0) throw new RangeError('maxIter');
}

export function validatePoints(points: Matrix): void {
  for (const point of points) {
    if (point.length === 0 || point.length !== points[0].length) throw new RangeError('number of features');
    if (!point.every(Number.isFinite)) throw new RangeError('not a finite coordinate');
  }
}

export function means(X: Matrix, labels: readonly number[], centroids: number[][]): number[][] {
  const sums = centroids.map((centroid) => centroid.map(() => 0));
  const counts = centroids.map(() => 0);
  for (const [i, row] of X.entries()) {
    counts[labels[i]]++;
    for (let j = 0; j < row.length; j++) sums[labels[i]][j] += row[j];
  }
  return sums.map((sum, c) => (counts[c] === 0 ? centroids[c] : sum.map((value) => value / counts[c])));
}

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

export const euclidean: SquaredDistance = (a, b) => sumOf(a.map((value, j) => (value - b[j]) ** 2));

export const parts: Parts = {
  maxIter: (options) => options?.maxIter ?? 300,
  validate,
  assigner: elkan({}),
  copied: (initialCentroids) => initialCentroids.map((centroid) => [...centroid]),
  update: means,
  stops: (labels, next) => labels.every((label, i) => label === next[i]),
  inertia: sumOf,
};

/** The right solution with some parts replaced. */
export function clustering(replaced: Partial<Parts>): Bounded {
  const p = { ...parts, ...replaced };
  return (X, initialCentroids, squaredDistance, options) => {
    const maxIter = p.maxIter(options);
    p.validate(X, initialCentroids, maxIter);
    const assigner = p.assigner(X, squaredDistance);
    let centroids = p.copied(initialCentroids);
    let labels = assigner.assign(centroids);
    let nIter = 0;
    let converged = false;
    while (!converged && nIter < maxIter) {
      const before = centroids;
      centroids = p.update(X, labels, centroids);
      nIter++;
      const next = assigner.assign(centroids, before);
      converged = p.stops(labels, next, before, centroids);
      labels = next;
    }
    return { centroids, labels, inertia: p.inertia(assigner.own(), X, labels, centroids), nIter, converged };
  };
}

/** The right solution with some rules of its bounds replaced. */
export const bounding = (replaced: Partial<Rules>): Bounded => clustering({ assigner: elkan(replaced) });
