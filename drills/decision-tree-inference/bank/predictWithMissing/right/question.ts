// as somebody answers who has read the question
type Side = 'left' | 'right';
type Leaf = { readonly kind: 'leaf'; readonly value: number };
type Sides = { readonly featureIndex: number; readonly left: Tree; readonly right: Tree; readonly missing: Side };
type Split = { readonly kind: 'split'; readonly threshold: number } & Sides;
type Category = {
  readonly kind: 'category';
  readonly categories: { readonly left: readonly number[]; readonly right: readonly number[] };
} & Sides;
type Tree = Leaf | Split | Category;

export function predictWithMissing(tree: Tree, x: readonly number[]): number {
  let node = tree;
  while (node.kind !== 'leaf') node = node[sideOf(node, x)];
  return node.value;
}

function sideOf(node: Split | Category, x: readonly number[]): Side {
  const v = x[node.featureIndex];
  if (v === undefined) throw new RangeError('no such feature');
  if (Number.isNaN(v)) return node.missing;
  if (node.kind === 'split') return v <= node.threshold ? 'left' : 'right';
  if (node.categories.left.includes(v)) return 'left';
  return node.categories.right.includes(v) ? 'right' : node.missing;
}
