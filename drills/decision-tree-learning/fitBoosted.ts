import fc from 'fast-check';
import type * as reference from '../../reference/decision-tree-learning/index.ts';
import type { BoostedTrees } from '../../reference/decision-tree-learning/index.ts';
import {
  broken,
  defineLevel,
  finiteNumber,
  firstBroken,
  firstDifference,
  independent,
  lawsOf,
  listOf,
  objectWith,
  sameTwice,
  throwsRangeError,
  unchanged,
} from '../../src/index.ts';
import { ALIKE_AS_TEXT, LARGE_FUEL, trainingSets, ZEROS } from './bestSplit/inputs.ts';
import { MALFORMED_RULE, malformedExamples, malformedSets } from './bestSplit/malformed.ts';
import { growth } from './fitBoosted/growth.ts';
import {
  BAD_OPTIONS,
  boosted,
  boostings,
  CLOSE,
  CONSTANT,
  DEEP,
  DELICATE,
  defaultBoostings,
  LAST_OF_MANY,
  LIMITED,
  largerBoostings,
  MANY,
  MANY_TREES,
  SLOW,
  SMALL,
} from './fitBoosted/inputs.ts';
import {
  type Boosting,
  judgeInitial,
  judgeTrees,
  judgeTreesFrom,
  residualsOf,
  settingsOf,
} from './fitBoosted/judgeBoosting.ts';
import { scaleOf, squaredErrorOf } from './fitRegressionTree/squaredError.ts';
import { LATER_IS_BETTER } from './fitTree/inputs.ts';
import { isBest, isLeafWhereItMust, isMidway, predictsItsRows } from './fitTree/judgeTree.ts';
import { treeShape } from './fitTree/treeShape.ts';

type Solution = typeof reference;
const law = lawsOf<Solution>();

/** A call as it is written: options that are not given are left out. */
const boost = ({ fitBoosted }: Solution, { X, y, options }: Boosting): BoostedTrees =>
  options ? fitBoosted(X, y, options) : fitBoosted(X, y);

const calls: fc.Arbitrary<unknown[]> = boostings.map(({ X, y, options }) => [X, y, options]);

/** For a hundred trees, in whatever style: what the size of the arguments allows is not meant for them. */
const FUEL = 50_000_000;

