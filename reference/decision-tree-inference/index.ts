export { predict } from './predict.ts';
export type { Leaf, Split, TreeNode } from './tree.ts';
