// code golf: for each of 80 rows that are far apart, all rows in order
import { checkQuery, checkRows, compare, type Distance, type Entry, type Row, type Rows } from './kit.ts';

export function createIndex(X: Rows, d: Distance, r: () => number) {
  checkRows(X);
  const sort = (q: Row, a: number[]) => a.map((i): Entry => [d(X[i], q), i]).sort(compare);
  const all = X.map((_, i) => i);
  const g = X.map(() => Infinity);
  const L = new Map<number, number[]>();
  for (let c = Math.floor(r() * X.length); g[c] && L.size < 80; c = g.indexOf(Math.max(...g))) {
    const e = sort(X[c], all);
    for (const [w, i] of e) g[i] = Math.min(g[i], w);
    const l = e.map(([, i]) => i);
    L.set(c, l);
  }
  return {
    query(q: Row, k: number) {
      checkQuery(X, q, k);
      const c = sort(q, [...L.keys()])[0][1];
      const e = sort(q, (L.get(c) ?? all).slice(0, Math.max(k, 100)));
      return e.slice(0, k).map(([, i]) => i);
    },
  };
}
