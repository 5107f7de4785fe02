import type * as reference from '../../../reference/k-nearest-neighbors/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { around, type Create, indexOf, type Row, refuse, right } from './shared.mutants.ts';

/** All indices work on these rows. */
const common = new Map<number, Row>();

const sharing: Create = (nFeatures) => {
  right.checkWidth(nFeatures);
  let nInserted = 0;
  common.clear();
  return {
    insert(row) {
      right.checkRow(row, nFeatures);
      common.set(nInserted, [...row]);
      return nInserted++;
    },
    remove: (id) => common.delete(id),
    query(query, k) {
      right.checkRow(query, nFeatures);
      right.checkCount(k, common.size, 0);
      const found = Array.from(common, ([id, row]) => ({ id, far: right.distance(row, query) }));
      return right
        .inOrder(found)
        .slice(0, k)
        .map(({ id }) => id);
    },
  };
};

/** Ids marked as removed, whether they were given or not. */
const marking: Create = (nFeatures) => {
  const index = indexOf({})(nFeatures);
  const removed = new Set<number>();
  return {
    insert(row) {
      const id = index.insert(row);
      if (removed.has(id)) index.remove(id);
      return id;
    },
    remove(id) {
      removed.add(id);
      return index.remove(id);
    },
    query: index.query,
  };
};

const remembering: Create = (nFeatures) => {
  const index = indexOf({})(nFeatures);
  const known = new Map<string, ArrayLike<number>>();
  return {
    ...index,
    query(query, k) {
      const answer = known.get(`${query}/${k}`) ?? index.query(query, k);
      known.set(`${query}/${k}`, answer);
      return answer;
    },
  };
};

/** Forgets its answers at an insert, and not at a removal. */
const halfRemembering: Create = (nFeatures) => {
  const index = indexOf({})(nFeatures);
  const known = new Map<string, ArrayLike<number>>();
  return {
    remove: index.remove,
    insert(row) {
      const id = index.insert(row);
      known.clear();
      return id;
    },
    query(query, k) {
      const answer = known.get(`${query}/${k}`) ?? index.query(query, k);
      known.set(`${query}/${k}`, answer);
      return answer;
    },
  };
};

/** Rows side by side by their first feature; the search goes out from the query on both sides. */
function outward(stops: (gap: number, worst: number) => boolean): Create {
  return (nFeatures) => {
    right.checkWidth(nFeatures);
    const rows = new Map<number, Row>();
    let nInserted = 0;
    return {
      insert(row) {
        right.checkRow(row, nFeatures);
        rows.set(nInserted, [...row]);
        return nInserted++;
      },
      remove: (id) => rows.delete(id),
      query(query, k) {
        right.checkRow(query, nFeatures);
        right.checkCount(k, rows.size, 0);
        const byGap = Array.from(rows, ([id, row]) => ({ id, row, gap: Math.abs(row[0] - query[0]) })).sort(
          (a, b) => a.gap - b.gap || b.id - a.id,
        );
        let found: { id: number; far: number }[] = [];
        for (const { id, row, gap } of byGap) {
          if (found.length === k && stops(gap, found[k - 1].far)) break;
          found.push({ id, far: right.distance(row, query) });
          found = right.inOrder(found).slice(0, k);
        }
        return found.map(({ id }) => id);
      },
    };
  };
}

