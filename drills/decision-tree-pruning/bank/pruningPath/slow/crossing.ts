// prunes the whole tree anew for each alpha where the costs of two trees cross
type Counts = readonly number[];
type Leaf = { readonly kind: 'leaf'; readonly counts: Counts };
type Split = { readonly kind: 'split'; readonly counts: Counts; readonly left: TreeNode; readonly right: TreeNode };
type TreeNode = Leaf | Split;
type Pruned = { readonly errors: number; readonly leaves: number };

const total = (counts: Counts): number => counts.reduce((a, b) => a + b);
const asLeaf = ({ counts }: TreeNode): Pruned => ({ errors: total(counts) - Math.max(...counts), leaves: 1 });

export function pruningPath(tree: TreeNode) {
  const n = total(tree.counts);
  const nodes = [tree];
  for (const node of nodes) if (node.kind === 'split') nodes.push(node.left, node.right);
  nodes.reverse();
  /** The smallest of the best trees where a leaf costs so many errors. */
  const prune = (price: number): Pruned => {
    const best = new Map<TreeNode, Pruned>();
    for (const node of nodes) {
      const alone = asLeaf(node);
      best.set(node, alone);
      if (node.kind === 'leaf') continue;
      const [left, right] = [best.get(node.left) ?? alone, best.get(node.right) ?? alone];
      const both = { errors: left.errors + right.errors, leaves: left.leaves + right.leaves };
      if ((alone.errors - both.errors) / (both.leaves - 1) > price) best.set(node, both);
    }
    return best.get(tree) ?? asLeaf(tree);
  };
  const full = prune(-1);
  const entry = (price: number, { errors, leaves }: Pruned) => ({
    ...{ ccpAlpha: price / n, nLeaves: leaves, risk: errors / n },
  });
  const start = prune(0);
  const entries = start.leaves < full.leaves ? [entry(0, full), entry(0, start)] : [entry(0, full)];
  const stack: [Pruned, Pruned][] = [[start, asLeaf(tree)]];
  for (let range = stack.pop(); range; range = stack.pop()) {
    const [from, to] = range;
    if (from.leaves === to.leaves) continue;
    const price = (to.errors - from.errors) / (from.leaves - to.leaves);
    const [early, middle] = [prune(price * (1 - 1e-12)), prune(price)];
    if (middle.leaves !== to.leaves) stack.push([middle, to], [from, middle]);
    else if (early.leaves < from.leaves) stack.push([early, to], [from, early]);
    else entries.push(entry(price, to));
  }
  return entries;
}
