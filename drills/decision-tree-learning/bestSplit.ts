import fc from 'fast-check';
import * as reference from '../../reference/decision-tree-learning/index.ts';
import {
  broken,
  defineLevel,
  finiteNumber,
  independent,
  integerIn,
  isClose,
  lawsOf,
  objectWith,
  sameTwice,
  throwsRangeError,
  unchanged,
} from '../../src/index.ts';
import { candidatesOf } from './bestSplit/candidates.ts';
import { changeLaws } from './bestSplit/changes.ts';
import { growth } from './bestSplit/growth.ts';
import {
  ALIKE_AS_TEXT,
  broadSets,
  CLOSE_CALLS,
  delicateSets,
  hardSets,
  LARGE_FUEL,
  largerSets,
  MANY_FEATURES,
  MANY_ROWS,
  MANY_TIED,
  NEAR_CLASSES,
  namedSets,
  nearTies,
  neighbourSets,
  ON_NEIGHBOURS,
  SMALL_VALUES,
  THOUSANDS,
  TIED_FEATURES,
  type TrainingSet,
  tiedSets,
  trainingSets,
  ZEROS,
} from './bestSplit/inputs.ts';
import {
  isBetweenNeighbours,
  isFirst,
  isLargest,
  isMidpoint,
  judgeSplit,
  tellsItsDecrease,
} from './bestSplit/judge.ts';
import { MALFORMED_RULE, malformedExamples, malformedSets } from './bestSplit/malformed.ts';

type Solution = typeof reference;
const law = lawsOf<Solution>();

const calls: fc.Arbitrary<unknown[]> = trainingSets.map(({ X, y }) => [X, y]);

const XOR: TrainingSet = {
  X: [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ],
  y: [0, 1, 1, 0],
};

/** Sets where nothing is gained at the root, or nothing can be. */
const NOTHING_GAINED: readonly TrainingSet[] = [
  { X: [[0], [1]], y: [0, 0] },
  { X: [[2], [0], [1]], y: [1, 1, 1] },
  XOR,
  { X: [[0], [0], [1], [1]], y: [0, 1, 0, 1] },
];

