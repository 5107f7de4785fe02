import type * as reference from '../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../src/index.ts';
import { asking } from './selectAlpha/asking.mutants.ts';
import { choosing } from './selectAlpha/choosing.mutants.ts';
import { refusing } from './selectAlpha/refusals.mutants.ts';
import { slow } from './selectAlpha/slow.mutants.ts';

export const mutants: Mutant<typeof reference>[] = [...asking, ...choosing, ...refusing, ...slow];
