export type Leaf = { readonly kind: 'leaf'; readonly value: number };
type Sides = { readonly left: TreeNode; readonly right: TreeNode };
export type Split = Sides & { readonly kind: 'split'; readonly featureIndex: number; readonly threshold: number };
export type TreeNode = Leaf | Split;
export type Trees = readonly TreeNode[];
export type Row = readonly number[];

/** A label, and how many have voted for it. */
export type Standing = readonly [label: number, count: number];

/** The value of the leaf that the row reaches. */
export function vote(tree: TreeNode, x: Row): number {
  let node = tree;
  while (node.kind === 'split') {
    const value = x[node.featureIndex];
    if (value === undefined || Number.isNaN(value)) throw new RangeError(`cannot read feature ${node.featureIndex}`);
    node = value <= node.threshold ? node.left : node.right;
  }
  return node.value;
}

/** Whether `a` wins if no more votes come. */
export const better = ([a, m]: Standing, [b, n]: Standing): boolean => m > n || (m === n && a < b);
