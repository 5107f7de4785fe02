// goes down a k-d tree without looking at the other side
type Row = readonly number[];
type Rows = readonly Row[];

export function kNearest(X: Rows, query: Row, k: number): number[] {
  check(X, query, k);
  let cell = [...X.keys()];
  for (let depth = 0; ; depth++) {
    const f = depth % query.length;
    const order = cell.toSorted((a, b) => X[a][f] - X[b][f]);
    const middle = order.length >> 1;
    const side = query[f] < X[order[middle]][f] ? order.slice(0, middle) : order.slice(middle);
    if (side.length < k || side.length === cell.length) break;
    cell = side;
  }
  return cell.sort((a, b) => squared(X[a], query) - squared(X[b], query) || a - b).slice(0, k);
}

export function knnClassify(X: Rows, y: Row, query: Row, k: number): number {
  if (y.length !== X.length) throw new RangeError('labels');
  const votes = new Map<number, number>();
  for (const i of kNearest(X, query, k)) votes.set(y[i], (votes.get(y[i]) ?? 0) + 1);
  return [...votes].sort(([a, va], [b, vb]) => vb - va || a - b)[0][0];
}

const squared = (a: Row, b: Row): number => a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0);

function check(X: Rows, query: Row, k: number): void {
  const isSound = (row: Row): boolean => row.length === query.length && row.every(Number.isFinite);
  if (query.length === 0 || X.length === 0 || ![...X, query].every(isSound)) throw new RangeError('malformed');
  if (!Number.isInteger(k) || k < 1 || k > X.length) throw new RangeError('k');
}
