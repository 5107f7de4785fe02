import type * as reference from '../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../src/index.ts';
import { calls } from './fitBoosted/calls.mutants.ts';
import { rounds } from './fitBoosted/rounds.mutants.ts';
import { slow } from './fitBoosted/slow.mutants.ts';
import { trees } from './fitBoosted/trees.mutants.ts';

export const mutants: Mutant<typeof reference>[] = [...rounds, ...trees, ...calls, ...slow];
