// trees of random splits that see coordinates only, and measure what most of them find
import { checkRows, compare, type Distance, type Entry, Measured, type Row, type Rows } from './kit.ts';

type Tree = { rows: readonly number[] } | { normal: Row; at: number; low: Tree; high: Tree };

const dot = (a: Row, b: Row): number => a.reduce((sum, value, f) => sum + value * b[f], 0);

export const createIndex = (X: Rows, distance: Distance, random: () => number) => {
  checkRows(X);
  /** Splits halfway between two rows that are drawn. */
  const grow = (rows: readonly number[]): Tree => {
    if (rows.length <= 24) return { rows };
    const [a, b] = [X[rows[Math.floor(random() * rows.length)]], X[rows[Math.floor(random() * rows.length)]]];
    const normal = a.map((value, f) => value - b[f]);
    const sorted = rows.map((i): Entry => [dot(normal, X[i]), i]).sort(compare);
    const middle = sorted.length >> 1;
    const side = (part: readonly Entry[]) => grow(part.map(([, i]) => i));
    return { normal, at: sorted[middle][0], low: side(sorted.slice(0, middle)), high: side(sorted.slice(middle)) };
  };
  const trees = Array.from({ length: 24 }, () => grow([...X.keys()]));
  return {
    query: (query: Row, k: number) => {
      const measured = new Measured(X, query, k, distance);
      const votes = new Map<number, number>();
      for (const root of trees) {
        let tree = root;
        while (!('rows' in tree)) tree = dot(tree.normal, query) < tree.at ? tree.low : tree.high;
        for (const i of tree.rows) votes.set(i, (votes.get(i) ?? 0) + 1);
      }
      for (const [i] of [...votes].sort((a, b) => b[1] - a[1])) if (!measured.isFull) measured.to(i);
      return measured.nearest();
    },
  };
};
