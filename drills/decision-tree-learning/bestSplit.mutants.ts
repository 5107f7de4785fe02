import type * as reference from '../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../src/index.ts';
import { calls } from './bestSplit/calls.mutants.ts';
import { candidates } from './bestSplit/candidates.mutants.ts';
import { errors } from './bestSplit/errors.mutants.ts';
import { impurities } from './bestSplit/impurities.mutants.ts';
import { slow } from './bestSplit/slow.mutants.ts';
import { values } from './bestSplit/values.mutants.ts';

export const mutants: Mutant<typeof reference>[] = [
  ...impurities,
  ...candidates,
  ...values,
  ...calls,
  ...errors,
  ...slow,
];
