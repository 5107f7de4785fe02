import { growRegressionTree } from './fitRegressionTree.ts';
import { copyColumns, sortedColumns } from './sortedColumns.ts';
import { predictOne, type TreeNode, type TreeOptions } from './tree.ts';
import { requireBoosting, requireTrainingSet, requireTreeLimits } from './validate.ts';

/** How many trees are grown, how far each is followed, and the limits of each. */
export interface BoostingOptions extends TreeOptions {
  /** How many trees are grown: 0 or more; 100 when left out. */
  readonly nTrees?: number;
  /** The share of each tree that is added: above 0, at most 1; 0.1 when left out. */
  readonly learningRate?: number;
}

/** What is predicted for a row is `initialPrediction`, plus `learningRate` times the sum of what the trees predict. */
export interface BoostedTrees {
  readonly initialPrediction: number;
  /** In the order in which they were grown (nTrees). */
  readonly trees: readonly TreeNode[];
}

/**
 * Gradient boosting for squared error (Friedman 2001, algorithm 2): starts from the mean of y (nSamples), and grows each
 * regression tree on X (nSamples, nFeatures) for the residuals, which are the negative gradient of half the squared error.
 * Trees are `maxDepth` deep, 3 when left out.
 *
 * Time O(nFeatures nSamples log nSamples) once, since no tree changes the order of the rows, and O(nFeatures nSamples
 * maxDepth) for each tree: residuals are updated by the newest tree and not computed from all. Memory O(nFeatures nSamples).
 * @throws RangeError when X is empty or ragged, y has not a number a row, a number is not finite, or an option is out of range.
 * @example
 * ```ts
 * const { initialPrediction, trees } = fitBoosted([[1], [2]], [10, 20], { nTrees: 2, learningRate: 0.5 });
 * initialPrediction; // => 15
 * trees.map((tree) => tree.right.value); // => [5, 2.5]
 * ```
 */
export function fitBoosted(
  X: readonly (readonly number[])[],
  y: readonly number[],
  { nTrees = 100, learningRate = 0.1, maxDepth = 3, minSamplesLeaf = 1 }: BoostingOptions = {},
): BoostedTrees {
  requireTrainingSet(X, y);
  requireTreeLimits(maxDepth, minSamplesLeaf);
  requireBoosting(nTrees, learningRate);
  const columns = sortedColumns(X);
  const initialPrediction = mean(y);
  const residuals = y.map((value) => value - initialPrediction);
  const trees: TreeNode[] = [];
  for (let m = 0; m < nTrees; m++) {
    const tree = growRegressionTree(copyColumns(columns), residuals, maxDepth, minSamplesLeaf);
    for (let i = 0; i < X.length; i++) residuals[i] -= learningRate * predictOne(tree, X[i]);
    trees.push(tree);
  }
  return { initialPrediction, trees };
}

/** The mean, taken from the first value so that a large offset leaves all digits to the differences. */
const mean = (y: readonly number[]): number => y[0] + y.reduce((sum, value) => sum + (value - y[0]), 0) / y.length;
