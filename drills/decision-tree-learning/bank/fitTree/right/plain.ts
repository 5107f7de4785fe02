// plain: recursion on lists of rows, each sorted by each feature, with both sides counted

import type { TreeNode } from './kit.ts';
import { check, checkLimits, majority, midpoint, type Options, type Question, type Row, type Rows } from './kit.ts';

export function fitTree(X: Rows, y: Row, { maxDepth = Infinity, minSamplesLeaf = 1 }: Options = {}): TreeNode {
  check(X, y);
  checkLimits(maxDepth, minSamplesLeaf);

  function grow(rows: Row, depth: number): TreeNode {
    const labels = rows.map((i) => y[i]);
    const split = depth >= maxDepth || isPure(labels) ? null : bestSplit(rows);
    if (split === null) return { kind: 'leaf', value: majority(labels) };
    const { featureIndex, threshold } = split;
    const left = rows.filter((i) => X[i][featureIndex] <= threshold);
    const right = rows.filter((i) => X[i][featureIndex] > threshold);
    return { kind: 'split', featureIndex, threshold, left: grow(left, depth + 1), right: grow(right, depth + 1) };
  }

  function bestSplit(rows: Row): Question | null {
    let best: Question | null = null;
    let most = -Infinity;
    for (let featureIndex = 0; featureIndex < X[0].length; featureIndex++) {
      const order = sorted(rows, (i) => X[i][featureIndex]);
      const left = new Side();
      const right = sideOf(rows.map((i) => y[i]));
      for (let k = 1; k < order.length; k++) {
        left.add(y[order[k - 1]], 1);
        right.add(y[order[k - 1]], -1);
        const a = X[order[k - 1]][featureIndex];
        const b = X[order[k]][featureIndex];
        if (a === b || left.n < minSamplesLeaf || right.n < minSamplesLeaf) continue;
        const score = left.squares / left.n + right.squares / right.n;
        if (score <= most) continue;
        most = score;
        best = { featureIndex, threshold: midpoint(a, b) };
      }
    }
    return best;
  }

  return grow([...X.keys()], 0);
}

const isPure = (labels: Row): boolean => labels.every((label) => label === labels[0]);

const sorted = (rows: Row, value: (i: number) => number): number[] => [...rows].sort((i, j) => value(i) - value(j));

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
