import fc from 'fast-check';
import type { TreeOptions } from '../../../reference/decision-tree-learning/index.ts';
import { type TrainingSet, trainingSets } from '../bestSplit/inputs.ts';
import type { Limits } from './judgeTree.ts';

/** A training set and the limits of a tree. */
export interface Fit extends TrainingSet {
  readonly options?: TreeOptions;
}

/** What the options mean. */
export const limitsOf = ({ options = {} }: Fit): Limits => ({
  maxDepth: options.maxDepth ?? Infinity,
  minSamplesLeaf: options.minSamplesLeaf ?? 1,
});

const withOptions = (options: fc.Arbitrary<TreeOptions | undefined>): fc.Arbitrary<Fit> =>
  fc.tuple(trainingSets, options).map(([set, options]) => (options ? { ...set, options } : set));

export const fits: fc.Arbitrary<Fit> = withOptions(fc.constantFrom<(TreeOptions | undefined)[]>(undefined, {}));

export const shallowFits: fc.Arbitrary<Fit> = withOptions(
  fc.constantFrom(0, 1, 2, 3, Infinity).map((maxDepth) => ({ maxDepth })),
);

export const sparseFits: fc.Arbitrary<Fit> = withOptions(
  fc.constantFrom(2, 3, 4, 5, 11, 1, 1000).map((minSamplesLeaf) => ({ minSamplesLeaf })),
);

export const limitedFits: fc.Arbitrary<Fit> = withOptions(
  fc.record(
    { maxDepth: fc.constantFrom(2, 1, 3, 0, Infinity), minSamplesLeaf: fc.constantFrom(1, 2, 3) },
    { noNullPrototype: true },
  ),
);

/** Sorted rows whose classes alternate: each split takes one row off, at either end, so that the tree is nearly as deep as it has rows. */
export const alternating = (nSamples: number): TrainingSet => ({
  X: Array.from({ length: nSamples }, (_, i) => [i]),
  y: Array.from({ length: nSamples }, (_, i) => i % 2),
});

/** Limits at which a tree of one row a level is cut off, or not at all: 2^32 comes to 0 in 32 bits. */
export const DEEPER_FITS: readonly Fit[] = [
  { ...alternating(8), options: { maxDepth: 4 } },
  { ...alternating(48), options: { maxDepth: 40 } },
  { ...alternating(4), options: { maxDepth: 2 ** 32 } },
];

/** The best cut leaves 255 rows on the left, and has to leave more than a byte counts. */
export const SPARSER_FIT: Fit = {
  X: Array.from({ length: 600 }, (_, i) => [i < 255 ? 0 : i < 300 ? 1 : 2]),
  y: Array.from({ length: 600 }, (_, i) => (i < 255 ? 0 : 1)),
  options: { minSamplesLeaf: 257 },
};

/** The second cut is better by 4e-6 of the squared error. */
export const LATER_IS_BETTER: Fit = { X: [[0], [1], [2]], y: [0, 0.499998, 1] };

/** One leaf, with more rows of class 0 than a byte counts. */
export const FULL_LEAF: Fit = {
  X: Array.from({ length: 300 }, () => [0]),
  y: Array.from({ length: 300 }, (_, i) => (i < 256 ? 0 : 1)),
};

/** Limits that are no limits, and what is wrong in words. */
export const BAD_OPTIONS: readonly TreeOptions[] = [
  { maxDepth: -1 },
  { maxDepth: 1.5 },
  { maxDepth: Number.NaN },
  { maxDepth: -Infinity },
  { minSamplesLeaf: 0 },
  { minSamplesLeaf: -1 },
  { minSamplesLeaf: 1.5 },
  { minSamplesLeaf: Number.NaN },
  { minSamplesLeaf: Infinity },
];
