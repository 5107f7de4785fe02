export type Random = () => number;
export type Row = readonly number[];
export type Rows = readonly Row[];

export function check(X: Rows, nClusters: number): void {
  const fits = (row: Row) => row.length > 0 && row.length === X[0].length && row.every(Number.isFinite);
  if (!(X.length > 0) || !X.every(fits)) throw new RangeError('X');
  if (!Number.isInteger(nClusters) || nClusters < 1 || nClusters > X.length) throw new RangeError('nClusters');
}

export const squared = (a: Row, b: Row): number => a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0);

/** Lowers the weights seed by seed; `choose` takes a row by its weight, or gives -1: then the rest is taken in order. */
export const choosing =
  (choose: (weights: Float64Array, random: Random) => number) =>
  (X: Rows, nClusters: number, random: Random): ArrayLike<number> => {
    check(X, nClusters);
    const weights = new Float64Array(X.length).fill(1);
    const free = new Set(X.keys());
    const seeds = new Int32Array(nClusters);
    for (let c = 0; c < nClusters; c++) {
      const chosen = choose(weights, random);
      const seed = chosen < 0 ? (free.values().next().value ?? 0) : chosen;
      seeds[c] = seed;
      free.delete(seed);
      for (let i = 0; i < X.length; i++) {
        const d = squared(X[i], X[seed]);
        weights[i] = c === 0 ? d : Math.min(weights[i], d);
      }
    }
    return seeds;
  };
