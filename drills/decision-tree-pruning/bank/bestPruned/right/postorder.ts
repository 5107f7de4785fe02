// one flat table along the postorder, a frozen answer with typed counts
import { type Counts, cutOf, errorsOf, preorder, type Split, type TreeNode, validate } from './kit.ts';

/** Along the postorder: a node follows its right child, and what precedes its subtree lies as many nodes back as it has. */
export const bestPruned = (tree: TreeNode, maxLeaves: number): TreeNode => {
  validate(maxLeaves);
  const nodes = preorder(tree, true).reverse();
  const sizes = new Map<TreeNode, number>();
  const sizeOf = (node: TreeNode): number => sizes.get(node) ?? 0;
  for (const node of nodes) sizes.set(node, 1 + (node.kind === 'leaf' ? 0 : sizeOf(node.left) + sizeOf(node.right)));
  const width = Math.min(maxLeaves, nodes.length) + 1;
  const least = new Float64Array((nodes.length + 1) * width);
  nodes.forEach((node, i) => {
    const row = (i + 1) * width;
    const before = (i + 1 - sizeOf(node)) * width;
    const own = errorsOf(node);
    least[row] = Infinity;
    for (let j = 1; j < width; j++) {
      const cut = least[before + j - 1] + own;
      least[row + j] = node.kind === 'leaf' ? cut : Math.min(cut, least[row - width + j]);
    }
  });
  // From the root on: rights first, so that an answer is ready before the one to its left.
  const open: Split[] = [];
  const done = new Map<TreeNode, TreeNode>();
  for (let i = nodes.length, j = width - 1; i > 0; ) {
    const node = nodes[i - 1];
    const before = i - sizeOf(node);
    if (node.kind === 'split' && least[before * width + j - 1] + errorsOf(node) !== least[i * width + j]) {
      open.push(node);
      i--;
    } else {
      const counts = Float64Array.from(node.counts) as unknown as Counts;
      done.set(node, node.kind === 'leaf' ? node : { ...cutOf(node), counts });
      i = before;
      j--;
    }
  }
  for (const split of open.reverse()) {
    const { left, right } = split;
    done.set(split, Object.freeze({ ...split, left: done.get(left) ?? left, right: done.get(right) ?? right }));
  }
  return done.get(tree) ?? tree;
};
