// plain: one function for each step, a loop from the root to a leaf, `includes`
type Side = 'left' | 'right';
type Leaf = { readonly kind: 'leaf'; readonly value: number };
type Sides = { readonly left: Tree; readonly right: Tree; readonly missing: Side; readonly featureIndex: number };
type Split = Sides & { readonly kind: 'split'; readonly threshold: number };
type Categories = { readonly left: readonly number[]; readonly right: readonly number[] };
type CategorySplit = Sides & { readonly kind: 'category'; readonly categories: Categories };
type Tree = Leaf | Split | CategorySplit;
type Row = readonly number[];

export function predictWithMissing(tree: Tree, x: Row): number {
  const leaf = leafOf(tree, x);
  return leaf.value;
}

function leafOf(tree: Tree, x: Row): Leaf {
  let node = tree;
  while (node.kind !== 'leaf') node = node[sideOf(node, x)];
  return node;
}

function sideOf(node: Split | CategorySplit, x: Row): Side {
  const value = read(x, node.featureIndex);
  if (isMissing(value)) return node.missing;
  return node.kind === 'split' ? sideByThreshold(node, value) : sideByCategory(node, value);
}

function read(x: Row, j: number): number {
  if (j >= x.length) throw new RangeError('a row of another table');
  return x[j];
}

function isMissing(value: number): boolean {
  return Number.isNaN(value);
}

function sideByThreshold({ threshold }: Split, value: number): Side {
  return value <= threshold ? 'left' : 'right';
}

function sideByCategory({ categories: { left, right }, missing }: CategorySplit, value: number): Side {
  if (isListed(left, value)) return 'left';
  if (isListed(right, value)) return 'right';
  return missing;
}

function isListed(list: readonly number[], value: number): boolean {
  return list.includes(value);
}
