import type { Workload } from './workload.ts';
import { inferenceWorkloads } from './workloads/inference.ts';
import { kMeansWorkloads } from './workloads/kMeans.ts';
import { learningWorkloads } from './workloads/learning.ts';
import { nearestWorkloads } from './workloads/nearest.ts';
import { pruningWorkloads } from './workloads/pruning.ts';

/** Every workload; each knows the types of its own data and results. */
export const workloads = [
  ...kMeansWorkloads,
  ...nearestWorkloads,
  ...inferenceWorkloads,
  ...pruningWorkloads,
  ...learningWorkloads,
] as unknown as readonly Workload<never, unknown>[];
