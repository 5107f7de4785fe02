import fc from 'fast-check';
import * as reference from '../../../reference/decision-tree-inference/index.ts';
import { createRandom, firstBroken, lawsOf, shuffled } from '../../../src/index.ts';
import { leaf, split, withSplits } from '../predict/inputs.ts';
import { type Explanation, explanations } from './inputs.ts';
import { judgeNumber, judgeValues } from './shapley.ts';

const law = lawsOf<typeof reference>();
type TreeNode = reference.TreeNode;

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

/** What Shapley values are the only ones to obey together, and what follows for trees. */
export const axiomLaws = [
  law(
    'the answer adds up to the prediction for x minus the mean prediction for the background',
    explanations,
    ({ explain }, { tree, x, background }) => {
      const expected = reference.predict(tree, x) - mean(background.map((row) => reference.predict(tree, row)));
      return judgeNumber('the sum of the answer', sum(explain(tree, x, background)), expected, tree);
    },
    { stage: 'combined', runs: 100 },
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
    { stage: 'special', runs: 80 },
  ),
  law(
    'features that the prediction treats alike have the same value',
    alike,
    (solution, input) => {
      const [first, second] = Array.from(solution.explain(input.tree, input.x, input.background));
      return judgeNumber('the answer[1]', second, first, input.tree);
    },
    { stage: 'special', runs: 60 },
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
    { stage: 'combined', runs: 50 },
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
    { stage: 'combined', runs: 80 },
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
    { stage: 'combined', runs: 80 },
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
    { stage: 'combined', runs: 80 },
  ),
];
