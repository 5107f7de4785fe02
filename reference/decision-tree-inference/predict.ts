import type { Split, TreeNode } from './tree.ts';
import { requireFeature } from './validate.ts';

/**
 * The value of the leaf that the row x (nFeatures) falls into. Breiman, Friedman, Olshen, Stone 1984, ch. 2; Hastie,
 * Tibshirani, Friedman 2009, section 9.2: the splits cut the space into boxes, and each leaf is one of them.
 *
 * Time: the splits on the way from the root to that leaf, at most the depth of the tree, because each split rules out one of
 * its sides unseen: about log2(nLeaves) in a balanced tree, and nLeaves - 1 in a chain. Space: one node. No recursion,
 * since a chain is as deep as it has splits.
 *
 * @throws RangeError when a split on the way reads NaN, or past the end of x. Only what is read is checked: a check of the
 * whole tree would cost more than the prediction.
 * @example
 * ```ts
 * const tree = {
 *   kind: 'split',
 *   featureIndex: 0,
 *   threshold: 2,
 *   left: { kind: 'leaf', value: 10 },
 *   right: { kind: 'leaf', value: 20 },
 * };
 * predict(tree, [2]); // => 10
 * predict(tree, [2.5]); // => 20
 * ```
 */
export function predict(tree: TreeNode, x: readonly number[]): number {
  let node = tree;
  while (node.kind === 'split') node = sideOf(node, x);
  return node.value;
}

/** The child that the row goes to. */
function sideOf({ featureIndex, threshold, left, right }: Split, x: readonly number[]): TreeNode {
  requireFeature(x, featureIndex);
  return x[featureIndex] <= threshold ? left : right;
}
