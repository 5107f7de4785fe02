// plain: nodes of objects with a median in each, a search that keeps a sorted list of the k nearest
type Row = readonly number[];
type Rows = readonly Row[];
type Node = {
  readonly row: number;
  readonly axis: number;
  readonly left?: Node | undefined;
  readonly right?: Node | undefined;
};
type Tree = { readonly rows: Rows; readonly root: Node | undefined };
type Kept = { readonly far: number; readonly index: number };

export function buildKdTree(X: Rows): Tree {
  checkRows(X);
  const rows = X.map((row) => [...row]);
  return { rows, root: grown(rows, [...rows.keys()], 0) };
}

export function queryKdTree(tree: Tree, query: Row, k: number): number[] {
  const { rows, root } = tree;
  checkQuery(rows, query, k);
  const best: Kept[] = [];
  visit(root);
  return best.map((kept) => kept.index);

  function visit(node: Node | undefined): void {
    if (!node) return;
    take(best, { far: distance(rows[node.row], query), index: node.row }, k);
    const gap = query[node.axis] - rows[node.row][node.axis];
    const [near, far] = gap <= 0 ? [node.left, node.right] : [node.right, node.left];
    visit(near);
    if (best.length < k || gap ** 2 <= best[k - 1].far) visit(far);
  }
}

function checkRows(X: Rows): void {
  if (X.length === 0) throw new RangeError('no rows');
  if (X[0].length === 0) throw new RangeError('no features');
  if (X.some((row) => row.length !== X[0].length)) throw new RangeError('ragged rows');
  if (!X.every((row) => row.every(Number.isFinite))) throw new RangeError('a row that is not finite');
}

function checkQuery(rows: Rows, query: Row, k: number): void {
  if (query.length !== rows[0].length) throw new RangeError('a query of another length');
  if (!query.every(Number.isFinite)) throw new RangeError('a query that is not finite');
  if (!Number.isInteger(k) || k < 1 || k > rows.length) throw new RangeError('k');
}

function grown(rows: Rows, members: readonly number[], depth: number): Node | undefined {
  if (members.length === 0) return undefined;
  const axis = depth % rows[0].length;
  const [below, row, above] = parted(rows, members, axis);
  return { row, axis, left: grown(rows, below, depth + 1), right: grown(rows, above, depth + 1) };
}

function parted(rows: Rows, members: readonly number[], axis: number): [number[], number, number[]] {
  const sorted = [...members].sort((a, b) => rows[a][axis] - rows[b][axis]);
  const middle = sorted.length >> 1;
  return [sorted.slice(0, middle), sorted[middle], sorted.slice(middle + 1)];
}

const distance = (row: Row, query: Row): number => row.reduce((sum, value, j) => sum + (value - query[j]) ** 2, 0);

function take(best: Kept[], one: Kept, k: number): void {
  best.push(one);
  best.sort((a, b) => a.far - b.far || a.index - b.index);
  if (best.length > k) best.pop();
}
