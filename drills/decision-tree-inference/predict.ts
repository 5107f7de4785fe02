import fc from 'fast-check';
import * as reference from '../../reference/decision-tree-inference/index.ts';
import {
  broken,
  defineLevel,
  finiteNumber,
  independent,
  isSame,
  type Judgement,
  lawsOf,
  ON_DEPTH,
  sameTwice,
  type TwoCalls,
  toCode,
  unchanged,
} from '../../src/index.ts';
import { rowsAlike, treesAlike } from './predict/alike.ts';
import { type Change, moved, otherSideChanged, renumbered, unreadChanged, widened } from './predict/changes.ts';
import { extremes, narrowly, onThreshold, VALUES, zeros } from './predict/edges.ts';
import {
  calls,
  largerPredictions,
  leaf,
  MAX_FEATURES,
  type Prediction,
  predictions,
  split,
  splitPredictions,
} from './predict/inputs.ts';
import { rangeErrorLaws } from './predict/rangeErrors.ts';
import { widePredictions } from './predict/wide.ts';
import { deepChain, growth } from './predict/workloads.ts';

const law = lawsOf<typeof reference>();
type Solution = typeof reference;

/** Judges the answer by the walk down the tree. */
function judgeAnswer({ predict }: Solution, { tree, x }: Prediction): Judgement {
  const [actual, expected] = [predict(tree, x), reference.predict(tree, x)];
  return actual === expected ? undefined : broken('the answer', actual, expected);
}

/** The same tree with rows, and the same row with trees, that are easily taken for one another. */
const alike: readonly TwoCalls[] = [
  ...rowsAlike.map(
    ({ tree, rows: [left, right] }): TwoCalls => [
      [tree, left],
      [tree, right],
    ],
  ),
  ...treesAlike.map(
    ({ x, trees: [first, second] }): TwoCalls => [
      [first, x],
      [second, x],
    ],
  ),
];

/** Judges that the answer is the same after a change. */
function judgeSame({ predict }: Solution, before: Prediction, change: Change): Judgement {
  const after = change(before);
  if (isSame(after, before)) return undefined;
  const first = predict(before.tree, before.x);
  const second = predict(after.tree, after.x);
  return first === second ? undefined : broken('the second answer', second, `${toCode(first)}, as at first`);
}

const sameAfter = (rule: string, changes: fc.Arbitrary<Change>) =>
  law(
    rule,
    fc.tuple(splitPredictions, changes),
    (solution, [prediction, change]) => judgeSame(solution, prediction, change),
    { stage: 'combined', runs: 120 },
  );

/** One split, with a row on each side of it and one on its threshold. */
const smallest: readonly Prediction[] = [-1, 0, 1].map((value) => ({
  tree: split(0, 0, leaf(1), leaf(2)),
  x: [value],
}));

/** The row with every feature that any tree here may read. */
const padded = (x: readonly number[]): number[] => Array.from({ length: MAX_FEATURES }, (_, j) => x[j] ?? 0);

/** Calls with rows that are long enough for any tree, or not. */
const anyRow = fc
  .tuple(
    predictions,
    fc.constantFrom(
      padded,
      (x: readonly number[]) => x,
      () => [],
    ),
  )
  .map(([{ tree, x }, change]): unknown[] => [tree, change(x)]);

export const predictLevel = defineLevel<typeof reference>()({
  functions: ['predict'],
  title: 'Predict one row with a decision tree',
  returns: { predict: () => finiteNumber },
  laws: [
    law('the answer is the value of the leaf that the row reaches', predictions, judgeAnswer, {
      examples: smallest,
    }),
    law('dozens of nodes and features are no other than a few', largerPredictions, judgeAnswer, {
      stage: 'larger',
      runs: 40,
      examples: widePredictions,
    }),
    sameAfter('features that no visited split reads do not change the answer', unreadChanged),
    sameAfter('more features than the tree asks for do not change the answer', widened),
    sameAfter('nodes on the side not taken do not change the answer', otherSideChanged),
    sameAfter('moving or scaling a feature together with its thresholds does not change the answer', moved),
    sameAfter('numbering the features in another order does not change the answer', renumbered),
    law('a row goes left when x[featureIndex] <= threshold, so on equality too', onThreshold, judgeAnswer, {
      stage: 'special',
      examples: [{ tree: split(0, 1, leaf(1), leaf(2)), x: [1] }],
      runs: 120,
    }),
    law('the two numbers are compared as they are: no rounding, no tolerance', narrowly, judgeAnswer, {
      stage: 'special',
      examples: extremes,
    }),
    law(
      'values are any finite numbers, and the answer is the value exactly as it is',
      fc.tuple(fc.constantFrom(...VALUES), fc.constantFrom(...VALUES), fc.constantFrom(-1, 1)),
      (solution, [left, right, feature]) =>
        judgeAnswer(solution, { tree: split(0, 0, leaf(left), leaf(right)), x: [feature] }),
      { stage: 'special', runs: 150 },
    ),
    law(
      '0 is a value, a threshold and a featureIndex like any other; 0 and -0 are the same number',
      zeros,
      judgeAnswer,
      { stage: 'special', runs: 150 },
    ),
    law(
      'a tree that is one leaf gives its value, whatever the row',
      fc.tuple(fc.constantFrom(...VALUES), fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 3 })),
      (solution, [value, x]) => judgeAnswer(solution, { tree: leaf(value), x }),
      { stage: 'special', runs: 50 },
    ),
    law(
      'a chain 100,000 splits deep does not overflow the call stack',
      fc.constant('a chain'),
      (solution) => judgeAnswer(solution, deepChain()),
      { stage: 'larger', runs: 1, isLarge: true, remark: ON_DEPTH },
    ),
    ...rangeErrorLaws,
    independent('predict', anyRow, alike),
    unchanged('predict', ['tree', 'x'], calls),
    sameTwice('predict', calls),
  ],
  growth,
  hints: [
    'Take one row and the tree on paper. Which node do you look at first, and which of the others do you never need?',
    'A split asks one question of the row, and its answer rules out one of the two sides. What is left is the same problem, on a smaller tree.',
    'The call at the end of a recursion only replaces the tree by one of its sides: one variable that holds the node where the row is now can do the same, at any depth.',
    'Two ways to read a number that is not there give no error: a comparison with NaN or undefined is false, and sends the row right. Check at the moment a split reads, before it compares.',
  ],
});
