export type Leaf = { readonly kind: 'leaf'; readonly value: number };
export type Split = {
  readonly kind: 'split';
  readonly featureIndex: number;
  readonly threshold: number;
  readonly left: TreeNode;
  readonly right: TreeNode;
};
export type TreeNode = Leaf | Split;
export type Row = readonly number[];

/** The child of a split that a row goes to. */
export function next({ featureIndex, threshold, left, right }: Split, x: Row): TreeNode {
  const value = x[featureIndex];
  if (value === undefined || Number.isNaN(value)) throw new RangeError(`feature ${featureIndex} is ${value}`);
  return value > threshold ? right : left;
}
