// keeps a box for each square root of the rows and looks through all boxes
type Row = readonly number[];
type Rows = readonly Row[];
type Box = { readonly low: Row; readonly high: Row; readonly members: readonly number[] };

export function buildKdTree(X: Rows): { rows: Rows; boxes: Box[] } {
  if (X.length === 0 || X[0].length === 0) throw new RangeError('empty');
  if (!X.every((row) => row.length === X[0].length && row.every(Number.isFinite))) throw new RangeError('rows');
  return { rows: X.map((row) => [...row]), boxes: boxesOf(X, [...X.keys()], Math.sqrt(X.length), 0) };
}

export function queryKdTree({ rows, boxes }: { rows: Rows; boxes: Box[] }, query: Row, k: number): number[] {
  if (query.length !== rows[0].length || !query.every(Number.isFinite)) throw new RangeError('query');
  if (!Number.isInteger(k) || k < 1 || k > rows.length) throw new RangeError('k');
  const gap = ({ low, high }: Box) =>
    query.reduce((sum, value, j) => sum + Math.max(low[j] - value, value - high[j], 0) ** 2, 0);
  let best: { far: number; i: number }[] = [];
  for (const box of boxes.map((one) => ({ ...one, gap: gap(one) })).sort((a, b) => a.gap - b.gap)) {
    if (best.length === k && box.gap > best[k - 1].far) break;
    const found = box.members.map((i) => ({
      far: query.reduce((sum, value, j) => sum + (value - rows[i][j]) ** 2, 0),
      i,
    }));
    best = [...best, ...found].sort((a, b) => a.far - b.far || a.i - b.i).slice(0, k);
  }
  return best.map(({ i }) => i);
}

function boxesOf(X: Rows, members: readonly number[], nBoxes: number, axis: number): Box[] {
  if (nBoxes > 1 && members.length > 1) {
    const sorted = members.toSorted((a, b) => X[a][axis] - X[b][axis]);
    const middle = sorted.length >> 1;
    const next = (axis + 1) % X[0].length;
    return [sorted.slice(0, middle), sorted.slice(middle)].flatMap((half) => boxesOf(X, half, nBoxes / 2, next));
  }
  const low = X[0].map((_, j) => members.reduce((least, i) => Math.min(least, X[i][j]), Infinity));
  const high = X[0].map((_, j) => members.reduce((most, i) => Math.max(most, X[i][j]), -Infinity));
  return [{ low, high, members }];
}
