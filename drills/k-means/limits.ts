import fc from 'fast-check';
import type * as reference from '../../reference/k-means/index.ts';
import { kMeans } from '../../reference/k-means/index.ts';
import { broken, type Law, lawsOf } from '../../src/index.ts';
import { decided } from './decided.ts';
import { clusterings, slowClustering } from './inputs.ts';
import { sameCentroids, sameLabels } from './judge.ts';

type Reference = typeof reference;
const law = lawsOf<Reference>();

/** What `maxIter` means: 0, left out, and large. */
export const limitLaws: readonly Law<Reference>[] = [
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
      const options = maxIter === undefined ? [] : [{ maxIter }];
      const { nIter, converged } = solution.kMeans(X, initialCentroids, ...options);
      const asked = kMeans(X, initialCentroids, ...options);
      if (nIter !== asked.nIter) return broken('nIter', nIter, asked.nIter);
      return converged === asked.converged ? undefined : broken('converged', converged, asked.converged);
    },
    { examples: [undefined, 1000], runs: 2 },
  ),
];
