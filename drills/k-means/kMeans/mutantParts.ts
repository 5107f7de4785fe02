import type * as reference from '../../../reference/k-means/index.ts';
import type { Mutant } from '../../../src/index.ts';

export type Rows = readonly (readonly number[])[];
export type Options = { readonly maxIter?: number };
export type Result = {
  centroids: ArrayLike<ArrayLike<number>>;
  labels: ArrayLike<number>;
  inertia: number;
  nIter: number;
  converged: boolean;
};
export type KMeans = (X: Rows, initialCentroids: Rows, options?: Options) => Result;
export type Distance = (a: ArrayLike<number>, b: ArrayLike<number>) => number;

export const rule = {
  lloyd:
    'assign the rows; then repeat update and assign, until an assignment equals the one before it or `maxIter` updates were made.',
  metric: "This is Lloyd's algorithm with squared Euclidean distance",
  nearest: 'Assigning gives each row the index of its nearest centroid, 0 to nClusters - 1.',
  ties: 'The lowest index wins ties.',
  mean: 'An update moves each centroid to the mean of the rows assigned to it.',
  empty: 'An empty cluster keeps its centroid, and its place among the centroids.',
  belong: '`labels` and `inertia` always belong to the returned `centroids`',
  labels: '`labels` is the assignment to them, also when `maxIter` ends the loop',
  inertia: '`inertia` is the sum over all rows of the squared distance to their centroid.',
  nIter: '`nIter` counts updates: the last one, which changes no label, included.',
  never: 'It is never more than `maxIter`.',
  converged:
    '`converged` is true when an assignment equalled the one before it, also when that was after the last update that `maxIter` permits; otherwise false.',
  zero: '`maxIter: 0` assigns only: the centroids are the initial ones, `nIter` is 0 and `converged` is false.',
  limit: 'Some inputs need hundreds of updates: there is no other limit than `maxIter`, and no tolerance.',
  fine: 'One row, one feature, one cluster, as many clusters as rows, equal rows and equal initial centroids are all fine.',
  refused:
    '`RangeError`: `X` or `initialCentroids` is empty; a row or centroid has no features, another length than the others, or a NaN or infinite coordinate; there are more centroids than rows; `maxIter` is not a finite integer, 0 or more.',
  moved:
    'It follows that moving all rows and centroids by one vector moves the returned centroids by it, and changes nothing else',
  range: 'Coordinates may be as small as 1e-6 or near 1e8.',
  precision:
    'Numbers are held to 1e-9 of the largest coordinate, `inertia` to 1e-9 of itself beyond the rounding of the centroids.',
  pure: 'The inputs are never changed, and the same call always gives the same answer.',
};

/** What each reason to refuse a call looks like; a mutant leaves one out. */
export const faults = {
  noCentroids: (X: Rows, C: Rows) => X.length === 0 || C.length === 0,
  noFeatures: (X: Rows, C: Rows) => [...X, ...C].some((v) => v.length === 0),
  raggedRows: (X: Rows) => X.some((row) => row.length !== X[0].length),
  raggedCentroids: (X: Rows, C: Rows) => C.some((c) => c.length !== (X[0] ?? C[0]).length),
  badRow: (X: Rows) => X.some((row) => row.some((v) => !Number.isFinite(v))),
  badCentroid: (_: Rows, C: Rows) => C.some((c) => c.some((v) => !Number.isFinite(v))),
  tooMany: (X: Rows, C: Rows) => C.length > X.length,
  maxIter: (_: Rows, __: Rows, maxIter: number) => !Number.isInteger(maxIter) || maxIter < 0,
};

export const refuse = (X: Rows, C: Rows, maxIter: number, skip?: keyof typeof faults) => {
  for (const [name, fault] of Object.entries(faults)) {
    if (name !== skip && fault(X, C, maxIter)) throw new RangeError(name);
  }
};

export const squared: Distance = (a, b) => {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += (a[j] - b[j]) ** 2;
  return sum;
};
export const dot: Distance = (a, b) => {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j] * b[j];
  return sum;
};

export const argmin = (distances: number[]) => {
  let best = 0;
  distances.forEach((d, c) => {
    if (d < distances[best]) best = c;
  });
  return best;
};

export const assignBy =
  (distance: Distance) =>
  (X: Rows, C: Rows): number[] =>
    X.map((row) => argmin(C.map((c) => distance(row, c))));
