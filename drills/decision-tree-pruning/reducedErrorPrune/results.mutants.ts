import type * as reference from '../../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { GOES_LEFT, NEW_LEAF, SPLIT_BECOMES_LEAF, TIES, UNSEEN_CLASS } from './laws.mutants.ts';
import { asLeaf, mode, pruneBy, reducedErrorPrune, standard, sum, tallied, validate, wrong } from './parts.mutants.ts';

/** Mutants whose answer is made of something else. */
export const resultMutants: Mutant<typeof reference>[] = [
  // A new leaf carries the counts of its node.
  ...wrong([
    [
      'gives a new leaf the counts of the validation rows',
      NEW_LEAF,
      pruneBy({
        collapse: (split, value, labels) => ({ ...asLeaf(split, value), counts: tallied(labels, split.counts) }),
      }),
    ],
    [
      'gives a new leaf shares in place of counts',
      NEW_LEAF,
      pruneBy({
        collapse: (split, value) => ({
          ...asLeaf(split, value),
          counts: Array.from(split.counts, (n) => n / sum(split.counts)),
        }),
      }),
    ],
    [
      'gives a new leaf the counts of its left child',
      NEW_LEAF,
      pruneBy({ collapse: (split, value) => ({ ...asLeaf(split, value), counts: split.left.counts }) }),
    ],
    [
      'gives a new leaf no counts',
      NEW_LEAF,
      pruneBy({ collapse: (split, value) => ({ ...asLeaf(split, value), counts: [] }) }),
    ],
  ]),
  // What is not pruned stays as it was: leaves that were leaves keep `value` and `counts`, splits keep `featureIndex`, `threshold` and `counts`.
  ...wrong([
    [
      'gives kept splits the counts of the validation rows',
      TIES,
      pruneBy({
        keep: (split, left, right, labels) => ({
          ...standard.keep(split, left, right, labels),
          counts: tallied(labels, split.counts),
        }),
      }),
    ],
    [
      'lets kept leaves predict the majority of the validation rows',
      UNSEEN_CLASS,
      pruneBy({ leaf: (leaf, labels) => (labels.length === 0 ? leaf : asLeaf(leaf, mode(labels))) }),
    ],
    [
      'counts validation rows into the leaves',
      GOES_LEFT,
      pruneBy({
        leaf: (leaf, labels) => ({ ...leaf, counts: tallied(labels, leaf.counts).map((n, c) => n + leaf.counts[c]) }),
      }),
    ],
    [
      'swaps the children of kept splits',
      SPLIT_BECOMES_LEAF,
      pruneBy({ keep: (split, left, right, labels) => standard.keep(split, right, left, labels) }),
    ],
    [
      'gives kept splits back with the subtrees they were grown with',
      SPLIT_BECOMES_LEAF,
      pruneBy({ keep: (split) => split }),
    ],
  ]),
  // A tree that is one leaf comes back as that leaf.
  ...wrong([
    [
      'lets a tree that is one leaf predict the majority of the validation rows',
      UNSEEN_CLASS,
      (tree, X, y) => {
        validate(X, y);
        return tree.kind === 'leaf' ? asLeaf(tree, mode(y)) : reducedErrorPrune(tree, X, y);
      },
    ],
  ]),
];
