// looks for NaN in the first 100 rows only
type Leaf = { readonly kind: 'leaf'; readonly value: number };
type Split = {
  readonly kind: 'split';
  readonly featureIndex: number;
  readonly threshold: number;
  readonly left: TreeNode;
  readonly right: TreeNode;
};
type TreeNode = Leaf | Split;
type Row = readonly number[];

function walk(tree: TreeNode, x: Row): number {
  let node = tree;
  while (node.kind === 'split') {
    const v = x[node.featureIndex];
    if (v === undefined) throw new RangeError('no feature');
    node = v <= node.threshold ? node.left : node.right;
  }
  return node.value;
}

export const flatten = (tree: TreeNode): TreeNode => tree;

export function predictBatch(flat: TreeNode, X: readonly Row[]): ArrayLike<number> {
  return X.map((x, i) => {
    const value = walk(flat, x);
    if (i < 100 && x.some(Number.isNaN)) throw new RangeError('no feature');
    return value;
  });
}
