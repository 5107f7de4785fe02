import {
  type Attempt,
  built,
  byDistanceThenIndex,
  type Candidate,
  check,
  checkRow,
  indicesOf,
  offer,
  type Row,
  rightNearest,
  squared,
} from './kit.mutants.ts';

/** A row check of one's own. */
const rows = (fails: (row: Row, query: Row) => boolean): Attempt['solution'] =>
  built({
    checkRow(query, row) {
      if (fails(row, query)) throw new RangeError('row');
    },
  });

export const errors: Attempt[] = [
  {
    says: 'takes a query without features',
    dies: 'a query without features, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: built({ check: (query, k) => check(query, k, 'noFeatures') }),
  },
  {
    says: 'does not look at the coordinates of the query',
    dies: 'a query without features, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: built({ check: (query, k) => check(query, k, 'badQuery') }),
  },
  {
    says: 'refuses NaN in the query, but not an infinite coordinate',
    dies: 'a query without features, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: built({
      check(query, k) {
        check(query, k, 'badQuery');
        if (query.some(Number.isNaN)) throw new RangeError('NaN');
      },
    }),
  },
  {
    says: 'refuses k below 1 only, so that fractions and NaN pass',
    dies: 'k that is not an integer, 1 or more, is a RangeError',
    solution: built({
      check(query, k) {
        check(query, k, 'badK');
        if (k < 1) throw new RangeError('k');
      },
    }),
  },
  {
    says: 'takes k = 0 as "none wanted"',
    dies: 'k that is not an integer, 1 or more, is a RangeError',
    solution: built({ check: (query, k) => check(query, k || 1) }),
  },
  {
    says: 'rounds a fractional k down',
    dies: 'k that is not an integer, 1 or more, is a RangeError',
    solution: built({ check: (query, k) => check(query, Math.floor(k)) }),
  },
  {
    says: 'takes negative k',
    dies: 'k that is not an integer, 1 or more, is a RangeError',
    solution: built({ check: (query, k) => check(query, Math.abs(k)) }),
  },
  {
    says: 'refuses rows that are too short, but not those that are too long',
    dies: 'a pushed row of another length, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: rows((row, query) => row.length < query.length || !row.every(Number.isFinite)),
  },
  {
    says: 'refuses rows that are too long, but not those that are too short',
    dies: 'a pushed row of another length, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: rows((row, query) => row.length > query.length || !row.every(Number.isFinite)),
  },
  {
    says: 'looks for NaN in a pushed row, but not for infinities',
    dies: 'a pushed row of another length, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: rows((row, query) => row.length !== query.length || row.some(Number.isNaN)),
  },
  {
    says: 'overlooks -Infinity in a pushed row',
    dies: 'a pushed row of another length, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: rows((row, query) => row.length !== query.length || !row.every((value) => value < Infinity)),
  },
  {
    says: 'looks at the first coordinate of a pushed row only',
    dies: 'a pushed row of another length, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: rows((row, query) => row.length !== query.length || !Number.isFinite(row[0])),
  },
  {
    says: 'refuses a coordinate that is 0, as if it were missing',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: rows(
      (row, query) => row.length !== query.length || !row.every((value) => value && Number.isFinite(value)),
    ),
  },
  {
    says: 'throws a TypeError for a row of another length',
    dies: 'a pushed row of another length, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: built({
      checkRow(query, row) {
        if (row.length !== query.length) throw new TypeError('length');
        checkRow(query, row);
      },
    }),
  },
  {
    says: 'throws a plain Error for k that is not allowed',
    dies: 'k that is not an integer, 1 or more, is a RangeError',
    solution: built({
      check(query, k) {
        if (!(k >= 1)) throw new Error('k');
        check(query, k);
      },
    }),
  },
  {
    says: 'takes in the row before it looks at its coordinates',
    dies: 'a push that throws changes nothing',
    solution: built({
      checkRow(query, row) {
        if (row.length !== query.length) throw new RangeError('length');
      },
      keep(heap, candidate, k, order) {
        offer(heap, candidate, k, order);
        if (!Number.isFinite(candidate.distance)) throw new RangeError('coordinate');
      },
    }),
  },
  {
    says: 'makes room for the new row before it refuses it',
    dies: 'a push that throws changes nothing',
    solution: {
      createNearest(query, k) {
        check(query, k);
        const kept: Candidate[] = [];
        return {
          push(row, index) {
            const worst = kept.length === k ? kept.pop() : undefined;
            checkRow(query, row);
            kept.push({ distance: squared(row, query), index });
            if (worst) kept.push(worst);
            kept.sort(byDistanceThenIndex).splice(k);
          },
          result: () => indicesOf(kept),
        };
      },
    },
  },
  {
    says: 'asks for finite coordinates only when the row is about to be kept',
    dies: 'a pushed row of another length, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: built({
      checkRow(query, row) {
        if (row.length !== query.length) throw new RangeError('length');
      },
      keep(heap, candidate, k, order) {
        if (heap.length === k && !(order(candidate, heap[0]) < 0)) return;
        if (!Number.isFinite(candidate.distance)) throw new RangeError('coordinate');
        offer(heap, candidate, k, order);
      },
    }),
  },
  {
    says: 'refuses to answer before k rows were pushed',
    dies: 'before k pushes result gives all there are, at first none',
    solution: built({
      result(kept, k) {
        if (kept.length < k) throw new RangeError('not yet');
        return indicesOf([...kept].sort(byDistanceThenIndex));
      },
    }),
  },
  {
    says: 'allocates room for all k at once, which fails when k is huge',
    dies: 'before k pushes result gives all there are, at first none',
    solution: {
      createNearest(query, k) {
        const inner = rightNearest(query, k);
        const room = new Float64Array(k);
        return {
          push(row, index) {
            inner.push(row, index);
          },
          result() {
            const found = inner.result();
            room.set(found);
            return Array.from(room.subarray(0, found.length));
          },
        };
      },
    },
  },
];
