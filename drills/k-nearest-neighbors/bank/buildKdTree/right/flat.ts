// a tree that is one Float64Array, searched with a stack; answers in another
import { Best, checkQuery, checkRows, type Row, type Rows, squared } from './kit.ts';

/** First nSamples and nFeatures, then index, left, right and the row of each node. */
export function buildKdTree(X: Rows): Float64Array {
  checkRows(X);
  const nFeatures = X[0].length;
  const width = 3 + nFeatures;
  const tree = new Float64Array(2 + X.length * width);
  tree.set([X.length, nFeatures]);
  let free = 2;
  const grow = (rows: Uint32Array, f: number): number => {
    if (rows.length === 0) return 0;
    rows.sort((a, b) => X[a][f] - X[b][f]);
    const middle = rows.length >> 1;
    const at = free;
    free += width;
    tree.set(X[rows[middle]], at + 3);
    tree[at] = rows[middle];
    tree[at + 1] = grow(rows.subarray(0, middle), (f + 1) % nFeatures);
    tree[at + 2] = grow(rows.subarray(middle + 1), (f + 1) % nFeatures);
    return at;
  };
  grow(Uint32Array.from(X.keys()), 0);
  return tree;
}

export function queryKdTree(tree: Float64Array, query: Row, k: number): Float64Array {
  const [nSamples, nFeatures] = tree;
  checkQuery(nSamples, nFeatures, query, k);
  const best = new Best(k);
  const open: [at: number, f: number, gap: number][] = [[2, 0, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [at, f, gap] = next;
    if (at === 0 || gap > best.bound) continue;
    best.add([squared(tree.subarray(at + 3, at + 3 + nFeatures), query), tree[at]]);
    const difference = query[f] - tree[at + 3 + f];
    const [near, far] = difference < 0 ? [1, 2] : [2, 1];
    open.push([tree[at + far], (f + 1) % nFeatures, difference ** 2], [tree[at + near], (f + 1) % nFeatures, 0]);
  }
  return Float64Array.from(best.indices);
}
