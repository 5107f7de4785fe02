/** Throws a RangeError unless X (nSamples, nFeatures) has rows, all of one length and finite, and y a finite number for each. */
export function requireTrainingSet(X: readonly (readonly number[])[], y: readonly number[]): void {
  if (X.length === 0) throw new RangeError('X is empty: learning needs at least one row');
  if (y.length !== X.length) {
    throw new RangeError(`y has ${y.length} values for ${X.length} rows of X: give one for each row`);
  }
  const nFeatures = X[0].length;
  if (nFeatures === 0) throw new RangeError('X[0] has no features: give every row at least one');
  for (let i = 0; i < X.length; i++) {
    requireRow(X[i], i, nFeatures);
    if (!Number.isFinite(y[i])) throw new RangeError(`y[${i}] = ${y[i]} must be a finite number: leave the row out`);
  }
}

function requireRow(x: readonly number[], i: number, nFeatures: number): void {
  if (x.length !== nFeatures) {
    throw new RangeError(`X[${i}] has ${x.length} features where X[0] has ${nFeatures}: make all rows equally long`);
  }
  for (let j = 0; j < nFeatures; j++) {
    if (!Number.isFinite(x[j])) {
      throw new RangeError(`X[${i}][${j}] = ${x[j]} must be a finite number: fill it in or leave the row out`);
    }
  }
}

/** Throws a RangeError unless the size of a tree is limited by whole numbers. */
export function requireTreeLimits(maxDepth: number, minSamplesLeaf: number): void {
  if (maxDepth !== Infinity && !(Number.isInteger(maxDepth) && maxDepth >= 0)) {
    throw new RangeError(`maxDepth = ${maxDepth} must be a whole number, 0 or more, or Infinity`);
  }
  if (!Number.isInteger(minSamplesLeaf) || minSamplesLeaf < 1) {
    throw new RangeError(`minSamplesLeaf = ${minSamplesLeaf} must be a whole number, 1 or more`);
  }
}

/** Throws a RangeError unless trees can be counted and each is added in part or whole. */
export function requireBoosting(nTrees: number, learningRate: number): void {
  if (!Number.isInteger(nTrees) || nTrees < 0) {
    throw new RangeError(`nTrees = ${nTrees} must be a whole number, 0 or more`);
  }
  if (!(learningRate > 0 && learningRate <= 1)) {
    throw new RangeError(`learningRate = ${learningRate} must be above 0 and at most 1`);
  }
}
