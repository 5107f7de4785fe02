// the expanded square in exact BigInt, object keys for votes, a frozen array as result
import { asDeclared, type Row, type Rows, validate } from './kit.ts';

/** Exact to 2^-120. */
const toBig = (value: number): bigint => BigInt(Math.floor(value * 2 ** 120));
const dot = (a: readonly bigint[], b: readonly bigint[]) => a.reduce((sum, v, f) => sum + v * b[f], 0n);
const kNearest = (X: Rows, query: Row, k: number): number[] => {
  validate(X, query, k);
  const q = query.map(toBig);
  const qq = dot(q, q);
  const far = X.map((row) => {
    const x = row.map(toBig);
    return dot(x, x) - 2n * dot(x, q) + qq;
  });
  const order = Array.from(far.keys()).sort((a, b) => (far[a] < far[b] ? -1 : far[a] > far[b] ? 1 : a - b));
  return asDeclared(Object.freeze(order.slice(0, k)));
};
const knnClassify = (X: Rows, y: Row, query: Row, k: number): number => {
  validate(X, query, k, y);
  const votes: Record<string, number> = {};
  for (const i of kNearest(X, query, k)) votes[y[i]] = (votes[y[i]] || 0) + 1;
  const most = Object.values(votes).reduce((a, b) => Math.max(a, b));
  const leaders = Object.keys(votes).filter((label) => votes[label] === most);
  return leaders.map(Number).sort((a, b) => a - b)[0];
};

export { kNearest, knnClassify };
