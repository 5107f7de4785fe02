import fc from 'fast-check';
import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import { type Law, lawsOf } from '../../../src/index.ts';
import { LARGE_FUEL, TIED_FEATURES, type TrainingSet, trainingSets } from '../bestSplit/inputs.ts';
import { deepSet } from '../fitTree/classLaws.ts';
import {
  isBest,
  isFirst,
  isLeafWhereItMust,
  isMidway,
  judgeNodes,
  judgePredictions,
  predictsItsRows,
} from '../fitTree/judgeTree.ts';
import { callLaws, fitBy, treeLaws } from '../fitTree/treeLaws.ts';
import { squaredError } from './squaredError.ts';

type Solution = typeof reference;
const law = lawsOf<Solution>();
const name = 'fitRegressionTree';

const NO_LIMITS = { maxDepth: Infinity, minSamplesLeaf: 1 };
const EVERY = [isLeafWhereItMust, isMidway, isBest, predictsItsRows];

const judged = (solution: Solution, set: TrainingSet) =>
  judgeNodes(fitBy(solution, name, set), set, squaredError(set), NO_LIMITS, ...EVERY);

/** Whole numbers instead of classes: for each row, or the class where there are too few; and the same far smaller or larger. */
const numberSets: fc.Arbitrary<TrainingSet> = fc
  .tuple(
    trainingSets,
    fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 10 }),
    fc.constantFrom(1, 1e-10, 1e60, 1e-60),
  )
  .map(([{ X, y }, numbers, scale]) => ({ X, y: y.map((label, i) => (numbers[i] ?? label) * scale) }));

const moved = (offset: number): fc.Arbitrary<TrainingSet> =>
  trainingSets.map(({ X, y }) => ({ X, y: y.map((value) => value + offset) }));

/** Feature 0 with distinct values in the order of feature 1, which is twice as wide. */
const twins: fc.Arbitrary<TrainingSet> = fc.tuple(trainingSets, fc.boolean()).map(([{ X, y }, isFalling]) => {
  const values = X.map((_, i) => (isFalling ? X.length - i : (i * 7) % 11));
  return { X: values.map((value) => [value, 2 * value]), y };
});

/** Two dozen rows of them. */
const MANY_TWINS: TrainingSet = {
  X: Array.from({ length: 24 }, (_, i) => [i, 2 * i]),
  y: Array.from({ length: 24 }, (_, i) => (i * i) % 7),
};

/** Every row twice, once with y and once with its negative: no split gains anything. */
const balanced: fc.Arbitrary<TrainingSet> = trainingSets.map(({ X, y }) => ({
  X: [...X, ...X],
  y: [...y.map((label) => label + 1), ...y.map((label) => -label - 1)],
}));

const STEPS = [0, 0.1, 0, 0.5, 0.4, 0.5];

/** Below the root each node lies far from the mean of all rows, and one of them far from every row of the other. */
const FAR_APART: TrainingSet = {
  X: Array.from({ length: 2 * STEPS.length }, (_, i) => [i]),
  y: [...STEPS, ...STEPS.map((step) => 1e8 + step)],
};

/** The second cut is better, by squares of what is below 1e-10. */
const SMALL: TrainingSet = { X: [[0], [1], [2]], y: [0, 1e-12, 3e-12] };

/** The laws of trees for numbers. */
export const numberLaws: readonly Law<Solution>[] = [
  ...treeLaws(name, squaredError, {
    best: 'each split is the candidate that decreases the squared error of its node most',
    value: 'a leaf predicts the mean of its rows',
  }),
  law('y are any finite numbers', numberSets, judged, { stage: 'special', runs: 150, examples: [FAR_APART, SMALL] }),
  law('a large constant in all y, such as 1e8, changes no split', fc.oneof(moved(1e8), moved(-1e8)), judged, {
    stage: 'special',
    runs: 150,
  }),
  law(
    'only equal y make a node pure, however close others are',
    trainingSets.map(({ X, y }): TrainingSet => ({ X, y: y.map((value) => value / 2 ** 20) })),
    judged,
    {
      stage: 'special',
      runs: 100,
      examples: [
        { X: [[0], [1]], y: [1, 1 + 2 ** -52] },
        { X: [[0], [1]], y: [0, 1e-17] },
        { X: [[0], [1], [2]], y: [0, 1e-9, 1e8] }, // taken from the mean of all, the first two are equal
        { X: [[0], [1]], y: [3e-90, 4e-90] },
        { X: [[0], [1], [2]], y: [0.1, 0.1, 0.1] }, // 0.1 + 0.1 + 0.1 is not 3 * 0.1
      ],
    },
  ),
  law(
    'the lowest featureIndex wins ties between features that put the rows in the same order',
    twins,
    (solution, set) => judgeNodes(fitBy(solution, name, set), set, squaredError(set), NO_LIMITS, isFirst),
    { stage: 'special', examples: [TIED_FEATURES, MANY_TWINS], runs: 60 },
  ),
  law(
    'a split of decrease 0 is taken where a node is not pure',
    balanced,
    (solution, set) => judgeNodes(fitBy(solution, name, set), set, squaredError(set), NO_LIMITS, isLeafWhereItMust),
    { stage: 'special', runs: 60 },
  ),
  law(
    'a tree may be nearly as deep as it has rows',
    fc.constant(deepSet),
    (solution, set) => judgePredictions(fitBy(solution, name, set), set),
    { stage: 'larger', runs: 1, fuel: LARGE_FUEL, isLarge: true },
  ),
  ...callLaws(name),
];
