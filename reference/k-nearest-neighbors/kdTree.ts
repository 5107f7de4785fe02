/**
 * A kd-tree without nodes (Bentley 1975): the rows are ordered so that the middle one of a range splits it, smaller values of
 * one feature before it and larger ones after, the features by turns; and so on in both halves, down to ranges of few rows.
 */
export interface KdTree {
  readonly nFeatures: number;
  /** Which row stands at each place (nSamples). */
  readonly ids: Uint32Array;
  /** Its values, row after row (nSamples x nFeatures): read in order, and never through the rows themselves. */
  readonly values: Float64Array;
}

/** Ranges of so many rows or fewer are not split: looking at all of them is faster. */
export const LEAF_SIZE = 16;
