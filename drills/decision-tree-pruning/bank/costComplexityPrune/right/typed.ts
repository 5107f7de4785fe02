// typed arrays in preorder, costs as shares, counts of new leaves as a Float64Array
import { type Counts, errorsOf, leafOf, type TreeNode, total, validate } from './kit.ts';

/** A tie between shares may be off by rounding where nSamples is no power of two. */
export const costComplexityPrune = (tree: TreeNode, ccpAlpha: number): TreeNode => {
  validate(ccpAlpha);
  const nodes: TreeNode[] = [];
  const parents: number[] = [];
  const stack: [TreeNode, number][] = [[tree, -1]];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [node, parent] = top;
    parents.push(parent);
    const index = nodes.push(node) - 1;
    if (node.kind === 'split') stack.push([node.right, index], [node.left, index]);
  }
  const n = total(tree.counts);
  const below = new Float64Array(nodes.length);
  // In preorder from the back, the left child is the last subtree that was finished.
  const open: TreeNode[] = [];
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    const own = errorsOf(node) / n + ccpAlpha;
    const isCut = node.kind === 'leaf' || own <= below[i];
    if (i > 0) below[parents[i]] += isCut ? own : below[i];
    if (node.kind === 'leaf') open.push(node);
    else {
      const [left, right] = [open.pop() as TreeNode, open.pop() as TreeNode];
      const counts = Float64Array.from(node.counts) as unknown as Counts;
      open.push(isCut ? { ...leafOf(node), counts } : { ...node, left, right });
    }
  }
  return open[0];
};
