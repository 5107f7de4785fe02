import fc from 'fast-check';
import type * as reference from '../../../reference/k-means/index.ts';
import { broken, type Law, lawsOf } from '../../../src/index.ts';
import { type Decided, decided, hasTies } from './decided.ts';
import {
  type Clustering,
  clusterings,
  type LimitedClustering,
  limitedClusterings,
  spreadClusterings,
} from './inputs.ts';
import { inertiaOf, notNearest, run, sameCentroids, sameInertia, sameLabels, wrongLabel } from './judge.ts';

type Reference = typeof reference;
const law = lawsOf<Reference>();

/** A cluster that has no row from the start, as it lies where another does or far away, and one that moves before it loses its last row. */
const emptied: readonly [Clustering, number][] = [
  [{ X: [[2], [2]], initialCentroids: [[0], [0]] }, 1],
  [{ X: [[0], [2]], initialCentroids: [[1], [50]] }, 1],
  [{ X: [[0], [2]], initialCentroids: [[50], [1]] }, 1],
  [{ X: [[1], [4], [5]], initialCentroids: [[8], [0], [1]] }, 8],
];

/** The clusters swap a row, so that only their sizes stay. */
const swapped: LimitedClustering = {
  X: [
    [2, 0],
    [1, 1],
    [0, 1],
    [0, 2],
  ],
  initialCentroids: [
    [0, 0],
    [1, 2],
  ],
  maxIter: 8,
};

/** After an update the last row is as near to the one centroid as to the other: its own, of higher index. */
const halfWay: LimitedClustering = { X: [[0], [6], [4]], initialCentroids: [[5], [4]], maxIter: 1 };

const far = [10_000, 20_000, 30_000, 40_000, 50_000, 60_000, 70_000, 80_000].map((value) => [value]);

/** The labels of two rows go from 1 and 10 to 11 and 0, which read alike when nothing stands between them. */
const alikeInDigits: LimitedClustering = {
  X: [[4], [1004], [-8], [9], [992], [1009], ...far],
  initialCentroids: [[1010], [0], ...far, [1000], [10]],
  maxIter: 8,
};

/** Rows that read alike when their coordinates are written without anything between them. */
const rowsAlikeInDigits: Clustering = {
  X: [
    [1, 11],
    [11, 1],
  ],
  initialCentroids: [
    [0, 11],
    [11, 0],
  ],
};

/** A call that makes an update, with no row halfway between centroids: what is special about these is a law of its own. */
function common(input: LimitedClustering): Decided | undefined {
  const call = decided(input);
  return call && call.maxIter > 0 && !call.isTied ? call : undefined;
}

const updatedClusterings = limitedClusterings.filter(({ maxIter }) => maxIter > 0);

