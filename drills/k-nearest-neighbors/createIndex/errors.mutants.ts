import { type Attempt, built, checkQuery, checkRows } from './kit.mutants.ts';

export const errors: Attempt[] = [
  {
    says: 'builds an index of no rows',
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
    says: 'finds what is wrong with the rows only when it is queried',
    dies: 'an X that is empty, ragged, without features, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: built({
      checkRows() {},
      nPivots: () => 0,
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
    says: 'takes queries of another length',
    dies: 'a query of another length, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: built({ checkQuery: (X, query, k) => checkQuery(X, query, k, 'queryLength') }),
  },
  {
    says: 'takes queries that are longer than the rows',
    dies: 'a query of another length, or with a coordinate that is NaN or infinite, is a RangeError',
    solution: built({ checkQuery: (X, query, k) => checkQuery(X, query.slice(0, X[0].length), k) }),
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
    says: 'gives nothing for k = 0',
    dies: 'k that is not an integer from 1 to nSamples is a RangeError',
    solution: built({ checkQuery: (X, query, k) => checkQuery(X, query, k || 1) }),
  },
  {
    says: 'rounds a fractional k down',
    dies: 'k that is not an integer from 1 to nSamples is a RangeError',
    solution: built({ checkQuery: (X, query, k) => checkQuery(X, query, Math.floor(k)) }),
  },
  {
    says: 'refuses k above a tenth of nSamples, as it may not measure so many',
    dies: 'k may be more than a tenth of nSamples: different rows, nearest first by distance',
    solution: built({
      checkQuery(X, query, k) {
        checkQuery(X, query, k);
        if (k > 10 && k > X.length / 10) throw new RangeError('k');
      },
    }),
  },
];
