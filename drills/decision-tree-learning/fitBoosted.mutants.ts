import type * as reference from '../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../src/index.ts';
import { calls } from './fitBoosted/calls.mutants.ts';
import { rounds } from './fitBoosted/rounds.mutants.ts';
import { fitBoosted } from './fitBoosted/shared.mutants.ts';
import { slow } from './fitBoosted/slow.mutants.ts';
import { trees } from './fitBoosted/trees.mutants.ts';

const sizes: Mutant<typeof reference>[] = [
  {
    says: 'looks at the first eight features only',
    dies: 'dozens of rows and features are no other than a few',
    solution: {
      fitBoosted: (X, y, options) =>
        fitBoosted(
          X.map((x) => x.slice(0, 8)),
          y,
          options,
        ),
    },
  },
];

export const mutants: Mutant<typeof reference>[] = [...rounds, ...trees, ...calls, ...slow, ...sizes];
