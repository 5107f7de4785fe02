import fc from 'fast-check';
import * as reference from '../../reference/decision-tree-inference/index.ts';
import {
  createRandom,
  deepFrozen,
  defineLevel,
  finiteNumber,
  firstBroken,
  type Judgement,
  lawsOf,
  listOf,
  sameTwice,
  shuffled,
  unchanged,
} from '../../src/index.ts';
import { allOf, calls, disagreeing, type Explanation, explanations } from './explain/inputs.ts';
import { rangeErrorLaws } from './explain/rangeErrors.ts';
import { judgeNumber, judgeValues, shapleyValues } from './explain/shapley.ts';
import { growth } from './explain/workloads.ts';
import { deepChain } from './flatten/largeTrees.ts';
import { leaf, split, withSplits } from './predict/inputs.ts';

const law = lawsOf<typeof reference>();
type Solution = typeof reference;
type TreeNode = reference.TreeNode;

const judgeAnswer = ({ explain }: Solution, input: Explanation): Judgement =>
  judgeValues(explain(input.tree, input.x, input.background), shapleyValues(input), input.tree);

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((total, value) => total + value, 0);

const mean = (values: readonly number[]): number => sum(values) / values.length;

/** The tree with other values at its leaves; small trees only. */
const withValues = (tree: TreeNode, change: (value: number) => number): TreeNode =>
  tree.kind === 'leaf'
    ? leaf(change(tree.value))
    : split(tree.featureIndex, tree.threshold, withValues(tree.left, change), withValues(tree.right, change));

/** The features that some split reads. */
function featuresOf(tree: TreeNode): Set<number> {
  const features = new Set<number>();
  withSplits(tree, (node) => {
    features.add(node.featureIndex);
    return leaf(0);
  });
  return features;
}

/** One split; and one feature that is asked twice, with another between. */
const smallest: readonly Explanation[] = [
  { tree: split(0, 0, leaf(0), leaf(1)), x: [1], background: [[0]] },
  {
    tree: split(0, 0, leaf(0), split(1, 0, leaf(1), split(0, 2, leaf(2), leaf(4)))),
    x: [3, 1],
    background: [[0, 0]],
  },
];

/** Two features that the prediction treats alike, which have the same value in x, and in the background by turns. */
const alike = fc
  .record({
    order: fc.constantFrom<[number, number][]>([0, 1], [1, 0]),
    values: fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 })),
    isAnd: fc.boolean(),
    x: fc.constantFrom(0, 1),
    row: fc.tuple(fc.constantFrom(0, 1), fc.constantFrom(0, 1)),
  })
  .map(({ order: [i, j], values: [a, b], isAnd, x, row: [p, q] }): Explanation => {
    const below = split(j, 0.5, leaf(a), leaf(b));
    const tree = isAnd ? split(i, 0.5, leaf(a), below) : split(i, 0.5, below, leaf(b));
    return {
      tree,
      x: [x, x],
      background: [
        [p, q],
        [q, p],
      ],
    };
  });

/** Values that are known without a calculation: `value` is shared by all features. */
function judgeShared({ explain }: Solution, nFeatures: number, value: number): Judgement {
  const { tree, x, background } = allOf(nFeatures, value);
  return judgeValues(
    explain(tree, x, background),
    x.map(() => value / nFeatures),
    tree,
  );
}

/** So many features that factorials overflow. */
const N_MANY = 180;

