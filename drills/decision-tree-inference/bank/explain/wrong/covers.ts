// weighs the sides of a split whose feature has not joined by how many background rows reach them
type Leaf = { readonly kind: 'leaf'; readonly value: number };
type Sides = { readonly left: TreeNode; readonly right: TreeNode };
type Split = Sides & { readonly kind: 'split'; readonly featureIndex: number; readonly threshold: number };
type TreeNode = Leaf | Split;
type Row = readonly number[];
type Rows = readonly Row[];

/** The prediction when these features have joined, by their bits. */
function worth(node: TreeNode, x: Row, rows: Rows, set: number): number {
  if (node.kind === 'leaf') return node.value;
  const { featureIndex: j, threshold, left, right } = node;
  const onLeft = rows.filter((row) => row[j] <= threshold);
  const onRight = rows.filter((row) => !(row[j] <= threshold));
  if (set & (1 << j)) return x[j] <= threshold ? worth(left, x, onLeft, set) : worth(right, x, onRight, set);
  const part = (side: TreeNode, there: Rows): number =>
    there.length === 0 ? 0 : (worth(side, x, there, set) * there.length) / rows.length;
  return part(left, onLeft) + part(right, onRight);
}

/** How often a feature joins right after `size` others, of all sets of so many. */
function weightOf(size: number, nFeatures: number): number {
  let choices = 1;
  for (let k = 0; k < size; k++) choices = (choices * (nFeatures - 1 - k)) / (k + 1);
  return 1 / (nFeatures * choices);
}

export function explain(tree: TreeNode, x: Row, background: Rows): number[] {
  check(tree, x, background);
  const few = Math.min(x.length, 12);
  const known = Array.from({ length: 2 ** few }, (_, set) => worth(tree, x, background, set));
  return x.map((_, j) =>
    known.reduce((sum, before, set) => {
      if (j >= few || set & (1 << j)) return sum;
      const size = set.toString(2).replaceAll('0', '').length;
      return sum + weightOf(size, few) * (known[set | (1 << j)] - before);
    }, 0),
  );
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
