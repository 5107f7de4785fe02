// plain: one sweep of each feature in ascending order, with both sides counted
import { check, type Found, midpoint, type Row, type Rows } from './kit.ts';

export function bestSplit(X: Rows, y: Row): Found | null {
  check(X, y);
  const all = sideOf(y);
  let best: Found | null = null;
  for (let featureIndex = 0; featureIndex < X[0].length; featureIndex++) {
    const column = X.map((row) => row[featureIndex]);
    const order = sorted(column);
    const left = new Side();
    const right = sideOf(y);
    for (let k = 1; k < order.length; k++) {
      left.add(y[order[k - 1]], 1);
      right.add(y[order[k - 1]], -1);
      const a = column[order[k - 1]];
      const b = column[order[k]];
      if (a === b) continue;
      const impurityDecrease = decrease(all, left, right);
      if (best === null || impurityDecrease > best.impurityDecrease)
        best = { featureIndex, threshold: midpoint(a, b), impurityDecrease };
    }
  }
  return best;
}

const sorted = (column: Row): number[] => [...column.keys()].sort((i, j) => column[i] - column[j]);

/** The rows of one side, counted by class. */
class Side {
  readonly counts = new Map<number, number>();
  n = 0;
  squares = 0;

  add(label: number, change: number): void {
    const before = this.counts.get(label) ?? 0;
    const after = before + change;
    this.counts.set(label, after);
    this.squares += after ** 2 - before ** 2;
    this.n += change;
  }
}

function sideOf(labels: Row): Side {
  const side = new Side();
  for (const label of labels) side.add(label, 1);
  return side;
}

const decrease = (all: Side, left: Side, right: Side): number =>
  (left.squares / left.n + right.squares / right.n - all.squares / all.n) / all.n;
