// typed arrays, square roots, runs of sorted labels, a view as result
import { asDeclared, type Row, type Rows, squared, validate } from './kit.ts';

/** Gives a view into the middle of a longer buffer. */
const kNearest = (X: Rows, query: Row, k: number): number[] => {
  validate(X, query, k);
  const far = Float64Array.from(X, (row) => Math.sqrt(squared(row, query)));
  const padded = new Uint32Array(X.length + 3);
  const order = padded.subarray(3);
  for (let i = 0; i < order.length; i++) order[i] = i;
  order.sort((a, b) => far[a] - far[b] || a - b);
  return asDeclared(order.subarray(0, k));
};
/** Sorts the labels and takes the first of the longest runs. */
const knnClassify = (X: Rows, y: Row, query: Row, k: number): number => {
  validate(X, query, k, y);
  const labels = Float64Array.from(kNearest(X, query, k), (i) => y[i]).sort();
  let winner = labels[0];
  let longest = 0;
  for (let start = 0, end = 0; start < k; start = end) {
    while (end < k && labels[end] === labels[start]) end++;
    if (end - start > longest) {
      longest = end - start;
      winner = labels[start];
    }
  }
  return winner;
};

export { kNearest, knnClassify };
