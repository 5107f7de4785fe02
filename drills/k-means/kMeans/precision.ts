import type * as reference from '../../../reference/k-means/index.ts';
import { lawsOf } from '../../../src/index.ts';
import { type LimitedClustering, scaledClusterings } from './inputs.ts';
import { judgeResult } from './judge.ts';

const law = lawsOf<typeof reference>();

/** Rows nearly halfway between centroids, so far apart that the difference is some 1e-9 of the distances. */
const nearlyHalfway: LimitedClustering = { X: [[5e7 + 0.05], [1e8]], initialCentroids: [[0], [1e8]], maxIter: 0 };

/** All squared distances are beyond the largest integer that is exact. */
const farApart: LimitedClustering = { X: [[1e8], [1e8]], initialCentroids: [[-1e8], [0]], maxIter: 0 };

/** Differences a thousandth of coordinates of 1e-6, whose squares are below the smallest difference of numbers near 1. */
const closeTogether: LimitedClustering = {
  X: [[1e-6], [1.002e-6], [1.008e-6], [1.01e-6]],
  initialCentroids: [[1e-6], [1.002e-6]],
  maxIter: 8,
};

export const precisionLaw = law(
  'coordinates may be as small as 1e-6 or near 1e8, and centroids are held to 1e-9 of the largest',
  scaledClusterings,
  judgeResult,
  { stage: 'special', examples: [nearlyHalfway, farApart, closeTogether], runs: 250 },
);
