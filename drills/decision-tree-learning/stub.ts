import type { Check } from 'ml-drills/drills/decision-tree-learning';

export interface BestSplit {
  /** A row goes left when `x[featureIndex] <= threshold`. */
  readonly featureIndex: number;
  readonly threshold: number;
  /** Gini impurity of all rows, less that of the two sides weighted by their shares. */
  readonly impurityDecrease: number;
}

/** The split of X (nSamples, nFeatures) that lowers the Gini impurity of the classes y (nSamples) most; `null` if there is none. */
export function bestSplit(X: readonly (readonly number[])[], y: readonly number[]): BestSplit | null {
  throw new Error('TODO: bestSplit');
}

/** Keep this line: the editor compares the exports of this file with the question. */
export type Exports = Check<typeof import('./stub.ts')>;
