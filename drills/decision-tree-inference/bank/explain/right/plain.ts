// plain: one function for each step, recursion where x and a background row part
type Leaf = { readonly kind: 'leaf'; readonly value: number };
type Sides = { readonly left: TreeNode; readonly right: TreeNode };
type Split = Sides & { readonly kind: 'split'; readonly featureIndex: number; readonly threshold: number };
type TreeNode = Leaf | Split;
type Row = readonly number[];
type Rows = readonly Row[];

export function explain(tree: TreeNode, x: Row, background: Rows): ArrayLike<number> {
  check(tree, x, background);
  const sums = x.map(() => 0);
  for (const row of background) addRow(sums, tree, x, row);
  return sums.map((sum) => sum / background.length);
}

function check(tree: TreeNode, x: Row, background: Rows): void {
  if (background.length === 0) throw new RangeError('no background');
  if (background.some((row) => row.length !== x.length)) throw new RangeError('rows of different lengths');
  for (const row of [x, ...background]) checkWay(tree, row);
}

function checkWay(tree: TreeNode, row: Row): void {
  for (let node = tree; node.kind === 'split'; node = sideOf(node, row)) {
    if (node.featureIndex >= row.length) throw new RangeError('a row that ends before this feature');
    if (Number.isNaN(row[node.featureIndex])) throw new RangeError('a feature that is NaN');
  }
}

function sideOf({ featureIndex, threshold, left, right }: Split, row: Row): TreeNode {
  return row[featureIndex] <= threshold ? left : right;
}

/** Adds what one background row says: `joined` has the features that must have joined on the way, and that must not. */
function addRow(sums: number[], tree: TreeNode, x: Row, row: Row, joined = new Map<number, boolean>()): void {
  let node = tree;
  while (node.kind === 'split') {
    const j = node.featureIndex;
    const [byX, byRow] = [sideOf(node, x), sideOf(node, row)];
    if (byX !== byRow && !joined.has(j)) {
      addRow(sums, byX, x, row, joined.set(j, true));
      addRow(sums, byRow, x, row, joined.set(j, false));
      joined.delete(j);
      return;
    }
    node = joined.get(j) === false ? byRow : byX;
  }
  addLeaf(sums, node.value, joined);
}

function addLeaf(sums: number[], value: number, joined: Map<number, boolean>): void {
  const ins = [...joined.keys()].filter((j) => joined.get(j));
  const outs = [...joined.keys()].filter((j) => !joined.get(j));
  const plus = value * share(ins.length, outs.length);
  const minus = value * share(outs.length, ins.length);
  for (const j of ins) sums[j] += plus;
  for (const j of outs) sums[j] -= minus;
}

/** The share of the orders in which one of p features is the last of them, before all of n others: (p - 1)! n! / (p + n)!. */
function share(p: number, n: number): number {
  let choices = 1;
  for (let k = 1; k <= Math.min(p, n); k++) choices = (choices * (Math.max(p, n) + k)) / k;
  return 1 / (p * choices);
}
