// sorted once, typed arrays, residuals brought up to date in the leaves

import type { Boosted, Options, Row, Rows, TreeNode } from './kit.ts';
import { check, checkBoosting, checkLimits, mean, midpoint } from './kit.ts';

export const fitBoosted = (
  X: Rows,
  y: Row,
  { nTrees = 100, learningRate = 0.1, maxDepth = 3, minSamplesLeaf = 1 }: Options = {},
): Boosted => {
  check(X, y);
  checkBoosting(nTrees, learningRate);
  checkLimits(maxDepth, minSamplesLeaf);
  const columns = X[0].map((_, f) => Float64Array.from(X, (row) => row[f]));
  const sorted = columns.map((column) => Uint32Array.from(column.keys()).sort((i, j) => column[i] - column[j]));
  const initialPrediction = mean(y);
  const residuals = Float64Array.from(y, (value) => value - initialPrediction);
  const side = new Uint8Array(X.length);
  const grow = (lists: readonly Uint32Array[], depth: number): TreeNode => {
    const [rows] = lists;
    const n = rows.length;
    const isPure = rows.every((row) => residuals[row] === residuals[rows[0]]);
    const value = isPure ? residuals[rows[0]] : rows.reduce((sum, row) => sum + residuals[row], 0) / n;
    let [best, featureIndex, threshold] = [-1, -1, 0];
    for (let f = 0; f < lists.length && !isPure && depth < maxDepth; f++) {
      const [list, column] = [lists[f], columns[f]];
      let sum = 0;
      for (let k = 1; k < n; k++) {
        sum += residuals[list[k - 1]] - value;
        const [a, b] = [column[list[k - 1]], column[list[k]]];
        const worth = (sum * sum) / (k * (n - k));
        if (a === b || k < minSamplesLeaf || n - k < minSamplesLeaf || worth <= best) continue;
        [best, featureIndex, threshold] = [worth, f, midpoint(a, b)];
      }
    }
    if (featureIndex < 0) {
      for (const row of rows) residuals[row] -= learningRate * value;
      return { kind: 'leaf', value };
    }
    for (const row of rows) side[row] = columns[featureIndex][row] <= threshold ? 0 : 1;
    const [left, right] = [0, 1].map((which) => lists.map((list) => list.filter((row) => side[row] === which)));
    return { kind: 'split', featureIndex, threshold, left: grow(left, depth + 1), right: grow(right, depth + 1) };
  };
  return { initialPrediction, trees: Array.from({ length: nTrees }, () => grow(sorted, 0)) };
};
