// recursion on halves, merging their k best, a Float64Array as result
import { asDeclared, majority, type Row, type Rows, squared, validate } from './kit.ts';

type Found = { readonly i: number; readonly d: number };
const merge = (left: readonly Found[], right: readonly Found[], k: number): Found[] => {
  const out: Found[] = [];
  let l = 0;
  let r = 0;
  while (out.length < k && (l < left.length || r < right.length)) {
    out.push(r === right.length || (l < left.length && left[l].d <= right[r].d) ? left[l++] : right[r++]);
  }
  return out;
};
const best = (X: Rows, query: Row, k: number, from: number, to: number): Found[] => {
  if (to - from === 1) return [{ i: from, d: squared(X[from], query) }];
  const middle = (from + to) >> 1;
  return merge(best(X, query, k, from, middle), best(X, query, k, middle, to), k);
};
const kNearest = (X: Rows, query: Row, k: number) => {
  validate(X, query, k);
  return asDeclared(Float64Array.from(best(X, query, k, 0, X.length), (found) => found.i));
};
const knnClassify = (X: Rows, y: Row, query: Row, k: number) => {
  validate(X, query, k, y);
  return majority(Array.from(kNearest(X, query, k), (i) => y[i]));
};

export { kNearest, knnClassify };
