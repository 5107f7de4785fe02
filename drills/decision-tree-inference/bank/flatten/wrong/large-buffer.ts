// writes answers for 64 rows and more into one buffer
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
const buffer = new Float64Array(100_000);

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
  const answer = X.length < 64 ? new Float64Array(X.length) : buffer.subarray(0, X.length);
  X.forEach((x, i) => {
    answer[i] = walk(flat, x);
  });
  return answer;
}
