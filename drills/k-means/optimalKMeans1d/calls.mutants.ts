import type * as reference from '../../../reference/k-means/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { dividing, type Result, validate, validateValues } from './shared.mutants.ts';

const known = new Map<string, Result>();
const labelled: number[] = [];

export const calls: Mutant<typeof reference>[] = [
  {
    says: 'remembers answers by the values and `nClusters`, joined without a separator',
    dies: 'optimalKMeans1d does not depend on earlier calls',
    solution: {
      optimalKMeans1d(values, nClusters) {
        validate(values, nClusters);
        const key = [...values, nClusters].join('');
        const answer = known.get(key) ?? dividing({})(values, nClusters);
        known.set(key, answer);
        return answer;
      },
    },
  },
  {
    says: 'writes the labels into a list that it keeps, longer calls before included',
    dies: 'optimalKMeans1d does not depend on earlier calls',
    solution: {
      optimalKMeans1d(values, nClusters) {
        const answer = dividing({})(values, nClusters);
        for (let i = 0; i < values.length; i++) labelled[i] = answer.labels[i];
        return { ...answer, labels: [...labelled] };
      },
    },
  },
];

export const errors: Mutant<typeof reference>[] = [
  {
    says: 'returns no clusters for no values',
    dies: 'no values is a RangeError',
    solution: {
      optimalKMeans1d: (values, nClusters) =>
        values.length === 0 ? { labels: [], centroids: [], inertia: 0 } : dividing({})(values, nClusters),
    },
  },
  {
    says: 'takes as many clusters as there are values when more are asked for',
    dies: 'nClusters that is not an integer from 1 to nSamples is a RangeError',
    solution: {
      optimalKMeans1d: (values, nClusters) =>
        dividing({})(values, nClusters > values.length ? Math.max(1, values.length) : nClusters),
    },
  },
  {
    says: 'throws a `RangeError` where there are fewer distinct values than clusters',
    dies: 'no cluster is empty',
    solution: {
      optimalKMeans1d: dividing({
        validate(values, nClusters) {
          validate(values, nClusters);
          if (new Set(values).size < nClusters) throw new RangeError('too few distinct values');
        },
      }),
    },
  },
  {
    says: 'rounds a fraction of `nClusters` down',
    dies: 'nClusters that is not an integer from 1 to nSamples is a RangeError',
    solution: {
      optimalKMeans1d: (values, nClusters) => dividing({})(values, nClusters >= 1 ? Math.floor(nClusters) : nClusters),
    },
  },
  {
    says: 'does not look at the values for one cluster',
    dies: 'a NaN or infinite value is a RangeError',
    solution: {
      optimalKMeans1d: dividing({
        validate(values, nClusters) {
          if (nClusters > 1) validateValues(values);
          validate(
            values.map(() => 0),
            nClusters,
          );
        },
      }),
    },
  },
  {
    says: 'takes infinite values',
    dies: 'a NaN or infinite value is a RangeError',
    solution: {
      optimalKMeans1d(values, nClusters) {
        const largest = Number.MAX_VALUE ** 0.25;
        return dividing({})(
          values.map((value) => (Number.isNaN(value) ? value : Math.min(largest, Math.max(-largest, value)))),
          nClusters,
        );
      },
    },
  },
];
