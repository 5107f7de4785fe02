import fc from 'fast-check';
import * as reference from '../../reference/decision-tree-inference/index.ts';
import {
  broken,
  deepFrozen,
  defineLevel,
  finiteNumber,
  independent,
  type Judgement,
  lawsOf,
  ON_DEPTH,
  sameTwice,
  type TwoCalls,
  throwsRangeError,
  unchanged,
} from '../../src/index.ts';
import { rowsAlike, treesAlike } from './predict/alike.ts';
import { extremes, narrowly, VALUES, zeros } from './predict/edges.ts';
import { leaf, predictions as plainPredictions } from './predict/inputs.ts';
import { widePredictions } from './predict/wide.ts';
import {
  nearCategories,
  oneCategory,
  twoMissing,
  withoutMissing,
  withSides,
  zeroCategories,
} from './predictWithMissing/cases.ts';
import {
  category,
  largerPredictions,
  type Prediction,
  padded,
  predictions,
  split,
  splitPredictions,
  wayOf,
} from './predictWithMissing/inputs.ts';
import { deepChain, growth } from './predictWithMissing/workloads.ts';

const law = lawsOf<typeof reference>();
type Solution = typeof reference;

/** Judges the answer by the walk down the tree. */
function judgeAnswer({ predictWithMissing }: Solution, { tree, x }: Prediction): Judgement {
  const [actual, expected] = [predictWithMissing(tree, x), reference.predictWithMissing(tree, x)];
  return actual === expected ? undefined : broken('the answer', actual, expected);
}

/** Trees that differ in which category goes where. */
const otherCategories: readonly TwoCalls[] = [
  [
    [category(0, { left: [0], right: [1] }, 'left', leaf(1), leaf(2)), [0]],
    [category(0, { left: [1], right: [0] }, 'left', leaf(1), leaf(2)), [0]],
  ],
  [
    [category(0, { left: [1, 11], right: [] }, 'right', leaf(1), leaf(2)), [1]],
    [category(0, { left: [11, 11.1], right: [] }, 'right', leaf(1), leaf(2)), [1]],
  ],
  [
    [category(0, { left: [1, 2, 4], right: [] }, 'right', leaf(1), leaf(2)), [2]],
    [category(0, { left: [1, 3, 4], right: [] }, 'right', leaf(1), leaf(2)), [2]],
  ],
];

/** One tree with rows, and one row with trees, that are easily taken for one another. */
const alike: readonly TwoCalls[] = [
  ...rowsAlike.map(({ tree, rows: [left, right] }): TwoCalls => {
    const same = deepFrozen(withSides(tree));
    return [
      [same, left],
      [same, right],
    ];
  }),
  ...treesAlike.map(
    ({ x, trees: [first, second] }): TwoCalls => [
      [withSides(first), x],
      [withSides(second), x],
    ],
  ),
];

const frozen = deepFrozen(split(0, 0, 'right', leaf(1), leaf(2)));
const missingOrNot: TwoCalls = [
  [frozen, [0]],
  [frozen, [Number.NaN]],
];

/** The earlier call is refused. */
const refused: TwoCalls = [
  [split(1, 0, 'left', leaf(1), leaf(2)), [0]],
  [split(0, 0, 'left', leaf(1), leaf(2)), [1]],
];

