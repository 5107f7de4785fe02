import type * as reference from '../../../reference/k-means/index.ts';
import type { Growth, Measure } from '../../../src/index.ts';
import { judgeAnswer } from './judge.ts';

type Reference = typeof reference;

const N_CLUSTERS = 3;

function gate(
  on: string,
  measures: readonly Measure[],
  pick: (i: number, size: number, random: () => number) => number,
): Growth<Reference> {
  return {
    variable: 'nSamples',
    on,
    measures,
    workload: (size, random) => {
      const values = Array.from({ length: size }, (_, i) => pick(i, size, random));
      return (solution) => {
        solution.optimalKMeans1d(values, N_CLUSTERS);
        return () => judgeAnswer(solution, { values, nClusters: N_CLUSTERS });
      };
    },
  };
}

export const growth: readonly Growth<Reference>[] = [
  gate('shuffled values', ['steps', 'allocation'], (_i, _size, random) => Math.floor(random() * 1e6)),
  gate('sorted values', ['steps'], (i) => i),
  gate('equal values', ['steps'], () => 7),
  gate('values of which half are equal', ['steps'], (i) => (i % 2 === 0 ? 1e6 : i)),
  {
    variable: 'nClusters',
    on: '128 shuffled values',
    measures: ['steps'],
    sizes: [2, 4, 8, 16, 32],
    workload: (nClusters, random) => {
      const values = Array.from({ length: 128 }, () => Math.floor(random() * 1e6));
      return (solution) => {
        solution.optimalKMeans1d(values, nClusters);
        return () => judgeAnswer(solution, { values, nClusters });
      };
    },
  },
];
