export { explain } from './explain.ts';
export { type FlatTree, flatten } from './flatten.ts';
export { predict } from './predict.ts';
export { predictBatch } from './predictBatch.ts';
export { predictForest } from './predictForest.ts';
export { predictWithMissing } from './predictWithMissing.ts';
export type { Leaf, Split, TreeNode } from './tree.ts';
export type { CategorySplit, Side, SplitWithMissing, TreeWithMissing } from './treeWithMissing.ts';
