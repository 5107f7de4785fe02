// inserts the rows one after the other in a loop, which sorted rows make quadratic
type Row = readonly number[];
type Rows = readonly Row[];
type Node = { readonly row: Row; readonly index: number; readonly axis: number; left?: Node; right?: Node };
type Tree = { readonly root: Node; readonly nSamples: number };

export function buildKdTree(X: Rows): Tree {
  if (X.length === 0 || X[0].length === 0) throw new RangeError('empty');
  if (!X.every((row) => row.length === X[0].length && row.every(Number.isFinite))) throw new RangeError('rows');
  const root: Node = { row: [...X[0]], index: 0, axis: 0 };
  for (let index = 1; index < X.length; index++) {
    const row = [...X[index]];
    let node = root;
    for (;;) {
      const side = row[node.axis] < node.row[node.axis] ? 'left' : 'right';
      const child = node[side];
      if (!child) {
        node[side] = { row, index, axis: (node.axis + 1) % row.length };
        break;
      }
      node = child;
    }
  }
  return { root, nSamples: X.length };
}

export function queryKdTree({ root, nSamples }: Tree, query: Row, k: number): number[] {
  if (query.length !== root.row.length || !query.every(Number.isFinite)) throw new RangeError('query');
  if (!Number.isInteger(k) || k < 1 || k > nSamples) throw new RangeError('k');
  let best: { far: number; index: number }[] = [];
  const open: [Node | undefined, number][] = [[root, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, gap] = next;
    if (!node || (best.length === k && gap > best[k - 1].far)) continue;
    const far = query.reduce((sum, value, j) => sum + (value - node.row[j]) ** 2, 0);
    best = [...best, { far, index: node.index }].sort((a, b) => a.far - b.far || a.index - b.index).slice(0, k);
    const difference = query[node.axis] - node.row[node.axis];
    const sides = [node.left, node.right];
    if (difference < 0) sides.reverse();
    open.push([sides[0], Math.max(gap, difference ** 2)], [sides[1], gap]);
  }
  return best.map(({ index }) => index);
}
