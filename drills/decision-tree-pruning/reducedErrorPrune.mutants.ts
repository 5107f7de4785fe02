import type * as reference from '../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../src/index.ts';
import { callMutants } from './reducedErrorPrune/calls.mutants.ts';
import { decisionMutants } from './reducedErrorPrune/decisions.mutants.ts';
import { depthMutants } from './reducedErrorPrune/depth.mutants.ts';
import { errorMutants } from './reducedErrorPrune/errors.mutants.ts';
import { predictionMutants } from './reducedErrorPrune/predictions.mutants.ts';
import { refusalMutants } from './reducedErrorPrune/refusals.mutants.ts';
import { resultMutants } from './reducedErrorPrune/results.mutants.ts';
import { slowMutants } from './reducedErrorPrune/slow.mutants.ts';

/** Wrong and slow attempts at `reducedErrorPrune`. */
export const mutants: Mutant<typeof reference>[] = [
  ...predictionMutants,
  ...errorMutants,
  ...decisionMutants,
  ...resultMutants,
  ...callMutants,
  ...depthMutants,
  ...refusalMutants,
  ...slowMutants,
];
