import type { Check } from 'ml-drills/drills/decision-tree-inference';

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

/** Level 1: the value that the tree predicts for one row x (nFeatures). */
export function predict(tree: TreeNode, x: readonly number[]): number {
  throw new Error('TODO: predict');
}

/** The tree in a form of your own. */
export type FlatTree = unknown;

/** Level 2: the tree, prepared once for many rows. */
export function flatten(tree: TreeNode): FlatTree {
  throw new Error('TODO: flatten');
}

/** Level 2: the value that the flattened tree predicts for each row of X (nSamples, nFeatures). */
export function predictBatch(flat: FlatTree, X: readonly (readonly number[])[]): ArrayLike<number> {
  throw new Error('TODO: predictBatch');
}

export type Side = 'left' | 'right';

/** A split that sends a row left when `x[featureIndex] <= threshold`, right otherwise, and to `missing` when that is NaN. */
export interface SplitWithMissing {
  readonly kind: 'split';
  readonly featureIndex: number;
  readonly threshold: number;
  readonly left: TreeWithMissing;
  readonly right: TreeWithMissing;
  readonly missing: Side;
}

/** A split that sends a row to the side that lists `x[featureIndex]`, and to `missing` when neither does or that is NaN. */
export interface CategorySplit {
  readonly kind: 'category';
  readonly featureIndex: number;
  readonly categories: { readonly left: readonly number[]; readonly right: readonly number[] };
  readonly left: TreeWithMissing;
  readonly right: TreeWithMissing;
  readonly missing: Side;
}

export type TreeWithMissing = Leaf | SplitWithMissing | CategorySplit;

/** Level 3: the value that the tree predicts for one row x (nFeatures), where NaN stands for a missing feature. */
export function predictWithMissing(tree: TreeWithMissing, x: readonly number[]): number {
  throw new Error('TODO: predictWithMissing');
}

/** Level 4: the label that most trees vote for with one row x (nFeatures). */
export function predictForest(trees: readonly TreeNode[], x: readonly number[]): number {
  throw new Error('TODO: predictForest');
}

/** Level 5: the Shapley value of each feature of x (nFeatures), compared with the background (nBackground, nFeatures). */
export function explain(
  tree: TreeNode,
  x: readonly number[],
  background: readonly (readonly number[])[],
): ArrayLike<number> {
  throw new Error('TODO: explain');
}

/** What your code costs, in depth, nRows (n), nNodes (m), nFeatures (d), nTrees (t) and nBackground (b), for the interview: `time: 'n log n'`, `memory: '1'`. */
export const complexity = {
  predict: { time: '', memory: '' },
  flatten: { time: '', memory: '' },
  predictBatch: { time: '', memory: '' },
  predictWithMissing: { time: '', memory: '' },
  predictForest: { time: '', memory: '' },
  explain: { time: '', memory: '' },
};

/** Keep this line: the editor compares the exports of this file with the question. */
export type Exports = Check<typeof import('./stub.ts')>;
