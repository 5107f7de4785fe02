import type { Check } from 'ml-drills/drills/decision-tree-pruning';

/** A node that predicts `value`, the class with the largest of its `counts` (smallest class on ties). */
export interface Leaf {
  readonly kind: 'leaf';
  readonly value: number;
  /** Training samples of each class that reached the node (nClasses). */
  readonly counts: readonly number[];
}

/** A node that sends a row left when `x[featureIndex] <= threshold`, and right otherwise. */
export interface Split {
  readonly kind: 'split';
  readonly featureIndex: number;
  readonly threshold: number;
  readonly left: TreeNode;
  readonly right: TreeNode;
  /** Training samples of each class that reached the node (nClasses). */
  readonly counts: readonly number[];
}

export type TreeNode = Leaf | Split;

/** The tree, reduced-error pruned on the validation set X (nSamples, nFeatures), y (nSamples). */
export function reducedErrorPrune(tree: TreeNode, X: readonly (readonly number[])[], y: readonly number[]): TreeNode {
  throw new Error('TODO: reducedErrorPrune');
}

/** Keep this line: the editor compares the exports of this file with the question. */
export type Exports = Check<typeof import('./stub.ts')>;
