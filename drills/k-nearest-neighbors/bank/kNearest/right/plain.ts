// plain: one function for each step, a sort of all indices by distance
type Row = readonly number[];
type Rows = readonly Row[];

export function kNearest(X: Rows, query: Row, k: number): ArrayLike<number> {
  check(X, query, k);
  return select(distances(X, query), k);
}

export function knnClassify(X: Rows, y: Row, query: Row, k: number): number {
  check(X, query, k);
  if (y.length !== X.length) throw new RangeError('not one label a row');
  const far = distances(X, query);
  const found = select(far, k);
  return vote(found.map((i) => y[i]));
}

function check(X: Rows, query: Row, k: number): void {
  if (X.length === 0) throw new RangeError('no rows');
  const nFeatures = X[0].length;
  if (nFeatures === 0) throw new RangeError('no features');
  if (X.some((row) => row.length !== nFeatures)) throw new RangeError('ragged rows');
  if (query.length !== nFeatures) throw new RangeError('a query of another length');
  if (X.some((row) => !row.every(Number.isFinite))) throw new RangeError('a row that is not finite');
  if (!query.every(Number.isFinite)) throw new RangeError('a query that is not finite');
  if (!Number.isInteger(k) || k < 1 || k > X.length) throw new RangeError('k');
}

const distances = (X: Rows, query: Row): number[] => X.map((row) => distance(row, query));

function distance(row: Row, query: Row): number {
  return row.reduce((sum, value, j) => sum + (value - query[j]) ** 2, 0);
}

function select(far: Row, k: number): number[] {
  const order = [...far.keys()];
  order.sort((a, b) => far[a] - far[b]);
  return order.slice(0, k);
}

function tally(labels: Row): Map<number, number> {
  const votes = new Map<number, number>();
  for (const label of labels) votes.set(label, (votes.get(label) ?? 0) + 1);
  return votes;
}

function vote(labels: Row): number {
  const [[winner]] = [...tally(labels)].sort(([a, votesOfA], [b, votesOfB]) => votesOfB - votesOfA || a - b);
  return winner;
}
