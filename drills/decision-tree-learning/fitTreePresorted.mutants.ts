import type * as reference from '../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../src/index.ts';
import { limits } from './fitTree/limits.mutants.ts';
import { splits } from './fitTree/splits.mutants.ts';
import { lists } from './fitTreePresorted/lists.mutants.ts';
import { slow } from './fitTreePresorted/slow.mutants.ts';

/** Mistakes of level 2 that are mistakes of this one: the question is the same, but for the cost. */
const asBefore: Mutant<typeof reference>[] = [...limits, ...splits].map(({ says, dies, solution: { fitTree } }) => ({
  says,
  dies,
  solution: fitTree ? { fitTreePresorted: fitTree } : {},
}));

export const mutants: Mutant<typeof reference>[] = [...lists, ...asBefore, ...slow];
