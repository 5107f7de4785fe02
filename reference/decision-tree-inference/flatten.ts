import type { TreeNode } from './tree.ts';

/**
 * A tree as three arrays over its nodes (nNodes), the root first. Sixteen bytes a node, side by side, where objects are
 * scattered over the heap. Indices have 32 bits and thresholds are doubles: 16 bits end at 65,535 nodes, and a float32 moves
 * rows that lie near a threshold.
 */
export interface FlatTree {
  /** The feature that a split reads; LEAF for a leaf. */
  readonly featureIndex: Int32Array;
  /** The threshold of a split; the value of a leaf, which needs no threshold. */
  readonly threshold: Float64Array;
  /** Where the left child of a split is; its right child is the next one. */
  readonly leftChild: Int32Array;
}

/** Stands in `featureIndex` for a node that reads none. */
export const LEAF = -1;

/**
 * The tree as arrays, level by level, so that the two children of a split are neighbours and one index finds both.
 *
 * Time and space: O(nNodes), since each node is listed once and read once. No recursion: the list of nodes is the queue.
 * @example
 * ```ts
 * const [left, right] = [10, 20].map((value) => ({ kind: 'leaf', value }));
 * const flat = flatten({ kind: 'split', featureIndex: 0, threshold: 2, left, right });
 * predictBatch(flat, [[2], [3]]); // => [10, 20]
 * ```
 */
export function flatten(tree: TreeNode): FlatTree {
  const nodes = levelOrder(tree);
  const featureIndex = new Int32Array(nodes.length).fill(LEAF);
  const threshold = new Float64Array(nodes.length);
  const leftChild = new Int32Array(nodes.length);
  let nListed = 1; // the root; every split lists its children behind all nodes so far, as levelOrder does
  nodes.forEach((node, i) => {
    if (node.kind === 'leaf') {
      threshold[i] = node.value;
      return;
    }
    featureIndex[i] = node.featureIndex;
    threshold[i] = node.threshold;
    leftChild[i] = nListed;
    nListed += 2;
  });
  return { featureIndex, threshold, leftChild };
}

/** The nodes level by level, from left to right in each. */
function levelOrder(tree: TreeNode): TreeNode[] {
  const nodes = [tree];
  // An array's iterator meets what is pushed meanwhile.
  for (const node of nodes) if (node.kind === 'split') nodes.push(node.left, node.right);
  return nodes;
}
