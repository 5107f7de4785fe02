// cuts weakest links until the leaves are few enough, as the pruning path does
type Counts = readonly number[];
type Leaf = { readonly kind: 'leaf'; readonly value: number; readonly counts: Counts };
type Children = { readonly left: TreeNode; readonly right: TreeNode };
type Test = { readonly featureIndex: number; readonly threshold: number };
type Split = { readonly kind: 'split'; readonly counts: Counts } & Test & Children;
type TreeNode = Leaf | Split;
type Site = { readonly node: TreeNode; readonly errors: number; readonly leaves: number };

export function bestPruned(tree: TreeNode, maxLeaves: number): TreeNode {
  if (!Number.isInteger(maxLeaves) || maxLeaves < 1) throw new RangeError('maxLeaves');
  const nodes = [tree];
  for (const node of nodes) if (node.kind === 'split') nodes.push(node.left, node.right);
  const cut = new Set<TreeNode>();
  for (;;) {
    const sites = new Map<TreeNode, Site>();
    for (const node of nodes.toReversed()) sites.set(node, siteOf(cut.has(node) ? leafOf(node) : node, sites));
    if ((sites.get(tree)?.leaves ?? 1) <= maxLeaves) return sites.get(tree)?.node ?? tree;
    const costOf = (node: TreeNode): number => cost(node, sites.get(node) as Site);
    cut.add(nodes.reduce((a, b) => (costOf(b) < costOf(a) ? b : a)));
  }
}

/** The node as it is cut so far, with its errors and leaves. */
function siteOf(node: TreeNode, sites: ReadonlyMap<TreeNode, Site>): Site {
  if (node.kind === 'leaf') return { node, errors: errorsOf(node), leaves: 1 };
  const [left, right] = [node.left, node.right].map((child) => sites.get(child) as Site);
  const errors = left.errors + right.errors;
  return { node: { ...node, left: left.node, right: right.node }, errors, leaves: left.leaves + right.leaves };
}

/** What it costs to make a leaf of a split. */
function cost(node: TreeNode, { errors, leaves }: Site): number {
  const gained = errorsOf(node) - errors;
  return leaves < 2 ? Infinity : gained / (leaves - 1);
}

const errorsOf = ({ counts }: TreeNode): number => counts.reduce((a, b) => a + b) - Math.max(...counts);

const leafOf = ({ counts }: TreeNode): Leaf => ({ kind: 'leaf', value: counts.indexOf(Math.max(...counts)), counts });
