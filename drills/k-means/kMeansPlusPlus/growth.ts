import type * as reference from '../../../reference/k-means/index.ts';
import { createRandom, type Growth } from '../../../src/index.ts';
import { points } from '../kMeans/growth.ts';
import { judgeSeeds } from './seedLaws.ts';

type Reference = typeof reference;

interface Sizes {
  readonly n: number;
  readonly k: number;
  readonly d: number;
}

/** One gate for each dimension, the others as small as they can be. Each call begins the stream anew. */
function gate(
  variable: string,
  on: string,
  sizes: readonly number[],
  make: (size: number) => Sizes,
  rowsOf: (sizes: Sizes, random: () => number) => number[][] = ({ n, d }, random) => points(n, d, random),
): Growth<Reference> {
  return {
    variable,
    on,
    measures: variable === 'nSamples' ? ['steps', 'allocation'] : ['steps'],
    sizes,
    ...(variable === 'nClusters' ? { limit: 0.25 } : {}), // a list of seeds that is looked through gains 0.41
    workload: (size, random) => {
      const asked = make(size);
      const X = rowsOf(asked, random);
      const seed = random();
      return (solution) => {
        solution.kMeansPlusPlus(X, asked.k, createRandom(seed));
        return () => judgeSeeds(solution, { X, nClusters: asked.k }, createRandom(seed));
      };
    },
  };
}

/** Rows of which most lie on a seed soon. */
const fewPlaces = ({ n }: Sizes): number[][] => Array.from({ length: n }, (_, i) => [i % 3]);

/** Rows that all lie on the first seed. */
const onePlace = ({ n }: Sizes): number[][] => Array.from({ length: n }, () => [1]);

const sizes = [128, 256, 512, 1024, 2048];

export const growth: readonly Growth<Reference>[] = [
  gate('nSamples', 'shuffled rows', sizes, (n) => ({ n, k: 3, d: 1 })),
  gate('nSamples', 'rows in three places', sizes, (n) => ({ n, k: 5, d: 1 }), fewPlaces),
  gate('nClusters', '128 shuffled rows', [8, 16, 32, 64, 128], (k) => ({ n: 128, k, d: 1 })),
  gate('nClusters', '128 equal rows', [8, 16, 32, 64, 128], (k) => ({ n: 128, k, d: 1 }), onePlace),
  gate('nFeatures', '4 shuffled rows', [32, 64, 128, 256, 512], (d) => ({ n: 4, k: 2, d })),
];
