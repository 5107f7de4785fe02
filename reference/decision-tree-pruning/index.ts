export { bestPruned } from './bestPruned.ts';
export { costComplexityPrune } from './costComplexityPrune.ts';
export { type PathEntry, pruningPath } from './pruningPath.ts';
export { reducedErrorPrune } from './reducedErrorPrune.ts';
export { type Fold, type SelectedAlpha, selectAlpha } from './selectAlpha.ts';
export type { Leaf, Split, TreeNode } from './tree.ts';
