import type * as reference from '../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../src/index.ts';
import { callMutants } from './reducedErrorPrune/calls.mutants.ts';
import { decisionMutants } from './reducedErrorPrune/decisions.mutants.ts';
import { depthMutants } from './reducedErrorPrune/depth.mutants.ts';
import { errorMutants } from './reducedErrorPrune/errors.mutants.ts';
import { reducedErrorPrune } from './reducedErrorPrune/parts.mutants.ts';
import { predictionMutants } from './reducedErrorPrune/predictions.mutants.ts';
import { refusalMutants } from './reducedErrorPrune/refusals.mutants.ts';
import { resultMutants } from './reducedErrorPrune/results.mutants.ts';
import { slowMutants } from './reducedErrorPrune/slow.mutants.ts';

const sizeMutants: Mutant<typeof reference>[] = [
  {
    says: 'validates by the first 64 rows',
    dies: 'dozens of nodes, rows, features and classes are no other than a few',
    solution: {
      reducedErrorPrune: (tree, X, y) =>
        X.length === y.length ? reducedErrorPrune(tree, X.slice(0, 64), y.slice(0, 64)) : reducedErrorPrune(tree, X, y),
    },
  },
  {
    says: 'counts errors for ten classes, the last one for all others',
    dies: 'dozens of nodes, rows, features and classes are no other than a few',
    solution: {
      reducedErrorPrune: (tree, X, y) =>
        reducedErrorPrune(
          tree,
          X,
          y.map((label) => (label > 9 && label < 15 ? 9 : label)),
        ),
    },
  },
];

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
  ...sizeMutants,
];
