// numbers the nodes as in a heap, 2i + 1 and 2i + 2, which are no longer different numbers when the tree is deep
type Leaf = { readonly kind: 'leaf'; readonly value: number };
type Sides = { readonly left: TreeNode; readonly right: TreeNode };
type Split = Sides & { readonly kind: 'split'; readonly featureIndex: number; readonly threshold: number };
type TreeNode = Leaf | Split;

export function flatten(tree: TreeNode): Map<number, TreeNode> {
  const numbered = new Map<number, TreeNode>();
  const stack = [{ node: tree, i: 0 }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, i } = top;
    numbered.set(i, node);
    if (node.kind === 'split') stack.push({ node: node.right, i: 2 * i + 2 }, { node: node.left, i: 2 * i + 1 });
  }
  return numbered;
}

export function predictBatch(numbered: Map<number, TreeNode>, X: readonly (readonly number[])[]): number[] {
  return X.map((x) => {
    let i = 0;
    for (let step = 0; step <= numbered.size; step++) {
      const node = numbered.get(i);
      if (node?.kind !== 'split') return node ? node.value : Number.NaN;
      const value = x[node.featureIndex];
      if (value === undefined || Number.isNaN(value)) throw new RangeError('no number to compare');
      i = 2 * i + (value <= node.threshold ? 1 : 2);
    }
    return Number.NaN;
  });
}
