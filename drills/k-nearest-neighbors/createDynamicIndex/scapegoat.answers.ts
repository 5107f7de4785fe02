import type * as reference from '../../../reference/k-nearest-neighbors/index.ts';
import type { RightAnswer } from '../../../src/index.ts';
import { checkCount, checkRow, checkWidth } from './checks.ts';

type Row = readonly number[];
type Create = typeof reference.createDynamicIndex;

/** A node of a tree that is rebuilt where it leans: Galperin and Rivest's scapegoats, by counts. */
interface Leaning {
  readonly id: number;
  readonly row: Row;
  readonly axis: number;
  isGone: boolean;
  size: number;
  low?: Leaning | undefined;
  high?: Leaning | undefined;
}

const sizeOf = (node: Leaning | undefined): number => node?.size ?? 0;

function* present(node: Leaning | undefined): Generator<Leaning> {
  const open = node ? [node] : [];
  for (let next = open.pop(); next; next = open.pop()) {
    if (!next.isGone) yield next;
    if (next.low) open.push(next.low);
    if (next.high) open.push(next.high);
  }
}

function balanced(nodes: readonly Leaning[], axis: number, d: number): Leaning | undefined {
  if (nodes.length === 0) return undefined;
  const sorted = nodes.toSorted((a, b) => a.row[axis] - b.row[axis]);
  const middle = nodes.length >>> 1;
  const { id, row } = sorted[middle];
  return {
    id,
    row,
    axis,
    isGone: false,
    size: nodes.length,
    low: balanced(sorted.slice(0, middle), (axis + 1) % d, d),
    high: balanced(sorted.slice(middle + 1), (axis + 1) % d, d),
  };
}

const scapegoats: Create = (d) => {
  checkWidth(d);
  const nodes: (Leaning | undefined)[] = [];
  let root: Leaning | undefined;
  let nThere = 0;

  const place = (made: Leaning, parent: Leaning | undefined, isLow: boolean): void => {
    if (!parent) root = made;
    else if (isLow) parent.low = made;
    else parent.high = made;
  };

  const replant = (node: Leaning, parent: Leaning | undefined): void => {
    const made = balanced([...present(node)], node.axis, d);
    for (const next of made ? present(made) : []) nodes[next.id] = next;
    if (made) place(made, parent, parent?.low === node);
  };

  return Object.freeze({
    insert(given: Row) {
      checkRow(given, d);
      const row = given.slice();
      const id = nodes.length;
      const way: Leaning[] = [];
      for (let node = root; node; node = row[node.axis] < node.row[node.axis] ? node.low : node.high) {
        node.size++;
        way.push(node);
      }
      const parent = way.at(-1);
      const made: Leaning = { id, row, axis: parent ? (parent.axis + 1) % d : 0, isGone: false, size: 1 };
      place(made, parent, parent !== undefined && row[parent.axis] < parent.row[parent.axis]);
      nodes.push(made);
      nThere++;
      const at = way.findIndex((node) => Math.max(sizeOf(node.low), sizeOf(node.high)) > 0.7 * node.size + 1);
      if (at >= 0) {
        replant(way[at], way[at - 1]);
        for (let i = at - 1; i >= 0; i--) way[i].size = 1 + sizeOf(way[i].low) + sizeOf(way[i].high);
      }
      return id;
    },
    remove(id: number) {
      const node = nodes[id];
      if (!node || node.isGone) return false;
      node.isGone = true;
      nodes[id] = undefined;
      nThere--;
      if (root && root.size > 2 * nThere + 8) {
        const left = [...present(root)];
        root = balanced(left, 0, d);
        for (const next of present(root)) nodes[next.id] = next;
      }
      return true;
    },
    query(query: Row, k: number) {
      checkRow(query, d);
      checkCount(k, nThere);
      const best: { id: number; far: number }[] = [];
      const visit = (node: Leaning | undefined): void => {
        if (!node) return;
        const gap = query[node.axis] - node.row[node.axis];
        visit(gap < 0 ? node.low : node.high);
        if (!node.isGone) {
          best.push({ id: node.id, far: node.row.reduce((sum, value, j) => sum + (value - query[j]) ** 2, 0) });
          best.sort((a, b) => a.far - b.far || a.id - b.id);
          if (best.length > k) best.pop();
        }
        if (best.length < k || gap ** 2 <= best[k - 1].far) visit(gap < 0 ? node.high : node.low);
      };
      visit(root);
      return best.map(({ id }) => id);
    },
  });
};

export const scapegoat: RightAnswer<typeof reference> = {
  says: 'one tree that is rebuilt where it leans, read by generators; a frozen index',
  solution: { createDynamicIndex: scapegoats },
};
