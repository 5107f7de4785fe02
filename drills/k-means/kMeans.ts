import fc from 'fast-check';
import type * as reference from '../../reference/k-means/index.ts';
import { kMeans } from '../../reference/k-means/index.ts';
import {
  booleanValue,
  broken,
  defineLevel,
  finiteNumber,
  firstBroken,
  integerIn,
  lawsOf,
  listOf,
  objectWith,
  sameTwice,
  unchanged,
} from '../../src/index.ts';
import { decided } from './decided.ts';
import { growth } from './growth.ts';
import { type Clustering, clusterings, limitedClusterings, scaledClusterings, slowClustering } from './inputs.ts';
import { inertiaOf, run, sameCentroids, sameInertia, sameLabels } from './judge.ts';
import { malformedLaws } from './malformed.ts';

type Reference = typeof reference;
const law = lawsOf<Reference>();

const calls = limitedClusterings.map(({ X, initialCentroids, maxIter }): unknown[] => [
  X,
  initialCentroids,
  { maxIter },
]);

/** Examples in which the second centroid gets no row, at first or later. */
const emptied: readonly Clustering[] = [
  { X: [[0], [2]], initialCentroids: [[1], [50]] },
  { X: [[0], [1], [10]], initialCentroids: [[0], [0], [9]] },
  { X: [[-3], [3], [3]], initialCentroids: [[0], [50], [-50]] },
];

