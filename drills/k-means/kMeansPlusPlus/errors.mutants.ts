import type * as reference from '../../../reference/k-means/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { seeding, validate, validateCount, validateRows } from './shared.mutants.ts';

export const errors: Mutant<typeof reference>[] = [
  {
    says: 'validates only the first row',
    dies: 'a row of another length than the others is a RangeError',
    solution: {
      kMeansPlusPlus: seeding({
        validate(X, nClusters) {
          validate(X.slice(0, 1), 1);
          validateCount(X, nClusters);
        },
      }),
    },
  },
  {
    says: 'takes rows that are longer than the first one',
    dies: 'a row of another length than the others is a RangeError',
    solution: {
      kMeansPlusPlus: seeding({
        validate(X, nClusters) {
          validate(
            X.map((row) => row.slice(0, X[0].length)),
            nClusters,
          );
        },
      }),
    },
  },
  {
    says: 'tests for NaN only, and takes infinite coordinates',
    dies: 'a NaN or infinite coordinate is a RangeError',
    solution: {
      kMeansPlusPlus: seeding({
        validate(X, nClusters) {
          validate(
            X.map((row) => row.map((value) => (Number.isNaN(value) ? value : 0))),
            nClusters,
          );
        },
      }),
    },
  },
  {
    says: 'returns no seeds for `nClusters: 0`',
    dies: 'nClusters that is not an integer from 1 to nSamples is a RangeError',
    solution: {
      kMeansPlusPlus: (X, nClusters, random) => (nClusters === 0 ? [] : seeding({})(X, nClusters, random)),
    },
  },
  {
    says: 'returns every row when there are fewer rows than clusters',
    dies: 'nClusters that is not an integer from 1 to nSamples is a RangeError',
    solution: {
      kMeansPlusPlus: (X, nClusters, random) =>
        seeding({})(X, nClusters > X.length ? Math.max(X.length, 1) : nClusters, random),
    },
  },
  {
    says: 'rounds a fraction of `nClusters` up',
    dies: 'nClusters that is not an integer from 1 to nSamples is a RangeError',
    solution: {
      kMeansPlusPlus: seeding({ validate: (X, nClusters) => validate(X, Math.ceil(nClusters)) }),
    },
  },
  {
    says: 'looks at the rows only when more than one seed is asked for',
    dies: 'a NaN or infinite coordinate is a RangeError',
    solution: {
      kMeansPlusPlus: seeding({
        validate(X, nClusters) {
          validateCount(X, nClusters);
          if (nClusters > 1) validateRows(X);
        },
      }),
    },
  },
  {
    says: 'throws a `TypeError` for rows without features',
    dies: 'rows without features are a RangeError',
    solution: {
      kMeansPlusPlus: seeding({
        validate(X, nClusters) {
          if (X.length > 0 && X[0].length === 0) throw new TypeError('no features');
          validate(X, nClusters);
        },
      }),
    },
  },
];
