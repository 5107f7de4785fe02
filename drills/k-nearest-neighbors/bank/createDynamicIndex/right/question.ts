// as somebody answers who has read the question
type Row = readonly number[];
type Entry = readonly [far: number, id: number];

interface Node {
  readonly ids: readonly number[];
  readonly axis: number;
  readonly at: number;
  readonly halves: readonly Node[];
}

const LEAF = 16;

const order = (a: Entry, b: Entry): number => a[0] - b[0] || a[1] - b[1];

const squared = (a: Row, b: Row): number => a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0);

const idsOf = ({ ids, halves }: Node): number[] => [...ids, ...halves.flatMap(idsOf)];

export function createDynamicIndex(nFeatures: number) {
  if (!Number.isInteger(nFeatures) || nFeatures < 1) throw new RangeError('nFeatures');
  const rows = new Map<number, Row>();
  let nInserted = 0;
  let nMarked = 0;
  let trees: (Node | undefined)[] = [];

  const check = (row: Row): void => {
    if (row.length !== nFeatures || !row.every(Number.isFinite)) throw new RangeError('row');
  };
  const rowOf = (id: number): Row => rows.get(id) ?? [];
  const grown = (ids: readonly number[], axis = 0): Node => {
    if (ids.length <= LEAF) return { ids, axis, at: 0, halves: [] };
    const sorted = [...ids].sort((a, b) => rowOf(a)[axis] - rowOf(b)[axis]);
    const middle = sorted.length >> 1;
    const halves = [sorted.slice(0, middle), sorted.slice(middle)];
    const next = (axis + 1) % nFeatures;
    return { ids: [], axis, at: rowOf(sorted[middle])[axis], halves: halves.map((half) => grown(half, next)) };
  };
  return {
    insert(row: Row): number {
      check(row);
      const id = nInserted++;
      rows.set(id, [...row]);
      let ids = [id];
      let size = 0;
      for (let tree = trees[0]; tree; tree = trees[++size]) {
        const all = idsOf(tree);
        const there = all.filter((other) => rows.has(other));
        nMarked -= all.length - there.length;
        ids = [...ids, ...there];
        trees[size] = undefined;
      }
      trees[size] = grown(ids);
      return id;
    },
    remove(id: number): boolean {
      if (!rows.delete(id)) return false;
      if (++nMarked > rows.size) {
        nMarked = 0;
        trees = [];
        if (rows.size > 0) trees[Math.ceil(Math.log2(rows.size))] = grown([...rows.keys()]);
      }
      return true;
    },
    query(query: Row, k: number): number[] {
      check(query);
      if (!Number.isInteger(k) || k < 1 || k > rows.size) throw new RangeError('k');
      let kept: Entry[] = [];
      const visit = ({ ids, axis, at, halves }: Node): void => {
        if (halves.length === 0) {
          for (const id of ids) if (rows.has(id)) kept.push([squared(rowOf(id), query), id]);
          kept = kept.sort(order).slice(0, k);
          return;
        }
        const beyond = query[axis] - at;
        const near = beyond < 0 ? 0 : 1;
        visit(halves[near]);
        if (kept.length < k || beyond ** 2 <= kept[k - 1][0]) visit(halves[1 - near]);
      };
      for (const tree of trees) if (tree) visit(tree);
      return kept.map(([, id]) => id);
    },
  };
}
