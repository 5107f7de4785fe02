/** A node that predicts `value`: a class or a regression value, any finite number. */
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

/** A decision tree, or a part of one: a leaf, or a split with a tree on either side. */
export type TreeNode = Leaf | Split;
