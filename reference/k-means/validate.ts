type Matrix = readonly (readonly number[])[];

/** Throws a RangeError that names the rule, the value and the remedy, unless the arguments can be clustered. */
export function validateKMeans(X: Matrix, initialCentroids: Matrix, maxIter: number): void {
  validateRows(X, 'X');
  validateRows(initialCentroids, 'initialCentroids', X[0].length);
  if (initialCentroids.length > X.length) {
    throw new RangeError(`nClusters = ${initialCentroids.length} must be at most nSamples = ${X.length}`);
  }
  if (!Number.isInteger(maxIter) || maxIter < 0) {
    throw new RangeError(`maxIter = ${maxIter} must be a finite integer, 0 or more`);
  }
}

/** Throws a RangeError unless there can be so many clusters of `nSamples` points. */
export function validateNClusters(nClusters: number, nSamples: number): void {
  if (!Number.isInteger(nClusters) || nClusters < 1) {
    throw new RangeError(`nClusters = ${nClusters} must be an integer, 1 or more`);
  }
  if (nClusters > nSamples) throw new RangeError(`nClusters = ${nClusters} must be at most nSamples = ${nSamples}`);
}

/** Throws a RangeError unless there are rows, each of `nFeatures` finite numbers: as many as the first when that is left out. */
export function validateRows(rows: Matrix, name: string, nFeatures?: number): void {
  if (rows.length === 0) throw new RangeError(`${name} is empty: give at least one row`);
  rows.forEach((row, i) => {
    const asked = nFeatures ?? rows[0].length;
    if (asked === 0) throw new RangeError(`${name}[${i}] has no features: give at least one`);
    if (row.length !== asked) {
      throw new RangeError(`${name}[${i}] has ${row.length} features where ${asked} are asked for: give each as many`);
    }
    const j = firstNotFinite(row);
    if (j >= 0) throw new RangeError(`${name}[${i}][${j}] = ${row[j]} must be a finite number`);
  });
}

/** Throws a RangeError unless each of the values is a finite number. */
export function validateNumbers(values: readonly number[], name: string): void {
  const i = firstNotFinite(values);
  if (i >= 0) throw new RangeError(`${name}[${i}] = ${values[i]} must be a finite number`);
}

/** The first index of NaN or an infinite number; -1 if there is none. */
function firstNotFinite(values: readonly number[]): number {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return i;
  return -1;
}
