import type { Leaf } from './tree.ts';

/** Where a split sends a row. */
export type Side = 'left' | 'right';

/** A node that sends a row left when `x[featureIndex] <= threshold`, right otherwise, and to `missing` when that is NaN. */
export interface SplitWithMissing {
  readonly kind: 'split';
  readonly featureIndex: number;
  readonly threshold: number;
  readonly left: TreeWithMissing;
  readonly right: TreeWithMissing;
  readonly missing: Side;
}

/**
 * A node that sends a row to the side that lists its category `x[featureIndex]`, and to `missing` when that is NaN or was
 * not seen in training, so that neither side lists it. No category is listed on both.
 */
export interface CategorySplit {
  readonly kind: 'category';
  readonly featureIndex: number;
  readonly categories: { readonly left: readonly number[]; readonly right: readonly number[] };
  readonly left: TreeWithMissing;
  readonly right: TreeWithMissing;
  readonly missing: Side;
}

/** A tree whose splits know what to do with missing values and with categories. */
export type TreeWithMissing = Leaf | SplitWithMissing | CategorySplit;
