import fc from 'fast-check';
import type * as reference from '../../../reference/k-means/index.ts';
import { broken, createRandom, deepFrozen, type Law, lawsOf, randomInteger, writtenAs } from '../../../src/index.ts';
import { type Decided, decided } from '../kMeans/decided.ts';
import { type Clustering, type LimitedClustering, limitedClusterings } from '../kMeans/inputs.ts';
import { sameLabels } from '../kMeans/judge.ts';
import { counted, euclidean } from './spaces.ts';

type Reference = typeof reference;
const law = lawsOf<Reference>();

const N_GROUPS = 8;
const N_ROWS = 30 * N_GROUPS;

/** Rows of eight groups, and the row that each centroid starts on. */
export interface Grouping {
  readonly factor: number;
  readonly step: number;
}

/** Those for which the groups need 10 updates or more, so that the first assignment, which knows nothing, is a small part. */
export const GROUPINGS: readonly Grouping[] = [
  { factor: 9, step: 10 },
  { factor: 9, step: 34 },
  { factor: 9, step: 54 },
  { factor: 7, step: 14 },
];

/** Groups on a grid of three columns, 100 apart, whose rows lie within 35 of the middle. */
export function grouped({ factor, step }: Grouping): Clustering {
  const rows = Array.from({ length: N_ROWS }, (_, i) => [
    100 * ((i % 8) % 3) + ((i * i * factor) % 71) - 35,
    100 * Math.floor((i % 8) / 3) + ((i * i * 5) % 71) - 35,
  ]);
  const code = `Array.from({ length: ${N_ROWS} }, (_, i) => [100 * (i % 8 % 3) + (i * i * ${factor}) % 71 - 35, 100 * Math.floor(i % 8 / 3) + (i * i * 5) % 71 - 35])`;
  const X = writtenAs(deepFrozen(rows), code);
  return { X, initialCentroids: deepFrozen(Array.from({ length: N_GROUPS }, (_, k) => X[(k * step) % N_ROWS])) };
}

const known = new Map<Grouping, Decided>();

/** The groups with what level 1 gives, worked out once. */
function groupsOf(grouping: Grouping): Decided {
  const call = known.get(grouping) ?? decided({ ...grouped(grouping), maxIter: 300 });
  if (!call?.expected.converged) throw new Error('these groups are not judged alike by all right answers');
  known.set(grouping, call);
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
      const expected = decided(call);
      if (!expected) return undefined;
      const { X, initialCentroids, maxIter } = expected;
      const { squaredDistance, calls } = counted(euclidean);
      solution.kMeansBounded(X, initialCentroids, squaredDistance, { maxIter });
      const nIter = expected.expected.nIter;
      const limit = lloydCalls(X.length, initialCentroids.length, nIter) + initialCentroids.length ** 2 * nIter;
      return calls() <= limit
        ? undefined
        : broken('the number of calls', calls(), `${limit} at most, for nIter = ${nIter}`);
    },
    { stage: 'special', examples: [scattered(40, 5, 0), scattered(40, 5, 6), scattered(100, 2, 1)], runs: 150 },
  ),
  law(
    'on well-separated groups squaredDistance is called at most half as often as nSamples nClusters (nIter + 1) times',
    fc.constantFrom(...GROUPINGS),
    (solution, grouping) => {
      const { X, initialCentroids, expected } = groupsOf(grouping);
      const { squaredDistance, calls } = counted(euclidean);
      const actual = solution.kMeansBounded(X, initialCentroids, squaredDistance);
      const limit = lloydCalls(X.length, initialCentroids.length, expected.nIter) / 2;
      if (calls() > limit)
        return broken('the number of calls', calls(), `${limit} at most, for nIter = ${expected.nIter}`);
      return sameLabels(actual.labels, expected.labels);
    },
    { stage: 'special', examples: GROUPINGS, runs: GROUPINGS.length },
  ),
];
