// exact, with fractions of big integers
import { check, type Found, midpoint, type Row, type Rows, squaresOf, tally } from './kit.ts';

/** Left squares over nLeft plus right squares over nRight, compared by multiplying out. */
export const bestSplit = (X: Rows, y: Row): Found | null => {
  check(X, y);
  const n = BigInt(y.length);
  const all = BigInt(squaresOf(tally(y)));
  let best: { featureIndex: number; threshold: number; top: bigint; bottom: bigint } | undefined;
  for (const featureIndex of X[0].keys()) {
    const order = Array.from(X.keys()).sort((i, j) => Math.sign(X[i][featureIndex] - X[j][featureIndex]));
    const rights = tally(y);
    const lefts = new Map<number, number>();
    let [left, right] = [0n, all];
    order.slice(0, -1).forEach((row, k) => {
      const [before, after] = [lefts.get(y[row]) ?? 0, rights.get(y[row]) ?? 0];
      left += BigInt(2 * before + 1);
      right -= BigInt(2 * after - 1);
      lefts.set(y[row], before + 1);
      rights.set(y[row], after - 1);
      const [a, b] = [X[row][featureIndex], X[order[k + 1]][featureIndex]];
      const m = BigInt(k + 1);
      const [top, bottom] = [left * (n - m) + right * m, m * (n - m)];
      if (a < b && (!best || top * best.bottom > best.top * bottom))
        best = { featureIndex, threshold: midpoint(a, b), top, bottom };
    });
  }
  if (!best) return null;
  const { featureIndex, threshold, top, bottom } = best;
  return { featureIndex, threshold, impurityDecrease: Number(top * n - all * bottom) / Number(bottom) / Number(n * n) };
};
