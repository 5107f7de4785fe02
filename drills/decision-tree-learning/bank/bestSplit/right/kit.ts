export type Row = readonly number[];
export type Rows = readonly Row[];

export interface Found {
  readonly featureIndex: number;
  readonly threshold: number;
  readonly impurityDecrease: number;
}

export function check(X: Rows, y: Row): void {
  if (X.length === 0) throw new RangeError('no rows');
  const nFeatures = X[0].length;
  if (nFeatures === 0) throw new RangeError('no features');
  if (X.some((row) => row.length !== nFeatures)) throw new RangeError('ragged rows');
  if (X.some((row) => !row.every(Number.isFinite))) throw new RangeError('a coordinate that is not finite');
  if (y.length !== X.length) throw new RangeError('not one class a row');
  if (!y.every(Number.isFinite)) throw new RangeError('a class that is not finite');
}

/** Halves first, so that nothing overflows. */
export function midpoint(a: number, b: number): number {
  const middle = a / 2 + b / 2;
  return middle >= a && middle < b ? middle : a;
}

export const tally = (labels: Iterable<number>): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
};

export const squaresOf = (counts: ReadonlyMap<number, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count * count, 0);

/** Sums of squared class counts of all prefixes: the i-th is that of the first i labels. */
export function* prefixSquares(labels: Iterable<number>): Generator<number, void, undefined> {
  const counts = new Map<number, number>();
  let squares = 0;
  yield squares;
  for (const label of labels) {
    const count = counts.get(label) ?? 0;
    counts.set(label, count + 1);
    squares += 2 * count + 1;
    yield squares;
  }
}
