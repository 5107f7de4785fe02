// radix sort on the bits of the doubles, typed arrays
import { check, type Found, midpoint, prefixSquares, type Row, type Rows, squaresOf, tally } from './kit.ts';

/** Ascending by the bits of a double, digit by digit of 8 bits. */
function radixSorted(values: Row): number[] {
  const n = values.length;
  const floats = Float64Array.from(values, (value) => value + 0);
  const bits = new Uint16Array(floats.buffer);
  for (let i = 0; i < n; i++) {
    const negative = bits[4 * i + 3] >= 0x8000;
    for (let d = 0; d < 4; d++) bits[4 * i + d] ^= negative ? 0xffff : d === 3 ? 0x8000 : 0;
  }
  let order = Uint32Array.from(floats.keys());
  for (let byte = 0; byte < 8; byte++) {
    const digit = (i: number) => (bits[4 * i + (byte >> 1)] >> (8 * (byte & 1))) & 0xff;
    const starts = new Uint32Array(257);
    for (let i = 0; i < n; i++) starts[digit(i) + 1]++;
    for (let d = 0; d < 256; d++) starts[d + 1] += starts[d];
    const next = new Uint32Array(n);
    for (const i of order) next[starts[digit(i)]++] = i;
    order = next;
  }
  return Array.from(order);
}

/** Maximises the share of pairs instead of the decrease. */
export const bestSplit = (X: Rows, y: Row): Found | null => {
  check(X, y);
  const n = y.length;
  const base = squaresOf(tally(y)) / n;
  let best: Found | null = null;
  let score = Number.NEGATIVE_INFINITY;
  for (let f = 0; f < X[0].length; f++) {
    const column = X.map((row) => row[f]);
    const order = radixSorted(column);
    const labels = order.map((i) => y[i]);
    const forward = Float64Array.from(prefixSquares(labels));
    const backward = Float64Array.from(prefixSquares(labels.reverse())).reverse();
    for (let k = 1; k < n; k++) {
      const candidate = forward[k] / k + backward[k] / (n - k);
      const [a, b] = [column[order[k - 1]], column[order[k]]];
      if (a === b || candidate <= score) continue;
      score = candidate;
      best = { featureIndex: f, threshold: midpoint(a, b), impurityDecrease: (candidate - base) / n };
    }
  }
  return best;
};
