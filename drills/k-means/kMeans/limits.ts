import fc from 'fast-check';
import type * as reference from '../../../reference/k-means/index.ts';
import { broken, type Law, lawsOf, writtenAs } from '../../../src/index.ts';
import { decided } from './decided.ts';
import { clusterings, slowClustering } from './inputs.ts';
import { inertiaOf, run, sameCentroids, sameInertia, sameLabels, wrongLabel } from './judge.ts';

type Reference = typeof reference;
const law = lawsOf<Reference>();

/** More updates than the 300 that are made at most when `maxIter` is left out, and more than any limit of one's own. */
const slow = slowClustering(310);
const slower = slowClustering(1010);

/** Enough for a right answer that compares every row with every other in each update: its growth is judged elsewhere. */
const SLOW_FUEL = 400_000_000;

/** So many that an index does not fit into a byte. */
const manyRows = writtenAs(
  Array.from({ length: 260 }, (_, i) => [i]),
  'Array.from({ length: 260 }, (_, i) => [i])',
);

/** What `maxIter` means: 0, left out, and large. */
export const limitLaws: readonly Law<Reference>[] = [
  law(
    'maxIter: 0 assigns only',
    clusterings,
    (solution, { X, initialCentroids }) => {
      const { centroids, nIter, converged, labels, inertia } = solution.kMeans(X, initialCentroids, { maxIter: 0 });
      if (nIter !== 0) return broken('nIter', nIter, 0);
      if (converged) return broken('converged', converged, false);
      const call = decided({ X, initialCentroids, maxIter: 0 });
      return (
        sameCentroids(centroids, initialCentroids, { X, initialCentroids }) ??
        (call && wrongLabel(call, labels, 'farther')) ??
        (call && sameInertia(inertia, inertiaOf(call, call.expected)))
      );
    },
    { stage: 'special', runs: 100 },
  ),
  law(
    'options, or maxIter in it, may be left out',
    fc.tuple(clusterings, fc.boolean()),
    (solution, [{ X, initialCentroids }, withOptions]) => {
      const call = decided({ X, initialCentroids, maxIter: 300 });
      if (call?.maxIter !== 300) return undefined;
      const actual = withOptions ? solution.kMeans(X, initialCentroids, {}) : solution.kMeans(X, initialCentroids);
      return (
        sameCentroids(actual.centroids, call.expected.centroids, call) ??
        sameLabels(actual.labels, call.expected.labels)
      );
    },
    { stage: 'special', runs: 30 },
  ),
  law(
    'maxIter is 300 when it is left out, and there is no other limit',
    fc.constantFrom(undefined, 2 ** 32),
    (solution, maxIter) => {
      const isLimited = maxIter === undefined;
      const { X, initialCentroids } = isLimited ? slow : slower;
      const { nIter, converged } = solution.kMeans(X, initialCentroids, ...(isLimited ? [] : [{ maxIter }]));
      const expected = isLimited ? 300 : X.length - 2;
      if (nIter !== expected) return broken('nIter', nIter, expected);
      return converged === isLimited ? broken('converged', converged, !isLimited) : undefined;
    },
    { stage: 'larger', examples: [undefined, 2 ** 32], runs: 2, fuel: SLOW_FUEL, isLarge: true },
  ),
];

export const fineLaw = law(
  'as many clusters as rows, equal rows and equal initial centroids are all fine',
  fc.tuple(fc.boolean(), clusterings),
  (solution, [isEach, { X }]) => {
    // Each row is a centroid, or there are equal rows and one centroid on them: the answer is known without arithmetic.
    const rows = isEach ? X : X.map(() => X[0]);
    const maxIter = rows === manyRows ? 0 : 1; // hundreds of clusters take their time
    const call = decided({ X: rows, initialCentroids: isEach ? rows : [rows[0]], maxIter });
    if (!call) return undefined;
    const actual = run(solution, call);
    const keys = rows.map((row) => row.join());
    return (
      sameLabels(
        actual.labels,
        keys.map((key) => keys.indexOf(key)),
      ) ??
      sameCentroids(actual.centroids, call.initialCentroids, call) ??
      sameInertia(actual.inertia, { inertia: 0, rounding: 1e-12 })
    );
  },
  { stage: 'special', examples: [[true, { X: manyRows, initialCentroids: manyRows }]], runs: 60, fuel: SLOW_FUEL },
);
