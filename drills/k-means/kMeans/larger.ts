import fc from 'fast-check';
import type * as reference from '../../../reference/k-means/index.ts';
import { createRandom, type Law, lawsOf, randomInteger, writtenAs } from '../../../src/index.ts';
import type { LimitedClustering } from './inputs.ts';
import { judgeResult } from './judge.ts';
import { manyPoints } from './manyPoints.ts';

const law = lawsOf<typeof reference>();

const points = (n: number, nFeatures: number, random: () => number): number[][] =>
  Array.from({ length: n }, () => Array.from({ length: nFeatures }, () => randomInteger(random, -50, 50)));

/** Up to 60 rows of up to 16 features and 20 clusters, drawn by a seed: each number shrinks by itself. */
const largerClusterings: fc.Arbitrary<LimitedClustering> = fc
  .record({
    nSamples: fc.integer({ min: 1, max: 60 }),
    nFeatures: fc.integer({ min: 1, max: 16 }),
    nClusters: fc.integer({ min: 1, max: 20 }),
    maxIter: fc.integer({ min: 0, max: 3 }),
    seed: fc.nat({ max: 9999 }),
  })
  .map(({ nSamples, nFeatures, nClusters, maxIter, seed }) => {
    const random = createRandom(seed);
    const X = points(nSamples, nFeatures, random);
    return { X, initialCentroids: points(Math.min(nClusters, nSamples), nFeatures, random), maxIter };
  });

const pattern = (n: number, nFeatures: number, first: number): readonly (readonly number[])[] =>
  writtenAs(
    Array.from({ length: n }, (_, i) => Array.from({ length: nFeatures }, (_, j) => ((i + first) * (2 * j + 3)) % 41)),
    `Array.from({ length: ${n} }, (_, i) => Array.from({ length: ${nFeatures} }, (_, j) => ((i + ${first}) * (2 * j + 3)) % 41))`,
  );

/** Each cluster has rows of its own. */
const twentyClusters: LimitedClustering = { X: pattern(40, 12, 0), initialCentroids: pattern(20, 12, 40), maxIter: 1 };

/** So many clusters that their number does not fit into a byte: each moves to a row of its own. */
const manyClusters: LimitedClustering = {
  X: manyPoints,
  initialCentroids: writtenAs(
    manyPoints.map(([x, y]) => [x + 0.25, y]),
    `Array.from({ length: ${manyPoints.length} }, (_, i) => [i + 0.25, 1])`,
  ),
  maxIter: 1,
};

/** Enough for whoever compares all rows with all others: how much that costs is judged by growth. */
const LARGE_FUEL = 100_000_000;

/** Looks farther than the laws on a few rows, on which buffers of a fixed size and small numbers never show. */
export const largerLaw: Law<typeof reference> = law(
  'dozens of rows, features and clusters are no other than a few',
  largerClusterings,
  judgeResult,
  { stage: 'larger', examples: [twentyClusters, manyClusters], runs: 8, fuel: LARGE_FUEL },
);
