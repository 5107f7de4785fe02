import fc from 'fast-check';
import type { TreeNode } from '../../reference/decision-tree-inference/index.ts';
import * as reference from '../../reference/decision-tree-inference/index.ts';
import {
  broken,
  deepFrozen,
  defineLevel,
  finiteNumber,
  type Judgement,
  lawsOf,
  sameTwice,
  throwsRangeError,
  unchanged,
} from '../../src/index.ts';
import { narrowly, VALUES, zeros } from './predict/edges.ts';
import { leaf, type Prediction as PlainPrediction, predictions as plainPredictions } from './predict/inputs.ts';
import {
  CODES,
  category,
  type Prediction,
  padded,
  predictions,
  side,
  split,
  splitPredictions,
  wayOf,
} from './predictWithMissing/inputs.ts';
import { deepChain, growth } from './predictWithMissing/workloads.ts';

const law = lawsOf<typeof reference>();
type Solution = typeof reference;

/** Judges the answer by the walk down the tree. */
function judgeAnswer({ predictWithMissing }: Solution, { tree, x }: Prediction): Judgement {
  const [came, asked] = [predictWithMissing(tree, x), reference.predictWithMissing(tree, x)];
  return came === asked ? undefined : broken('the answer', came, asked);
}

/** A tree of level 1 whose splits get a side for what is missing, which no row here is. */
const withoutMissing = ({ tree, x }: PlainPrediction): Prediction => ({ tree: withSides(tree), x });

const withSides = (node: TreeNode): Prediction['tree'] =>
  node.kind === 'leaf'
    ? node
    : split(node.featureIndex, node.threshold, 'left', withSides(node.left), withSides(node.right)); // at most ten deep

/** One split by category, and a row whose category is listed left, right or nowhere. */
const oneCategory = fc
  .record({
    left: fc.uniqueArray(fc.constantFrom(...CODES), { maxLength: 3 }),
    right: fc.uniqueArray(fc.constantFrom(...CODES), { maxLength: 3 }),
    missing: side,
    value: fc.constantFrom(...CODES),
  })
  .map(({ left, right, missing, value }): Prediction => {
    const categories = { left, right: right.filter((code) => !left.includes(code)) };
    return { tree: category(0, categories, missing, leaf(1), leaf(2)), x: [value] };
  });

/** A split of either kind, at whatever threshold. */
const anySplit = fc.record({ isCategory: fc.boolean(), threshold: fc.constantFrom(0, -9, 9), missing: side });

/** A split above two alike, which all read NaN and send it where each says. */
const twoMissing = fc.tuple(anySplit, anySplit).map(([root, child]): Prediction => {
  const make = ({ isCategory, threshold, missing }: typeof root, ...[left, right]: Children): Prediction['tree'] =>
    isCategory
      ? category(0, { left: [0], right: [1] }, missing, left, right)
      : split(0, threshold, missing, left, right);
  return {
    tree: make(root, make(child, leaf(1), leaf(2)), make(child, leaf(3), leaf(4))),
    x: [Number.NaN],
  };
});

type Children = readonly [left: Prediction['tree'], right: Prediction['tree']];

/** Categories that are nearly the same number. */
const nearCategories: readonly Prediction[] = [
  [1, 1 + Number.EPSILON],
  [1, 10],
  [0, 1e-300],
  [1, 33],
  [1, 257],
  [1, -1],
  [1, 1.5],
].flatMap(([a, b]) =>
  [a, b].map((value) => ({ tree: category(0, { left: [a], right: [b] }, 'left', leaf(1), leaf(2)), x: [value] })),
);

/** Zeros of either sign as categories. */
const zeroCategories: readonly Prediction[] = [0, -0].flatMap((listed) =>
  [0, -0].map((value) => ({
    tree: category(0, { left: [1], right: [listed] }, 'left', leaf(1), leaf(2)),
    x: [value],
  })),
);

export const predictWithMissingLevel = defineLevel<typeof reference>()({
  functions: ['predictWithMissing'],
  title: 'Predict one row whose features may be missing, or categories',
  returns: { predictWithMissing: () => finiteNumber },
  laws: [
    law('the answer is the value of the leaf that the row reaches', predictions, judgeAnswer, {
      examples: [-1, 0, 1].map((value) => ({ tree: split(0, 0, 'left', leaf(1), leaf(2)), x: [value] })),
    }),
    law(
      'where nothing is missing and no split is categorical, the answer is that of level 1',
      plainPredictions,
      ({ predictWithMissing }, prediction) => {
        const { tree, x } = withoutMissing(prediction);
        const [came, asked] = [predictWithMissing(tree, x), reference.predict(prediction.tree, x)];
        return came === asked ? undefined : broken('the answer', came, asked);
      },
      { runs: 120 },
    ),
    law('a visited split that reads NaN sends the row to its `missing` side', twoMissing, judgeAnswer, { runs: 80 }),
    law('a category goes to the side that lists it, and to `missing` if neither does', oneCategory, judgeAnswer, {
      runs: 200,
    }),
    law(
      'categories are equal as numbers: 0 and -0 are one, and no two others are',
      fc.constantFrom(...nearCategories, ...zeroCategories),
      judgeAnswer,
      { runs: 40, examples: [...nearCategories, ...zeroCategories] },
    ),
    law('thresholds are compared as they are: no rounding, no tolerance', narrowly.map(withoutMissing), judgeAnswer, {
      runs: 150,
    }),
    law('0 is a value, a threshold and a featureIndex like any other', zeros.map(withoutMissing), judgeAnswer, {
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
      { runs: 120 },
    ),
    law(
      'a tree that is one leaf gives its value, whatever the row',
      fc.record({ value: fc.constantFrom(...VALUES), x: fc.constantFrom([Number.NaN], [0], [1, Number.NaN]) }),
      (solution, { value, x }) => judgeAnswer(solution, { tree: leaf(value), x }),
      { runs: 40 },
    ),
    law(
      'a chain 100,000 splits deep does not overflow the call stack',
      fc.constant('a chain'),
      ({ predictWithMissing }) => {
        const { tree, x } = deepChain();
        const came = predictWithMissing(tree, x);
        return came === 1 ? undefined : broken('the answer', came, 1);
      },
      { runs: 1, fuel: 5_000_000 },
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
    law(
      'an answer does not depend on earlier calls',
      fc.record({ first: predictions, second: predictions, isSameRow: fc.boolean() }),
      (solution, { first, second, isSameRow }) => {
        // Frozen, so that what is kept is the same object in both calls.
        const [before, row] = [deepFrozen(first), deepFrozen(padded(first.x))];
        solution.predictWithMissing(before.tree, row);
        return judgeAnswer(solution, { tree: second.tree, x: isSameRow ? row : padded(second.x) });
      },
      { runs: 100 },
    ),
    unchanged(
      'predictWithMissing',
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
