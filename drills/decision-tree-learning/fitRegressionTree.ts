import type * as reference from '../../reference/decision-tree-learning/index.ts';
import { defineLevel } from '../../src/index.ts';
import { numberLaws } from './fitRegressionTree/numberLaws.ts';
import { growthOf } from './fitTree/growth.ts';
import { treeShape } from './fitTree/treeShape.ts';

/** Level 4: numbers instead of classes. */
export const fitRegressionTreeLevel = defineLevel<typeof reference>()({
  functions: ['fitRegressionTree'],
  title: 'A regression tree, by squared error that survives a large offset',
  returns: { fitRegressionTree: ([X]) => treeShape(X[0]?.length) },
  laws: numberLaws,
  growth: growthOf('fitRegressionTree'),
  hints: [
    'What of the tree changes at all? Two things of a node: how good a cut is, and what a leaf says.',
    'The squared error of a side needs its sum, its sum of squares and its size: all of them can be updated as a row changes sides.',
    'Now add 1e8 to every y. How many digits are left of a difference of two sums of squares?',
    'The squared error does not change when a constant is taken from every y. Which constant keeps the sums small?',
    'The sum of squares is the same for every cut of a node, so it cancels: with y taken from the mean, the largest sumLeft^2 / nLeft + sumRight^2 / nRight wins.',
  ],
});
