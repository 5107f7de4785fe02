// code golf: nested arrays
import { checkQuery, checkRows, compare, type Entry, type Row, type Rows, squared } from './kit.ts';

type T = [Row, number, T, T] | 0;

export const buildKdTree = (X: Rows): [T, number, number] => {
  checkRows(X);
  const d = X[0].length;
  const g = (a: (readonly [Row, number])[], f: number): T => {
    const m = a.sort((p, q) => p[0][f] - q[0][f]).length >> 1;
    const h = (f + 1) % d;
    return a.length ? [...a[m], g(a.slice(0, m), h), g(a.slice(m + 1), h)] : 0;
  };
  const a = X.map((x, i) => [[...x], i] as const);
  return [g(a, 0), X.length, d];
};
export const queryKdTree = ([t, n, d]: [T, number, number], q: Row, k: number) => {
  checkQuery(n, d, q, k);
  let b: Entry[] = [];
  const v = (u: T, f: number): void => {
    if (!u) return;
    const [x, i, l, r] = u;
    const w = q[f] - x[f];
    b = [...b, [squared(x, q), i] as const].sort(compare).slice(0, k);
    v(w < 0 ? l : r, (f + 1) % d);
    if (b.length < k || w * w <= b[k - 1][0]) v(w < 0 ? r : l, (f + 1) % d);
  };
  v(t, 0);
  return b.map(([, i]) => i);
};
