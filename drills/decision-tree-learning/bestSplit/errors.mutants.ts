import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { bestSplit, check, having, type X, type Y } from './shared.mutants.ts';

/** Runs the checks only on the inputs that the mutant looks at. */
const forgiving = (sees: (X: X, y: Y) => boolean) =>
  having({
    check: (X, y) => {
      if (sees(X, y)) check(X, y);
    },
  });

const oneLength = (X: X): boolean => X.every((row) => row.length === X[0].length);

export const errors: Mutant<typeof reference>[] = [
  {
    says: 'answers `null` for no rows',
    dies: 'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one value of y for each row',
    solution: { bestSplit: (X, y) => (X.length === 0 ? null : bestSplit(X, y)) },
  },
  {
    says: 'answers `null` for rows without features',
    dies: 'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one value of y for each row',
    solution: { bestSplit: (X, y) => (oneLength(X) && X[0]?.length === 0 ? null : bestSplit(X, y)) },
  },
  {
    says: 'compares the length of a row only with that of the row before it, from the third row on',
    dies: 'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one value of y for each row',
    solution: {
      bestSplit: forgiving((X) => X.slice(2).some((row, i) => row.length !== X[i + 1].length) || oneLength(X)),
    },
  },
  {
    says: 'looks for NaN, but not for infinite coordinates',
    dies: 'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one value of y for each row',
    solution: {
      bestSplit: forgiving((X) => !X.flat().some((value) => Math.abs(value) === Number.POSITIVE_INFINITY)),
    },
  },
  {
    says: 'checks the coordinates with `Number.isNaN` on the sum of each row, so that Infinity passes',
    dies: 'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one value of y for each row',
    solution: {
      bestSplit: forgiving((X) => X.some((row) => Number.isNaN(row.reduce((sum, value) => sum + value, 0)))),
    },
  },
  {
    says: 'checks only the first row for numbers',
    dies: 'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one value of y for each row',
    solution: { bestSplit: forgiving((X) => !X.slice(1).flat().some(Number.isNaN)) },
  },
  {
    says: 'takes NaN and Infinity for classes like any others',
    dies: 'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one value of y for each row',
    solution: { bestSplit: forgiving((_, y) => y.every(Number.isFinite)) },
  },
  {
    says: 'refuses a class of NaN but not an infinite one',
    dies: 'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one value of y for each row',
    solution: { bestSplit: forgiving((_, y) => y.every((label) => Number.isFinite(label) || Number.isNaN(label))) },
  },
  {
    says: 'ignores the classes beyond the last row',
    dies: 'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one value of y for each row',
    solution: { bestSplit: (X, y) => bestSplit(X, y.length > X.length ? y.slice(0, X.length) : y) },
  },
  {
    says: 'cuts off the rows that have no class',
    dies: 'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one value of y for each row',
    solution: {
      bestSplit: (X, y) => bestSplit(y.length > 0 && y.length < X.length ? X.slice(0, y.length) : X, y),
    },
  },
  {
    says: 'throws a TypeError',
    dies: 'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one value of y for each row',
    solution: {
      bestSplit: having({
        check: (X, y) => {
          try {
            check(X, y);
          } catch {
            throw new TypeError('bad input');
          }
        },
      }),
    },
  },
  {
    says: 'throws a plain Error when the lengths of `X` and `y` differ',
    dies: 'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one value of y for each row',
    solution: {
      bestSplit: (X, y) => {
        if (X.length !== y.length) throw new Error('lengths differ');
        return bestSplit(X, y);
      },
    },
  },
  {
    says: 'checks nothing when there is one row, as the answer is `null` anyway',
    dies: 'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one value of y for each row',
    solution: { bestSplit: (X, y) => (X.length === 1 ? null : bestSplit(X, y)) },
  },
  {
    says: 'checks nothing but the lengths when `y` has one class, as no split can help',
    dies: 'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one value of y for each row',
    solution: {
      bestSplit: forgiving((X, y) => new Set(y).size !== 1 || X.length !== y.length || !oneLength(X)),
    },
  },
];
