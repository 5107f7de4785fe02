import { KdSearch } from './kdSearch.ts';
import type { KdTree } from './kdTree.ts';
import { kdTreeOf } from './kdTreeOf.ts';
import { checkCount, checkPoint, checkWidth } from './validate.ts';

/** Rows that come and go, and can be searched at any time. */
export interface DynamicIndex {
  /** Adds a row (nFeatures) and gives its id: the number of rows that were inserted before, removed ones included. */
  insert(row: readonly number[]): number;
  /** Takes out a row by its id; tells whether it was there. */
  remove(id: number): boolean;
  /** Ids of the k rows nearest to the query (nFeatures): nearest first, lower id first at equal distances. */
  query(query: readonly number[], k: number): ArrayLike<number>;
}

/**
 * An exact index of rows that come and go. The logarithmic method of Bentley and Saxe 1980: static kd-trees of 1, 2, 4, ...
 * rows, at most one of each size. A new row is a tree of one; two trees of one size become one of the next. A row that is
 * removed stays in its tree, marked; when half of all are marked, everything is built anew.
 *
 * A row moves log2(nSamples) times, each time at O(log nSamples): so an insert takes O(log^2 nSamples) amortised, and a removal
 * no more. A query looks at log2(nSamples) trees.
 *
 * @throws RangeError when nFeatures is not an integer, 1 or more; for malformed rows and queries; and for k outside 1..size.
 * @example
 * ```ts
 * const index = createDynamicIndex(1);
 * for (const row of [[0], [5], [1]]) index.insert(row);
 * index.remove(2);
 * index.query([2], 2); // => [0, 1]
 * ```
 */
export function createDynamicIndex(nFeatures: number): DynamicIndex {
  checkWidth(nFeatures);
  const rows = new Map<number, readonly number[]>();
  let nInserted = 0;
  let nMarked = 0;
  /** At place i a tree of 2^i rows or fewer, or nothing. */
  let trees: (KdTree | undefined)[] = [];
  const isRemoved = (id: number): boolean => !rows.has(id);
  const rowOf = (id: number): readonly number[] => rows.get(id) as readonly number[]; // asked for rows that are there

  function add(id: number): void {
    const ids = [id];
    let i = 0;
    for (let tree = trees[0]; tree; tree = trees[++i]) {
      for (const other of tree.ids) {
        if (isRemoved(other)) nMarked--;
        else ids.push(other);
      }
      trees[i] = undefined;
    }
    trees[i] = kdTreeOf(ids, rowOf, nFeatures);
  }

  function rebuild(): void {
    trees = [];
    nMarked = 0;
    if (rows.size > 0) trees[Math.ceil(Math.log2(rows.size))] = kdTreeOf([...rows.keys()], rowOf, nFeatures);
  }

  return {
    insert(row) {
      checkPoint(row, nFeatures, 'row');
      const id = nInserted++;
      rows.set(id, [...row]);
      add(id);
      return id;
    },
    remove(id) {
      if (!rows.delete(id)) return false;
      nMarked++;
      if (nMarked > rows.size) rebuild();
      return true;
    },
    query(query, k) {
      checkPoint(query, nFeatures, 'query');
      checkCount(k, rows.size);
      const search = new KdSearch(query, k);
      for (const tree of trees) if (tree) search.visit(tree, isRemoved);
      return search.result();
    },
  };
}
