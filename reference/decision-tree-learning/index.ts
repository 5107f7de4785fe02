export { type BestSplit, bestSplit } from './bestSplit.ts';
export type { Leaf, Question, Split, TreeNode, TreeOptions } from './tree.ts';