export const assign = assignBy(squared);

/** Sums and counts of the rows of each cluster. */
export const totals = (X: Rows, k: number, labels: number[]) => {
  const sums = Array.from({ length: k }, () => new Array<number>(X[0].length).fill(0));
  const counts = new Array<number>(k).fill(0);
  X.forEach((row, i) => {
    counts[labels[i]]++;
    row.forEach((v, j) => {
      sums[labels[i]][j] += v;
    });
  });
  return { sums, counts };
};

export type Mean = (sum: number[], count: number, old: number[], c: number) => Rows[0];
export const mean: Mean = (sum, count, old) => (count === 0 ? old : sum.map((v) => v / count));
export const updateBy = (each: Mean) => (X: Rows, C: Rows, labels: number[]) => {
  const { sums, counts } = totals(X, C.length, labels);
  return sums.map((sum, c) => [...each(sum, counts[c], [...C[c]], c)]);
};
export const update = updateBy(mean);
/** An update whose centroids are made of the list of rows of the cluster. */
export const updateFrom =
  (each: (rows: Rows, old: Rows[0], X: Rows) => Rows[0]) => (X: Rows, C: Rows, labels: number[]) => {
    const groups: Rows[0][][] = C.map(() => []);
    X.forEach((row, i) => {
      groups[labels[i]].push(row);
    });
    return groups.map((rows, c) => [...each(rows, C[c], X)]);
  };
export const meanOf = (rows: Rows): number[] =>
  rows[0].map((_, j) => rows.reduce((sum, r) => sum + r[j], 0) / rows.length);

export const same = (a: number[], b: number[]) => a.every((v, i) => v === b[i]);

export const inertiaBy =
  (distance: Distance) =>
  (X: Rows, C: Rows, labels: number[]): number =>
    X.reduce((sum, row, i) => sum + distance(row, C[labels[i]]), 0);
export const inertia = inertiaBy(squared);

/** A right answer, put together from parts: a mutant replaces one of them. */
export const parts = {
  limit: (options?: Options): number => options?.maxIter ?? 300,
  validate: (X: Rows, C: Rows, maxIter: number): void => refuse(X, C, maxIter),
  start: (C: Rows): number[][] => C.map((c) => [...c]),
  assign: (X: Rows, C: Rows, _before?: number[]): number[] => assign(X, C),
  update: (X: Rows, C: Rows, labels: number[], _initial: Rows): number[][] => update(X, C, labels),
  stop: (labels: number[], before: number[], _C: Rows, _oldC: Rows, _X: Rows): boolean => same(labels, before),
  inertia,
  finish: (result: Result, _X: Rows, _maxIter: number): Result => result,
};

export const lloyd =
  (changed: Partial<typeof parts>): KMeans =>
  (X, initialCentroids, options) => {
    const p = { ...parts, ...changed };
    const maxIter = p.limit(options);
    p.validate(X, initialCentroids, maxIter);
    let C = p.start(initialCentroids);
    let labels = p.assign(X, C);
    let nIter = 0;
    let converged = false;
    while (nIter < maxIter && !converged) {
      const before = labels;
      const old = C;
      C = p.update(X, C, labels, initialCentroids);
      nIter++;
      labels = p.assign(X, C, before);
      converged = p.stop(labels, before, C, old, X);
    }
    const sum = p.inertia(X, C, labels);
    const result = { centroids: C, labels, inertia: sum, nIter, converged };
    return p.finish(result, X, maxIter);
  };
export const right = lloyd({});

export const mutant = (says: string, dies: string, kMeans: KMeans): Mutant<typeof reference> => ({
  says,
  dies,
  solution: { kMeans },
});
export const wrong = (says: string, dies: string, changed: Partial<typeof parts>) => mutant(says, dies, lloyd(changed));
export const skips = (says: string, dies: string, skip: keyof typeof faults) =>
  wrong(says, dies, { validate: (X, C, m) => refuse(X, C, m, skip) });
export const refusesToo = (says: string, dies: string, fault: (X: Rows, C: Rows, maxIter: number) => boolean) =>
  wrong(says, dies, {
    validate: (X, C, m) => {
      refuse(X, C, m);
      if (fault(X, C, m)) throw new RangeError('bad input');
    },
  });
