import fc from 'fast-check';
import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { TreeNode } from '../../../reference/decision-tree-learning/index.ts';
import {
  independent,
  type Judgement,
  type Law,
  lawsOf,
  sameTwice,
  throwsRangeError,
  unchanged,
} from '../../../src/index.ts';
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
  nearTies,
  ON_NEIGHBOURS,
  SMALL_VALUES,
  THOUSANDS_IN_BLOCKS,
  trainingSets,
  ZEROS,
} from '../bestSplit/inputs.ts';
import { MALFORMED_RULE, malformedExamples, malformedSets } from '../bestSplit/malformed.ts';
import { squaredError } from '../fitRegressionTree/squaredError.ts';
import { gini } from './gini.ts';
import {
  BAD_OPTIONS,
  DEEPER_FITS,
  type Fit,
  FULL_LEAF,
  fits,
  LATER_IS_BETTER,
  limitedFits,
  limitsOf,
  SPARSER_FIT,
  shallowFits,
  sparseFits,
} from './inputs.ts';
import {
  type CriterionOf,
  isBest,
  isBetween,
  isLeafWhereItMust,
  isMidway,
  judgeNodes,
  judgePredictions,
  type NodeRule,
  predictsItsRows,
} from './judgeTree.ts';

type Solution = typeof reference;

/** The functions that fit a tree. */
export type Fitter = 'fitTree' | 'fitTreePresorted' | 'fitRegressionTree';

const law = lawsOf<Solution>();

/** Nearly pure: one of many rows has another y. */
const oneOf = (nSamples: number): Fit => ({
  X: Array.from({ length: nSamples }, (_, i) => [i]),
  y: Array.from({ length: nSamples }, (_, i) => (i === 7 ? 1 : 0)),
});

/** The same with two values of X, so that many rows cost little to judge: an impurity of 7e-4. */
const oneOfMany: Fit = {
  X: Array.from({ length: 3_000 }, (_, i) => [i === 7 ? 1 : 0]),
  y: Array.from({ length: 3_000 }, (_, i) => (i === 7 ? 1 : 0)),
};

/** Distinct, however near; and their middle as doubles round it is the lower one. */
const NEIGHBOURS: readonly Fit[] = [
  [0, 2 ** -1074],
  [1, 1 + 2 ** -52],
].map((values) => ({ X: values.map((value) => [value]), y: [0, 1] }));

/** A call as it is written: options that are not given are left out. */
export const fitBy = (solution: Solution, name: Fitter, { X, y, options }: Fit): TreeNode =>
  options ? solution[name](X, y, options) : solution[name](X, y);

/** A law about single nodes: the first node that breaks a rule breaks the law. */
const judging =
  (name: Fitter, criterionOf: CriterionOf, ...rules: readonly NodeRule[]) =>
  (solution: Solution, fit: Fit) =>
    judgeNodes(fitBy(solution, name, fit), fit, criterionOf(fit), limitsOf(fit), ...rules);

const every = [isLeafWhereItMust, isMidway, isBest, predictsItsRows];

/** Every rule about single nodes. */
export const judgeFit = (name: Fitter, solution: Solution, fit: Fit): Judgement =>
  judging(name, name === 'fitRegressionTree' ? squaredError : () => gini, ...every)(solution, fit);

