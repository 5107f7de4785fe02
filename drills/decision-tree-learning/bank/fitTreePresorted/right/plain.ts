// plain: for each feature a list of the rows, sorted once and divided by each split

import type { TreeNode } from './kit.ts';
import { check, checkLimits, majority, midpoint, type Options, type Question, type Row, type Rows } from './kit.ts';

export function fitTreePresorted(X: Rows, y: Row, { maxDepth = Infinity, minSamplesLeaf = 1 }: Options = {}): TreeNode {
  check(X, y);
  checkLimits(maxDepth, minSamplesLeaf);
  const columns = X[0].map((_, f) => X.map((row) => row[f]));

  function grow(lists: Rows, depth: number): TreeNode {
    const labels = lists[0].map((i) => y[i]);
    const split = depth >= maxDepth || isPure(labels) ? null : bestSplit(lists);
    if (split === null) return { kind: 'leaf', value: majority(labels) };
    const { featureIndex, threshold } = split;
    const goesLeft = (i: number) => columns[featureIndex][i] <= threshold;
    const left = lists.map((list) => list.filter((i) => goesLeft(i)));
    const right = lists.map((list) => list.filter((i) => !goesLeft(i)));
    return { kind: 'split', featureIndex, threshold, left: grow(left, depth + 1), right: grow(right, depth + 1) };
  }

  function bestSplit(lists: Rows): Question | null {
    let best: Question | null = null;
    let most = -Infinity;
    for (let featureIndex = 0; featureIndex < lists.length; featureIndex++) {
      const column = columns[featureIndex];
      const list = lists[featureIndex];
      const left = new Side();
      const right = sideOf(list.map((i) => y[i]));
      for (let k = 1; k < list.length; k++) {
        left.add(y[list[k - 1]], 1);
        right.add(y[list[k - 1]], -1);
        const a = column[list[k - 1]];
        const b = column[list[k]];
        if (a === b || left.n < minSamplesLeaf || right.n < minSamplesLeaf) continue;
        const score = left.squares / left.n + right.squares / right.n;
        if (score <= most) continue;
        most = score;
        best = { featureIndex, threshold: midpoint(a, b) };
      }
    }
    return best;
  }

  return grow(columns.map(presorted), 0);
}

const isPure = (labels: Row): boolean => labels.every((label) => label === labels[0]);

const presorted = (column: Row): number[] => [...column.keys()].sort((i, j) => column[i] - column[j]);

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
