import type * as reference from '../../../reference/k-means/index.ts';
import { createRandom, type Growth } from '../../../src/index.ts';
import { judgeResult } from './judge.ts';

type Reference = typeof reference;

export const points = (n: number, d: number, random: () => number): number[][] =>
  Array.from({ length: n }, () => Array.from({ length: d }, () => Math.floor(random() * 1000)));

/** One gate for each dimension; the others are small, and the number of updates is given. */
function gate(
  variable: string,
  on: string,
  sizes: readonly number[],
  make: (size: number) => { n: number; k: number; d: number; maxIter: number },
  centroidsOf: (drawn: number[][]) => number[][] = (drawn) => drawn,
): Growth<Reference> {
  return {
    variable,
    on,
    measures: variable === 'nSamples' ? ['steps', 'allocation'] : ['steps'],
    sizes,
    // Many rows cost little here: what looks through a list for some of them shows less than a whole power.
    ...(variable === 'nSamples' ? { limit: 0.25 } : {}),
    workload: (size, random) => {
      const { n, k, d, maxIter } = make(size);
      const X = points(n, d, random);
      const centroids = centroidsOf(points(k, d, createRandom(random())));
      return (solution) => {
        solution.kMeans(X, centroids, { maxIter });
        return () => judgeResult(solution, { X, initialCentroids: centroids, maxIter });
      };
    },
  };
}

/** Centroids below all rows: the first assignment gives every row to the last, the second a quarter of them to another. */
const belowAll = (drawn: number[][]): number[][] => drawn.map((_, k) => [k - drawn.length]);

export const growth: readonly Growth<Reference>[] = [
  gate('nSamples', 'shuffled rows', [128, 256, 512, 1024], (n) => ({ n, k: 3, d: 1, maxIter: 2 })),
  gate(
    'nSamples',
    'rows of which many change their cluster',
    [128, 256, 512, 1024],
    (n) => ({ n, k: 2, d: 1, maxIter: 1 }),
    belowAll,
  ),
  gate('nClusters', '128 shuffled rows', [8, 16, 32, 64, 128], (k) => ({ n: 128, k, d: 1, maxIter: 1 })),
  gate('nFeatures', '4 shuffled rows', [32, 64, 128, 256, 512], (d) => ({ n: 4, k: 2, d, maxIter: 2 })),
];
