export { type FlatTree, flatten } from './flatten.ts';
export { predict } from './predict.ts';
export { predictBatch } from './predictBatch.ts';
export type { Leaf, Split, TreeNode } from './tree.ts';