export const kMeansLevel = defineLevel<Reference>()({
  functions: ['kMeans'],
  title: "Lloyd's algorithm from given centroids",
  returns: {
    kMeans: ([X, initialCentroids]) =>
      objectWith({
        centroids: listOf(listOf(finiteNumber, initialCentroids[0]?.length), initialCentroids.length),
        labels: listOf(integerIn(0, initialCentroids.length - 1), X.length),
        inertia: finiteNumber,
        nIter: integerIn(0, Infinity),
        converged: booleanValue,
      }),
  },
  laws: [
    law(
      'assigning gives each row the index of its nearest centroid',
      clusterings,
      (solution, { X, initialCentroids }) => {
        const call = { X, initialCentroids, maxIter: 0 };
        return decided(call) && sameLabels(run(solution, call).labels, kMeans(X, initialCentroids, call).labels);
      },
    ),
    law(
      'the lowest index wins ties',
      fc.tuple(clusterings, fc.nat(11), fc.nat(3)),
      (solution, [{ X, initialCentroids }, i, k]) => {
        // A row halfway between two centroids, and centroids that are equal.
        const x = X[i % X.length];
        const mirrored = initialCentroids[k % initialCentroids.length].map((value, j) => 2 * x[j] - value);
        const centroids = [...initialCentroids, mirrored].slice(0, X.length);
        const call = { X, initialCentroids: centroids, maxIter: 0 };
        return decided(call) && sameLabels(run(solution, call).labels, kMeans(X, centroids, call).labels);
      },
      { runs: 150 },
    ),
    law(
      'an update moves each centroid to the mean of the rows assigned to it',
      clusterings,
      (solution, { X, initialCentroids }) => {
        const call = decided({ X, initialCentroids, maxIter: 1 });
        if (call?.maxIter !== 1) return undefined;
        return sameCentroids(run(solution, call).centroids, kMeans(X, initialCentroids, call).centroids, call);
      },
    ),
    law(
      'an empty cluster keeps its centroid',
      clusterings,
      (solution, { X, initialCentroids }) => {
        const call = decided({ X, initialCentroids, maxIter: 20 });
        if (!call) return undefined;
        const asked = kMeans(X, initialCentroids, call);
        const came = run(solution, call).centroids;
        const everUsed = new Set<number>();
        for (let maxIter = 0; maxIter <= asked.nIter; maxIter++) {
          for (const label of Array.from(kMeans(X, initialCentroids, { maxIter }).labels)) everUsed.add(label);
        }
        return firstBroken(initialCentroids, (initial, k) =>
          everUsed.has(k)
            ? undefined
            : firstBroken(initial, (value, j) =>
                came[k][j] === value ? undefined : broken(`centroids[${k}][${j}]`, came[k][j], value),
              ),
        );
      },
      { examples: emptied, runs: 150 },
    ),
    law('assign, then repeat update and assign', limitedClusterings, (solution, input) => {
      const call = decided(input);
      if (!call) return undefined;
      const asked = kMeans(call.X, call.initialCentroids, call);
      const came = run(solution, call);
      return sameCentroids(came.centroids, asked.centroids, call) ?? sameLabels(came.labels, asked.labels);
    }),
    law('labels and inertia belong to the returned centroids', limitedClusterings, (solution, input) => {
      const call = decided(input);
      if (!call) return undefined;
      const asked = kMeans(call.X, call.initialCentroids, call);
      const came = run(solution, call);
      const own = { ...came, labels: asked.labels };
      return sameCentroids(came.centroids, asked.centroids, call)
        ? undefined
        : (sameLabels(came.labels, asked.labels) ?? sameInertia(came.inertia, inertiaOf(call, own)));
    }),
    law(
      'inertia is the sum over all rows of the squared distance to their centroid',
      limitedClusterings,
      (solution, call) => {
        const came = run(solution, call);
        return sameInertia(came.inertia, inertiaOf(call, came));
      },
    ),
    law('nIter counts updates and is never more than maxIter', limitedClusterings, (solution, input) => {
      const call = decided(input);
      if (!call) return undefined;
      const { nIter } = run(solution, call);
      const asked = kMeans(call.X, call.initialCentroids, call).nIter;
      return nIter === asked ? undefined : broken('nIter', nIter, asked);
    }),
    law(
      'converged is true when an assignment equalled the one before it, otherwise false',
      limitedClusterings,
      (solution, input) => {
        const call = decided(input);
        if (!call) return undefined;
        const { converged } = run(solution, call);
        const asked = kMeans(call.X, call.initialCentroids, call).converged;
        return converged === asked ? undefined : broken('converged', converged, asked);
      },
    ),
    law(
      'maxIter: 0 assigns only',
      clusterings,
      (solution, { X, initialCentroids }) => {
        const { centroids, nIter, converged } = solution.kMeans(X, initialCentroids, { maxIter: 0 });
        if (nIter !== 0) return broken('nIter', nIter, 0);
        if (converged) return broken('converged', converged, false);
        return sameCentroids(centroids, initialCentroids, { X, initialCentroids });
      },
      { runs: 60 },
    ),
    law(
      'options, or maxIter in it, may be left out',
      fc.tuple(clusterings, fc.boolean()),
      (solution, [{ X, initialCentroids }, withOptions]) => {
        const call = decided({ X, initialCentroids, maxIter: 300 });
        if (call?.maxIter !== 300) return undefined;
        const asked = kMeans(X, initialCentroids);
        const came = withOptions ? solution.kMeans(X, initialCentroids, {}) : solution.kMeans(X, initialCentroids);
        return sameCentroids(came.centroids, asked.centroids, call) ?? sameLabels(came.labels, asked.labels);
      },
      { runs: 60 },
    ),
    law(
      'maxIter is 300 when it is left out, and there is no other limit',
      fc.constantFrom(undefined, 1000),
      (solution, maxIter) => {
        const { X, initialCentroids } = slowClustering();
        const { nIter, converged } =
          maxIter === undefined
            ? solution.kMeans(X, initialCentroids)
            : solution.kMeans(X, initialCentroids, { maxIter });
        const asked = kMeans(X, initialCentroids, maxIter === undefined ? {} : { maxIter });
        if (nIter !== asked.nIter) return broken('nIter', nIter, asked.nIter);
        return converged === asked.converged ? undefined : broken('converged', converged, asked.converged);
      },
      { examples: [undefined, 1000], runs: 2 },
    ),
    law(
      'numbers are held to 1e-9 of the largest coordinate, as small as 1e-6 or near 1e8',
      scaledClusterings,
      (solution, input) => {
        const call = decided(input);
        if (!call) return undefined;
        const asked = kMeans(call.X, call.initialCentroids, call);
        const came = run(solution, call);
        return (
          sameCentroids(came.centroids, asked.centroids, call) ??
          sameLabels(came.labels, asked.labels) ??
          sameInertia(came.inertia, inertiaOf(call, asked)) ??
          (came.nIter === asked.nIter ? undefined : broken('nIter', came.nIter, asked.nIter))
        );
      },
    ),
    ...malformedLaws,
    unchanged('kMeans', calls),
    sameTwice('kMeans', calls),
  ],
  growth,
  hints: [
    'Which two things are repeated? Write a function for each, and one for the distance, before you write the loop.',
    'Compare with "less than", not "less than or equal": then a later centroid at the same distance does not win.',
    'Assign once before the loop. In the loop: update, count it, assign, compare the new labels with the old ones.',
    'For the means, one pass over the rows is enough: a sum and a count for each cluster. Where the count is 0, leave the centroid.',
  ],
});
