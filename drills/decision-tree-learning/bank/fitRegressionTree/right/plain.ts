// plain: recursion on lists of rows, each sorted by each feature, with sums of differences from the mean of the node

import type { TreeNode } from './kit.ts';
import { check, checkLimits, mean, midpoint, type Options, type Question, type Row, type Rows } from './kit.ts';

export function fitRegressionTree(
  X: Rows,
  y: Row,
  { maxDepth = Infinity, minSamplesLeaf = 1 }: Options = {},
): TreeNode {
  check(X, y);
  checkLimits(maxDepth, minSamplesLeaf);

  function grow(rows: Row, depth: number): TreeNode {
    const ys = rows.map((i) => y[i]);
    const split = depth >= maxDepth || isPure(ys) ? null : bestSplit(rows);
    if (split === null) return { kind: 'leaf', value: mean(ys) };
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
      const worths = decreases(order.map((i) => y[i]));
      for (let k = 1; k < order.length; k++) {
        const a = X[order[k - 1]][featureIndex];
        const b = X[order[k]][featureIndex];
        if (a === b || k < minSamplesLeaf || order.length - k < minSamplesLeaf) continue;
        if (worths[k] <= most) continue;
        most = worths[k];
        best = { featureIndex, threshold: midpoint(a, b) };
      }
    }
    return best;
  }

  return grow([...X.keys()], 0);
}

const isPure = (ys: Row): boolean => ys.every((value) => value === ys[0]);

const sorted = (rows: Row, value: (i: number) => number): number[] => [...rows].sort((i, j) => value(i) - value(j));

/** By how much the squared error falls when the first 0, 1, 2, ... of the rows go left. */
function decreases(ys: Row): number[] {
  const middle = mean(ys);
  let sum = 0;
  return ys.map((_, k) => {
    if (k === 0) return 0;
    sum += ys[k - 1] - middle;
    return sum ** 2 / k + sum ** 2 / (ys.length - k);
  });
}
