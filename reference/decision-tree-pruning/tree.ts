/** A node that predicts `value`, the class with the largest of its `counts`. */
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
  /** Training samples of each class that reached the node (nClasses): the sum of its children's. */
  readonly counts: readonly number[];
}

/** A decision tree, or a part of one: a leaf, or a split with a tree on either side. */
export type TreeNode = Leaf | Split;

/** The class with the largest count; the smallest class on ties. */
export function majorityClass(counts: readonly number[]): number {
  let majority = 0;
  for (let c = 1; c < counts.length; c++) {
    if (counts[c] > counts[majority]) majority = c;
  }
  return majority;
}
