import type * as reference from '../../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { INPUTS, SPLIT_BECOMES_LEAF, TIES } from './laws.mutants.ts';
import {
  asLeaf,
  majority,
  pruneBy,
  pruneIn,
  reducedErrorPrune,
  type TreeNode,
  tallyErrors,
  validate,
  wrong,
} from './parts.mutants.ts';

/** Mutants that change their inputs, or keep something from an earlier call. */
export const callMutants: Mutant<typeof reference>[] = [
  // The inputs are never changed.
  ...wrong([
    [
      'prunes in place',
      INPUTS,
      pruneBy({
        collapse: (split, value) => asLeaf(Object.assign(split, { kind: 'leaf', value }), value),
        keep: (split, left, right) => Object.assign(split, { left: left.node, right: right.node }),
      }),
    ],
    [
      'hangs the pruned children into the splits it was given',
      INPUTS,
      pruneBy({ keep: (split, left, right) => Object.assign(split, { left: left.node, right: right.node }) }),
    ],
    [
      'notes the errors on the nodes it was given',
      INPUTS,
      pruneBy({
        below({ split, left, right }) {
          Object.assign(split, { errors: left.errors + right.errors });
          return left.errors + right.errors;
        },
      }),
    ],
    [
      'empties `X` and `y` as it reads them',
      INPUTS,
      (tree, X, y) => {
        validate(X, y);
        return reducedErrorPrune(tree, (X as number[][]).splice(0), (y as number[]).splice(0));
      },
    ],
    [
      'sorts the counts in place',
      TIES,
      pruneBy({
        predict(counts) {
          const value = majority(counts);
          (counts as number[]).sort((a, b) => b - a);
          return value;
        },
      }),
    ],
    [
      'sorts the rows in place',
      INPUTS,
      (tree, X, y) => {
        validate(X, y);
        const labels = new Map(X.map((x, row) => [x, y[row]]));
        const rows = (X as number[][]).sort((a, b) => a[0] - b[0]);
        return reducedErrorPrune(
          tree,
          rows,
          rows.map((x) => labels.get(x) ?? 0),
        );
      },
    ],
  ]),
  // Answers are fresh values or untouched parts of the input, the same for the same call.
  ...wrong([
    [
      'remembers the answer of a tree, whatever the rows',
      'reducedErrorPrune does not depend on earlier calls',
      (() => {
        const answers = new WeakMap<TreeNode, TreeNode>();
        return (tree, X, y) => {
          const answer = answers.get(tree) ?? reducedErrorPrune(tree, X, y);
          validate(X, y);
          answers.set(tree, answer);
          return answer;
        };
      })(),
    ],
    [
      'goes on adding errors from the call before',
      SPLIT_BECOMES_LEAF,
      (() => {
        const before: number[] = [];
        return pruneIn({
          tally(flat, X, y) {
            tallyErrors(flat, X, y).forEach((n, id) => {
              before[id] = (before[id] ?? 0) + n;
            });
            return before.slice(0, flat.nodes.length);
          },
        });
      })(),
    ],
  ]),
];
