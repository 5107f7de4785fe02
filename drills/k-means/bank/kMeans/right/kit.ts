export type Row = readonly number[];
export type Rows = readonly Row[];
export type Options = { readonly maxIter?: number };

/** Throws on what the question refuses; returns `maxIter`. */
export function validate(X: Rows, C: Rows, options?: Options): number {
  const maxIter = options?.maxIter ?? 300;
  if (!Number.isInteger(maxIter) || maxIter < 0) throw new RangeError('maxIter');
  if (X.length === 0 || C.length === 0 || C.length > X.length) throw new RangeError('how many');
  const width = X[0].length;
  const isSound = (row: Row) => row.length === width && row.every(Number.isFinite);
  if (width === 0 || !X.every(isSound) || !C.every(isSound)) throw new RangeError('malformed');
  return maxIter;
}

export function squared(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += (a[j] - b[j]) * (a[j] - b[j]);
  return sum;
}

export function nearest(row: Row, C: Rows): number {
  let best = 0;
  let least = squared(row, C[0]);
  for (let c = 1; c < C.length; c++) {
    const d = squared(row, C[c]);
    if (d < least) [best, least] = [c, d];
  }
  return best;
}

export function means(X: Rows, C: Rows, labels: ArrayLike<number>): number[][] {
  const sums = C.map((c) => c.map(() => 0));
  const counts = C.map(() => 0);
  X.forEach((row, i) => {
    counts[labels[i]] += 1;
    for (let j = 0; j < row.length; j++) sums[labels[i]][j] += row[j];
  });
  return sums.map((sum, c) => (counts[c] ? sum.map((v) => v / counts[c]) : [...C[c]]));
}

export function equal(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

export const total = (X: Rows, C: Rows, labels: ArrayLike<number>): number =>
  X.reduce((sum, row, i) => sum + squared(row, C[labels[i]]), 0);
