import type * as reference from '../../../reference/k-means/index.ts';
import { lawsOf } from '../../../src/index.ts';
import { scaledClusterings } from './inputs.ts';
import { judgeResult } from './judge.ts';

const law = lawsOf<typeof reference>();

export const precisionLaw = law(
  'coordinates may be as small as 1e-6 or near 1e8, and centroids are held to 1e-9 of the largest',
  scaledClusterings,
  judgeResult,
  { stage: 'special', runs: 250 },
);
