import { asLeaf, errorsAt, parentsFirst, withChildren } from './nodes.ts';
import type { TreeNode } from './tree.ts';
import { requireMaxLeaves } from './validate.ts';

/**
 * The subtree of least risk among those with at most `maxLeaves` leaves. Bohanec and Bratko 1994, "Trading accuracy for
 * simplicity in decision trees": a tree knapsack. `errors[i][l - 1]` is the least number of misclassified training samples of
 * node i with at most l leaves; the leaves of a split are shared out between its children in the best way.
 *
 * Time nodes * maxLeaves: sharing out costs the product of what the two sides can use, and this sums to that (the pairs of
 * leaves of one node are each met once, at the node where they part, and no more than maxLeaves of a side are looked at).
 * Space the same. No recursion, since a chain is as deep as it has nodes.
 * @throws RangeError when maxLeaves is not an integer, 1 or more.
 * @example
 * ```ts
 * const [left, right] = [[3, 0], [0, 1]].map((counts, value) => ({ kind: 'leaf', value, counts }));
 * bestPruned({ kind: 'split', featureIndex: 0, threshold: 2, left, right, counts: [3, 1] }, 1).kind;
 * // => 'leaf'
 * ```
 */
export function bestPruned(tree: TreeNode, maxLeaves: number): TreeNode {
  requireMaxLeaves(maxLeaves);
  const { nodes, leftOf } = parentsFirst(tree);
  const errors: number[][] = [];
  for (let i = nodes.length - 1; i >= 0; i--) {
    const collapsed = errorsAt(nodes[i]);
    errors[i] = leftOf[i] < 0 ? [collapsed] : shared(collapsed, errors[leftOf[i]], errors[leftOf[i] + 1], maxLeaves);
  }
  return rebuild(nodes, leftOf, errors, maxLeaves);
}

/** The errors of a split with at most 1, 2, ... leaves, from those of its children. */
function shared(collapsed: number, left: readonly number[], right: readonly number[], maxLeaves: number): number[] {
  const errors = new Array<number>(Math.min(maxLeaves, left.length + right.length)).fill(collapsed);
  for (let l = 0; l < left.length; l++) {
    // l + 1 leaves on the left and r + 1 on the right stand at place l + r + 1.
    const end = Math.min(right.length, errors.length - l - 1);
    for (let r = 0; r < end; r++) errors[l + r + 1] = Math.min(errors[l + r + 1], left[l] + right[r]);
  }
  return errors;
}

/** Gives each node its share of the leaves, parents first, and then builds the answer from the leaves up. */
function rebuild(
  nodes: readonly TreeNode[],
  leftOf: readonly number[],
  errors: readonly (readonly number[])[],
  maxLeaves: number,
): TreeNode {
  const shares = nodes.map(() => 0);
  shares[0] = Math.min(maxLeaves, errors[0].length);
  for (let i = 0; i < nodes.length; i++) {
    if (shares[i] < 2 || errors[i][shares[i] - 1] === errors[i][0]) continue; // a leaf does as well
    const left = leftShare(errors[i][shares[i] - 1], errors[leftOf[i]], errors[leftOf[i] + 1], shares[i]);
    shares[leftOf[i]] = left;
    shares[leftOf[i] + 1] = Math.min(shares[i] - left, errors[leftOf[i] + 1].length);
  }
  const pruned = [...nodes];
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    if (node.kind === 'leaf') continue;
    const isSplit = shares[i] >= 2 && errors[i][shares[i] - 1] < errors[i][0];
    pruned[i] = isSplit ? withChildren(node, pruned[leftOf[i]], pruned[leftOf[i] + 1]) : asLeaf(node);
  }
  return pruned[0];
}

/** How many leaves the left child gets where both together make `least` errors with `share` leaves. */
function leftShare(least: number, left: readonly number[], right: readonly number[], share: number): number {
  for (let l = 1; l <= left.length && l < share; l++) {
    if (left[l - 1] + right[Math.min(share - l, right.length) - 1] === least) return l;
  }
  throw new Error('no way to share out the leaves'); // one made `least`
}
