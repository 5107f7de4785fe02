import type * as reference from '../../reference/k-nearest-neighbors/index.ts';
import type { Mutant } from '../../src/index.ts';
import { calls } from './createDynamicIndex/calls.mutants.ts';
import { indexOf, type Row, refuse, right } from './createDynamicIndex/shared.mutants.ts';
import { slow } from './createDynamicIndex/slow.mutants.ts';

const ids: Mutant<typeof reference>[] = [
  {
    says: 'gives the ids of removed rows again, the smallest first',
    dies: 'insert gives as id how many rows were inserted before, also those that have been removed since',
    solution: {
      createDynamicIndex: indexOf({
        nextId(rows) {
          let id = 0;
          while (rows.has(id)) id++;
          return id;
        },
      }),
    },
  },
  {
    says: 'takes the number of rows that are there for the next id',
    dies: 'insert gives as id how many rows were inserted before, also those that have been removed since',
    solution: { createDynamicIndex: indexOf({ nextId: (rows) => rows.size }) },
  },
  {
    says: 'counts ids from 1',
    dies: 'insert gives as id how many rows were inserted before, also those that have been removed since',
    solution: { createDynamicIndex: indexOf({ nextId: (_, nInserted) => nInserted + 1 }) },
  },
  {
    says: 'gives the row after the last one that is there the next id',
    dies: 'insert gives as id how many rows were inserted before, also those that have been removed since',
    solution: { createDynamicIndex: indexOf({ nextId: (rows) => Math.max(-1, ...rows.keys()) + 1 }) },
  },
  {
    says: 'says of every removal that the row was there',
    dies: 'remove tells whether the row was there: not one that was never given, nor one removed before',
    solution: { createDynamicIndex: indexOf({ remove: (rows, id) => rows.delete(id) || true }) },
  },
  {
    says: 'says that a row was there if its id was ever given',
    dies: 'remove tells whether the row was there: not one that was never given, nor one removed before',
    solution: {
      createDynamicIndex(nFeatures) {
        const index = indexOf({})(nFeatures);
        let nInserted = 0;
        return {
          ...index,
          insert(row) {
            const id = index.insert(row);
            nInserted++;
            return id;
          },
          remove(id) {
            index.remove(id);
            return Number.isInteger(id) && id >= 0 && id < nInserted;
          },
        };
      },
    },
  },
  {
    says: 'cannot remove the row of id 0',
    dies: 'remove tells whether the row was there: not one that was never given, nor one removed before',
    solution: { createDynamicIndex: indexOf({ remove: (rows, id) => (id ? rows.delete(id) : false) }) },
  },
  {
    says: 'refuses to remove an id that was never given',
    dies: 'remove tells whether the row was there: not one that was never given, nor one removed before',
    solution: {
      createDynamicIndex: indexOf({ remove: (rows, id) => (rows.has(id) ? rows.delete(id) : refuse('id')) }),
    },
  },
  {
    says: 'keeps rows in a list, so that a removal moves the ids of those after it',
    dies: 'insert gives as id how many rows were inserted before, also those that have been removed since',
    solution: {
      createDynamicIndex: indexOf({
        nextId: (rows) => rows.size,
        remove(rows, id) {
          if (!rows.has(id)) return false;
          for (let i = id; i + 1 < rows.size; i++) rows.set(i, rows.get(i + 1) as Row);
          return rows.delete(rows.size - 1);
        },
      }),
    },
  },
  {
    says: 'removes the last row for id -1, as `splice` does',
    dies: 'remove tells whether the row was there: not one that was never given, nor one removed before',
    solution: {
      createDynamicIndex: indexOf({
        remove: (rows, id) => rows.delete(id === -1 ? ([...rows.keys()].at(-1) ?? id) : id),
      }),
    },
  },
  {
    says: 'rounds an id down before it removes it',
    dies: 'remove tells whether the row was there: not one that was never given, nor one removed before',
    solution: { createDynamicIndex: indexOf({ remove: (rows, id) => rows.delete(Math.floor(id)) }) },
  },
  {
    says: 'never takes a row out',
    dies: 'query gives the k nearest of the rows that are there, nearest first',
    solution: { createDynamicIndex: indexOf({ remove: (rows, id) => rows.has(id) }) },
  },
];

