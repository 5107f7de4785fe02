// one table along the preorder, in typed arrays
import { cutOf, errorsOf, preorder, type TreeNode, validate } from './kit.ts';

/** Along the preorder: a node ends as a leaf, and what is below it is skipped, or the next node is its child. */
export const bestPruned = (tree: TreeNode, maxLeaves: number): TreeNode => {
  validate(maxLeaves);
  const nodes = preorder(tree);
  const n = nodes.length;
  const k = Math.min(maxLeaves, (n + 1) / 2);
  const ends = new Int32Array(n);
  const pending: number[] = [];
  // best[i][j]: the least errors of the nodes from i on with j leaves at most.
  const best: Float64Array[] = [];
  best[n] = new Float64Array(k + 1);
  for (let i = n - 1; i >= 0; i--) {
    const isSplit = nodes[i].kind === 'split';
    if (isSplit) pending.pop(); // the end of the left child lies on top, that of the right one below it
    ends[i] = isSplit ? (pending.pop() as number) : i + 1;
    pending.push(ends[i]);
    const own = errorsOf(nodes[i]);
    best[i] = new Float64Array(k + 1).fill(Infinity);
    for (let j = 1; j <= k; j++) best[i][j] = Math.min(own + best[ends[i]][j - 1], isSplit ? best[i + 1][j] : Infinity);
  }
  const met: { node: TreeNode; stays: boolean }[] = [];
  for (let i = 0, j = k; i < n; ) {
    const node = nodes[i];
    const stays = node.kind === 'split' && best[i + 1][j] === best[i][j];
    met.push({ node, stays });
    if (!stays) j--;
    i = stays ? i + 1 : ends[i];
  }
  const built: TreeNode[] = [];
  for (const { node, stays } of met.reverse()) {
    if (node.kind === 'leaf') built.push(node);
    else if (!stays) built.push(cutOf(node));
    else built.push({ ...node, left: built.pop() as TreeNode, right: built.pop() as TreeNode });
  }
  return built[0];
};
