// functional, no loops
import { type Row, type Rows, validate } from './kit.ts';

const kNearest = (X: Rows, query: Row, k: number): number[] => {
  validate(X, query, k);
  return X.map((row, index) => ({ index, far: row.reduce((sum, v, f) => sum + (v - query[f]) ** 2, 0) }))
    .toSorted((a, b) => a.far - b.far || a.index - b.index)
    .slice(0, k)
    .map(({ index }) => index);
};
const knnClassify = (X: Rows, y: Row, query: Row, k: number): number => {
  validate(X, query, k, y);
  const labels = kNearest(X, query, k).map((i) => y[i]);
  const count = (label: number) => labels.filter((other) => other === label).length;
  return labels.reduce((best, label) => {
    const lead = count(label) - count(best);
    return lead > 0 || (lead === 0 && label < best) ? label : best;
  });
};

export { kNearest, knnClassify };
