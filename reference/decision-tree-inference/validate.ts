/** Throws a RangeError unless the row has a number for the feature that a split reads. */
export function requireFeature(x: readonly number[], featureIndex: number): void {
  requireFeatureIndex(x, featureIndex);
  if (Number.isNaN(x[featureIndex])) {
    throw new RangeError(`x[${featureIndex}] = NaN must be a number: fill in missing values before predicting`);
  }
}

/** Throws a RangeError unless the row has the feature that a split reads, be it NaN. */
export function requireFeatureIndex(x: readonly number[], featureIndex: number): void {
  if (featureIndex >= x.length) {
    throw new RangeError(
      `featureIndex = ${featureIndex} must be below nFeatures = ${x.length}: give the row every feature of the training set`,
    );
  }
}

/** Throws a RangeError unless there is a tree to vote. */
export function requireTrees(trees: readonly unknown[]): void {
  if (trees.length === 0) throw new RangeError('nTrees = 0 must be 1 or more: an empty forest has no vote');
}

/** Throws a RangeError unless there is a background row, and each has as many features as the row to explain. */
export function requireBackground(background: readonly (readonly number[])[], nFeatures: number): void {
  if (background.length === 0) {
    throw new RangeError('nBackground = 0 must be 1 or more: an explanation compares with something');
  }
  background.forEach((row, i) => {
    if (row.length !== nFeatures) {
      throw new RangeError(
        `background[${i}] has ${row.length} features and must have nFeatures = ${nFeatures}, as the row to explain has`,
      );
    }
  });
}
