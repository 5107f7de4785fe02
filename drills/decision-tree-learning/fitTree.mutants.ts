import type * as reference from '../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../src/index.ts';
import { calls } from './fitTree/calls.mutants.ts';
import { leaves } from './fitTree/leaves.mutants.ts';
import { limits } from './fitTree/limits.mutants.ts';
import { slow } from './fitTree/slow.mutants.ts';
import { splits } from './fitTree/splits.mutants.ts';

export const mutants: Mutant<typeof reference>[] = [...limits, ...leaves, ...splits, ...calls, ...slow];
