// as somebody answers who has read the question

type Leaf = { readonly kind: 'leaf'; readonly value: number; readonly counts: readonly number[] };
type Children = { readonly left: TreeNode; readonly right: TreeNode };
type Split = Children & {
  readonly kind: 'split';
  readonly featureIndex: number;
  readonly threshold: number;
  readonly counts: readonly number[];
};
type TreeNode = Leaf | Split;

const majority = (counts: readonly number[]): number => counts.indexOf(Math.max(...counts));

type Rows = { readonly X: readonly (readonly number[])[]; readonly y: readonly number[] };

function check(X: readonly (readonly number[])[], y: readonly number[]): void {
  if (X.length === 0 || y.length !== X.length || X[0].length === 0) throw new RangeError('sizes');
  for (const x of X) if (x.length !== X[0].length || !x.every(Number.isFinite)) throw new RangeError('X');
  if (!y.every(Number.isFinite)) throw new RangeError('y');
}

const wrongFor = (value: number, { y }: Rows): number => y.filter((label) => label !== value).length;

function prune(node: TreeNode, rows: Rows): [pruned: TreeNode, errors: number] {
  const value = majority(node.counts);
  const asLeaf = wrongFor(value, rows);
  if (node.kind === 'leaf') return [node, asLeaf];
  const { featureIndex, threshold, counts } = node;
  const sides: { X: (readonly number[])[]; y: number[] }[] = [
    { X: [], y: [] },
    { X: [], y: [] },
  ];
  rows.X.forEach((x, i) => {
    if (featureIndex >= x.length) throw new RangeError('featureIndex');
    const side = sides[x[featureIndex] <= threshold ? 0 : 1];
    side.X.push(x);
    side.y.push(rows.y[i]);
  });
  const [left, leftErrors] = prune(node.left, sides[0]);
  const [right, rightErrors] = prune(node.right, sides[1]);
  if (asLeaf <= leftErrors + rightErrors) return [{ kind: 'leaf', value, counts }, asLeaf];
  return [{ kind: 'split', featureIndex, threshold, left, right, counts }, leftErrors + rightErrors];
}

export function reducedErrorPrune(tree: TreeNode, X: readonly (readonly number[])[], y: readonly number[]): TreeNode {
  check(X, y);
  return prune(tree, { X, y })[0];
}
