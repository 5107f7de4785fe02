export type Counts = readonly number[];
export type Leaf = { readonly kind: 'leaf'; readonly value: number; readonly counts: Counts };
export type Children = { readonly left: TreeNode; readonly right: TreeNode };
export type Test = { readonly featureIndex: number; readonly threshold: number };
export type Split = { readonly kind: 'split'; readonly counts: Counts } & Test & Children;
export type TreeNode = Leaf | Split;

export function validate(maxLeaves: number): void {
  if (!(maxLeaves >= 1 && maxLeaves < Infinity && maxLeaves % 1 === 0)) throw new RangeError(`maxLeaves ${maxLeaves}`);
}

const largest = (counts: Counts): number => counts.reduce((a, b) => Math.max(a, b));

export const errorsOf = ({ counts }: TreeNode): number => counts.reduce((sum, n) => sum + n, 0) - largest(counts);

export const cutOf = ({ counts }: TreeNode): Leaf => ({ kind: 'leaf', value: counts.indexOf(largest(counts)), counts });

/** Nodes in preorder; in that of the mirrored tree if the right child comes first. */
export function preorder(tree: TreeNode, isMirrored = false): TreeNode[] {
  const nodes: TreeNode[] = [];
  const stack = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    nodes.push(node);
    if (node.kind === 'split') stack.push(...(isMirrored ? [node.left, node.right] : [node.right, node.left]));
  }
  return nodes;
}
