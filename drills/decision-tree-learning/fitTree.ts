import type * as reference from '../../reference/decision-tree-learning/index.ts';
import { defineLevel } from '../../src/index.ts';
import { classLaws } from './fitTree/classLaws.ts';
import { growthOf } from './fitTree/growth.ts';
import { treeShape } from './fitTree/treeShape.ts';

/** Level 2: the whole tree. */
export const fitTreeLevel = defineLevel<typeof reference>()({
  functions: ['fitTree'],
  title: 'A classification tree, grown to its limits',
  returns: { fitTree: ([X]) => treeShape(X[0]?.length) },
  laws: classLaws('fitTree'),
  growth: growthOf('fitTree'),
  hints: [
    'You have a function that finds the best split of all rows. What do you need to change to use it for some of the rows?',
    'Which three things can make a node a leaf? Ask for them before you split, and in which order does not matter.',
    'Pass row indices down, not copies of rows. Left and right are two filters.',
    'A split of decrease 0 may be what makes the next one good. Stop where the rows have one class, not where nothing is gained.',
    'minSamplesLeaf belongs into the search: the best split of all may leave too few rows on a side while the second best does not.',
  ],
});
