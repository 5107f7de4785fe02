import type { Check } from 'ml-drills/drills/k-nearest-neighbors';

function check(X: readonly (readonly number[])[], query: readonly number[], k: number): void {
  if (!Number.isInteger(k) || k < 1 || k > X.length) throw new RangeError(`k must be from 1 to ${X.length}: ${k}`);
  if (query.length === 0) throw new RangeError('no features');
  for (const row of [query, ...X]) {
    if (row.length !== query.length) throw new RangeError('ragged rows');
    for (const value of row) if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  }
}

function distance(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += (a[j] - b[j]) * (a[j] - b[j]);
  return Math.sqrt(sum);
}

export function kNearest(X: readonly (readonly number[])[], query: readonly number[], k: number): number[] {
  check(X, query, k);
  const distances = X.map((row) => distance(row, query));
  const order = X.map((_, i) => i);
  order.sort((a, b) => distances[a] - distances[b]); // sort is stable, so ties stay in order of index
  return order.slice(0, k);
}

export function knnClassify(
  X: readonly (readonly number[])[],
  y: readonly number[],
  query: readonly number[],
  k: number,
): number {
  if (y.length !== X.length) throw new RangeError('one label for each row, please');
  const votes = new Map<number, number>();
  let best = Number.NaN;
  for (const i of kNearest(X, query, k)) {
    const count = (votes.get(y[i]) ?? 0) + 1;
    votes.set(y[i], count);
    if (count > (votes.get(best) ?? 0)) best = y[i];
  }
  return best;
}

/** Keep this line: the editor compares the exports of this file with the question. */
export type Exports = Check<typeof import('./wrong.ts')>;
