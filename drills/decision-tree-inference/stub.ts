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

/** The value that the tree predicts for one row x (nFeatures). */
export function predict(tree: TreeNode, x: readonly number[]): number {
  throw new Error('TODO: predict');
}

/** Keep this line: the editor compares the exports of this file with the question. */
export type Exports = Check<typeof import('./stub.ts')>;
