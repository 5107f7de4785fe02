import type * as reference from '../../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import {
  check,
  missed,
  type Prune,
  parentsFirst,
  pruning,
  right,
  type Split,
  sum,
  type TreeNode,
  vote,
} from './shared.mutants.ts';

const isLeaf = ({ kind }: TreeNode): boolean => kind === 'leaf';
const toLeaf = ({ counts }: TreeNode): TreeNode => ({ kind: 'leaf', value: vote(counts), counts });

/** Leaves and errors of a subtree, counted anew. */
function scan(node: TreeNode): { leaves: number; errors: number } {
  const leaves = parentsFirst(node).filter(isLeaf);
  return { leaves: leaves.length, errors: sum(leaves.map(({ counts }) => missed(counts))) };
}

/** Bottom-up, but each subtree as pruned so far is walked through for its cost. */
const walking: Prune = (tree, alpha) => {
  check(alpha);
  const step = alpha * sum(tree.counts);
  const pruned = new Map<TreeNode, TreeNode>();
  for (const node of parentsFirst(tree).reverse()) {
    if (node.kind === 'leaf') {
      pruned.set(node, node);
      continue;
    }
    const left = pruned.get(node.left) as TreeNode;
    const right = pruned.get(node.right) as TreeNode;
    const kept = { ...node, left, right };
    const { errors, leaves } = scan(kept);
    pruned.set(node, missed(node.counts) + step <= errors + step * leaves ? toLeaf(node) : kept);
  }
  return pruned.get(tree) as TreeNode;
};

/** Bottom-up, with a list of the leaves of each subtree. */
const listing: Prune = (tree, alpha) => {
  check(alpha);
  const step = alpha * sum(tree.counts);
  const pruned = new Map<TreeNode, { node: TreeNode; leaves: readonly number[] }>();
  const of = (node: TreeNode) => pruned.get(node) as { node: TreeNode; leaves: readonly number[] };
  for (const node of parentsFirst(tree).reverse()) {
    const own = missed(node.counts);
    if (node.kind === 'leaf') {
      pruned.set(node, { node, leaves: [own] });
      continue;
    }
    const [left, right] = [of(node.left), of(node.right)];
    const leaves = [...left.leaves, ...right.leaves];
    pruned.set(
      node,
      own + step <= sum(leaves) + step * leaves.length
        ? { node: toLeaf(node), leaves: [own] }
        : { node: { ...node, left: left.node, right: right.node }, leaves },
    );
  }
  return of(tree).node;
};

/** Looks for the parent of each node in the list of all nodes. */
const searching: Prune = (tree, alpha) => {
  check(alpha);
  const nodes = parentsFirst(tree);
  const step = alpha * sum(tree.counts);
  const cost = nodes.map((node) => (node.kind === 'leaf' ? missed(node.counts) + step : 0));
  const built = [...nodes];
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    if (node.kind === 'split') {
      const own = missed(node.counts) + step;
      let l = i;
      while (nodes[l] !== node.left) l = (l + nodes.length - 1) % nodes.length;
      let r = 0;
      while (nodes[r] !== node.right) r++;
      const below = cost[l] + cost[r];
      cost[i] = Math.min(own, below);
      built[i] = own <= below ? toLeaf(node) : { ...node, left: built[l], right: built[r] };
    }
  }
  return built[0];
};

/** Keeps the gain of a split at all its ancestors, and walks up to the root for each. */
const climbing: Prune = (tree, alpha) => {
  check(alpha);
  const step = alpha * sum(tree.counts);
  const parent = new Map<TreeNode, Split>();
  const nodes = parentsFirst(tree);
  for (const node of nodes) {
    if (node.kind === 'split') {
      parent.set(node.left, node);
      parent.set(node.right, node);
    }
  }
  const below = new Map<TreeNode, number>();
  const add = (node: TreeNode, cost: number) => {
    for (let up = parent.get(node); up !== undefined; up = parent.get(up)) below.set(up, (below.get(up) ?? 0) + cost);
  };
  const built = new Map<TreeNode, TreeNode>();
  for (const node of nodes.reverse()) {
    const own = missed(node.counts) + step;
    if (node.kind === 'leaf') {
      add(node, own);
      built.set(node, node);
      continue;
    }
    const cost = below.get(node) ?? 0;
    if (own <= cost) add(node, own - cost);
    const [left, right] = [built.get(node.left) as TreeNode, built.get(node.right) as TreeNode];
    built.set(node, own <= cost ? toLeaf(node) : { ...node, left, right });
  }
  return built.get(tree) as TreeNode;
};

/** Visits, at each split that it keeps, all that is left below. */
const copying = pruning({
  keep: (split, left, rightNode) => {
    parentsFirst({ ...split, left, right: rightNode });
    return right.keep(split, left, rightNode);
  },
});

export const slow: Mutant<typeof reference>[] = [
  {
    says: 'walks through the subtree of each split for its leaves and errors',
    dies: 'grows with nNodes no faster than it must, on a chain',
    solution: { costComplexityPrune: walking },
  },
  {
    says: 'carries a list of all leaves from each split to its parent',
    dies: 'grows with nNodes no faster than it must, on a chain',
    solution: { costComplexityPrune: listing },
  },
  {
    says: 'searches the list of nodes for the children of each split',
    dies: 'grows with nNodes no faster than it must, on a balanced tree',
    solution: { costComplexityPrune: searching },
  },
  {
    says: 'climbs from each leaf and each new leaf to the root to bring all ancestors up to date',
    dies: 'grows with nNodes no faster than it must, on a chain',
    solution: { costComplexityPrune: climbing },
  },
  {
    says: 'visits what is left of a subtree once more at each split that it keeps',
    dies: 'grows with nNodes no faster than it must, on a chain',
    solution: { costComplexityPrune: copying },
  },
];