/** Level 1: one split. */
export const bestSplitLevel = defineLevel<Solution>()({
  functions: ['bestSplit'],
  title: 'The split that lowers the Gini impurity most',
  returns: {
    bestSplit: ([X]) => {
      const split = objectWith({
        featureIndex: integerIn(0, X[0]?.length - 1),
        threshold: finiteNumber,
        impurityDecrease: finiteNumber,
      });
      return (value, at) => (value === null ? undefined : split(value, at));
    },
  },
  laws: [
    law(
      'the answer is null when no feature has two distinct values, and only then',
      fc.oneof(trainingSets, delicateSets, neighbourSets),
      ({ bestSplit }, { X, y }) => {
        const actual = bestSplit(X, y);
        if ((actual === null) === (candidatesOf(X, y).length === 0)) return undefined;
        return broken('the answer', actual, actual === null ? 'a split' : null);
      },
      {
        examples: [{ X: [[0]], y: [0] }, { X: [[1], [1]], y: [0, 1] }, ...NOTHING_GAINED, ZEROS, ALIKE_AS_TEXT],
        runs: 250,
      },
    ),
    law(
      'a threshold is midway between two neighbouring distinct values of its feature',
      trainingSets,
      (solution, set) => judgeSplit(solution, set, isBetweenNeighbours, isMidpoint),
      { examples: [SMALL_VALUES], runs: 150 },
    ),
    law(
      'impurityDecrease is the impurity of all rows less that of the two sides, weighted by their shares',
      trainingSets,
      (solution, set) => judgeSplit(solution, set, tellsItsDecrease),
      { runs: 150 },
    ),
    law('the candidate with the largest impurityDecrease wins', trainingSets, (solution, set) =>
      judgeSplit(solution, set, isLargest),
    ),
    law(
      'the largest impurityDecrease wins by however little',
      nearTies,
      (solution, set) => judgeSplit(solution, set, isLargest),
      { stage: 'special', runs: 20 },
    ),
    law(
      'with many rows too',
      largerSets,
      (solution, set) => judgeSplit(solution, set, isBetweenNeighbours, tellsItsDecrease, isLargest),
      { stage: 'larger', examples: [...CLOSE_CALLS, MANY_ROWS], runs: 40 },
    ),
    law(
      'with many features and classes too',
      broadSets,
      (solution, set) => judgeSplit(solution, set, isBetweenNeighbours, isMidpoint, tellsItsDecrease, isLargest),
      { stage: 'larger', examples: [MANY_FEATURES], runs: 25, fuel: LARGE_FUEL },
    ),
    law(
      'with thousands of rows too',
      fc.constant(THOUSANDS),
      ({ bestSplit }, { X, y }) => {
        const [actual, expected] = [bestSplit(X, y), reference.bestSplit(X, y)];
        if (!actual || !expected) return broken('the answer', actual, 'a split');
        if (!isClose(actual.threshold, expected.threshold))
          return broken('threshold', actual.threshold, expected.threshold);
        if (isClose(actual.impurityDecrease, expected.impurityDecrease, 1)) return undefined;
        return broken('impurityDecrease', actual.impurityDecrease, expected.impurityDecrease);
      },
      { stage: 'larger', runs: 1, fuel: LARGE_FUEL, isLarge: true },
    ),
    law(
      'the lowest featureIndex wins ties, then the lowest threshold',
      tiedSets,
      (solution, set) => judgeSplit(solution, set, isFirst),
      {
        stage: 'special',
        examples: [
          {
            X: [
              [0, 0],
              [1, 1],
            ],
            y: [0, 1],
          },
          { X: [[0], [1], [2]], y: [0, 0, 0] },
          TIED_FEATURES,
          MANY_TIED,
        ],
      },
    ),
    law(
      'a pure y or an XOR gets its first midpoint, with impurityDecrease 0',
      trainingSets.map(({ X, y }): TrainingSet => ({ X, y: y.map(() => y[0]) })),
      (solution, set) => judgeSplit(solution, set, isBetweenNeighbours, tellsItsDecrease, isLargest, isFirst),
      { stage: 'special', examples: NOTHING_GAINED, runs: 60 },
    ),
    law(
      'classes are any finite numbers',
      namedSets,
      (solution, set) => judgeSplit(solution, set, isBetweenNeighbours, tellsItsDecrease, isLargest, isFirst),
      { stage: 'special', examples: NEAR_CLASSES, runs: 150 },
    ),
    law(
      'values may be near 1e8, or as close together as 1e-12',
      delicateSets,
      (solution, set) => judgeSplit(solution, set, isBetweenNeighbours, isMidpoint, isLargest),
      { stage: 'special', runs: 100 },
    ),
    law(
      'a <= threshold < b also where (a + b) / 2 is neither',
      hardSets,
      (solution, set) => judgeSplit(solution, set, isBetweenNeighbours, isMidpoint),
      { stage: 'special', runs: 40, remark: ON_NEIGHBOURS },
    ),
    ...changeLaws,
    law(MALFORMED_RULE, malformedSets, ({ bestSplit }, { X, y, why }) => throwsRangeError(() => bestSplit(X, y), why), {
      stage: 'faults',
      examples: malformedExamples,
      runs: 60,
    }),
    unchanged('bestSplit', ['X', 'y'], calls),
    sameTwice('bestSplit', calls),
    // As one text these two calls are both "1,2,0,1".
    independent('bestSplit', calls, [
      [
        [
          [[1], [2]],
          [0, 1],
        ],
        [[[1, 2, 0]], [1]],
      ],
    ]),
  ],
  growth,
  hints: [
    'Which thresholds can differ at all in what they do to the rows? There are fewer than nSamples of them for a feature.',
    'Write the impurity of one side as a function of class counts. What is the least you need to know of the left side, and of the right?',
    'Sort the rows by a feature, and walk: at each step one row changes sides. Update the counts instead of counting again.',
    'The sum of squared counts changes by 2k + 1 when a count k grows by one. Then a step does not depend on the number of classes.',
    'Start from -Infinity and replace the best only by something strictly better: then the first of equals stays, and a decrease of 0 counts.',
  ],
});
