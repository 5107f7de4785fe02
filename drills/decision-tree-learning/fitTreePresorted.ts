import type * as reference from '../../reference/decision-tree-learning/index.ts';
import { defineLevel } from '../../src/index.ts';
import { classLaws } from './fitTree/classLaws.ts';
import { treeShape } from './fitTree/treeShape.ts';
import { growth } from './fitTreePresorted/growth.ts';
import { manyRows } from './fitTreePresorted/manyRows.ts';

/** Level 3: the same tree, in one pass over the rows a level. */
export const fitTreePresortedLevel = defineLevel<typeof reference>()({
  functions: ['fitTreePresorted'],
  title: 'The same tree without a sort below the root',
  returns: { fitTreePresorted: ([X]) => treeShape(X[0]?.length) },
  laws: [...classLaws('fitTreePresorted'), manyRows],
  growth,
  hints: [
    'What does a node sort that its parent has not sorted already?',
    'Sort the rows by each feature once, before the tree. A list for each feature is enough; it need hold nothing but row indices.',
    'A node gets one list for each feature. How do you take such a list apart into two, in one pass, so that both stay sorted?',
    'Mark the rows that go left by what the split says of its own feature. Then each list is cut by asking the marks, row by row.',
    'Lists that are cut stably in place stand side by side in one array for each feature: then a node is two numbers, where it starts and where it ends.',
  ],
});
