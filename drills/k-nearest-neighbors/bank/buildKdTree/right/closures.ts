// a tree that is a function of functions
import { Best, checkQuery, checkRows, type Row, type Rows, squared } from './kit.ts';

type Visit = (query: Row, best: Best) => void;
type Ask = (query: Row, k: number) => number[];

/** Each node encloses its row and its sides. */
const grown = (rows: readonly (readonly [Row, number])[], depth: number): Visit => {
  if (rows.length === 0) return () => undefined;
  const f = depth % rows[0][0].length;
  const sorted = rows.toSorted(([a], [b]) => a[f] - b[f]);
  const middle = sorted.length >> 1;
  const [row, index] = sorted[middle];
  const [left, right] = [sorted.slice(0, middle), sorted.slice(middle + 1)].map((side) => grown(side, depth + 1));
  return (query, best) => {
    best.add([squared(row, query), index]);
    const [near, far] = query[f] <= row[f] ? [left, right] : [right, left];
    near(query, best);
    if ((query[f] - row[f]) ** 2 <= best.bound) far(query, best);
  };
};

export const buildKdTree = (X: Rows): Ask => {
  checkRows(X);
  const pairs = X.map((row, i) => [[...row], i] as const);
  const root = grown(pairs, 0);
  return (query, k) => {
    checkQuery(X.length, X[0].length, query, k);
    const best = new Best(k);
    root(query, best);
    return best.indices;
  };
};
export const queryKdTree = (tree: Ask, query: Row, k: number) => tree(query, k);
