import type * as reference from '../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../src/index.ts';
import { errors } from './fitRegressionTree/errors.mutants.ts';
import { calls, leaves } from './fitRegressionTree/leaves.mutants.ts';
import { slow } from './fitRegressionTree/slow.mutants.ts';

export const mutants: Mutant<typeof reference>[] = [...errors, ...leaves, ...calls, ...slow];
