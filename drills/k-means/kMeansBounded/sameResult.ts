import fc from 'fast-check';
import type * as reference from '../../../reference/k-means/index.ts';
import { broken, type Judgement, type Law, lawsOf } from '../../../src/index.ts';
import { decided } from '../kMeans/decided.ts';
import { type LimitedClustering, limitedClusterings } from '../kMeans/inputs.ts';
import { inertiaOf, sameCentroids, sameInertia, sameLabels } from '../kMeans/judge.ts';
import { counted, euclidean, type Space, spaces } from './spaces.ts';

type Reference = typeof reference;
const law = lawsOf<Reference>();

/** A law of level 1 on calls of this level, with squared Euclidean distance where nothing else is said. */
export const ofLevel1 = (original: Law<Reference>, runs: number, space = euclidean): Law<Reference> => {
  const { squaredDistance } = counted(space);
  return {
    ...original,
    runs,
    holds: (solution: Reference, input: never, anew) =>
      original.holds(
        {
          ...solution,
          kMeans: (X, initialCentroids, options) =>
            options === undefined
              ? solution.kMeansBounded(X, initialCentroids, squaredDistance)
              : solution.kMeansBounded(X, initialCentroids, squaredDistance, options),
        },
        input,
        anew,
      ),
  };
};

/**
 * Holds a result against that of level 1 on the same points in the space of the metric. There the centroids are means as
 * well, for moving points into it is linear.
 */
export function judgeInSpace(
  solution: Reference,
  { X, initialCentroids, maxIter }: LimitedClustering,
  space: Space,
): Judgement {
  const call = decided({ X: X.map(space.moved), initialCentroids: initialCentroids.map(space.moved), maxIter });
  if (!call) return undefined;
  const { squaredDistance } = counted(space);
  const actual = solution.kMeansBounded(X, initialCentroids, squaredDistance, { maxIter: call.maxIter });
  const { expected } = call;
  return (
    sameCentroids(actual.centroids, Array.from(expected.centroids, space.back), { X, initialCentroids }) ??
    sameLabels(actual.labels, expected.labels) ??
    sameInertia(actual.inertia, inertiaOf(call, expected)) ??
    (actual.nIter === expected.nIter ? undefined : broken('nIter', actual.nIter, expected.nIter)) ??
    (actual.converged === expected.converged ? undefined : broken('converged', actual.converged, expected.converged))
  );
}

/** Rows that read alike when their coordinates are written without anything between them. */
const alikeInDigits: LimitedClustering = {
  X: [
    [1, 11],
    [11, 1],
  ],
  initialCentroids: [
    [0, 10],
    [10, 0],
  ],
  maxIter: 3,
};

/** Pairs of points that read alike when nothing stands between the two: 1 and 111, 11 and 11. */
const pairsAlikeInDigits: LimitedClustering = { X: [[1], [11]], initialCentroids: [[111], [11]], maxIter: 3 };

export const resultLaws: readonly Law<Reference>[] = [
  law(
    'the result is that of level 1, when the metric is squared Euclidean distance',
    limitedClusterings,
    (solution, call) => judgeInSpace(solution, call, euclidean),
    { examples: [alikeInDigits, pairsAlikeInDigits] },
  ),
  law(
    'the result is that of level 1 for every metric, which may weigh features or mix them',
    fc.tuple(limitedClusterings, spaces),
    (solution, [call, space]) => judgeInSpace(solution, call, space),
    { stage: 'special', runs: 200 },
  ),
];
