import type * as reference from '../../../reference/decision-tree-pruning/index.ts';

export type BestPruned = typeof reference.bestPruned;
export type TreeNode = Parameters<BestPruned>[0];
export type Leaf = Extract<TreeNode, { kind: 'leaf' }>;
export type Split = Extract<TreeNode, { kind: 'split' }>;

export function validate(maxLeaves: number): void {
  if (!(maxLeaves >= 1 && maxLeaves < Infinity && maxLeaves % 1 === 0)) throw new RangeError(`maxLeaves ${maxLeaves}`);
}

/** The class of the largest count. */
export function mode(counts: readonly number[]): number {
  let best = 0;
  for (let c = 1; c < counts.length; c++) if (counts[c] > counts[best]) best = c;
  return best;
}

export const errorsOf = ({ counts }: TreeNode): number => counts.reduce((sum, n) => sum + n, 0) - counts[mode(counts)];

export const cutOf = ({ counts }: TreeNode): Leaf => ({ kind: 'leaf', value: mode(counts), counts });

/** Nodes in preorder. */
export function* preorder(tree: TreeNode): Generator<TreeNode, void, undefined> {
  const stack = [tree];
  while (stack.length > 0) {
    const node = stack.pop() as TreeNode;
    yield node;
    if (node.kind === 'split') stack.push(node.right, node.left);
  }
}
