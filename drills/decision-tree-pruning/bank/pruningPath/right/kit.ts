export type Counts = readonly number[];
export type Leaf = { readonly kind: 'leaf'; readonly counts: Counts };
export type Split = {
  readonly kind: 'split';
  readonly counts: Counts;
  readonly left: TreeNode;
  readonly right: TreeNode;
};
export type TreeNode = Leaf | Split;
export type Entry = { readonly ccpAlpha: number; readonly nLeaves: number; readonly risk: number };

export const total = (counts: Counts): number => counts.reduce((a, b) => a + b);
export const errorsOf = ({ counts }: TreeNode): number => total(counts) - counts.reduce((a, b) => Math.max(a, b));

/** Every node before its children. */
export function parentsFirst(tree: TreeNode): TreeNode[] {
  const nodes = [tree];
  for (const node of nodes) if (node.kind === 'split') nodes.push(node.left, node.right);
  return nodes;
}
