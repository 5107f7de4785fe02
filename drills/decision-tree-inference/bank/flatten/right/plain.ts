// plain: one function for each step, an array for each field, the nodes level by level
type Leaf = { readonly kind: 'leaf'; readonly value: number };
type Sides = { readonly left: TreeNode; readonly right: TreeNode };
type Split = Sides & { readonly kind: 'split'; readonly featureIndex: number; readonly threshold: number };
type TreeNode = Leaf | Split;
type Row = readonly number[];
type FlatTree = ReturnType<typeof storesFor>;

export function flatten(tree: TreeNode): FlatTree {
  const nodes = everyNode(tree);
  const flat = storesFor(nodes.length);
  let nListed = 1;
  for (const [i, node] of nodes.entries()) {
    if (node.kind === 'leaf') {
      flat.features[i] = -1;
      flat.values[i] = node.value;
    } else {
      flat.features[i] = node.featureIndex;
      flat.thresholds[i] = node.threshold;
      flat.lefts[i] = nListed++;
      flat.rights[i] = nListed++;
    }
  }
  return flat;
}

function everyNode(tree: TreeNode): TreeNode[] {
  const nodes = [tree];
  for (const node of nodes) if (node.kind === 'split') nodes.push(node.left, node.right);
  return nodes;
}

function storesFor(nNodes: number) {
  return {
    features: new Int32Array(nNodes),
    thresholds: new Float64Array(nNodes),
    lefts: new Int32Array(nNodes),
    rights: new Int32Array(nNodes),
    values: new Float64Array(nNodes),
  };
}

export function predictBatch(flat: FlatTree, X: readonly Row[]): ArrayLike<number> {
  const y = new Float64Array(X.length);
  for (const [r, x] of X.entries()) y[r] = flat.values[leafOf(flat, x)];
  return y;
}

function leafOf(flat: FlatTree, x: Row): number {
  let i = 0;
  while (!isLeaf(flat, i)) i = next(flat, i, x);
  return i;
}

function isLeaf(flat: FlatTree, i: number): boolean {
  return flat.features[i] < 0;
}

function next(flat: FlatTree, i: number, x: Row): number {
  const value = read(x, flat.features[i]);
  return goesLeft(value, flat.thresholds[i]) ? flat.lefts[i] : flat.rights[i];
}

function read(x: Row, j: number): number {
  if (j >= x.length) throw new RangeError('a row that ends before this feature');
  if (Number.isNaN(x[j])) throw new RangeError('a feature that is NaN');
  return x[j];
}

function goesLeft(value: number, threshold: number): boolean {
  return value <= threshold;
}