/** The rules that trees for classes and trees for numbers share; `words` are the rules that differ. */
export function treeLaws(
  name: Fitter,
  criterionOf: CriterionOf,
  words: { readonly best: string; readonly value: string },
): readonly Law<Solution>[] {
  return [
    law(
      'a node is a leaf when its y are all equal or it has no candidate, and only then',
      fits,
      judging(name, criterionOf, isLeafWhereItMust),
      { runs: 150, examples: [oneOf(20), ZEROS, ALIKE_AS_TEXT, ...NEIGHBOURS] },
    ),
    law(
      'a threshold is midway between two neighbouring distinct values of its feature in the node',
      fits,
      judging(name, criterionOf, isMidway),
      { runs: 150, examples: [SMALL_VALUES] },
    ),
    law(words.best, fits, judging(name, criterionOf, isBest), { runs: 200 }),
    law(words.value, shallowFits, judging(name, criterionOf, predictsItsRows), {
      runs: 150,
      examples: [
        { X: [[0], [0]], y: [1, 0] },
        { X: [[0], [0], [0]], y: [0, 1, 1] },
      ],
    }),
    law('maxDepth is how many splits lie above a leaf at most', shallowFits, judging(name, criterionOf, ...every), {
      stage: 'special',
      examples: DEEPER_FITS,
      runs: 100,
    }),
    law(
      'minSamplesLeaf is how many rows a candidate leaves on both sides at least',
      sparseFits,
      judging(name, criterionOf, ...every),
      { stage: 'special', runs: 150 },
    ),
    law('both limits hold at once', limitedFits, judging(name, criterionOf, ...every), { stage: 'special', runs: 60 }),
    law('the best candidate is taken by however little it is better', nearTies, judging(name, criterionOf, isBest), {
      stage: 'special',
      examples: [...CLOSE_CALLS, LATER_IS_BETTER],
      runs: 15,
    }),
    law<Fit>('with many rows too', largerSets, judging(name, criterionOf, ...every), {
      stage: 'larger',
      runs: 15,
      examples: [MANY_ROWS, oneOfMany, FULL_LEAF, SPARSER_FIT],
      fuel: LARGE_FUEL,
    }),
    law('with many features and classes too', broadSets, judging(name, criterionOf, ...every), {
      stage: 'larger',
      examples: [MANY_FEATURES],
      runs: 8,
      fuel: LARGE_FUEL,
    }),
    law(
      'with thousands of rows too',
      fc.constant(THOUSANDS_IN_BLOCKS),
      (solution, set) => judgePredictions(fitBy(solution, name, set), set),
      { stage: 'larger', runs: 1, fuel: LARGE_FUEL, isLarge: true },
    ),
    law('values may be near 1e8, or as close together as 1e-12', delicateSets, judging(name, criterionOf, ...every), {
      stage: 'special',
      runs: 60,
    }),
    law(
      'a <= threshold < b also where (a + b) / 2 is neither',
      hardSets,
      judging(name, criterionOf, isLeafWhereItMust, isBetween),
      { stage: 'special', runs: 40, remark: ON_NEIGHBOURS },
    ),
  ];
}

/** Malformed input and what every function owes its caller. */
export const callLaws = (name: Fitter): readonly Law<Solution>[] => {
  // Thirds, since what is taken off and added again comes back to a whole number.
  const calls: fc.Arbitrary<unknown[]> = fc
    .oneof(limitedFits, shallowFits, sparseFits)
    .map(({ X, y, options }) => [X, y.map((value) => value / 3), options]);
  return [
    law(
      MALFORMED_RULE,
      malformedSets,
      (solution, { X, y, why }) =>
        throwsRangeError(() => solution[name](X, y), why) ??
        throwsRangeError(() => solution[name](X, y, { maxDepth: 0 }), why),
      { stage: 'faults', examples: malformedExamples, runs: 60 },
    ),
    law(
      'a maxDepth that is no whole number, 0 or more, or Infinity, or a minSamplesLeaf below 1 or not whole is a RangeError',
      fc.tuple(trainingSets, fc.constantFrom(...BAD_OPTIONS)),
      (solution, [{ X, y }, options]) => {
        const [[option, value]] = Object.entries(options);
        return throwsRangeError(() => solution[name](X, y, options), `${option} = ${value}`);
      },
      {
        stage: 'faults',
        examples: BAD_OPTIONS.map((options): [Fit, (typeof BAD_OPTIONS)[number]] => [
          { X: [[0], [1]], y: [0, 1] },
          options,
        ]),
        runs: 40,
      },
    ),
    unchanged(name, ['X', 'y', 'options'], calls),
    sameTwice(name, calls),
    // As JSON these two calls are alike: Infinity and NaN are null in it.
    independent(name, calls, [
      [
        [[[0], [1]], [0, 1], { maxDepth: Infinity }],
        [[[0], [1]], [0, 1], { maxDepth: Number.NaN }],
      ],
    ]),
  ];
};
