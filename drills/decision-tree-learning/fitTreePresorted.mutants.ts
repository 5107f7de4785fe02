import type * as reference from '../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../src/index.ts';
import { limits } from './fitTree/limits.mutants.ts';
import { splits } from './fitTree/splits.mutants.ts';
import { lists } from './fitTreePresorted/lists.mutants.ts';
import { fitTreePresorted } from './fitTreePresorted/shared.mutants.ts';
import { slow } from './fitTreePresorted/slow.mutants.ts';

/** Mistakes of level 2 that are mistakes of this one: the question is the same, but for the cost. */
const asBefore: Mutant<typeof reference>[] = [...limits, ...splits].map(({ says, dies, solution: { fitTree } }) => ({
  says,
  dies,
  solution: fitTree ? { fitTreePresorted: fitTree } : {},
}));

const sizes: Mutant<typeof reference>[] = [
  {
    says: 'keeps lists of the first eight features only',
    dies: 'with many features and classes too',
    solution: {
      fitTreePresorted: (X, y, options) =>
        fitTreePresorted(
          X.map((x) => x.slice(0, 8)),
          y,
          options,
        ),
    },
  },
];

export const mutants: Mutant<typeof reference>[] = [...lists, ...asBefore, ...slow, ...sizes];
