export type Row = readonly number[];
export type Rows = readonly Row[];
export type Distance = (a: Row, b: Row) => number;
export type Options = { readonly maxIter?: number };

export const SLACK = 1e-12;

/** Throws on what the question refuses; returns `maxIter`. */
export function check(X: Rows, C: Rows, options?: Options): number {
  const maxIter = options?.maxIter ?? 300;
  if (!Number.isInteger(maxIter) || maxIter < 0) throw new RangeError('maxIter');
  if (X.length === 0 || C.length === 0 || C.length > X.length) throw new RangeError('how many');
  const isSound = (row: Row) => row.length > 0 && row.length === X[0].length && row.every(Number.isFinite);
  if (![...X, ...C].every(isSound)) throw new RangeError('malformed');
  return maxIter;
}

/** The mean of each cluster, as a list of its own. */
export function moved(X: Rows, labels: ArrayLike<number>, centroids: Rows): number[][] {
  const sums = centroids.map((centroid) => new Float64Array(centroid.length));
  const counts = new Uint32Array(centroids.length);
  X.forEach((row, i) => {
    counts[labels[i]]++;
    for (let j = 0; j < row.length; j++) sums[labels[i]][j] += row[j];
  });
  return centroids.map((old, c) => (counts[c] ? Array.from(sums[c], (value) => value / counts[c]) : [...old]));
}

export interface Assigner {
  /** `before` are the centroids of the assignment before this one. */
  assign(now: Rows, before?: Rows): Int32Array;
  /** The squared distance of each row to its centroid. */
  own(): ArrayLike<number>;
}

/** The algorithm of level 1 around a way to assign. */
export const lloyd =
  (make: (X: Rows, distance: Distance, nClusters: number) => Assigner) =>
  (X: Rows, initialCentroids: Rows, squaredDistance: Distance, options?: Options) => {
    const maxIter = check(X, initialCentroids, options);
    const assigner = make(X, squaredDistance, initialCentroids.length);
    let centroids: Rows = initialCentroids.map((row) => row.slice());
    let labels = assigner.assign(centroids);
    let converged = false;
    let nIter = 0;
    for (; nIter < maxIter && !converged; nIter++) {
      const next = moved(X, labels, centroids);
      const assigned = assigner.assign(next, centroids);
      converged = assigned.every((label, i) => label === labels[i]);
      [centroids, labels] = [next, assigned];
    }
    return { centroids, labels, inertia: Array.from(assigner.own()).reduce((a, b) => a + b, 0), nIter, converged };
  };
