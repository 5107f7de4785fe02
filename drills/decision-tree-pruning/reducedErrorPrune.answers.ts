import type * as reference from '../../reference/decision-tree-pruning/index.ts';
import type { RightAnswer } from '../../src/index.ts';
import { inStep, typedArrays } from './reducedErrorPrune/arrays.answers.ts';
import { defensive, savings, tallies } from './reducedErrorPrune/formulas.answers.ts';
import { classes, textKeys } from './reducedErrorPrune/objects.answers.ts';
import { generators, slabs, trampoline } from './reducedErrorPrune/recursion.answers.ts';
import { functional, golf } from './reducedErrorPrune/short.answers.ts';

/** The right answers to `reducedErrorPrune`. */
export const answers: RightAnswer<typeof reference>[] = [
  { says: 'functional, no loops: a Map that grows under its own forEach', solution: { reducedErrorPrune: functional } },
  { says: 'code golf, with its own validation', solution: { reducedErrorPrune: golf } },
  { says: 'typed arrays, rows partitioned in place', solution: { reducedErrorPrune: typedArrays } },
  { says: 'all rows step down together, typed counts in the answer', solution: { reducedErrorPrune: inStep } },
  { says: 'classes, lazy views with getters as the answer', solution: { reducedErrorPrune: classes } },
  {
    says: 'Maps with text keys, frozen nodes without prototype',
    solution: { reducedErrorPrune: textKeys },
  },
  { says: 'a post-order generator, BigInt hits, shared subtrees', solution: { reducedErrorPrune: generators } },
  { says: 'recursive generators on a trampoline', solution: { reducedErrorPrune: trampoline } },
  { says: 'recursion in slabs of 300 levels', solution: { reducedErrorPrune: slabs } },
  { says: 'tallies of labels merged upwards from the leaves', solution: { reducedErrorPrune: tallies } },
  { says: 'savings over a leaf, everything copied', solution: { reducedErrorPrune: savings } },
  { says: 'defensive, linked lists, its own RangeError class', solution: { reducedErrorPrune: defensive } },
];
