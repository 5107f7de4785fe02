import fc from 'fast-check';
import type * as reference from '../../reference/decision-tree-inference/index.ts';
import { broken, defineLevel, finiteNumber, firstBroken, lawsOf, listOf, ON_DEPTH } from '../../src/index.ts';
import { judgeBatch, judgeKnown } from './flatten/answers.ts';
import { callLaws } from './flatten/calls.ts';
import { allWide, type Batch, batches, batchOfOne, largerBatches, manyRows, wideBatches } from './flatten/inputs.ts';
import { broadTree, deepChain, type KnownBatch, longBatch } from './flatten/largeTrees.ts';
import { rangeErrorLaws } from './flatten/rangeErrors.ts';
import { growth } from './flatten/workloads.ts';
import { rowsAlike } from './predict/alike.ts';
import { extremes, narrowly, onThreshold, VALUES, zeros } from './predict/edges.ts';
import { leaf, split } from './predict/inputs.ts';

const law = lawsOf<typeof reference>();

/** One split, with a row on its threshold and one on each side. */
const smallest: Batch = { tree: split(0, 0, leaf(1), leaf(2)), X: [[0], [1], [-1]] };

/** Ten times what the model solution takes, and more; what is quadratic is stopped early. */
const LARGE_FUEL = 10_000_000;

/** Judges a tree that is made only when it is wanted. */
const judgeLarge =
  (batchOf: () => KnownBatch) =>
  ({ flatten, predictBatch }: typeof reference) => {
    const { tree, X, values } = batchOf();
    return judgeKnown(predictBatch(flatten(tree), X), values);
  };

export const flattenLevel = defineLevel<typeof reference>()({
  functions: ['flatten', 'predictBatch'],
  title: 'Prepare a tree once, and answer a million rows a second',
  kept: { flatten: 'flat' },
  returns: { predictBatch: ([, X]) => listOf(finiteNumber, X.length) },
  laws: [
    law('the answer has for each row, in their order, what `predict` gives for it', batches, judgeBatch, {
      examples: [smallest],
    }),
    law('dozens of nodes, features and rows are no other than a few', largerBatches, judgeBatch, {
      stage: 'larger',
      examples: [manyRows],
      runs: 15,
    }),
    law(
      'a row is answered alike alone and among others',
      batches,
      ({ flatten, predictBatch }, { tree, X }) => {
        const flat = flatten(tree);
        const together = predictBatch(flat, X);
        return firstBroken(X, (x, i) =>
          // By the same flat tree, which has answered more rows before, and by one that has not.
          firstBroken([flat, flatten(tree)], (one) => {
            const [alone] = Array.from(predictBatch(one, [x]));
            return alone === together[i] ? undefined : broken('the answer for the row alone', alone, together[i]);
          }),
        );
      },
      { stage: 'combined', runs: 80, examples: rowsAlike.map(({ tree, rows }) => ({ tree, X: rows })) },
    ),
    law(
      'an empty X gives an empty answer',
      batches,
      ({ flatten, predictBatch }, { tree }) => {
        predictBatch(flatten(tree), []); // of length 0, or it has not the form that is asked for
        return undefined;
      },
      { stage: 'special', runs: 30 },
    ),
    law(
      'a row goes left when x[featureIndex] <= threshold, so on equality too',
      onThreshold.map(batchOfOne),
      judgeBatch,
      { stage: 'special', runs: 100 },
    ),
    law(
      'the two numbers are compared as they are, also one unit in the last place apart',
      narrowly.map(batchOfOne),
      judgeBatch,
      { stage: 'special', runs: 200, examples: extremes.map(batchOfOne) },
    ),
    law(
      'values are any finite numbers, and the answer is the value exactly as it is',
      fc.tuple(fc.constantFrom(...VALUES), fc.constantFrom(...VALUES)).map(([left, right]) => ({
        tree: split(0, 0, leaf(left), leaf(right)),
        X: [[-1], [1]],
      })),
      judgeBatch,
      { stage: 'special', runs: 150 },
    ),
    law('0 is a value, a threshold and a featureIndex like any other', zeros.map(batchOfOne), judgeBatch, {
      stage: 'special',
      runs: 120,
    }),
    law(
      'a tree that is one leaf gives its value for every row',
      fc
        .record({ value: fc.constantFrom(...VALUES), nRows: fc.integer({ min: 1, max: 4 }) })
        .map(({ value, nRows }) => ({
          tree: leaf(value),
          X: Array.from({ length: nRows }, (_, i) => [i]),
        })),
      judgeBatch,
      { stage: 'special', runs: 40 },
    ),
    law('rows may have 300 features, and a split may read any of them', wideBatches, judgeBatch, {
      stage: 'larger',
      runs: 100,
      examples: [allWide],
    }),
    law('a batch may have 10,000 rows', fc.constant('a batch'), judgeLarge(longBatch), {
      stage: 'larger',
      runs: 1,
      fuel: LARGE_FUEL,
      isLarge: true,
    }),
    law('a tree may have 70,000 leaves', fc.constant('a tree'), judgeLarge(broadTree), {
      stage: 'larger',
      runs: 1,
      fuel: LARGE_FUEL,
      isLarge: true,
    }),
    law('a chain 100,000 splits deep does not overflow the call stack', fc.constant('a chain'), judgeLarge(deepChain), {
      stage: 'larger',
      runs: 1,
      fuel: LARGE_FUEL,
      isLarge: true,
      remark: ON_DEPTH,
    }),
    ...rangeErrorLaws,
    ...callLaws,
  ],
  growth,
  hints: [
    'What does the walk down the tree ask of a node, and how many numbers is that? The rest of an object you carry around for nothing.',
    'Give every node a number. Then "left" and "right" are numbers too, and a tree is a few arrays with one entry a node.',
    'If the two children of a split have neighbouring numbers, one entry finds both. A list of nodes that grows while you go through it numbers them level by level, at any depth.',
    'Per row there is one variable, the number of the node where the row is now, and one entry of the answer. Which typed arrays hold your numbers without changing them, and how far do their indices reach?',
  ],
});
