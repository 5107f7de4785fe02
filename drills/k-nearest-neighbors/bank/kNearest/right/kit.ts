export type Row = readonly number[];
export type Rows = readonly Row[];

/** The reference declares a plain array where the question also allows a typed one. */
export function asDeclared(result: ArrayLike<number>): number[] {
  return result as number[];
}

export function refuse(reason: string): never {
  throw new RangeError(reason);
}

export function validate(X: Rows, query: Row, k: number, y?: Row): void {
  if (X.length === 0) refuse('X is empty');
  const nFeatures = X[0].length;
  if (nFeatures === 0) refuse('rows have no features');
  if (query.length !== nFeatures) refuse('the query has another length than the rows');
  for (const row of [...X, query]) {
    if (row.length !== nFeatures) refuse('rows differ in length');
    if (!row.every(Number.isFinite)) refuse('a coordinate is not finite');
  }
  if (!Number.isInteger(k) || k < 1 || k > X.length) refuse('k is not an integer from 1 to nSamples');
  if (y && y.length !== X.length) refuse('not one label a row');
}

export function squared(a: Row, b: Row): number {
  let sum = 0;
  for (let f = 0; f < a.length; f++) sum += (a[f] - b[f]) ** 2;
  return sum;
}

/** The label with the most votes, the smallest of them at a tie. */
export function majority(labels: Iterable<number>): number {
  const votes = new Map<number, number>();
  for (const label of labels) votes.set(label, (votes.get(label) ?? 0) + 1);
  let winner = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const [label, count] of votes) {
    if (count > most || (count === most && label < winner)) {
      winner = label;
      most = count;
    }
  }
  return winner;
}
