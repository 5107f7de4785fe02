/** Throws a RangeError unless X is (nSamples, nFeatures) with a row and a feature at least, and everything is finite. */
export function checkRows(X: readonly (readonly number[])[], query: readonly number[]): void {
  if (X.length === 0) throw new RangeError('X has no rows; there must be at least one to be near to the query');
  if (query.length === 0) throw new RangeError('query has no features; it needs at least one to measure distances by');
  checkFinite(query, 'query');
  X.forEach((row, i) => {
    if (row.length !== query.length) {
      throw new RangeError(
        `X[${i}] has ${row.length} features and query has ${query.length}; each row must have as many as query`,
      );
    }
    checkFinite(row, `X[${i}]`);
  });
}

/** Throws a RangeError unless X is (nSamples, nFeatures) with a row and a feature at least, and everything is finite. */
export function checkTable(X: readonly (readonly number[])[]): void {
  if (X.length === 0) throw new RangeError('X has no rows; there must be at least one to be near to a query');
  if (X[0].length === 0)
    throw new RangeError('X[0] has no features; each row needs at least one to measure distances by');
  X.forEach((row, i) => {
    checkPoint(row, X[0].length, `X[${i}]`);
  });
}

/** Throws a RangeError unless the query has a feature at least, all of them finite. */
export function checkQuery(query: readonly number[]): void {
  if (query.length === 0) throw new RangeError('query has no features; it needs at least one to measure distances by');
  checkFinite(query, 'query');
}

/** Throws a RangeError unless a point has so many features, all of them finite. */
export function checkPoint(point: readonly number[], nFeatures: number, name: string): void {
  if (point.length !== nFeatures)
    throw new RangeError(`${name} has ${point.length} features and must have ${nFeatures}`);
  checkFinite(point, name);
}

/** Throws a RangeError unless rows can have so many features. */
export function checkWidth(nFeatures: number): void {
  if (Number.isInteger(nFeatures) && nFeatures >= 1) return;
  throw new RangeError(`nFeatures = ${nFeatures} must be an integer, 1 or more`);
}

/** Throws a RangeError unless so many neighbours can be asked for, of rows that are not known yet. */
export function checkCountAlone(nNeighbors: number): void {
  if (Number.isInteger(nNeighbors) && nNeighbors >= 1) return;
  throw new RangeError(`k = ${nNeighbors} must be an integer, 1 or more`);
}

/** Throws a RangeError unless nNeighbors of nSamples rows can be chosen. */
export function checkCount(nNeighbors: number, nSamples: number): void {
  if (Number.isInteger(nNeighbors) && nNeighbors >= 1 && nNeighbors <= nSamples) return;
  throw new RangeError(`k = ${nNeighbors} must be an integer from 1 to nSamples = ${nSamples}`);
}

/** Throws a RangeError unless there is one label a row. */
export function checkLabels(y: readonly number[], nSamples: number): void {
  if (y.length !== nSamples) {
    throw new RangeError(`y has ${y.length} labels and X has ${nSamples} rows; there must be one label a row`);
  }
}

function checkFinite(point: readonly number[], name: string): void {
  const j = point.findIndex((value) => !Number.isFinite(value));
  if (j >= 0)
    throw new RangeError(`${name}[${j}] = ${point[j]} must be finite; leave out or fill in such a value first`);
}
