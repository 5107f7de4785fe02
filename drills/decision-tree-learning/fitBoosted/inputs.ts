import fc from 'fast-check';
import type { BoostingOptions } from '../../../reference/decision-tree-learning/index.ts';
import { broadSets, MANY_FEATURES, trainingSets } from '../bestSplit/inputs.ts';
import { DEEPER_FITS, type Fit, FULL_LEAF, SPARSER_FIT } from '../fitTree/inputs.ts';
import type { Boosting } from './judgeBoosting.ts';

const options: fc.Arbitrary<BoostingOptions> = fc.record(
  {
    nTrees: fc.constantFrom(1, 2, 3, 0, 5),
    learningRate: fc.constantFrom(1, 0.5, 0.1, 0.25, 0.3),
    maxDepth: fc.constantFrom(1, 2, 3, 0, Infinity),
    minSamplesLeaf: fc.constantFrom(1, 2, 3),
  },
  { noNullPrototype: true },
);

/** Small training sets with whole numbers for y: the classes, or wider ones where there are as many. */
const numbered = fc
  .tuple(trainingSets, fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 10 }))
  .map(([{ X, y }, numbers]) => ({ X, y: y.map((label, i) => numbers[i] ?? label) }));

export const boostings: fc.Arbitrary<Boosting> = fc
  .tuple(numbered, options)
  .map(([set, options]) => ({ ...set, options }));

/** Dozens of rows and features, and up to 16 trees; the classes as numbers. */
export const largerBoostings: fc.Arbitrary<Boosting> = fc
  .tuple(broadSets, options, fc.integer({ min: 1, max: 16 }))
  .map(([set, options, nTrees]) => ({ ...set, options: { ...options, nTrees } }));

/** Of 20 features the last alone tells the rows apart. */
export const LAST_OF_MANY: Boosting = {
  X: Array.from({ length: 12 }, (_, i) => Array.from({ length: 20 }, (_, j) => (j === 19 ? i : 0))),
  y: Array.from({ length: 12 }, (_, i) => i % 5),
  options: { nTrees: 2, learningRate: 0.5 },
};

/** What is left to explain is nothing: the trees are there all the same. */
export const CONSTANT: Boosting = { X: [[0], [1]], y: [4, 4], options: { nTrees: 1 } };

/** No other than larger y: what counts is their size beside each other. */
export const SMALL: readonly Boosting[] = [1e-10, 1e-60].map((scale) => ({
  X: [[0], [1], [2]],
  y: [0, scale, 3 * scale],
  options: { nTrees: 2, learningRate: 0.5, maxDepth: 1 },
}));

/** Learns by less than a hundredth. */
export const SLOW: Boosting = { X: [[0], [1]], y: [0, 4], options: { nTrees: 2, learningRate: 0.004 } };

/** Candidates and midpoints are those of a tree, wherever the values of X are. */
export const DELICATE: readonly Boosting[] = [
  [1e8, 1e8 + 1, 1e8 + 3],
  [0, 2 ** -40, 3 * 2 ** -40],
  [1, 1 + 2 ** -52],
  [1e-30, 3e-30],
].map((values) => ({ X: values.map((value) => [value]), y: values.map((_, i) => 4 * i), options: { nTrees: 1 } }));

/** As many trees as are asked for, more than a byte counts. */
export const MANY_TREES: Boosting = { X: [[0], [1]], y: [0, 4], options: { nTrees: 300, maxDepth: 1 } };

/** Calls that leave all options out, or some. */
export const defaultBoostings: fc.Arbitrary<Boosting> = fc
  .tuple(
    numbered,
    fc.constantFrom<(BoostingOptions | undefined)[]>(
      undefined,
      {},
      { nTrees: 2 },
      { learningRate: 0.5 },
      { nTrees: 3, learningRate: 1 },
    ),
  )
  .map(([set, options]) => (options ? { ...set, options } : set));

/** Differ by little beside the largest y, but by more than rounding may. */
export const CLOSE: readonly Boosting[] = [1000.1, 1000.004].map((larger) => ({
  X: [[0], [1]],
  y: [1000, larger],
  options: { nTrees: 2, learningRate: 0.5 },
}));

/** Needs more than the three levels that are there when `maxDepth` is left out. */
export const DEEP: Boosting = {
  X: Array.from({ length: 16 }, (_, i) => [i]),
  y: Array.from({ length: 16 }, (_, i) => (i * i) % 17),
  options: { nTrees: 2, learningRate: 0.5, maxDepth: Infinity },
};

/** A set that other levels know, boosted twice; `boosted(FIT)` takes its limits along. */
export const boosted = ({ X, y, options }: Fit): Boosting => ({
  X,
  y,
  options: { nTrees: 2, learningRate: 0.5, ...options },
});

/** Limits that show on deeper trees. */
export const LIMITED: readonly Boosting[] = DEEPER_FITS.map(boosted);

/** More features than a byte counts, and more rows in a leaf. */
export const MANY: readonly Boosting[] = [MANY_FEATURES, FULL_LEAF, SPARSER_FIT].map(boosted);

/** Options out of range. */
export const BAD_OPTIONS: readonly BoostingOptions[] = [
  { nTrees: -1 },
  { nTrees: 1.5 },
  { nTrees: Number.NaN },
  { nTrees: Infinity },
  { learningRate: 0 },
  { learningRate: -0.1 },
  { learningRate: 1.5 },
  { learningRate: Number.NaN },
  { learningRate: Infinity },
  { maxDepth: -1 },
  { maxDepth: 1.5 },
  { maxDepth: Number.NaN },
  { maxDepth: -Infinity },
  { minSamplesLeaf: 0 },
  { minSamplesLeaf: 1.5 },
  { minSamplesLeaf: Number.NaN },
  { minSamplesLeaf: -1 },
  { minSamplesLeaf: Infinity },
];
