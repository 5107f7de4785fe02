export { type BestSplit, bestSplit } from './bestSplit.ts';
export { fitTree } from './fitTree.ts';
export { fitTreePresorted } from './fitTreePresorted.ts';
export type { Leaf, Question, Split, TreeNode, TreeOptions } from './tree.ts';
