export type Row = readonly number[];
export type Rows = readonly Row[];

export interface Options {
  readonly nTrees?: number;
  readonly learningRate?: number;
  readonly maxDepth?: number;
  readonly minSamplesLeaf?: number;
}

export interface Question {
  readonly featureIndex: number;
  readonly threshold: number;
}

export type TreeNode = Leaf | Split;
export type Leaf = { readonly kind: 'leaf'; readonly value: number };
export type Split = Question & { readonly kind: 'split'; readonly left: TreeNode; readonly right: TreeNode };

export interface Boosted {
  readonly initialPrediction: number;
  readonly trees: readonly TreeNode[];
}

export function check(X: Rows, y: Row): void {
  if (X.length === 0) throw new RangeError('no rows');
  const nFeatures = X[0].length;
  if (nFeatures === 0) throw new RangeError('no features');
  if (X.some((row) => row.length !== nFeatures)) throw new RangeError('ragged rows');
  if (X.some((row) => !row.every(Number.isFinite))) throw new RangeError('a coordinate that is not finite');
  if (y.length !== X.length) throw new RangeError('not one number a row');
  if (!y.every(Number.isFinite)) throw new RangeError('a y that is not finite');
}

export function checkLimits(maxDepth: number, minSamplesLeaf: number): void {
  if (maxDepth !== Infinity && !Number.isInteger(maxDepth)) throw new RangeError('maxDepth is not whole');
  if (maxDepth < 0) throw new RangeError('maxDepth is negative');
  if (!Number.isInteger(minSamplesLeaf)) throw new RangeError('minSamplesLeaf is not whole');
  if (minSamplesLeaf < 1) throw new RangeError('minSamplesLeaf is below 1');
}

export function checkBoosting(nTrees: number, learningRate: number): void {
  if (!Number.isInteger(nTrees)) throw new RangeError('nTrees is not whole');
  if (nTrees < 0) throw new RangeError('nTrees is negative');
  if (!(learningRate > 0)) throw new RangeError('learningRate is not above 0');
  if (learningRate > 1) throw new RangeError('learningRate is above 1');
}

/** Halves first, so that nothing overflows. */
export function midpoint(a: number, b: number): number {
  const middle = a / 2 + b / 2;
  return middle >= a && middle < b ? middle : a;
}

/** Taken from the first, so that a large offset leaves all digits to the differences. */
export const mean = (ys: Row): number => ys[0] + ys.reduce((sum, value) => sum + (value - ys[0]), 0) / ys.length;
