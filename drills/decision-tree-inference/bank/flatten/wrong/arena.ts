// writes answers one after the other into a buffer and begins anew where it is full
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
let arena = new Float64Array(64);
let used = 0;

function walk(tree: TreeNode, x: Row): number {
  let node = tree;
  while (node.kind === 'split') {
    const v = x[node.featureIndex];
    if (v === undefined || Number.isNaN(v)) throw new RangeError('no feature');
    node = v <= node.threshold ? node.left : node.right;
  }
  return node.value;
}

export const flatten = (tree: TreeNode): TreeNode => tree;

export function predictBatch(flat: TreeNode, X: readonly Row[]): ArrayLike<number> {
  if (used + X.length > arena.length) used = 0;
  if (X.length > arena.length) arena = new Float64Array(X.length);
  const answer = arena.subarray(used, used + X.length);
  used += X.length;
  X.forEach((x, i) => {
    answer[i] = walk(flat, x);
  });
  return answer;
}
