/** Throws a RangeError unless X (nSamples, nFeatures) has rows, all of one length and finite, and y a finite label for each. */
export function requireValidationSet(X: readonly (readonly number[])[], y: readonly number[]): void {
  if (X.length === 0) throw new RangeError('X is empty: pruning needs at least one validation row');
  if (y.length !== X.length) {
    throw new RangeError(`y has ${y.length} labels for ${X.length} rows of X: give one label for each row`);
  }
  if (X[0].length === 0) throw new RangeError('X[0] has no features: give every row at least one');
  X.forEach((x, i) => {
    requireRow(x, i, X[0].length);
  });
  y.forEach((label, i) => {
    if (!Number.isFinite(label)) throw new RangeError(`y[${i}] = ${label} must be a finite number: leave the row out`);
  });
}

function requireRow(x: readonly number[], i: number, nFeatures: number): void {
  if (x.length !== nFeatures) {
    throw new RangeError(`X[${i}] has ${x.length} features where X[0] has ${nFeatures}: make all rows equally long`);
  }
  x.forEach((value, j) => {
    if (!Number.isFinite(value)) {
      throw new RangeError(`X[${i}][${j}] = ${value} must be a finite number: fill it in or leave the row out`);
    }
  });
}

/** Throws a RangeError unless the feature that a split reads is one of the row's. */
export function requireFeature(featureIndex: number, x: readonly number[]): void {
  if (featureIndex < x.length) return;
  throw new RangeError(
    `featureIndex = ${featureIndex} must be below nFeatures = ${x.length}: prune with the tree's data`,
  );
}
