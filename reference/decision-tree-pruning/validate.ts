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

/** Throws a RangeError unless a penalty can be one. */
export function requireAlpha(ccpAlpha: number): void {
  if (Number.isFinite(ccpAlpha) && ccpAlpha >= 0) return;
  throw new RangeError(`ccpAlpha = ${ccpAlpha} must be a finite number, 0 or more`);
}

/** Throws a RangeError unless so many leaves can be asked for. */
export function requireMaxLeaves(maxLeaves: number): void {
  if (Number.isInteger(maxLeaves) && maxLeaves >= 1) return;
  throw new RangeError(`maxLeaves = ${maxLeaves} must be an integer, 1 or more`);
}

type Alphas = readonly { readonly ccpAlpha: number }[];

/** Throws a RangeError unless the alphas of a path begin at 0 and never fall. */
export function requirePath(path: Alphas, name = 'path'): void {
  if (path.length === 0) throw new RangeError(`${name} is empty: give at least the entry of the full tree`);
  if (path[0].ccpAlpha !== 0)
    throw new RangeError(`${name}[0].ccpAlpha = ${path[0].ccpAlpha} must be 0: the full tree comes first`);
  path.forEach(({ ccpAlpha }, k) => {
    requireAlpha(ccpAlpha);
    if (k > 0 && ccpAlpha < path[k - 1].ccpAlpha) {
      throw new RangeError(
        `${name}[${k}].ccpAlpha = ${ccpAlpha} must be at least ${path[k - 1].ccpAlpha}, that of the entry before`,
      );
    }
  });
}

/** Throws a RangeError unless there are folds, each with a path and with counts in range. */
export function requireFolds(
  folds: readonly { readonly nSamples: number; readonly path: readonly { ccpAlpha: number; nErrors: number }[] }[],
): void {
  if (folds.length === 0) throw new RangeError('folds is empty: give at least one');
  folds.forEach(({ nSamples, path }, v) => {
    if (!Number.isInteger(nSamples) || nSamples < 1) {
      throw new RangeError(`folds[${v}].nSamples = ${nSamples} must be an integer, 1 or more`);
    }
    requirePath(path, `folds[${v}].path`);
    path.forEach(({ nErrors }, i) => {
      if (Number.isInteger(nErrors) && nErrors >= 0 && nErrors <= nSamples) return;
      throw new RangeError(
        `folds[${v}].path[${i}].nErrors = ${nErrors} must be an integer from 0 to nSamples = ${nSamples}`,
      );
    });
  });
}
