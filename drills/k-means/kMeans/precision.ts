import type * as reference from '../../../reference/k-means/index.ts';
import { broken, lawsOf } from '../../../src/index.ts';
import { decided } from './decided.ts';
import { scaledClusterings } from './inputs.ts';
import { inertiaOf, run, sameCentroids, sameInertia, sameLabels } from './judge.ts';

const law = lawsOf<typeof reference>();

export const precisionLaw = law(
  'coordinates may be as small as 1e-6 or near 1e8, and centroids are held to 1e-9 of the largest',
  scaledClusterings,
  (solution, input) => {
    const call = decided(input);
    if (!call) return undefined;
    const { asked } = call;
    const came = run(solution, call);
    return (
      sameCentroids(came.centroids, asked.centroids, call) ??
      sameLabels(came.labels, asked.labels) ??
      sameInertia(came.inertia, inertiaOf(call, asked)) ??
      (came.nIter === asked.nIter ? undefined : broken('nIter', came.nIter, asked.nIter))
    );
  },
  { runs: 250 },
);
