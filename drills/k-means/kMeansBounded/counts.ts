import fc from 'fast-check';
import type * as reference from '../../../reference/k-means/index.ts';
import { broken, createRandom, deepFrozen, type Law, lawsOf, randomInteger } from '../../../src/index.ts';
import { type Decided, decided } from '../kMeans/decided.ts';
import { type Clustering, type LimitedClustering, limitedClusterings } from '../kMeans/inputs.ts';
import { sameLabels } from '../kMeans/judge.ts';
import { counted, euclidean } from './spaces.ts';

type Reference = typeof reference;
const law = lawsOf<Reference>();

const N_GROUPS = 8;
const ROWS_A_GROUP = 30;
const SPACING = 100;
const SPREAD = 35;

/** Seeds for which the groups need 8 updates or more, so that the first assignment, which knows nothing, is a small part. */
export const GROUPED_SEEDS = [2, 3, 14, 22] as const;

/** Groups on a grid of three columns, 100 apart, whose rows lie within 35 of the middle; every centroid starts on a row. */
export function grouped(seed: number): Clustering {
  const random = createRandom(seed);
  const X = Array.from({ length: N_GROUPS * ROWS_A_GROUP }, (_, i) => {
    const group = i % N_GROUPS;
    return [group % 3, Math.floor(group / 3)].map((at) => at * SPACING + randomInteger(random, -SPREAD, SPREAD));
  });
  const initialCentroids = Array.from({ length: N_GROUPS }, () => X[randomInteger(random, 0, X.length - 1)]);
  return deepFrozen({ X, initialCentroids });
}

const known = new Map<number, Decided>();

/** The groups of a seed with what level 1 gives, worked out once. */
function groupsOf(seed: number): Decided {
  const call = known.get(seed) ?? decided({ ...grouped(seed), maxIter: 300 });
  if (!call?.asked.converged) throw new Error('these groups are not judged alike by all right answers');
  known.set(seed, call);
  return call;
}

/** Rows without any structure, in many features: bounds rule out next to nothing. */
function scattered(nRows: number, nClusters: number, maxIter: number): LimitedClustering {
  const random = createRandom(`${nRows} rows`);
  const points = (n: number): number[][] =>
    Array.from({ length: n }, () => Array.from({ length: 16 }, () => randomInteger(random, 0, 9)));
  return { X: points(nRows), initialCentroids: points(nClusters), maxIter };
}

/** What Lloyd's algorithm calls: every row and centroid in each assignment. */
const lloydCalls = (nRows: number, nClusters: number, nIter: number): number => nRows * nClusters * (nIter + 1);

export const countLaws: readonly Law<Reference>[] = [
  law(
    'squaredDistance is called at most nSamples nClusters (nIter + 1) + nClusters² nIter times, inertia included',
    limitedClusterings,
    (solution, call) => {
      const asked = decided(call);
      if (!asked) return undefined;
      const { X, initialCentroids, maxIter } = asked;
      const { squaredDistance, calls } = counted(euclidean);
      solution.kMeansBounded(X, initialCentroids, squaredDistance, { maxIter });
      const nIter = asked.asked.nIter;
      const limit = lloydCalls(X.length, initialCentroids.length, nIter) + initialCentroids.length ** 2 * nIter;
      return calls() <= limit
        ? undefined
        : broken('the number of calls', calls(), `${limit} at most, for nIter = ${nIter}`);
    },
    { examples: [scattered(40, 5, 0), scattered(40, 5, 6), scattered(100, 2, 1)], runs: 150 },
  ),
  law(
    'on well-separated groups squaredDistance is called at most half as often as nSamples nClusters (nIter + 1) times',
    fc.constantFrom(...GROUPED_SEEDS),
    (solution, seed) => {
      const { X, initialCentroids, asked } = groupsOf(seed);
      const { squaredDistance, calls } = counted(euclidean);
      const came = solution.kMeansBounded(X, initialCentroids, squaredDistance);
      const limit = lloydCalls(X.length, initialCentroids.length, asked.nIter) / 2;
      if (calls() > limit)
        return broken('the number of calls', calls(), `${limit} at most, for nIter = ${asked.nIter}`);
      return sameLabels(came.labels, asked.labels);
    },
    { examples: GROUPED_SEEDS, runs: GROUPED_SEEDS.length },
  ),
];
