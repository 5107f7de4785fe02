import type { Check } from 'ml-drills/drills/k-nearest-neighbors';

/** Level 1: indices of the k rows of X (nSamples, nFeatures) nearest to the query (nFeatures), nearest first. */
export function kNearest(X: readonly (readonly number[])[], query: readonly number[], k: number): ArrayLike<number> {
  throw new Error('TODO: kNearest');
}

/** Level 1: the label that most of the k rows nearest to the query have; y (nSamples) has one label a row of X. */
export function knnClassify(
  X: readonly (readonly number[])[],
  y: readonly number[],
  query: readonly number[],
  k: number,
): number {
  throw new Error('TODO: knnClassify');
}

/** Keep this line: the editor compares the exports of this file with the question. */
export type Exports = Check<typeof import('./stub.ts')>;
