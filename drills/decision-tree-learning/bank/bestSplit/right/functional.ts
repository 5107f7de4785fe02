// functional, all candidates in one list
import { check, type Found, midpoint, prefixSquares, type Row, type Rows, squaresOf, tally } from './kit.ts';

const gini = (squares: number, n: number) => 1 - squares / n / n;

export const bestSplit = (X: Rows, y: Row): Found | null => {
  check(X, y);
  const n = X.length;
  const total = gini(squaresOf(tally(y)), n);
  const candidates = X[0].flatMap((_, featureIndex): Found[] => {
    const rows = X.map((row, i) => ({ value: row[featureIndex], label: y[i] })).sort((p, q) => p.value - q.value);
    const labels = rows.map(({ label }) => label);
    const forward = [...prefixSquares(labels)];
    const backward = [...prefixSquares(labels.toReversed())].reverse();
    return rows.slice(1).flatMap(({ value }, i) => {
      const before = rows[i].value;
      const nLeft = i + 1;
      const left = (nLeft / n) * gini(forward[nLeft], nLeft);
      const right = ((n - nLeft) / n) * gini(backward[nLeft], n - nLeft);
      const split = { featureIndex, threshold: midpoint(before, value), impurityDecrease: total - left - right };
      return before === value ? [] : [split];
    });
  });
  return candidates.reduce<Found | null>(
    (best, candidate) => (best && best.impurityDecrease >= candidate.impurityDecrease ? best : candidate),
    null,
  );
};
