import type * as reference from '../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../src/index.ts';
import { calls } from './fitTree/calls.mutants.ts';
import { leaves } from './fitTree/leaves.mutants.ts';
import { limits } from './fitTree/limits.mutants.ts';
import { fitTree } from './fitTree/shared.mutants.ts';
import { slow } from './fitTree/slow.mutants.ts';
import { splits } from './fitTree/splits.mutants.ts';

const sizes: Mutant<typeof reference>[] = [
  {
    says: 'looks at the first eight features only',
    dies: 'with many features and classes too',
    solution: {
      fitTree: (X, y, options) =>
        fitTree(
          X.map((x) => x.slice(0, 8)),
          y,
          options,
        ),
    },
  },
  {
    says: 'grows the tree by a sample of the first 1,024 rows',
    dies: 'with thousands of rows too',
    solution: {
      fitTree: (X, y, options) =>
        X.length === y.length ? fitTree(X.slice(0, 1024), y.slice(0, 1024), options) : fitTree(X, y, options),
    },
  },
];

export const mutants: Mutant<typeof reference>[] = [...limits, ...leaves, ...splits, ...calls, ...slow, ...sizes];