export const explainLevel = defineLevel<typeof reference>()({
  functions: ['explain'],
  title: 'Say what each feature adds to a prediction, exactly',
  returns: { explain: ([, x]) => listOf(finiteNumber, x.length) },
  laws: [
    law(
      'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
      explanations,
      judgeAnswer,
      { examples: [...smallest, disagreeing(3)] },
    ),
    law(
      'the answer adds up to the prediction for x minus the mean prediction for the background',
      explanations,
      ({ explain }, { tree, x, background }) => {
        const asked = reference.predict(tree, x) - mean(background.map((row) => reference.predict(tree, row)));
        return judgeNumber('the sum of the answer', sum(explain(tree, x, background)), asked, tree);
      },
      { runs: 100 },
    ),
    law(
      'a feature that no split reads has the value 0',
      explanations,
      ({ explain }, { tree, x, background }) => {
        const read = featuresOf(tree);
        const wider = explain(
          tree,
          [...x, 5],
          background.map((row) => [...row, -5]),
        );
        return firstBroken([...x, 5], (_, j) =>
          read.has(j) ? undefined : judgeNumber(`the answer[${j}]`, wider[j], 0, tree),
        );
      },
      { runs: 80 },
    ),
    law(
      'features that the prediction treats alike have the same value',
      alike,
      (solution, input) => {
        const [first, second] = Array.from(solution.explain(input.tree, input.x, input.background));
        return judgeNumber('the answer[1]', second, first, input.tree);
      },
      { runs: 60 },
    ),
    law(
      'compared with itself, a row has the value 0 for every feature',
      explanations,
      ({ explain }, { tree, x }) =>
        judgeValues(
          explain(tree, x, [x]),
          x.map(() => 0),
          tree,
        ),
      { runs: 50 },
    ),
    law(
      'compared with several rows, the answer is the mean of those for each of them',
      explanations,
      ({ explain }, { tree, x, background }) => {
        const single = background.map((row) => explain(tree, x, [row]));
        const together = explain(tree, x, background);
        return judgeValues(
          together,
          x.map((_, j) => mean(single.map((values) => values[j]))),
          tree,
        );
      },
      { runs: 80 },
    ),
    law(
      'adding a number to all values of the tree changes nothing, and scaling them scales the answer',
      fc.record({ input: explanations, offset: fc.constantFrom(5, -40, 0), scale: fc.constantFrom(2, -1, 0.5) }),
      ({ explain }, { input: { tree, x, background }, offset, scale }) => {
        const other = withValues(tree, (value) => value * scale + offset);
        const [first, second] = [explain(tree, x, background), explain(other, x, background)];
        return judgeValues(
          second,
          Array.from(first, (value) => value * scale),
          other,
          'the second answer',
        );
      },
      { runs: 80 },
    ),
    law(
      'numbering the features in another order numbers the answer so, and changes no value',
      fc.record({ input: explanations, order: fc.nat({ max: 99 }) }),
      ({ explain }, { input: { tree, x, background }, order }) => {
        const places = shuffled(x.keys(), createRandom(order));
        const renumbered = (row: readonly number[]): number[] => places.map((j) => row[j]);
        const other = withSplits(tree, ({ featureIndex, threshold }, left, right) =>
          split(places.indexOf(featureIndex), threshold, left, right),
        );
        const first = explain(tree, x, background);
        const second = explain(other, renumbered(x), background.map(renumbered));
        return judgeValues(second, renumbered(Array.from(first)), tree, 'the second answer');
      },
      { runs: 80 },
    ),
    ...rangeErrorLaws,
    law(
      'a chain 100,000 splits deep does not overflow the call stack',
      fc.constant('a chain'),
      ({ explain }) => {
        const {
          tree,
          X: [[depth]],
        } = deepChain();
        // Without feature 0 the prediction is 0; with it alone 1; with both the depth.
        return judgeValues(explain(tree, [depth, -depth], [[0, 0]]), [(depth + 1) / 2, (depth - 1) / 2], leaf(depth));
      },
      { runs: 1, fuel: 20_000_000 },
    ),
    law(
      'an answer does not depend on earlier calls',
      fc.tuple(explanations, explanations),
      (solution, [first, second]) => {
        // Frozen, so that what is kept is the same object in both calls.
        const before = deepFrozen(first);
        solution.explain(before.tree, before.x, before.background);
        return (
          judgeAnswer(solution, second) ??
          judgeAnswer(solution, { ...before, background: [before.x, ...before.background] })
        );
      },
      { runs: 60 },
    ),
    unchanged('explain', calls),
    sameTwice('explain', calls),
    law(
      `rows may have ${N_MANY} features that all matter`,
      fc.constantFrom(N_MANY),
      (solution, nFeatures) => judgeShared(solution, nFeatures, 1),
      { runs: 1, fuel: 40_000_000 },
    ),
  ],
  growth,
  hints: [
    'For two features write down all four mixes of x and one background row. Which two orders are there, and what changes when?',
    'One background row at a time. At a split where x and the row go the same way, who cares where the feature comes from? Where they part, follow both, and remember for the rest of the way which feature comes from where.',
    'At a leaf you know a features that must come from x, and b that must come from the row. In how many of the (a + b)! orders does one of the a come last of the a, and before all of the b?',
    'That is (a - 1)! b! / (a + b)! for each of the a, and as much with a and b exchanged, negative, for each of the b. A feature that is met again on the way is decided already: it takes its side, and is not counted twice.',
  ],
});
