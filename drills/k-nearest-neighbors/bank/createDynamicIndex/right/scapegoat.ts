// one tree that is rebuilt where it leans, read by a generator; a frozen index
import { among, type Best, checkCount, checkRow, checkWidth, type Member, type Row } from './kit.ts';

type Node = Member & {
  readonly axis: number;
  isGone: boolean;
  size: number;
  low?: Node | undefined;
  high?: Node | undefined;
};

const sizeOf = (node: Node | undefined): number => node?.size ?? 0;

function* present(node: Node | undefined): Generator<Node> {
  if (!node) return;
  yield* present(node.low);
  if (!node.isGone) yield node;
  yield* present(node.high);
}

export function createDynamicIndex(d: number) {
  checkWidth(d);
  const nodes = new Map<number, Node>();
  let root: Node | undefined;
  let nInserted = 0;

  const balanced = (rows: readonly Member[], axis: number): Node | undefined => {
    if (rows.length === 0) return undefined;
    const sorted = rows.toSorted((a, b) => a.row[axis] - b.row[axis]);
    const middle = sorted.length >>> 1;
    const { id, row } = sorted[middle];
    const parts = [sorted.slice(0, middle), sorted.slice(middle + 1)];
    const [low, high] = parts.map((part) => balanced(part, (axis + 1) % d));
    const node: Node = { id, row, axis, isGone: false, size: sorted.length, low, high };
    nodes.set(id, node);
    return node;
  };

  /** Puts a node below the last of a way, in place of another or of none. */
  const place = (made: Node | undefined, parent: Node | undefined, isLow: boolean): void => {
    if (!parent) root = made;
    else if (isLow) parent.low = made;
    else parent.high = made;
  };

  return Object.freeze({
    insert(given: Row): number {
      checkRow(given, d);
      const row = given.slice();
      const way: Node[] = [];
      for (let node = root; node; node = row[node.axis] < node.row[node.axis] ? node.low : node.high) way.push(node);
      const parent = way.at(-1);
      const node: Node = { id: nInserted++, row, axis: parent ? (parent.axis + 1) % d : 0, isGone: false, size: 1 };
      place(node, parent, parent !== undefined && row[parent.axis] < parent.row[parent.axis]);
      nodes.set(node.id, node);
      for (const one of way) one.size++;
      const at = way.findIndex(({ low, high, size }) => Math.max(sizeOf(low), sizeOf(high)) > 0.7 * size + 1);
      if (at < 0) return node.id;
      const above = way.slice(0, at).reverse();
      place(balanced([...present(way[at])], way[at].axis), above[0], above[0]?.low === way[at]);
      for (const one of above) one.size = 1 + sizeOf(one.low) + sizeOf(one.high);
      return node.id;
    },
    remove(id: number): boolean {
      const node = nodes.get(id);
      if (!node) return false;
      node.isGone = true;
      nodes.delete(id);
      if (sizeOf(root) > 2 * nodes.size + 8) root = balanced([...present(root)], 0);
      return true;
    },
    query(query: Row, k: number): number[] {
      checkRow(query, d);
      checkCount(k, nodes.size);
      let best: Best = [];
      const visit = (node: Node | undefined): void => {
        if (!node) return;
        const gap = query[node.axis] - node.row[node.axis];
        visit(gap < 0 ? node.low : node.high);
        if (!node.isGone) best = among(best, node, query, k);
        if (best.length < k || gap ** 2 <= best[k - 1].far) visit(gap < 0 ? node.high : node.low);
      };
      visit(root);
      return best.map(({ id }) => id);
    },
  });
}
