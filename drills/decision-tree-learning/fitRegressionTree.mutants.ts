import type * as reference from '../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../src/index.ts';
import { errors } from './fitRegressionTree/errors.mutants.ts';
import { calls, leaves } from './fitRegressionTree/leaves.mutants.ts';
import { fitRegressionTree } from './fitRegressionTree/shared.mutants.ts';
import { slow } from './fitRegressionTree/slow.mutants.ts';

const sizes: Mutant<typeof reference>[] = [
  {
    says: 'looks at the first eight features only',
    dies: 'with many features and classes too',
    solution: {
      fitRegressionTree: (X, y, options) =>
        fitRegressionTree(
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
      fitRegressionTree: (X, y, options) =>
        X.length === y.length
          ? fitRegressionTree(X.slice(0, 1024), y.slice(0, 1024), options)
          : fitRegressionTree(X, y, options),
    },
  },
];

export const mutants: Mutant<typeof reference>[] = [...errors, ...leaves, ...calls, ...slow, ...sizes];
