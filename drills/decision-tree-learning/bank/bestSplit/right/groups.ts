// a generator over groups of equal values, counts under string keys, a frozen answer with (a + b) / 2 as it comes
import { check, type Found, type Row, type Rows } from './kit.ts';

type Counts = Record<string, number>;

function count(labels: Iterable<number>): Counts {
  const counts: Counts = Object.create(null);
  for (const label of labels) counts[`class ${label}`] = (counts[`class ${label}`] ?? 0) + 1;
  return counts;
}

/** The classes of each distinct value together, ascending. */
function groups(X: Rows, y: Row, featureIndex: number): [value: number, labels: number[]][] {
  const found = new Map<number, number[]>();
  for (const [i, row] of X.entries()) {
    const group = found.get(row[featureIndex]) ?? [];
    found.set(row[featureIndex], group);
    group.push(y[i]);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

function* candidates(X: Rows, y: Row): Generator<Found, void, undefined> {
  const n = y.length;
  const totals = count(y);
  const squares = Object.values(totals).reduce((sum, size) => sum + size * size, 0);
  for (const featureIndex of X[0].keys()) {
    const lefts: Counts = Object.create(null);
    let [nLeft, left, right] = [0, 0, squares];
    let last = Number.NaN;
    for (const [value, labels] of groups(X, y, featureIndex)) {
      const nRight = n - nLeft;
      const sides = (nLeft / n) * (1 - left / nLeft ** 2) + (nRight / n) * (1 - right / nRight ** 2);
      if (nLeft > 0)
        yield { featureIndex, threshold: (last + value) / 2, impurityDecrease: 1 - squares / n ** 2 - sides };
      for (const [name, size] of Object.entries(count(labels))) {
        const before = lefts[name] ?? 0;
        left += (before + size) ** 2 - before ** 2;
        right += (totals[name] - before - size) ** 2 - (totals[name] - before) ** 2;
        lefts[name] = before + size;
      }
      nLeft += labels.length;
      last = value;
    }
  }
}

export function bestSplit(X: Rows, y: Row): Found | null {
  check(X, y);
  let best: Found | null = null;
  for (const candidate of candidates(X, y))
    if (!(best && best.impurityDecrease >= candidate.impurityDecrease)) best = candidate;
  return best && Object.freeze({ ...best, note: `feature ${best.featureIndex}` });
}
