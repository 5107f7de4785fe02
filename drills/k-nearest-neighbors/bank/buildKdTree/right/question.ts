// as somebody answers who has read the question
type Row = readonly number[];
type Rows = readonly Row[];
type Entry = readonly [far: number, index: number];

interface Node {
  readonly rows: readonly number[];
  readonly axis: number;
  readonly at: number;
  readonly halves: readonly Node[];
}

interface Tree {
  readonly X: Rows;
  readonly root: Node;
}

const LEAF = 16;

const order = (a: Entry, b: Entry): number => a[0] - b[0] || a[1] - b[1];

const squared = (a: Row, b: Row): number => a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0);

function grown(X: Rows, rows: readonly number[], axis: number): Node {
  if (rows.length <= LEAF) return { rows, axis, at: 0, halves: [] };
  const sorted = [...rows].sort((a, b) => X[a][axis] - X[b][axis]);
  const middle = sorted.length >> 1;
  const next = (axis + 1) % X[0].length;
  const halves = [sorted.slice(0, middle), sorted.slice(middle)].map((half) => grown(X, half, next));
  return { rows: [], axis, at: X[sorted[middle]][axis], halves };
}

export function buildKdTree(X: Rows): Tree {
  if (X.length === 0 || X[0].length === 0) throw new RangeError('X');
  if (!X.every((row) => row.length === X[0].length && row.every(Number.isFinite))) throw new RangeError('row');
  return { X, root: grown(X, [...X.keys()], 0) };
}

export function queryKdTree({ X, root }: Tree, query: Row, k: number): number[] {
  if (query.length !== X[0].length || !query.every(Number.isFinite)) throw new RangeError('query');
  if (!Number.isInteger(k) || k < 1 || k > X.length) throw new RangeError('k');
  let kept: Entry[] = [];
  const visit = ({ rows, axis, at, halves }: Node): void => {
    if (rows.length > 0) {
      for (const index of rows) kept.push([squared(X[index], query), index]);
      kept = kept.sort(order).slice(0, k);
      return;
    }
    const beyond = query[axis] - at;
    const near = beyond < 0 ? 0 : 1;
    visit(halves[near]);
    if (kept.length < k || beyond ** 2 <= kept[k - 1][0]) visit(halves[1 - near]);
  };
  visit(root);
  return kept.map(([, index]) => index);
}