/** The steps of the algorithm, one law each, and then their repetition. */
export const lloydLaws: readonly Law<Reference>[] = [
  law(
    'assigning gives each row the index of its nearest centroid',
    fc.oneof(spreadClusterings, clusterings),
    (solution, { X, initialCentroids }) => {
      // Where labels have come to rest they are those of the centroids that are returned, however these were found.
      const call = common({ X, initialCentroids, maxIter: 100 });
      return call?.expected.converged ? notNearest(call, run(solution, call)) : undefined;
    },
    { examples: [rowsAlikeInDigits], runs: 200 },
  ),
  law(
    'an empty cluster keeps its centroid, and its place among the centroids',
    fc.tuple(clusterings, fc.constant<number>(1)),
    (solution, [{ X, initialCentroids }, maxIter]) => {
      const call = decided({ X, initialCentroids, maxIter });
      if (!call?.before) return undefined;
      const { expected, before } = call;
      const actual = run(solution, call).centroids;
      const isUsed = new Set(Array.from(before.labels));
      const used = Array.from(expected.centroids, (centroid, k) => (isUsed.has(k) ? centroid : actual[k]));
      const areOthersRight = !sameCentroids(actual, used, call);
      return areOthersRight ? sameCentroids(actual, expected.centroids, call) : undefined;
    },
    { stage: 'special', examples: emptied, runs: 200 },
  ),
  law(
    'the lowest index wins ties',
    fc.tuple(fc.nat(3), clusterings, fc.nat(11), fc.nat(3)),
    (solution, [maxIter, { X, initialCentroids }, i, k]) => {
      // The last centroid mirrors another in a row, which lies halfway between the two.
      const x = X[i % X.length];
      const mirrored = initialCentroids[k % initialCentroids.length].map((value, j) => 2 * x[j] - value);
      const call = decided({ X, initialCentroids: [...initialCentroids, mirrored].slice(0, X.length), maxIter });
      if (!call) return undefined;
      const actual = run(solution, call);
      const isMovedAlike = !sameCentroids(actual.centroids, call.expected.centroids, call);
      const isAssignedAnew = !call.before || sameLabels(actual.labels, call.before.labels) !== undefined;
      return isMovedAlike && isAssignedAnew ? wrongLabel(call, actual.labels, 'tied') : undefined;
    },
    { stage: 'special', examples: [[1, { X: [[6], [8], [2]], initialCentroids: [[11], [1], [2]] }, 2, 2]] },
  ),
  law(
    'an update moves each centroid to the mean of the rows assigned to it',
    clusterings,
    (solution, { X, initialCentroids }) => {
      const call = decided({ X, initialCentroids, maxIter: 1 });
      if (call?.maxIter !== 1 || !call.before || hasTies(call)) return undefined;
      const actual = run(solution, call).centroids;
      const isUsed = new Set(Array.from(call.before.labels));
      const used = Array.from(call.expected.centroids, (centroid, k) => (isUsed.has(k) ? centroid : actual[k]));
      return sameCentroids(actual, used, call);
    },
    {
      examples: [
        {
          X: [
            [11, 1],
            [1, 11],
          ],
          initialCentroids: [[0, 0]],
        },
      ],
      runs: 200,
    },
  ),
  law(
    'assign, then repeat update and assign',
    updatedClusterings,
    (solution, input) => {
      const call = common(input);
      if (!call) return undefined;
      const actual = run(solution, call);
      return (
        sameCentroids(actual.centroids, call.expected.centroids, call) ??
        sameLabels(actual.labels, call.expected.labels)
      );
    },
    { stage: 'special', examples: [swapped, halfWay, alikeInDigits] },
  ),
  law(
    'inertia is the sum over all rows of the squared distance to their centroid',
    updatedClusterings,
    (solution, call) => {
      const actual = run(solution, call);
      return sameInertia(actual.inertia, inertiaOf(call, actual));
    },
    { runs: 100 },
  ),
  law(
    'labels and inertia always belong to the returned centroids',
    updatedClusterings,
    (solution, input) => {
      const call = common(input);
      if (!call) return undefined;
      const actual = run(solution, call);
      const own = { X: call.X, initialCentroids: Array.from(actual.centroids, (row) => Array.from(row)), maxIter: 0 };
      const { expected } = decided(own) ?? {};
      if (!expected) return undefined;
      return sameLabels(actual.labels, expected.labels) ?? sameInertia(actual.inertia, inertiaOf(own, expected));
    },
    { stage: 'special', runs: 150 },
  ),
  law(
    'nIter counts updates, and is never more than maxIter',
    updatedClusterings,
    (solution, input) => {
      const call = common(input);
      if (!call) return undefined;
      const { nIter } = run(solution, call);
      const expected = call.expected.nIter;
      return nIter === expected ? undefined : broken('nIter', nIter, expected);
    },
    { stage: 'combined', runs: 150 },
  ),
  law(
    'converged is true when an assignment equalled the one before it; otherwise false',
    updatedClusterings,
    (solution, input) => {
      const call = common(input);
      if (!call) return undefined;
      const { converged } = run(solution, call);
      const expected = call.expected.converged;
      return converged === expected ? undefined : broken('converged', converged, expected);
    },
    { stage: 'combined', runs: 150 },
  ),
];
