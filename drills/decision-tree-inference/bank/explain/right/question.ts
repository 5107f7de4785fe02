// as somebody answers who has read the question
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

const left = (node: Split, x: Row): boolean => {
  const v = x[node.featureIndex];
  if (v === undefined || Number.isNaN(v)) throw new RangeError('no feature');
  return v <= node.threshold;
};

export function explain(tree: TreeNode, x: Row, background: readonly Row[]): number[] {
  if (background.length === 0 || background.some((row) => row.length !== x.length))
    throw new RangeError('bad background');
  const values = x.map(() => 0);
  for (const row of background) {
    const from: (Row | undefined)[] = x.map(() => undefined);
    /** What the leaves below give to a feature from x, and take from one from the row; weight = a! b! / (a + b)!. */
    const below = (start: TreeNode, a: number, b: number, weight: number): [given: number, taken: number] => {
      let node = start;
      while (node.kind === 'split') {
        const j = node.featureIndex;
        const [byX, byRow] = [left(node, x), left(node, row)];
        if (!from[j] && byX !== byRow) {
          from[j] = x;
          const [g, t] = below(byX ? node.left : node.right, a + 1, b, (weight * (a + 1)) / (a + b + 1));
          from[j] = row;
          const [h, u] = below(byRow ? node.left : node.right, a, b + 1, (weight * (b + 1)) / (a + b + 1));
          from[j] = undefined;
          values[j] += g - u;
          return [g + h, t + u];
        }
        node = (from[j] === row ? byRow : byX) ? node.left : node.right;
      }
      const { value } = node;
      return [a === 0 ? 0 : (value * weight) / a, b === 0 ? 0 : (value * weight) / b];
    };
    below(tree, 0, 0, 1);
  }
  return values.map((value) => value / background.length);
}
