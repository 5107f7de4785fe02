import type * as reference from '../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../src/index.ts';
import { results } from './bestPruned/results.mutants.ts';
import { searching } from './bestPruned/search.mutants.ts';
import { slow } from './bestPruned/slow.mutants.ts';

export const mutants: Mutant<typeof reference>[] = [...searching, ...results, ...slow];