const answers: Mutant<typeof reference>[] = [
  {
    says: 'gives the higher id first at equal distances',
    dies: 'the lower id comes first at equal distances',
    solution: {
      createDynamicIndex: indexOf({ inOrder: (found) => found.sort((a, b) => a.far - b.far || b.id - a.id) }),
    },
  },
  {
    says: 'gives the nearest last',
    dies: 'query gives the k nearest of the rows that are there, nearest first',
    solution: {
      createDynamicIndex: indexOf({ inOrder: (found) => found.sort((a, b) => b.far - a.far || a.id - b.id) }),
    },
  },
  {
    says: 'gives the nearest in order of their ids',
    dies: 'query gives the k nearest of the rows that are there, nearest first',
    solution: {
      createDynamicIndex(nFeatures) {
        const index = indexOf({})(nFeatures);
        return { ...index, query: (query, k) => Array.from(index.query(query, k)).sort((a, b) => a - b) };
      },
    },
  },
  {
    says: 'sorts by distances as text',
    dies: 'query gives the k nearest of the rows that are there, nearest first',
    solution: {
      createDynamicIndex: indexOf({
        inOrder: (found) =>
          found.sort((a, b) => (String(a.far) < String(b.far) ? -1 : a.far === b.far ? a.id - b.id : 1)),
      }),
    },
  },
  {
    says: 'adds up absolute differences',
    dies: 'query gives the k nearest of the rows that are there, nearest first',
    solution: {
      createDynamicIndex: indexOf({ distance: (a, b) => a.reduce((sum, value, j) => sum + Math.abs(value - b[j]), 0) }),
    },
  },
  {
    says: 'looks at the first feature only',
    dies: 'query gives the k nearest of the rows that are there, nearest first',
    solution: { createDynamicIndex: indexOf({ distance: (a, b) => (a[0] - b[0]) ** 2 }) },
  },
  {
    says: 'keeps rows in single precision',
    dies: 'squared distances that differ by more than 1e-9 of the larger are kept apart',
    solution: { createDynamicIndex: indexOf({ keep: (row) => row.map(Math.fround) }) },
  },
  {
    says: 'expands the square, and loses what is near far from the origin',
    dies: 'squared distances that differ by more than 1e-9 of the larger are kept apart',
    solution: {
      createDynamicIndex: indexOf({
        distance: (a, b) => a.reduce((sum, value, j) => sum + value * value - 2 * value * b[j] + b[j] * b[j], 0),
      }),
    },
  },
  {
    says: 'keeps one of equal rows only',
    dies: 'query gives the k nearest of the rows that are there, nearest first',
    solution: {
      createDynamicIndex: indexOf({
        inOrder: (found) => right.inOrder(found).filter(({ far }, i, all) => i === 0 || far !== all[i - 1].far),
      }),
    },
  },
  {
    says: 'never gives a row that is equal to the query',
    dies: 'query gives the k nearest of the rows that are there, nearest first',
    solution: {
      createDynamicIndex: indexOf({ inOrder: (found) => right.inOrder(found.filter(({ far }) => far > 0)) }),
    },
  },
];

const sizes: Mutant<typeof reference>[] = [
  {
    says: 'measures the first eight features only',
    dies: 'dozens of changes are no other than a few',
    solution: {
      createDynamicIndex: indexOf({ distance: (a, b) => right.distance(a.slice(0, 8), b.slice(0, 8)) }),
    },
  },
  {
    says: 'puts rows in order of distance only while there are 20 at most',
    dies: 'dozens of changes are no other than a few',
    solution: {
      createDynamicIndex: indexOf({ inOrder: (found) => (found.length > 20 ? found : right.inOrder(found)) }),
    },
  },
  {
    says: 'keeps ids in 10 bits',
    dies: 'thousands of rows are no other than a few',
    solution: {
      createDynamicIndex: indexOf({
        inOrder: (found) => right.inOrder(found).map(({ id, far }) => ({ id: id & 1023, far })),
      }),
    },
  },
  {
    says: 'forgets the newest row once the older half has gone',
    dies: 'the first half of the rows may go',
    solution: {
      createDynamicIndex: indexOf({
        inOrder: (found) => right.inOrder(found.length > 8 && found[0].id >= found.length ? found.slice(0, -1) : found),
      }),
    },
  },
];

export const mutants: Mutant<typeof reference>[] = [...ids, ...answers, ...calls, ...sizes, ...slow];
