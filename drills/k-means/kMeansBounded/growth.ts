import type * as reference from '../../../reference/k-means/index.ts';
import { createRandom, type Growth } from '../../../src/index.ts';
import { points } from '../kMeans/growth.ts';
import { judgeInSpace } from './sameResult.ts';
import { euclidean } from './spaces.ts';

type Reference = typeof reference;

const N_CLUSTERS = 3;

/** Steps beside the metric's own, which are not the attempt's. */
export const growth: readonly Growth<Reference>[] = [
  {
    variable: 'nSamples',
    on: 'shuffled rows',
    measures: ['steps', 'allocation'],
    workload: (size, random) => {
      const X = points(size, 1, random);
      const centroids = points(N_CLUSTERS, 1, createRandom(random()));
      return (solution) => {
        solution.kMeansBounded(X, centroids, euclidean.squaredDistance, { maxIter: 2 });
        return () => judgeInSpace(solution, { X, initialCentroids: centroids, maxIter: 2 }, euclidean);
      };
    },
  },
  {
    variable: 'nSamples',
    on: 'rows that stay with their centroids',
    measures: ['steps', 'allocation'],
    workload: (size, random) => {
      const X = points(size, 1, random).map(([value], i) => [value + 10_000 * (i % N_CLUSTERS)]);
      const centroids = Array.from({ length: N_CLUSTERS }, (_, k) => [500 + 10_000 * k]);
      return (solution) => {
        solution.kMeansBounded(X, centroids, euclidean.squaredDistance, { maxIter: 2 });
        return () => judgeInSpace(solution, { X, initialCentroids: centroids, maxIter: 2 }, euclidean);
      };
    },
  },
];
