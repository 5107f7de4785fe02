import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { Found, Y } from '../bestSplit/shared.mutants.ts';
import { growing, right as rightTree, type TreeParts } from '../fitTree/shared.mutants.ts';

export type FitRegressionTree = typeof reference.fitRegressionTree;

/** What each cut of the y of a node, sorted by a feature, is worth: at k, that of k rows on the left. `all` are the y of all rows. */
export type Worths = (ys: Y, all: Y) => readonly number[];

export const mean = (y: Y): number => y[0] + y.reduce((sum, value) => sum + (value - y[0]), 0) / y.length;

/** With sums of differences from the mean of the node. */
export const byDifferences: Worths = (ys) => {
  const n = ys.length;
  const middle = mean(ys);
  let sum = 0;
  const worths = [0];
  for (let k = 1; k < n; k++) {
    sum += ys[k - 1] - middle;
    worths.push((sum / k) * sum + (sum / (n - k)) * sum);
  }
  return worths;
};

/** The best cut by what cuts are worth. */
export const searching =
  (worths: Worths): TreeParts['split'] =>
  (parts, { X, y, limits, root }) => {
    let best: Found | null = null;
    for (const featureIndex of parts.features(X)) {
      const values = X.map((row) => parts.value(row, featureIndex));
      const order = parts.order([...X.keys()], values);
      const all = worths(
        order.map((i) => y[i]),
        root.y,
      );
      for (let k = 1; k < order.length; k++) {
        const [a, b] = [values[order[k - 1]], values[order[k]]];
        if (!parts.apart(a, b) || Math.min(k, order.length - k) < limits.minSamplesLeaf) continue;
        if (best !== null && !parts.better(all[k], best)) continue;
        best = { featureIndex, threshold: parts.threshold(a, b), impurityDecrease: all[k] };
      }
    }
    return best;
  };

export const right: TreeParts = { ...rightTree, split: searching(byDifferences), leaf: ({ y }) => mean(y) };

/** The right solution with other parts. */
export const fitting = (changes: Partial<TreeParts>): FitRegressionTree => growing({ ...right, ...changes });

/** The right solution with cuts that are worth something else. */
export const valuing = (worths: Worths): FitRegressionTree => fitting({ split: searching(worths) });

export const fitRegressionTree: FitRegressionTree = fitting({});
