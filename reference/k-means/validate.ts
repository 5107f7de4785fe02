type Matrix = readonly (readonly number[])[];

/** Throws a RangeError that names the rule, the value and the remedy, unless the arguments can be clustered. */
export function validateKMeans(X: Matrix, initialCentroids: Matrix, maxIter: number): void {
  if (X.length === 0) throw new RangeError('X has no rows: give at least one');
  if (initialCentroids.length === 0) throw new RangeError('initialCentroids is empty: give at least one centroid');
  if (initialCentroids.length > X.length) {
    throw new RangeError(`nClusters = ${initialCentroids.length} must be at most nSamples = ${X.length}`);
  }
  const nFeatures = X[0].length;
  if (nFeatures === 0) throw new RangeError('X[0] has no features: give at least one');
  for (const [i, x] of X.entries()) validateRow(x, nFeatures, `X[${i}]`);
  for (const [k, centroid] of initialCentroids.entries()) validateRow(centroid, nFeatures, `initialCentroids[${k}]`);
  if (!Number.isInteger(maxIter) || maxIter < 0) {
    throw new RangeError(`maxIter = ${maxIter} must be a finite integer, 0 or more`);
  }
}

function validateRow(row: readonly number[], nFeatures: number, name: string): void {
  if (row.length !== nFeatures) {
    throw new RangeError(`${name} has ${row.length} features but X[0] has ${nFeatures}: give each the same number`);
  }
  for (let j = 0; j < nFeatures; j++) {
    if (!Number.isFinite(row[j])) throw new RangeError(`${name}[${j}] = ${row[j]} must be a finite number`);
  }
}
