import { type Heap, heapOf, merge } from './collapseHeap.ts';
import { errorsAt, parentsFirst } from './nodes.ts';
import type { TreeNode } from './tree.ts';

/** One step of the weakest-link sequence. */
export interface PathEntry {
  /** The penalty a leaf from which on this subtree is the best. */
  readonly ccpAlpha: number;
  readonly nLeaves: number;
  /** The share of the training samples that the subtree misclassifies, in [0, 1]. */
  readonly risk: number;
}

/**
 * The subtrees that `costComplexityPrune` gives as ccpAlpha grows, from the full tree to its root: first the full tree at 0,
 * then one entry for each distinct effective alpha, with all its links collapsed. Breiman et al. 1984, section 3.3.
 *
 * Instead of looking for the weakest link again after every cut, each node is asked once for the alpha at which it becomes a
 * leaf of its own subtree. Among the collapses of its children's subtrees, those at a larger alpha come too late and are
 * dropped for good, largest first; so a heap of them, merged on the way up, gives the path in time nodes log nodes whatever
 * the depth. Space: nodes.
 * @example
 * ```ts
 * const [left, right] = [[3, 0], [0, 1]].map((counts, value) => ({ kind: 'leaf', value, counts }));
 * pruningPath({ kind: 'split', featureIndex: 0, threshold: 2, left, right, counts: [3, 1] });
 * // => [{ ccpAlpha: 0, nLeaves: 2, risk: 0 }, { ccpAlpha: 0.25, nLeaves: 1, risk: 0.25 }]
 * ```
 */
export function pruningPath(tree: TreeNode): readonly PathEntry[] {
  const { nodes, leftOf } = parentsFirst(tree);
  const nSamples = tree.counts.reduce((sum, count) => sum + count, 0);
  const collapses: (Heap | undefined)[] = [];
  for (let i = nodes.length - 1; i >= 0; i--) {
    if (leftOf[i] < 0) continue;
    const below = merge(collapses[leftOf[i]], collapses[leftOf[i] + 1]);
    const errorsBelow = errorsAt(nodes[leftOf[i]]) + errorsAt(nodes[leftOf[i] + 1]);
    collapses[i] = withCollapse(errorsAt(nodes[i]), errorsBelow, below);
  }
  return accumulate(nodes, leftOf, sorted(collapses[0]), nSamples);
}

/**
 * Adds the collapse of a node to those in its subtree. Seen from a large alpha both children are leaves; each collapse that
 * would come later than the node's own is undone and dropped.
 */
function withCollapse(errors: number, errorsBelow: number, below: Heap | undefined): Heap {
  let nLeaves = 2;
  let heap = below;
  // A whole number divided by a whole number: equal alphas come out equal.
  while (heap && heap.alpha > (errors - errorsBelow) / (nLeaves - 1)) {
    errorsBelow -= heap.errors;
    nLeaves += heap.nLeaves;
    heap = merge(heap.left, heap.right);
  }
  const alpha = (errors - errorsBelow) / (nLeaves - 1);
  return merge(heap, heapOf(alpha, errors - errorsBelow, nLeaves - 1)) as Heap; // one of the two is there
}

function sorted(heap: Heap | undefined): Heap[] {
  const pending = heap ? [heap] : [];
  for (const { left, right } of pending) {
    if (left) pending.push(left);
    if (right) pending.push(right);
  }
  return pending.sort((a, b) => a.alpha - b.alpha);
}

/** Starts from the full tree and applies the collapses, those of one alpha together. */
function accumulate(
  nodes: readonly TreeNode[],
  leftOf: readonly number[],
  collapses: readonly Heap[],
  nSamples: number,
): PathEntry[] {
  const leaves = nodes.filter((_, i) => leftOf[i] < 0);
  let nLeaves = leaves.length;
  let errors = leaves.reduce((sum, leaf) => sum + errorsAt(leaf), 0);
  const path: PathEntry[] = [{ ccpAlpha: 0, nLeaves, risk: errors / nSamples }];
  collapses.forEach((collapse, i) => {
    nLeaves -= collapse.nLeaves;
    errors += collapse.errors;
    if (collapses[i + 1]?.alpha === collapse.alpha) return;
    path.push({ ccpAlpha: collapse.alpha / nSamples, nLeaves, risk: errors / nSamples });
  });
  return path;
}
