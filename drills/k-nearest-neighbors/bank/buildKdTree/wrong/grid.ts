// looks at the nearest cells of a grid that hold k rows, and not at those beyond, which may hold nearer ones
type Row = readonly number[];
type Rows = readonly Row[];
type Cell = { readonly at: Row; readonly members: number[] };
type Grid = { readonly rows: Rows; readonly cells: readonly Cell[]; readonly placeOf: (row: Row) => Row };

export function buildKdTree(X: Rows): Grid {
  if (X.length === 0 || X[0].length === 0) throw new RangeError('empty');
  if (!X.every((row) => row.length === X[0].length && row.every(Number.isFinite))) throw new RangeError('rows');
  const low = X[0].map((_, j) => X.reduce((least, row) => Math.min(least, row[j]), Infinity));
  const width = low.map((least, j) => X.reduce((most, row) => Math.max(most, row[j] - least), 0) / 4 || 1);
  const placeOf = (row: Row) => row.map((value, j) => Math.floor((value - low[j]) / width[j]));
  const cells = new Map<string, Cell>();
  for (const [i, row] of X.entries()) {
    const at = placeOf(row);
    const cell = cells.get(at.join()) ?? { at, members: [] };
    cell.members.push(i);
    cells.set(at.join(), cell);
  }
  return { rows: X.map((row) => [...row]), cells: [...cells.values()], placeOf };
}

export function queryKdTree({ rows, cells, placeOf }: Grid, query: Row, k: number): number[] {
  if (query.length !== rows[0].length || !query.every(Number.isFinite)) throw new RangeError('query');
  if (!Number.isInteger(k) || k < 1 || k > rows.length) throw new RangeError('k');
  const place = placeOf(query);
  const found: number[] = [];
  for (const { members } of cells.toSorted((a, b) => squared(a.at, place) - squared(b.at, place)))
    if (found.length < k) found.push(...members);
  return found.sort((a, b) => squared(rows[a], query) - squared(rows[b], query) || a - b).slice(0, k);
}

const squared = (a: Row, b: Row): number => a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0);
