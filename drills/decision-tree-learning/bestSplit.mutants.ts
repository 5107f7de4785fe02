import type * as reference from '../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../src/index.ts';
import { calls } from './bestSplit/calls.mutants.ts';
import { candidates } from './bestSplit/candidates.mutants.ts';
import { errors } from './bestSplit/errors.mutants.ts';
import { impurities } from './bestSplit/impurities.mutants.ts';
import { bestSplit } from './bestSplit/shared.mutants.ts';
import { slow } from './bestSplit/slow.mutants.ts';
import { values } from './bestSplit/values.mutants.ts';

const sizes: Mutant<typeof reference>[] = [
  {
    says: 'looks at the first eight features only',
    dies: 'with many features and classes too',
    solution: {
      bestSplit: (X, y) =>
        bestSplit(
          X.map((x) => x.slice(0, 8)),
          y,
        ),
    },
  },
  {
    says: 'counts ten classes, the last one for all others',
    dies: 'with many features and classes too',
    solution: {
      bestSplit: (X, y) =>
        bestSplit(
          X,
          y.map((label) => Math.min(label, 9)),
        ),
    },
  },
  {
    says: 'takes a sample of the first 1,024 rows',
    dies: 'with thousands of rows too',
    solution: {
      bestSplit: (X, y) => (X.length === y.length ? bestSplit(X.slice(0, 1024), y.slice(0, 1024)) : bestSplit(X, y)),
    },
  },
];

export const mutants: Mutant<typeof reference>[] = [
  ...impurities,
  ...candidates,
  ...values,
  ...calls,
  ...errors,
  ...slow,
  ...sizes,
];
