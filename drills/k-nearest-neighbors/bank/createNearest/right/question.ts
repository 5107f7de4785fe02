// as somebody answers who has read the question
type Row = readonly number[];
type Entry = readonly [far: number, index: number];

const order = (a: Entry, b: Entry): number => a[0] - b[0] || a[1] - b[1];

const squared = (a: Row, b: Row): number => a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0);

export function createNearest(query: Row, k: number) {
  if (query.length === 0 || !query.every(Number.isFinite)) throw new RangeError('query');
  if (!Number.isInteger(k) || k < 1) throw new RangeError('k');
  let kept: Entry[] = [];
  return {
    push(row: Row, index: number): void {
      if (row.length !== query.length || !row.every(Number.isFinite)) throw new RangeError('row');
      kept.push([squared(row, query), index]);
      if (kept.length >= 2 * k) kept = kept.sort(order).slice(0, k);
    },
    result: (): number[] =>
      [...kept]
        .sort(order)
        .slice(0, k)
        .map(([, index]) => index),
  };
}
