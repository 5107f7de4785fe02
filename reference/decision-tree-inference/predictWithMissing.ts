import type { CategorySplit, Side, SplitWithMissing, TreeWithMissing } from './treeWithMissing.ts';
import { requireFeatureIndex } from './validate.ts';

/**
 * The value of the leaf that the row x (nFeatures) falls into, where NaN stands for what is missing. Each split has learned
 * in training which side a row without its feature goes to: the default directions of Chen and Guestrin 2016 (XGBoost),
 * section 3.4. Surrogate splits (Breiman et al. 1984, section 5.3) ask another feature instead, and cost a search for it.
 *
 * Time: the splits on the way and the categories that they list, which are searched one after the other. Space: one node.
 *
 * @throws RangeError when a split on the way has a featureIndex past the end of x: that is no missing value but another table.
 * @example
 * ```ts
 * const [left, right] = [10, 20].map((value) => ({ kind: 'leaf', value }));
 * const tree = { kind: 'split', featureIndex: 0, threshold: 2, missing: 'right', left, right };
 * predictWithMissing(tree, [Number.NaN]); // => 20
 * ```
 */
export function predictWithMissing(tree: TreeWithMissing, x: readonly number[]): number {
  let node = tree;
  while (node.kind !== 'leaf') node = node[sideOf(node, x)];
  return node.value;
}

function sideOf(split: SplitWithMissing | CategorySplit, x: readonly number[]): Side {
  requireFeatureIndex(x, split.featureIndex);
  const feature = x[split.featureIndex];
  // Asked first: every comparison with NaN is false, and would send the row right.
  if (Number.isNaN(feature)) return split.missing;
  return split.kind === 'split' ? sideByThreshold(split, feature) : sideByCategory(split, feature);
}

const sideByThreshold = ({ threshold }: SplitWithMissing, feature: number): Side =>
  feature <= threshold ? 'left' : 'right';

function sideByCategory({ categories, missing }: CategorySplit, category: number): Side {
  if (categories.left.includes(category)) return 'left';
  return categories.right.includes(category) ? 'right' : missing;
}
