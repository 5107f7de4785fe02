import type * as reference from '../../../reference/k-means/index.ts';
import { createRandom, type Growth, type Measure } from '../../../src/index.ts';
import { points } from '../kMeans/growth.ts';
import { judgeStream } from './judge.ts';

type Reference = typeof reference;

interface Sizes {
  readonly nBatches: number;
  readonly nRows: number;
  readonly k: number;
  readonly d: number;
}

/** One gate for each variable, the others as small as they can be; the state is read after the last batch. */
function gate(
  variable: string,
  on: string,
  sizes: readonly number[],
  measures: readonly Measure[],
  make: (size: number) => Sizes,
): Growth<Reference> {
  return {
    variable,
    on,
    measures,
    sizes,
    workload: (size, random) => {
      const { nBatches, nRows, k, d } = make(size);
      const batches = Array.from({ length: nBatches }, () => points(nRows, d, random));
      const centroids = points(k, d, createRandom(random()));
      return (solution) => {
        const model = solution.createMiniBatchKMeans(centroids);
        for (const batch of batches) model.partialFit(batch);
        model.counts();
        model.centroids();
        return () => judgeStream(solution, { initialCentroids: centroids, batches });
      };
    },
  };
}

const both: readonly Measure[] = ['steps', 'allocation'];

export const growth: readonly Growth<Reference>[] = [
  gate('nBatches', 'batches of 4 rows', [32, 64, 128, 256, 512], both, (nBatches) => ({
    nBatches,
    nRows: 4,
    k: 3,
    d: 1,
  })),
  gate('nSamples', 'one batch of shuffled rows', [128, 256, 512, 1024, 2048], both, (nRows) => ({
    nBatches: 1,
    nRows,
    k: 3,
    d: 1,
  })),
  gate('nClusters', 'one batch of 128 rows', [8, 16, 32, 64, 128], ['steps'], (k) => ({
    nBatches: 1,
    nRows: 128,
    k,
    d: 1,
  })),
  gate('nFeatures', 'two batches of 4 rows', [32, 64, 128, 256, 512], ['steps'], (d) => ({
    nBatches: 2,
    nRows: 4,
    k: 2,
    d,
  })),
];
