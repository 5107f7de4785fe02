import type { Check } from 'ml-drills/drills/k-nearest-neighbors';

interface Candidate {
  index: number;
  distance: number;
}

function validate(X: readonly (readonly number[])[], query: readonly number[], k: number): void {
  if (X.length === 0 || query.length === 0) throw new RangeError('X needs rows, and rows need features');
  if (!Number.isInteger(k) || k < 1 || k > X.length) throw new RangeError(`k = ${k}, but there are ${X.length} rows`);
  if (query.some((value) => !Number.isFinite(value))) throw new RangeError('query must be finite');
  for (const row of X) {
    if (row.length !== query.length) throw new RangeError(`a row has ${row.length} features, not ${query.length}`);
    if (row.some((value) => !Number.isFinite(value))) throw new RangeError('coordinates must be finite');
  }
}

function distanceTo(query: readonly number[], row: readonly number[]): number {
  let sum = 0;
  for (let j = 0; j < query.length; j++) sum += (row[j] - query[j]) ** 2;
  return sum;
}

/** The first place in a sorted list that is farther than the distance. */
function placeOf(distance: number, sorted: readonly Candidate[]): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle].distance <= distance) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function kNearest(X: readonly (readonly number[])[], query: readonly number[], k: number): number[] {
  validate(X, query, k);
  const sorted: Candidate[] = [];
  for (let index = 0; index < X.length; index++) {
    const distance = distanceTo(query, X[index]);
    sorted.splice(placeOf(distance, sorted), 0, { index, distance });
  }
  return sorted.slice(0, k).map((candidate) => candidate.index);
}

export function knnClassify(
  X: readonly (readonly number[])[],
  y: readonly number[],
  query: readonly number[],
  k: number,
): number {
  if (y.length !== X.length) throw new RangeError(`${y.length} labels for ${X.length} rows`);
  const labels = kNearest(X, query, k).map((i) => y[i]);
  const votesFor = (label: number) => labels.filter((other) => other === label).length;
  return labels.reduce((best, label) => {
    const lead = votesFor(label) - votesFor(best);
    return lead > 0 || (lead === 0 && label < best) ? label : best;
  });
}

/** Keep this line: the editor compares the exports of this file with the question. */
export type Exports = Check<typeof import('./quadratic.ts')>;
