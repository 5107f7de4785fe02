export { type BestSplit, bestSplit } from './bestSplit.ts';
export { type BoostedTrees, type BoostingOptions, fitBoosted } from './fitBoosted.ts';
export { fitRegressionTree } from './fitRegressionTree.ts';
export { fitTree } from './fitTree.ts';
export { fitTreePresorted } from './fitTreePresorted.ts';
export type { Leaf, Question, Split, TreeNode, TreeOptions } from './tree.ts';
