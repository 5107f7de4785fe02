export { reducedErrorPrune } from './reducedErrorPrune.ts';
export type { Leaf, Split, TreeNode } from './tree.ts';
