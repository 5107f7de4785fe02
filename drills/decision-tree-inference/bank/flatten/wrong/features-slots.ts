// numbers the features that a tree reads in a byte
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
interface Flat {
  readonly tree: TreeNode;
  readonly used: number[];
  readonly slots: ReadonlyMap<number, number>;
}

export const flatten = (tree: TreeNode): Flat => {
  const nodes = [tree];
  const slots = new Map<number, number>();
  const used: number[] = [];
  for (const node of nodes)
    if (node.kind === 'split') {
      nodes.push(node.left, node.right);
      if (!slots.has(node.featureIndex)) {
        slots.set(node.featureIndex, used.length & 255);
        if (used.length < 256) used.push(node.featureIndex);
        else used[used.length & 255] ??= node.featureIndex;
      }
    }
  return { tree, used, slots };
};

export function predictBatch({ tree, used, slots }: Flat, X: readonly Row[]): ArrayLike<number> {
  return X.map((x) => {
    let node = tree;
    while (node.kind === 'split') {
      const v = x[used[slots.get(node.featureIndex) ?? 0]];
      if (v === undefined || Number.isNaN(v)) throw new RangeError('no feature');
      node = v <= node.threshold ? node.left : node.right;
    }
    return node.value;
  });
}
