// lists the splits above each leaf, and goes through them for each background row
type Leaf = { readonly kind: 'leaf'; readonly value: number };
type Sides = { readonly left: TreeNode; readonly right: TreeNode };
type Split = Sides & { readonly kind: 'split'; readonly featureIndex: number; readonly threshold: number };
type TreeNode = Leaf | Split;
type Row = readonly number[];
type Rows = readonly Row[];

type Turn = { readonly j: number; readonly threshold: number; readonly isLeft: boolean };

function waysOf(tree: TreeNode): { value: number; way: Turn[] }[] {
  const ways: { value: number; way: Turn[] }[] = [];
  const stack: [TreeNode, Turn[]][] = [[tree, []]];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [node, way] = top;
    if (node.kind === 'leaf') ways.push({ value: node.value, way });
    else {
      const { featureIndex: j, threshold } = node;
      stack.push([node.right, [...way, { j, threshold, isLeft: false }]]);
      stack.push([node.left, [...way, { j, threshold, isLeft: true }]]);
    }
  }
  return ways;
}

function share(p: number, n: number): number {
  let product = 1 / (p + n);
  for (let k = 1; k <= n; k++) product *= k / (p + k - 1);
  return product;
}

export function explain(tree: TreeNode, x: Row, background: Rows): number[] {
  check(tree, x, background);
  const values = x.map(() => 0);
  const ways = waysOf(tree);
  for (const row of background) {
    for (const { value, way } of ways) {
      const fits = new Map<number, { x: boolean; row: boolean }>();
      for (const { j, threshold, isLeft } of way) {
        const fit = fits.get(j) ?? { x: true, row: true };
        fit.x &&= x[j] <= threshold === isLeft;
        fit.row &&= row[j] <= threshold === isLeft;
        fits.set(j, fit);
      }
      const all = [...fits];
      if (all.some(([, fit]) => !fit.x && !fit.row)) continue;
      const ins = all.filter(([, fit]) => !fit.row);
      const outs = all.filter(([, fit]) => !fit.x);
      for (const [j] of ins) values[j] += (value * share(ins.length, outs.length)) / background.length;
      for (const [j] of outs) values[j] -= (value * share(outs.length, ins.length)) / background.length;
    }
  }
  return values;
}

function check(tree: TreeNode, x: Row, background: Rows): void {
  if (background.length === 0) throw new RangeError('no background');
  for (const row of [x, ...background]) {
    if (row.length !== x.length) throw new RangeError('rows of different lengths');
    for (let node = tree; node.kind === 'split'; ) {
      const value = row[node.featureIndex];
      if (!(value <= Infinity)) throw new RangeError('nothing to read');
      node = value <= node.threshold ? node.left : node.right;
    }
  }
}
