import fc from 'fast-check';
import type { BoostingOptions } from '../../../reference/decision-tree-learning/index.ts';
import { trainingSets } from '../bestSplit/inputs.ts';
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
  { minSamplesLeaf: 0 },
  { minSamplesLeaf: 1.5 },
  { minSamplesLeaf: Number.NaN },
];
