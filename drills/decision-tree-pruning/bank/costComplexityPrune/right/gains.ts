// what each split saves net of its price, in a Map
import { errorsOf, leafOf, type TreeNode, total, validate } from './kit.ts';

/** How much cheaper the best subtree of a split is than its leaf, or 0. */
export const costComplexityPrune = (tree: TreeNode, ccpAlpha: number): TreeNode => {
  validate(ccpAlpha);
  const queue: TreeNode[] = [tree];
  for (const node of queue) if (node.kind === 'split') queue.push(node.left, node.right);
  const price = ccpAlpha * total(tree.counts);
  const gain = new Map<TreeNode, number>();
  const answer = new Map<TreeNode, TreeNode>();
  for (const node of queue.reverse()) {
    if (node.kind === 'leaf') continue;
    const { left, right } = node;
    const saved = errorsOf(node) - errorsOf(left) - errorsOf(right);
    const net = (gain.get(left) ?? 0) + (gain.get(right) ?? 0) + saved - price;
    gain.set(node, Math.max(0, net));
    const kept = { ...node, left: answer.get(left) ?? left, right: answer.get(right) ?? right };
    answer.set(node, net > 0 ? kept : leafOf(node));
  }
  return answer.get(tree) ?? tree;
};
