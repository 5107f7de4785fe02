import type { Check } from 'ml-drills/drills/decision-tree-pruning';

/** A node that predicts `value`, the class with the largest of its `counts` (smallest class on ties). */
export interface Leaf {
  readonly kind: 'leaf';
  readonly value: number;
  /** Training samples of each class that reached the node (nClasses). */
  readonly counts: readonly number[];
}

/** A node that sends a row left when `x[featureIndex] <= threshold`, and right otherwise. */
export interface Split {
  readonly kind: 'split';
  readonly featureIndex: number;
  readonly threshold: number;
  readonly left: TreeNode;
  readonly right: TreeNode;
  /** Training samples of each class that reached the node (nClasses). */
  readonly counts: readonly number[];
}

export type TreeNode = Leaf | Split;

/** The tree, reduced-error pruned on the validation set X (nSamples, nFeatures), y (nSamples). */
export function reducedErrorPrune(tree: TreeNode, X: readonly (readonly number[])[], y: readonly number[]): TreeNode {
  throw new Error('TODO: reducedErrorPrune');
}

/** The smallest subtree that minimises its risk plus ccpAlpha for each of its leaves. */
export function costComplexityPrune(tree: TreeNode, ccpAlpha: number): TreeNode {
  throw new Error('TODO: costComplexityPrune');
}

/** One tree of a pruning path. */
export interface PathEntry {
  readonly ccpAlpha: number;
  readonly nLeaves: number;
  /** The share of the training samples that it misclassifies, in [0, 1]. */
  readonly risk: number;
}

/** The trees that cost-complexity pruning gives as ccpAlpha grows, from the full tree to its root. */
export function pruningPath(tree: TreeNode): readonly PathEntry[] {
  throw new Error('TODO: pruningPath');
}

/** Data left out, and the path of the tree grown without it. */
export interface Fold {
  /** Samples left out. */
  readonly nSamples: number;
  /** Each subtree with the errors it makes on the samples left out. */
  readonly path: readonly { readonly ccpAlpha: number; readonly nErrors: number }[];
}

export interface SelectedAlpha {
  /** The alpha of the chosen entry of the path. */
  ccpAlpha: number;
  /** Cross-validated risk of each entry of the path, in [0, 1]. */
  risks: ArrayLike<number>;
  /** The standard error of each risk. */
  standardErrors: ArrayLike<number>;
}

/** Chooses an entry of a pruning path by cross-validation and the 1-SE rule. */
export function selectAlpha(path: readonly PathEntry[], folds: readonly Fold[]): SelectedAlpha {
  throw new Error('TODO: selectAlpha');
}

/** The subtree of least risk among those with at most maxLeaves leaves. */
export function bestPruned(tree: TreeNode, maxLeaves: number): TreeNode {
  throw new Error('TODO: bestPruned');
}

/** What your code costs, in nNodes (m), nRows (n), depth, nClasses (c), nEntries, nFolds and maxLeaves, for the interview: `time: 'n log n'`, `memory: '1'`. */
export const complexity = {
  reducedErrorPrune: { time: '', memory: '' },
  costComplexityPrune: { time: '', memory: '' },
  pruningPath: { time: '', memory: '' },
  selectAlpha: { time: '', memory: '' },
  bestPruned: { time: '', memory: '' },
};

/** Keep this line: the editor compares the exports of this file with the question. */
export type Exports = Check<typeof import('./stub.ts')>;
