// plain: errors and leaves of each subtree at its best, children first
type Counts = readonly number[];
type Leaf = { readonly kind: 'leaf'; readonly value: number; readonly counts: Counts };
type Children = { readonly left: TreeNode; readonly right: TreeNode };
type Test = { readonly featureIndex: number; readonly threshold: number };
type Split = { readonly kind: 'split'; readonly counts: Counts } & Test & Children;
type TreeNode = Leaf | Split;

/** A node with what is below it at its best. */
type Best = { readonly pruned: TreeNode; readonly errors: number; readonly leaves: number };

export function costComplexityPrune(tree: TreeNode, ccpAlpha: number): TreeNode {
  check(ccpAlpha);
  const nSamples = total(tree.counts);
  const cost = ({ errors, leaves }: Best): number => errors / nSamples + ccpAlpha * leaves;
  const best = new Map<TreeNode, Best>();
  for (const node of parentsFirst(tree).reverse()) {
    const [left, right] = childrenOf(node).map((child) => best.get(child) as Best);
    best.set(node, cheapest(node, left, right, cost));
  }
  return (best.get(tree) as Best).pruned;
}

function check(ccpAlpha: number): void {
  if (!Number.isFinite(ccpAlpha)) throw new RangeError('an alpha that is not finite');
  if (ccpAlpha < 0) throw new RangeError('a negative alpha');
}

const childrenOf = (node: TreeNode): TreeNode[] => (node.kind === 'split' ? [node.left, node.right] : []);

function parentsFirst(tree: TreeNode): TreeNode[] {
  const nodes = [tree];
  for (const node of nodes) nodes.push(...childrenOf(node));
  return nodes;
}

/** A leaf, or the children at their best; the leaf on ties. */
function cheapest(node: TreeNode, left: Best, right: Best, cost: (best: Best) => number): Best {
  if (node.kind === 'leaf') return { pruned: node, errors: errorsOf(node.counts), leaves: 1 };
  const collapsed = { pruned: leafOf(node), errors: errorsOf(node.counts), leaves: 1 };
  const pruned = withChildren(node, left.pruned, right.pruned);
  const kept = { pruned, errors: left.errors + right.errors, leaves: left.leaves + right.leaves };
  return cost(collapsed) <= cost(kept) ? collapsed : kept;
}

const total = (counts: Counts): number => counts.reduce((a, b) => a + b, 0);

const largest = (counts: Counts): number => counts.reduce((a, b) => Math.max(a, b));

/** Training samples that a leaf with these counts misclassifies. */
const errorsOf = (counts: Counts): number => total(counts) - largest(counts);

const majority = (counts: Counts): number => counts.indexOf(largest(counts));

function leafOf({ counts }: Split): Leaf {
  return { kind: 'leaf', value: majority(counts), counts };
}

function withChildren(split: Split, left: TreeNode, right: TreeNode): Split {
  return { ...split, left, right };
}
