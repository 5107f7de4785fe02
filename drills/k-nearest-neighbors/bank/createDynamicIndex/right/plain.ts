// plain: trees of doubling sizes, nodes of objects, what is removed is marked
type Row = readonly number[];
type Entry = { readonly id: number; readonly row: Row; isGone: boolean };
type Node = {
  readonly entry: Entry;
  readonly axis: number;
  readonly left?: Node | undefined;
  readonly right?: Node | undefined;
};
type Tree = { readonly members: readonly Entry[]; readonly root: Node | undefined };
type Found = { readonly id: number; readonly far: number };

export function createDynamicIndex(nFeatures: number) {
  checkWidth(nFeatures);
  const entries: Entry[] = [];
  let trees: Tree[] = []; // the larger first
  let nRows = 0;
  return { insert, remove, query };

  function insert(row: Row): number {
    checkRow(row, nFeatures);
    const entry: Entry = { id: entries.length, row: [...row], isGone: false };
    entries.push(entry);
    nRows++;
    let members = [entry];
    for (let last = trees.at(-1); last && last.members.length <= members.length; last = trees.at(-1)) {
      members = [...there(last.members), ...members];
      trees.pop();
    }
    trees.push(treeOf(members));
    return entry.id;
  }

  function remove(id: number): boolean {
    const entry = entries[id];
    if (!entry || entry.isGone) return false;
    entry.isGone = true;
    nRows--;
    const nPlanted = trees.reduce((sum, { members }) => sum + members.length, 0);
    if (nPlanted > 2 * nRows) trees = [treeOf(there(trees.flatMap(({ members }) => members)))];
    return true;
  }

  function query(query: Row, k: number): number[] {
    checkQuery(query, nFeatures);
    checkCount(k, nRows);
    const best: Found[] = [];
    for (const { root } of trees) search(root, query, k, best);
    return best.map((found) => found.id);
  }
}

function checkWidth(nFeatures: number): void {
  if (!Number.isInteger(nFeatures) || nFeatures < 1) throw new RangeError('nFeatures');
}

function checkRow(row: Row, nFeatures: number): void {
  if (row.length !== nFeatures) throw new RangeError('a row of another length');
  if (!row.every(Number.isFinite)) throw new RangeError('a row that is not finite');
}

function checkQuery(query: Row, nFeatures: number): void {
  if (query.length !== nFeatures) throw new RangeError('a query of another length');
  if (!query.every(Number.isFinite)) throw new RangeError('a query that is not finite');
}

function checkCount(k: number, nRows: number): void {
  if (!Number.isInteger(k) || k < 1 || k > nRows) throw new RangeError('k');
}

const there = (members: readonly Entry[]): Entry[] => members.filter((entry) => !entry.isGone);

const treeOf = (members: readonly Entry[]): Tree => ({ members, root: grown(members, 0) });

function grown(members: readonly Entry[], axis: number): Node | undefined {
  if (members.length === 0) return undefined;
  const sorted = members.toSorted((a, b) => a.row[axis] - b.row[axis]);
  const middle = sorted.length >> 1;
  const next = (axis + 1) % sorted[0].row.length;
  const [left, right] = [sorted.slice(0, middle), sorted.slice(middle + 1)].map((side) => grown(side, next));
  return { entry: sorted[middle], axis, left, right };
}

function search(node: Node | undefined, query: Row, k: number, best: Found[]): void {
  if (!node) return;
  const { entry, axis } = node;
  if (!entry.isGone) take(best, { id: entry.id, far: distance(entry.row, query) }, k);
  const gap = query[axis] - entry.row[axis];
  const [near, far] = gap <= 0 ? [node.left, node.right] : [node.right, node.left];
  search(near, query, k, best);
  if (best.length < k || gap ** 2 <= best[k - 1].far) search(far, query, k, best);
}

const distance = (row: Row, query: Row): number => row.reduce((sum, value, j) => sum + (value - query[j]) ** 2, 0);

function take(best: Found[], one: Found, k: number): void {
  best.push(one);
  best.sort((a, b) => a.far - b.far || a.id - b.id);
  if (best.length > k) best.pop();
}
