import type * as reference from '../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../src/index.ts';
import { results } from './bestPruned/results.mutants.ts';
import { searching } from './bestPruned/search.mutants.ts';
import { plain } from './bestPruned/shared.mutants.ts';
import { slow } from './bestPruned/slow.mutants.ts';

const sizes: Mutant<typeof reference>[] = [
  {
    says: 'has room for 16 leaves',
    dies: 'dozens of nodes and classes are no other than a few',
    solution: { bestPruned: (tree, maxLeaves) => plain(tree, Math.min(maxLeaves, 16)) },
  },
];

export const mutants: Mutant<typeof reference>[] = [...searching, ...results, ...slow, ...sizes];
