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

/** Sorted rows whose classes alternate: each split takes one row off, at either end, so that the tree is nearly as deep as it has rows. */
export const alternating = (nSamples: number): TrainingSet => ({
  X: Array.from({ length: nSamples }, (_, i) => [i]),
  y: Array.from({ length: nSamples }, (_, i) => i % 2),
});
