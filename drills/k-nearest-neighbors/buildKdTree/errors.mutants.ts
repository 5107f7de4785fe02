import { type Attempt, built, checkQuery, checkRows, type Rows } from './kit.mutants.ts';

const rows = (fails: (X: Rows) => boolean): Attempt['solution'] =>
  built({
    checkRows(X) {
      if (fails(X)) throw new RangeError('rows');
    },
  });

export const errors: Attempt[] = [
  {
    says: 'builds an empty tree of no rows',
    dies: 'an X that is empty, ragged, without features, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: built({ checkRows: (X) => X.length > 0 && checkRows(X) }),
  },
  {
    says: 'takes rows without features',
    dies: 'an X that is empty, ragged, without features, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: built({ checkRows: (X) => checkRows(X, 'noFeatures') }),
  },
  {
    says: 'does not compare the lengths of the rows',
    dies: 'an X that is empty, ragged, without features, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: built({ checkRows: (X) => checkRows(X, 'ragged') }),
  },
  {
    says: 'compares the lengths of the first and the last row only',
    dies: 'an X that is empty, ragged, without features, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: built({
      checkRows(X) {
        checkRows(X, 'ragged');
        if (X[0].length !== X[X.length - 1].length) throw new RangeError('ragged');
      },
    }),
  },
  {
    says: 'refuses rows that are shorter than the first, but not those that are longer',
    dies: 'an X that is empty, ragged, without features, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: rows(
      (X) => X.length === 0 || X.some((row) => row.length < X[0].length || !row.length || !row.every(Number.isFinite)),
    ),
  },
  {
    says: 'refuses NaN in a row, but not infinities',
    dies: 'an X that is empty, ragged, without features, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: built({
      checkRows(X) {
        checkRows(X, 'coordinate');
        if (X.some((row) => row.some(Number.isNaN))) throw new RangeError('NaN');
      },
    }),
  },
  {
    says: 'refuses infinities in a row, but not NaN',
    dies: 'an X that is empty, ragged, without features, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: built({
      checkRows(X) {
        checkRows(X, 'coordinate');
        if (X.some((row) => row.some((value) => Math.abs(value) > Number.MAX_VALUE))) throw new RangeError('infinite');
      },
    }),
  },
  {
    says: 'looks at the coordinates of the first row only',
    dies: 'an X that is empty, ragged, without features, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: built({
      checkRows(X) {
        checkRows(X, 'coordinate');
        if (!X[0].every(Number.isFinite)) throw new RangeError('coordinate');
      },
    }),
  },
  {
    says: 'looks at the first feature of each row only',
    dies: 'an X that is empty, ragged, without features, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: built({
      checkRows(X) {
        checkRows(X, 'coordinate');
        if (!X.every((row) => Number.isFinite(row[0]))) throw new RangeError('coordinate');
      },
    }),
  },
  {
    says: 'finds what is wrong with the rows only when it is queried',
    dies: 'an X that is empty, ragged, without features, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: built({
      checkRows() {},
      checkQuery(X, query, k) {
        checkRows(X);
        checkQuery(X, query, k);
      },
    }),
  },
  {
    says: 'throws a TypeError for rows that differ in length',
    dies: 'an X that is empty, ragged, without features, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: built({
      checkRows(X) {
        checkRows(X, 'ragged');
        if (X.some((row) => row.length !== X[0].length)) throw new TypeError('ragged');
      },
    }),
  },
  {
    says: 'takes queries longer than the rows',
    dies: 'a query of another length, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: built({
      checkQuery: (X, query, k) =>
        checkQuery(X, query, k, ...(query.length > X[0].length ? ['queryLength' as const] : [])),
    }),
  },
  {
    says: 'takes queries shorter than the rows',
    dies: 'a query of another length, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: built({
      checkQuery: (X, query, k) =>
        checkQuery(X, query, k, ...(query.length < X[0].length ? ['queryLength' as const] : [])),
    }),
  },
  {
    says: 'does not look at the coordinates of the query',
    dies: 'a query of another length, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: built({ checkQuery: (X, query, k) => checkQuery(X, query, k, 'queryCoordinate') }),
  },
  {
    says: 'takes queries at infinity',
    dies: 'a query of another length, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: built({
      checkQuery(X, query, k) {
        checkQuery(X, query, k, 'queryCoordinate');
        if (query.some(Number.isNaN)) throw new RangeError('NaN');
      },
    }),
  },
  {
    says: 'gives all rows when k is above nSamples',
    dies: 'k that is not an integer from 1 to nSamples is a RangeError',
    solution: built({ checkQuery: (X, query, k) => checkQuery(X, query, Math.min(k, X.length)) }),
  },
  {
    says: 'refuses k = nSamples',
    dies: 'the answer is that of level 1: the k nearest rows, nearest first',
    solution: built({
      checkQuery(X, query, k) {
        checkQuery(X, query, k);
        if (k >= X.length && k > 1) throw new RangeError('k');
      },
    }),
  },
  {
    says: 'gives nothing for k = 0',
    dies: 'k that is not an integer from 1 to nSamples is a RangeError',
    solution: built({ checkQuery: (X, query, k) => checkQuery(X, query, k === 0 ? 1 : k) }),
  },
  {
    says: 'rounds a fractional k',
    dies: 'k that is not an integer from 1 to nSamples is a RangeError',
    solution: built({ checkQuery: (X, query, k) => checkQuery(X, query, Math.trunc(k)) }),
  },
  {
    says: 'lets k = NaN pass, as it is neither below 1 nor above nSamples',
    dies: 'k that is not an integer from 1 to nSamples is a RangeError',
    solution: built({
      checkQuery(X, query, k) {
        checkQuery(X, query, Number.isNaN(k) ? 1 : k);
      },
    }),
  },
];
