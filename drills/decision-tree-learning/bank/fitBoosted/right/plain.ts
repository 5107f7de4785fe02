// plain: each round a regression tree for the residuals, what the trees add up to kept by row

import type { Boosted, Options, Question, Row, Rows, TreeNode } from './kit.ts';
import { check, checkBoosting, checkLimits, mean, midpoint } from './kit.ts';

export function fitBoosted(
  X: Rows,
  y: Row,
  { nTrees = 100, learningRate = 0.1, maxDepth = 3, minSamplesLeaf = 1 }: Options = {},
): Boosted {
  check(X, y);
  checkBoosting(nTrees, learningRate);
  checkLimits(maxDepth, minSamplesLeaf);
  const initialPrediction = mean(y);
  const sums = y.map(() => 0);
  const trees: TreeNode[] = [];
  for (let m = 0; m < nTrees; m++) {
    const residuals = y.map((value, i) => value - (initialPrediction + learningRate * sums[i]));
    const tree = regressionTree(X, residuals, maxDepth, minSamplesLeaf);
    for (const [i, x] of X.entries()) sums[i] += predict(tree, x);
    trees.push(tree);
  }
  return { initialPrediction, trees };
}

function predict(tree: TreeNode, x: Row): number {
  if (tree.kind === 'leaf') return tree.value;
  return predict(x[tree.featureIndex] <= tree.threshold ? tree.left : tree.right, x);
}

function regressionTree(X: Rows, y: Row, maxDepth: number, minSamplesLeaf: number): TreeNode {
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
