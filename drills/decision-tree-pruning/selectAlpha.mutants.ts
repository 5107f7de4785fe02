import type * as reference from '../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../src/index.ts';
import { asking } from './selectAlpha/asking.mutants.ts';
import { choosing } from './selectAlpha/choosing.mutants.ts';
import { refusing } from './selectAlpha/refusals.mutants.ts';
import { having } from './selectAlpha/shared.mutants.ts';
import { slow } from './selectAlpha/slow.mutants.ts';

const sizes: Mutant<typeof reference>[] = [
  {
    says: 'asks ten folds at most',
    dies: 'dozens of entries and folds are no other than a few',
    solution: { selectAlpha: (path, folds) => having({})(path, folds.slice(0, 10)) },
  },
];

export const mutants: Mutant<typeof reference>[] = [...asking, ...choosing, ...refusing, ...slow, ...sizes];
