import type { Check } from 'ml-drills/drills/decision-tree-learning';

export interface BestSplit {
  /** A row goes left when `x[featureIndex] <= threshold`. */
  readonly featureIndex: number;
  readonly threshold: number;
  /** Gini impurity of all rows, less that of the two sides weighted by their shares. */
  readonly impurityDecrease: number;
}

/** The split of X (nSamples, nFeatures) that lowers the Gini impurity of the classes y (nSamples) most; `null` if there is none. */
export function bestSplit(X: readonly (readonly number[])[], y: readonly number[]): BestSplit | null {
  throw new Error('TODO: bestSplit');
}

/** A node that predicts `value`. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly value: number;
}

/** A node that sends a row left when `x[featureIndex] <= threshold`, and right otherwise. */
export interface Split {
  readonly kind: 'split';
  readonly featureIndex: number;
  readonly threshold: number;
  readonly left: TreeNode;
  readonly right: TreeNode;
}

export type TreeNode = Leaf | Split;

export interface TreeOptions {
  /** How many splits lie above a leaf at most; Infinity when left out. */
  readonly maxDepth?: number;
  /** How many rows a candidate leaves on both sides at least; 1 when left out. */
  readonly minSamplesLeaf?: number;
}

/** The classification tree grown on X (nSamples, nFeatures) with the classes y (nSamples). */
export function fitTree(X: readonly (readonly number[])[], y: readonly number[], options?: TreeOptions): TreeNode {
  throw new Error('TODO: fitTree');
}

/** The same tree as that of `fitTree`, without a sort below the root. */
export function fitTreePresorted(
  X: readonly (readonly number[])[],
  y: readonly number[],
  options?: TreeOptions,
): TreeNode {
  throw new Error('TODO: fitTreePresorted');
}

/** The regression tree grown on X (nSamples, nFeatures) with the numbers y (nSamples). */
export function fitRegressionTree(
  X: readonly (readonly number[])[],
  y: readonly number[],
  options?: TreeOptions,
): TreeNode {
  throw new Error('TODO: fitRegressionTree');
}

export interface BoostingOptions extends TreeOptions {
  /** How many trees are grown; 100 when left out. */
  readonly nTrees?: number;
  /** The share of each tree that is added; 0.1 when left out. */
  readonly learningRate?: number;
}

/** Predicts `initialPrediction`, plus `learningRate` times the sum of what the trees predict. */
export interface BoostedTrees {
  readonly initialPrediction: number;
  readonly trees: readonly TreeNode[];
}

/** Regression trees, 3 deep when `maxDepth` is left out, boosted on X (nSamples, nFeatures) with the numbers y (nSamples). */
export function fitBoosted(
  X: readonly (readonly number[])[],
  y: readonly number[],
  options?: BoostingOptions,
): BoostedTrees {
  throw new Error('TODO: fitBoosted');
}

/** What your code costs, in nSamples (n), nFeatures (d), depth, nClasses (c) and nTrees (t), for the interview: `time: 'n log n'`, `memory: '1'`. */
export const complexity = {
  bestSplit: { time: '', memory: '' },
  fitTree: { time: '', memory: '' },
  fitTreePresorted: { time: '', memory: '' },
  fitRegressionTree: { time: '', memory: '' },
  fitBoosted: { time: '', memory: '' },
};

/** Keep this line: the editor compares the exports of this file with the question. */
export type Exports = Check<typeof import('./stub.ts')>;