export const predictWithMissingLevel = defineLevel<typeof reference>()({
  functions: ['predictWithMissing'],
  title: 'Predict one row whose features may be missing, or categories',
  returns: { predictWithMissing: () => finiteNumber },
  laws: [
    law('the answer is the value of the leaf that the row reaches', predictions, judgeAnswer, {
      examples: [-1, 0, 1].map((value) => ({ tree: split(0, 0, 'left', leaf(1), leaf(2)), x: [value] })),
    }),
    law('dozens of nodes and features are no other than a few', largerPredictions, judgeAnswer, {
      stage: 'larger',
      runs: 40,
      examples: widePredictions.map(withoutMissing),
    }),
    law(
      'where nothing is missing and no split is categorical, the answer is that of level 1',
      plainPredictions,
      ({ predictWithMissing }, prediction) => {
        const { tree, x } = withoutMissing(prediction);
        const [actual, expected] = [predictWithMissing(tree, x), reference.predict(prediction.tree, x)];
        return actual === expected ? undefined : broken('the answer', actual, expected);
      },
      { stage: 'special', runs: 120 },
    ),
    law('a visited split that reads NaN sends the row to its `missing` side', twoMissing, judgeAnswer, {
      stage: 'special',
      runs: 80,
    }),
    law('a category goes to the side that lists it, and to `missing` if neither does', oneCategory, judgeAnswer, {
      stage: 'special',
      runs: 200,
    }),
    law(
      'categories are equal as numbers: 0 and -0 are one, and no two others are',
      fc.constantFrom(...nearCategories, ...zeroCategories),
      judgeAnswer,
      { stage: 'special', runs: 40, examples: [...nearCategories, ...zeroCategories] },
    ),
    law('thresholds are compared as they are: no rounding, no tolerance', narrowly.map(withoutMissing), judgeAnswer, {
      stage: 'special',
      runs: 150,
      examples: extremes.map(withoutMissing),
    }),
    law('0 is a value, a threshold and a featureIndex like any other', zeros.map(withoutMissing), judgeAnswer, {
      stage: 'special',
      runs: 100,
    }),
    law(
      'NaN where no visited split reads changes nothing',
      splitPredictions,
      ({ predictWithMissing }, { tree, x }) => {
        const read = new Set(wayOf({ tree, x }).splits.map(({ featureIndex }) => featureIndex));
        const row = [...x, 0].map((value, j) => (read.has(j) ? value : Number.NaN));
        const [first, second] = [predictWithMissing(tree, x), predictWithMissing(tree, row)];
        return first === second ? undefined : broken('the second answer', second, first);
      },
      { stage: 'special', runs: 120 },
    ),
    law(
      'a tree that is one leaf gives its value, whatever the row',
      fc.record({ value: fc.constantFrom(...VALUES), x: fc.constantFrom([Number.NaN], [0], [1, Number.NaN]) }),
      (solution, { value, x }) => judgeAnswer(solution, { tree: leaf(value), x }),
      { stage: 'special', runs: 40 },
    ),
    law(
      'a chain 100,000 splits deep does not overflow the call stack',
      fc.constant('a chain'),
      ({ predictWithMissing }) => {
        const { tree, x } = deepChain();
        const actual = predictWithMissing(tree, x);
        return actual === 1 ? undefined : broken('the answer', actual, 1);
      },
      { stage: 'larger', runs: 1, fuel: 5_000_000, isLarge: true, remark: ON_DEPTH },
    ),
    law(
      'a visited split whose featureIndex is past the end of the row is a RangeError: that is not a missing value',
      fc.record({ prediction: splitPredictions, at: fc.nat({ max: 7 }) }),
      ({ predictWithMissing }, { prediction: { tree, x }, at }) => {
        const { splits } = wayOf({ tree, x });
        if (splits.length === 0) return undefined;
        const nFeatures = splits[at % splits.length].featureIndex;
        const why = `a split that reads x[${nFeatures}], where x has ${nFeatures === 1 ? '1 feature' : `${nFeatures} features`}`;
        return throwsRangeError(() => predictWithMissing(tree, x.slice(0, nFeatures)), why);
      },
      {
        stage: 'faults',
        runs: 100,
        examples: [
          { prediction: { tree: split(1, 0, 'left', leaf(1), leaf(2)), x: [0, 0] }, at: 0 },
          {
            prediction: { tree: category(1, { left: [0], right: [] }, 'right', leaf(1), leaf(2)), x: [0, 0] },
            at: 0,
          },
          { prediction: { tree: split(0, 0, 'right', leaf(1), leaf(1)), x: [0] }, at: 0 },
        ],
      },
    ),
    independent(
      'predictWithMissing',
      predictions.map(({ tree, x }) => [tree, padded(x)]),
      [...otherCategories, ...alike, missingOrNot, refused],
    ),
    unchanged(
      'predictWithMissing',
      ['tree', 'x'],
      predictions.map(({ tree, x }) => [tree, x]),
    ),
    sameTwice(
      'predictWithMissing',
      predictions.map(({ tree, x }) => [tree, x]),
    ),
  ],
  growth,
  hints: [
    'For one split: which three things may the row hold there, and where does each go? Then it is the walk of level 1 again.',
    'What is NaN <= threshold? Ask for NaN before you compare, for both kinds of splits.',
    'A category has a third case beside left and right. Which of your two lookups must have failed before `missing` decides?',
    'A feature past the end of the row is not a missing value: x[featureIndex] is undefined there, and isNaN(undefined) is true where Number.isNaN(undefined) is false.',
  ],
});
