import { asLeaf, errorsAt, parentsFirst, withChildren } from './nodes.ts';
import type { TreeNode } from './tree.ts';
import { requireAlpha } from './validate.ts';

/** The best that can be done with the subtree of a node, children settled first. */
interface Best {
  readonly pruned: TreeNode;
  /** Misclassified training samples. */
  readonly errors: number;
  readonly nLeaves: number;
}

/**
 * The smallest subtree that minimises R(T) + ccpAlpha nLeaves, where R is the share of the training samples that the tree
 * misclassifies. Breiman, Friedman, Olshen and Stone 1984, section 3.3: it is unique, since the cost of a tree is the sum of
 * the costs below its root, and so each node is a leaf or keeps its children at their best, whichever is cheaper; a leaf on ties.
 *
 * Time nodes * nClasses, one visit a node, children first; space nodes. No recursion, since a chain is as deep as it has nodes.
 * @throws RangeError when ccpAlpha is not a finite number, 0 or more.
 * @example
 * ```ts
 * const [left, right] = [[3, 0], [0, 1]].map((counts, value) => ({ kind: 'leaf', value, counts }));
 * const tree = { kind: 'split', featureIndex: 0, threshold: 2, left, right, counts: [3, 1] };
 * costComplexityPrune(tree, 0.3).kind; // => 'leaf'
 * ```
 */
export function costComplexityPrune(tree: TreeNode, ccpAlpha: number): TreeNode {
  requireAlpha(ccpAlpha);
  const nSamples = tree.counts.reduce((sum, count) => sum + count, 0);
  const costOf = ({ errors, nLeaves }: Best): number => errors / nSamples + ccpAlpha * nLeaves;
  const { nodes, leftOf } = parentsFirst(tree);
  const best: Best[] = [];
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    const collapsed: Best = { pruned: asLeaf(node), errors: errorsAt(node), nLeaves: 1 };
    best[i] = collapsed;
    if (node.kind === 'leaf') continue;
    const [left, right] = [best[leftOf[i]], best[leftOf[i] + 1]];
    const kept = { errors: left.errors + right.errors, nLeaves: left.nLeaves + right.nLeaves };
    if (costOf(collapsed) > costOf({ ...kept, pruned: node }))
      best[i] = { ...kept, pruned: withChildren(node, left.pruned, right.pruned) };
  }
  return best[0].pruned;
}