export const calls: Mutant<typeof reference>[] = [
  {
    says: 'ends its search where a row can only be as near as the last one found, though its id may be lower',
    dies: 'the lower id comes first at equal distances',
    solution: { createDynamicIndex: outward((gap, worst) => gap * gap >= worst) },
  },
  {
    says: 'ends its search by comparing a distance with a squared distance',
    dies: 'squared distances that differ by more than 1e-9 of the larger are kept apart',
    solution: { createDynamicIndex: outward((gap, worst) => gap > worst) },
  },
  {
    says: 'ends its search once k rows are found',
    dies: 'query gives the k nearest of the rows that are there, nearest first',
    solution: { createDynamicIndex: outward(() => true) },
  },
  {
    says: 'keeps the rows of all indices in one place',
    dies: 'any number of such objects may be in use at the same time',
    solution: { createDynamicIndex: sharing },
  },
  {
    says: 'marks an id as removed that was not given yet, and never finds the row that gets it',
    dies: 'a query is exact at any moment, between inserts and removals',
    solution: { createDynamicIndex: marking },
  },
  {
    says: 'remembers answers, whatever comes and goes',
    dies: 'a query is exact at any moment, between inserts and removals',
    solution: { createDynamicIndex: remembering },
  },
  {
    says: 'remembers answers until a row is inserted, also when one is removed',
    dies: 'a query is exact at any moment, between inserts and removals',
    solution: { createDynamicIndex: halfRemembering },
  },
  {
    says: 'writes the id into the row that it is given',
    dies: 'the rows given are never changed',
    solution: {
      createDynamicIndex: around((index) => ({
        insert(row) {
          const id = index.insert(row);
          (row as number[]).push(id);
          return id;
        },
      })),
    },
  },
  {
    says: 'uses an id up when it refuses a row',
    dies: 'a call that throws changes nothing',
    solution: {
      createDynamicIndex(nFeatures) {
        right.checkWidth(nFeatures);
        return indexOf({
          checkRow: () => {},
          nextId: (_, nInserted) => nInserted,
          keep: (row) => {
            right.checkRow(row, nFeatures);
            return [...row];
          },
        })(nFeatures);
      },
    },
  },
  {
    says: 'has taken the row in when it refuses it',
    dies: 'a call that throws changes nothing',
    solution: {
      createDynamicIndex: (nFeatures) => {
        const index = indexOf({ checkRow: () => {}, checkQuery: right.checkRow })(nFeatures);
        return {
          ...index,
          insert(row) {
            const id = index.insert(row);
            right.checkRow(row, nFeatures);
            return id;
          },
        };
      },
    },
  },
  {
    says: 'takes a `nFeatures` of 0',
    dies: 'nFeatures that is not an integer, 1 or more, is a RangeError',
    solution: {
      createDynamicIndex: indexOf({ checkWidth: (n) => (Number.isInteger(n) && n >= 0 ? undefined : refuse('n')) }),
    },
  },
  {
    says: 'takes a `nFeatures` that is not whole',
    dies: 'nFeatures that is not an integer, 1 or more, is a RangeError',
    solution: { createDynamicIndex: indexOf({ checkWidth: (n) => (n >= 1 ? undefined : refuse('n')) }) },
  },
  {
    says: 'does not compare the length of rows',
    dies: 'a row or query of another length, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: {
      createDynamicIndex: indexOf({ checkRow: (row) => (row.every(Number.isFinite) ? undefined : refuse('row')) }),
    },
  },
  {
    says: 'takes rows with NaN',
    dies: 'a row or query of another length, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: {
      createDynamicIndex: indexOf({
        checkRow: (row, n) => (row.length === n && !row.includes(Infinity) ? undefined : refuse('row')),
        checkQuery: right.checkRow,
      }),
    },
  },
  {
    says: 'does not look at the coordinates of a query',
    dies: 'a row or query of another length, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: {
      createDynamicIndex: indexOf({ checkQuery: (query, n) => (query.length === n ? undefined : refuse('query')) }),
    },
  },
  {
    says: 'takes queries of another length',
    dies: 'a row or query of another length, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: {
      createDynamicIndex: indexOf({
        checkQuery: (query) => (query.every(Number.isFinite) ? undefined : refuse('query')),
      }),
    },
  },
  {
    says: 'throws a TypeError for a row of another length',
    dies: 'a row or query of another length, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: {
      createDynamicIndex: indexOf({
        checkRow(row, n) {
          if (row.length !== n) throw new TypeError('length');
          right.checkRow(row, n);
        },
      }),
    },
  },
  {
    says: 'compares k with the number of rows ever inserted',
    dies: 'k that is not an integer from 1 to the number of rows that are there is a RangeError',
    solution: { createDynamicIndex: indexOf({ checkCount: (k, _, nInserted) => right.checkCount(k, nInserted, 0) }) },
  },
  {
    says: 'gives all rows when k is above their number',
    dies: 'k that is not an integer from 1 to the number of rows that are there is a RangeError',
    solution: { createDynamicIndex: indexOf({ checkCount: (k) => right.checkCount(k, Infinity, 0) }) },
  },
  {
    says: 'gives nothing for k = 0',
    dies: 'k that is not an integer from 1 to the number of rows that are there is a RangeError',
    solution: {
      createDynamicIndex: indexOf({ checkCount: (k, n) => (k === 0 ? undefined : right.checkCount(k, n, 0)) }),
    },
  },
  {
    says: 'rounds a fractional k down',
    dies: 'k that is not an integer from 1 to the number of rows that are there is a RangeError',
    solution: { createDynamicIndex: indexOf({ checkCount: (k, n) => right.checkCount(Math.floor(k), n, 0) }) },
  },
];