/** Level 5: many small trees, each for what those before it have left. */
export const fitBoostedLevel = defineLevel<Solution>()({
  functions: ['fitBoosted'],
  title: 'Gradient boosting for squared error',
  returns: {
    fitBoosted: ([X]) => objectWith({ initialPrediction: finiteNumber, trees: listOf(treeShape(X[0]?.length)) }),
  },
  laws: [
    law(
      'initialPrediction is the mean of y',
      boostings,
      (solution, call) => judgeInitial(boost(solution, call), call),
      {
        examples: SMALL,
        runs: 100,
      },
    ),
    law(
      'there are nTrees trees',
      boostings,
      (solution, call) => {
        const actual = boost(solution, call).trees.length;
        const { nTrees } = settingsOf(call);
        return actual === nTrees ? undefined : broken('trees.length', actual, nTrees);
      },
      { examples: [MANY_TREES], runs: 60, fuel: FUEL },
    ),
    law(
      'a leaf holds the mean residual of its rows, after the trees before it and not yet times learningRate',
      boostings,
      (solution, call) => judgeTrees(boost(solution, call), call, predictsItsRows),
      { examples: [CONSTANT, ...SMALL, SLOW], runs: 150 },
    ),
    law(
      'each tree is the regression tree of the residuals that the trees before it have left',
      boostings,
      (solution, call) => judgeTrees(boost(solution, call), call, isLeafWhereItMust, isMidway, isBest),
      {
        runs: 150,
        examples: [
          ...CLOSE,
          ...DELICATE,
          DEEP,
          ...LIMITED,
          boosted(ZEROS),
          boosted(ALIKE_AS_TEXT),
          ...SMALL,
          boosted(LATER_IS_BETTER),
        ],
      },
    ),
    law(
      'dozens of rows and features are no other than a few',
      largerBoostings,
      (solution, call) => {
        const model = boost(solution, call);
        const first = model.trees.length - 2; // the ones before them decide what these are to be
        return (
          judgeInitial(model, call) ??
          judgeTreesFrom(first, model, call, isLeafWhereItMust, isMidway, isBest, predictsItsRows)
        );
      },
      { stage: 'larger', examples: [LAST_OF_MANY, ...MANY], runs: 8, fuel: LARGE_FUEL },
    ),
    law(
      'nTrees is 100, learningRate 0.1, maxDepth 3 and minSamplesLeaf 1 when left out',
      defaultBoostings,
      (solution, call) => {
        const model = boost(solution, call);
        const { nTrees } = settingsOf(call);
        if (model.trees.length !== nTrees) return broken('trees.length', model.trees.length, nTrees);
        const first = { ...model, trees: model.trees.slice(0, 8) }; // later ones follow the same rules
        return judgeInitial(model, call) ?? judgeTrees(first, call, isLeafWhereItMust, isBest, predictsItsRows);
      },
      { stage: 'special', examples: [{ X: DEEP.X, y: DEEP.y }], runs: 20, fuel: FUEL },
    ),
    law(
      'no tree raises the squared error on the training rows',
      boostings,
      (solution, call) => {
        const errors = residualsOf(boost(solution, call), call).map((residuals) =>
          residuals.reduce((sum, residual) => sum + residual ** 2, 0),
        );
        const slack = 1e-9 * (squaredErrorOf(call.y) + scaleOf(call.y) ** 2);
        return firstBroken(errors.slice(1), (error, m) =>
          error <= errors[m] + slack
            ? undefined
            : broken(`the squared error after trees[${m}]`, error, `at most ${errors[m]}, as before it`),
        );
      },
      { stage: 'combined', runs: 60 },
    ),
    law(
      'more trees leave the first ones as they are',
      fc.tuple(boostings, fc.integer({ min: 1, max: 3 })),
      (solution, [call, more]) => {
        const few = boost(solution, call).trees;
        const many = boost(solution, { ...call, options: { ...call.options, nTrees: few.length + more } }).trees;
        const difference = firstDifference(few, many.slice(0, few.length));
        if (!difference) return undefined;
        return broken(`trees${difference.path} of the second call`, difference.right, difference.left);
      },
      { stage: 'combined', runs: 60 },
    ),
    law(
      MALFORMED_RULE,
      malformedSets,
      ({ fitBoosted }, { X, y, why }) =>
        throwsRangeError(() => fitBoosted(X, y, { nTrees: 1 }), why) ??
        throwsRangeError(() => fitBoosted(X, y, { nTrees: 0 }), why),
      { stage: 'faults', examples: malformedExamples, runs: 60 },
    ),
    law(
      'nTrees below 0 or not whole, learningRate not above 0 and at most 1, or a limit of a tree out of range is a RangeError',
      fc.tuple(trainingSets, fc.constantFrom(...BAD_OPTIONS)),
      ({ fitBoosted }, [{ X, y }, options]) => {
        const [[option, value]] = Object.entries(options);
        const why = `${option} = ${value}`;
        return (
          throwsRangeError(() => fitBoosted(X, y, { nTrees: 1, ...options }), why) ??
          throwsRangeError(() => fitBoosted(X, y, { nTrees: 0, ...options }), why)
        );
      },
      {
        stage: 'faults',
        examples: BAD_OPTIONS.map((options): [Boosting, (typeof BAD_OPTIONS)[number]] => [
          { X: [[0], [1]], y: [0, 1] },
          options,
        ]),
        runs: 40,
      },
    ),
    unchanged('fitBoosted', ['X', 'y', 'options'], calls),
    sameTwice('fitBoosted', calls),
    // As JSON these two calls are alike: Infinity and NaN are null in it.
    independent('fitBoosted', calls, [
      [
        [[[0], [1]], [0, 1], { nTrees: 1, maxDepth: Infinity }],
        [[[0], [1]], [0, 1], { nTrees: 1, maxDepth: Number.NaN }],
      ],
    ]),
  ],
  growth,
  hints: [
    'What is the best guess without any tree, for squared error? Write it down, and what it leaves of each y.',
    'Fit a tree to what is left. You have that function already: only its y is another.',
    'Take learningRate times the prediction of the tree from what is left, row by row. The next tree gets the rest.',
    'Keep the residuals from tree to tree. Who predicts with all trees again for each new one pays for nTrees squared.',
    'Only y changes from tree to tree. What of your tree depends on X alone, and could be done once?',
  ],
});
