export type Row = readonly number[];
/** A squared distance and an index. */
export type Entry = readonly [number, number];

export const compare = (a: Entry, b: Entry): number => a[0] - b[0] || a[1] - b[1];

export function validate(query: Row, k: number): void {
  if (query.length === 0) throw new RangeError('the query has no features');
  if (!query.every(Number.isFinite)) throw new RangeError('the query is not finite');
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`k is ${k}`);
}

export function entryOf(row: Row, query: Row, index: number): Entry {
  if (row.length !== query.length) throw new RangeError(`${row.length} features instead of ${query.length}`);
  if (!row.every(Number.isFinite)) throw new RangeError('the row is not finite');
  return [row.reduce((sum, value, f) => sum + (value - query[f]) ** 2, 0), index];
}
