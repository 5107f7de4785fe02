// many small helpers, median of medians
import { majority, type Row, type Rows, squared, validate } from './kit.ts';

type Item = { readonly d: number; readonly i: number };
const compare = (a: Item, b: Item) => a.d - b.d || a.i - b.i;
const sorted = (items: readonly Item[]) => [...items].sort(compare);
const medianOf = (items: readonly Item[]) => sorted(items)[items.length >> 1];
const inFives = (items: readonly Item[]) =>
  Array.from({ length: Math.ceil(items.length / 5) }, (_, g) => items.slice(5 * g, 5 * g + 5));
const kth = (items: readonly Item[], k: number): Item => {
  if (items.length <= 10) return sorted(items)[k - 1];
  const medians = inFives(items).map(medianOf);
  const pivot = kth(medians, (medians.length + 1) >> 1);
  const nearer = items.filter((item) => compare(item, pivot) < 0);
  if (k <= nearer.length) return kth(nearer, k);
  if (k === nearer.length + 1) return pivot;
  const farther = items.filter((item) => compare(item, pivot) > 0);
  return kth(farther, k - nearer.length - 1);
};
const nearest = (items: readonly Item[], k: number) => {
  const last = kth(items, k);
  return sorted(items.filter((item) => compare(item, last) <= 0));
};
const toItems = (X: Rows, query: Row): Item[] => X.map((row, i) => ({ d: squared(row, query), i }));
const kNearest = (X: Rows, query: Row, k: number) => {
  validate(X, query, k);
  return nearest(toItems(X, query), k).map((item) => item.i);
};
const knnClassify = (X: Rows, y: Row, query: Row, k: number) => {
  validate(X, query, k, y);
  return majority(kNearest(X, query, k).map((i) => y[i]));
};

export { kNearest, knnClassify };
