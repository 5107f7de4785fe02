// plain: one function for each step, a loop from the root to a leaf
type Leaf = { readonly kind: 'leaf'; readonly value: number };
type Sides = { readonly left: TreeNode; readonly right: TreeNode };
type Split = Sides & { readonly kind: 'split'; readonly featureIndex: number; readonly threshold: number };
type TreeNode = Leaf | Split;
type Row = readonly number[];

export function predict(tree: TreeNode, x: Row): number {
  const leaf = leafOf(tree, x);
  return leaf.value;
}

function leafOf(tree: TreeNode, x: Row): Leaf {
  let node = tree;
  while (node.kind === 'split') node = next(node, x);
  return node;
}

function next(split: Split, x: Row): TreeNode {
  const value = read(x, split.featureIndex);
  return goesLeft(value, split.threshold) ? split.left : split.right;
}

function read(x: Row, j: number): number {
  if (j >= x.length) throw new RangeError('a row that ends before this feature');
  if (Number.isNaN(x[j])) throw new RangeError('a feature that is NaN');
  return x[j];
}

function goesLeft(value: number, threshold: number): boolean {
  return value <= threshold;
}
