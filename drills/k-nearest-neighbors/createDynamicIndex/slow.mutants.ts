import type * as reference from '../../../reference/k-nearest-neighbors/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { type Create, type Found, indexOf, type Row, right } from './shared.mutants.ts';
import { type Entry, type Node, search, treeOf } from './trees.mutants.ts';

/** Entries with a tree of them that is made by `fresh` before it is needed. */
const rebuilding =
  (isLazy: boolean): Create =>
  (nFeatures) => {
    right.checkWidth(nFeatures);
    const entries = new Map<number, Entry>();
    let nInserted = 0;
    let tree: Node | undefined;
    let isStale = false;
    const changed = (): void => {
      isStale = true;
      if (!isLazy) build();
    };
    const build = (): void => {
      if (isStale) tree = treeOf([...entries.values()], 0, nFeatures);
      isStale = false;
    };
    return {
      insert(row) {
        right.checkRow(row, nFeatures);
        entries.set(nInserted, { id: nInserted, row: [...row], isGone: false });
        changed();
        return nInserted++;
      },
      remove(id) {
        const wasThere = entries.delete(id);
        if (wasThere) changed();
        return wasThere;
      },
      query(query, k) {
        right.checkRow(query, nFeatures);
        right.checkCount(k, entries.size, 0);
        build();
        const best: Found[] = [];
        search(tree, query, k, best);
        return best.map(({ id }) => id);
      },
    };
  };

/** Rows in order of their first feature. */
const sortedList: Create = (nFeatures) => {
  right.checkWidth(nFeatures);
  const list: Entry[] = [];
  let nInserted = 0;
  const placeOf = (value: number): number => {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle].row[0] < value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    insert(row) {
      right.checkRow(row, nFeatures);
      list.splice(placeOf(row[0]), 0, { id: nInserted, row: [...row], isGone: false });
      return nInserted++;
    },
    remove(id) {
      const at = list.findIndex((entry) => entry.id === id);
      if (at < 0) return false;
      list.splice(at, 1);
      return true;
    },
    query(query, k) {
      right.checkRow(query, nFeatures);
      right.checkCount(k, list.length, 0);
      let best: Found[] = [];
      let above = placeOf(query[0]);
      let below = above - 1;
      while (below >= 0 || above < list.length) {
        const down = below >= 0 ? query[0] - list[below].row[0] : Infinity;
        const up = above < list.length ? list[above].row[0] - query[0] : Infinity;
        const gap = Math.min(down, up);
        if (best.length === k && gap * gap > best[k - 1].far) break;
        const { id, row } = list[down <= up ? below-- : above++];
        best = right.inOrder([...best, { id, far: right.distance(row, query) }]).slice(0, k);
      }
      return best.map(({ id }) => id);
    },
  };
};

/** One tree that grows at its leaves, and is never balanced. */
const unbalanced: Create = (nFeatures) => {
  right.checkWidth(nFeatures);
  const entries: Entry[] = [];
  let nRows = 0;
  let tree: Node | undefined;
  return {
    insert(row) {
      right.checkRow(row, nFeatures);
      const entry: Entry = { id: entries.length, row: [...row], isGone: false };
      entries.push(entry);
      nRows++;
      let parent = tree;
      for (let node = tree; node; ) {
        parent = node;
        node = row[node.axis] < node.entry.row[node.axis] ? node.left : node.right;
      }
      const leaf: Node = { entry, axis: parent ? (parent.axis + 1) % nFeatures : 0, left: undefined, right: undefined };
      if (!parent) tree = leaf;
      else if (row[parent.axis] < parent.entry.row[parent.axis]) parent.left = leaf;
      else parent.right = leaf;
      return entry.id;
    },
    remove(id) {
      const entry = entries[id];
      if (!entry || entry.isGone) return false;
      entry.isGone = true;
      nRows--;
      return true;
    },
    query(query, k) {
      right.checkRow(query, nFeatures);
      right.checkCount(k, nRows, 0);
      const best: Found[] = [];
      search(tree, query, k, best);
      return best.map(({ id }) => id);
    },
  };
};

/** Trees of sizes that double; `purge` says when what is gone is thrown out. */
const doubling =
  (purge: (nGone: number, nRows: number) => boolean, isGoneLookedUp: (gone: Entry[], entry: Entry) => void): Create =>
  (nFeatures) => {
    right.checkWidth(nFeatures);
    const entries: Entry[] = [];
    let trees: { tree: Node | undefined; members: Entry[] }[] = [];
    const gone: Entry[] = [];
    let nRows = 0;
    const made = (members: Entry[]) => ({ tree: treeOf(members, 0, nFeatures), members });
    return {
      insert(row) {
        right.checkRow(row, nFeatures);
        const entry: Entry = { id: entries.length, row: [...row], isGone: false };
        entries.push(entry);
        nRows++;
        let members = [entry];
        for (let last = trees.at(-1); last && last.members.length <= members.length; last = trees.at(-1)) {
          members = [...last.members, ...members];
          trees.pop();
        }
        trees.push(made(members));
        return entry.id;
      },
      remove(id) {
        const entry = entries[id];
        if (!entry || entry.isGone) return false;
        isGoneLookedUp(gone, entry);
        entry.isGone = true;
        nRows--;
        if (purge(entries.length - nRows, nRows)) trees = [made(entries.filter(({ isGone }) => !isGone))];
        return true;
      },
      query(query: Row, k) {
        right.checkRow(query, nFeatures);
        right.checkCount(k, nRows, 0);
        const best: Found[] = [];
        for (const { tree } of trees) search(tree, query, k, best);
        return best.map(({ id }) => id);
      },
    };
  };

const says: [string, string, Create][] = [
  ['looks at every row in a query', '64 queries, k = 3', indexOf({})],
  ['builds its tree anew at each change', 'inserts', rebuilding(false)],
  ['builds its tree anew at the first query after a change', 'a query after each insert, k = 1', rebuilding(true)],
  ['keeps rows in a list in order of their first feature', 'inserts', sortedList],
  [
    'grows a tree at its leaves and never balances it',
    'a query after each insert of ascending rows, k = 1',
    unbalanced,
  ],
  [
    'never throws out what is gone',
    '64 queries once all but 16 rows have gone',
    doubling(
      () => false,
      () => {},
    ),
  ],
  [
    'throws out what is gone at each removal',
    'inserts and then removals, shuffled',
    doubling(
      () => true,
      () => {},
    ),
  ],
  [
    'looks through a list of what is gone at each removal',
    'inserts and then removals, shuffled',
    doubling(
      (nGone, nRows) => nGone > 2 * nRows + 10 && nGone % 64 === 0,
      (gone, entry) => {
        if (!gone.includes(entry)) gone.push(entry);
      },
    ),
  ],
];

export const slow: Mutant<typeof reference>[] = says.map(([says, on, createDynamicIndex]) => ({
  says,
  dies: `grows with nSamples no faster than it must, on ${on}`,
  solution: { createDynamicIndex },
}));
