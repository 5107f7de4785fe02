import type * as reference from '../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../src/index.ts';
import {
  DEEP,
  GOES_LEFT,
  INPUTS,
  MALFORMED,
  NEW_LEAF,
  PAST_THE_END,
  SPLIT_BECOMES_LEAF,
  TIES,
} from './reducedErrorPrune/laws.mutants.ts';
import {
  asLeaf,
  type Check,
  type Flat,
  type Labels,
  majority,
  mode,
  type Prune,
  pruneBy,
  pruneIn,
  type Rows,
  type Rules,
  reducedErrorPrune,
  type Split,
  settleAll,
  standard,
  sum,
  type TreeNode,
  tallied,
  tallyErrors,
  validate,
  wrong,
} from './reducedErrorPrune/parts.mutants.ts';
import { ruleMutants } from './reducedErrorPrune/rules.mutants.ts';
import { slowMutants } from './reducedErrorPrune/slow.mutants.ts';

// What the answer is made of.

const made = (changes: Partial<Rules>): Prune => pruneBy(changes);

const shapes = [
  // A new leaf carries the counts of its node.
  ...wrong([
    [
      'gives a new leaf the counts of the validation rows',
      NEW_LEAF,
      made({
        collapse: (split, value, labels) => ({ ...asLeaf(split, value), counts: tallied(labels, split.counts) }),
      }),
    ],
    [
      'gives a new leaf shares in place of counts',
      NEW_LEAF,
      made({
        collapse: (split, value) => ({
          ...asLeaf(split, value),
          counts: Array.from(split.counts, (n) => n / sum(split.counts)),
        }),
      }),
    ],
    [
      'gives a new leaf the counts of its left child',
      NEW_LEAF,
      made({ collapse: (split, value) => ({ ...asLeaf(split, value), counts: split.left.counts }) }),
    ],
    [
      'gives a new leaf no counts',
      NEW_LEAF,
      made({ collapse: (split, value) => ({ ...asLeaf(split, value), counts: [] }) }),
    ],
  ]),
  // What is not pruned stays as it was: leaves that were leaves keep `value` and `counts`, splits keep `featureIndex`, `threshold` and `counts`.
  ...wrong([
    [
      'gives kept splits the counts of the validation rows',
      TIES,
      made({
        keep: (split, left, right, labels) => ({
          ...standard.keep(split, left, right, labels),
          counts: tallied(labels, split.counts),
        }),
      }),
    ],
    [
      'lets kept leaves predict the majority of the validation rows',
      'a class never seen in training is an error whatever is predicted',
      made({ leaf: (leaf, labels) => (labels.length === 0 ? leaf : asLeaf(leaf, mode(labels))) }),
    ],
    [
      'counts validation rows into the leaves',
      GOES_LEFT,
      made({
        leaf: (leaf, labels) => ({ ...leaf, counts: tallied(labels, leaf.counts).map((n, c) => n + leaf.counts[c]) }),
      }),
    ],
    [
      'swaps the children of kept splits',
      SPLIT_BECOMES_LEAF,
      made({ keep: (split, left, right, labels) => standard.keep(split, right, left, labels) }),
    ],
    [
      'gives kept splits back with the subtrees they were grown with',
      SPLIT_BECOMES_LEAF,
      made({ keep: (split) => split }),
    ],
  ]),
  // A tree that is one leaf comes back as that leaf.
  ...wrong([
    [
      'lets a tree that is one leaf predict the majority of the validation rows',
      'a class never seen in training is an error whatever is predicted',
      (tree, X, y) => {
        validate(X, y);
        return tree.kind === 'leaf' ? asLeaf(tree, mode(y)) : reducedErrorPrune(tree, X, y);
      },
    ],
  ]),
];

// Inputs and state.

const inputs = [
  // The inputs are never changed.
  ...wrong([
    [
      'prunes in place',
      INPUTS,
      made({
        collapse: (split, value) => asLeaf(Object.assign(split, { kind: 'leaf', value }), value),
        keep: (split, left, right) => Object.assign(split, { left: left.node, right: right.node }),
      }),
    ],
    [
      'hangs the pruned children into the splits it was given',
      INPUTS,
      made({ keep: (split, left, right) => Object.assign(split, { left: left.node, right: right.node }) }),
    ],
    [
      'notes the errors on the nodes it was given',
      INPUTS,
      made({
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
      made({
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
      'an answer does not depend on earlier calls',
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

// Depth.

/** The textbook: right, as long as the stack lasts. */
function recursive(tree: TreeNode, X: Rows, y: Labels): TreeNode {
  validate(X, y);
  const visit = (node: TreeNode, rows: readonly number[]): { node: TreeNode; errors: number } => {
    const own = rows.filter((row) => y[row] !== majority(node.counts)).length;
    if (node.kind === 'leaf') return { node, errors: own };
    const sides: [number[], number[]] = [[], []];
    for (const row of rows) {
      standard.feature(node, X[row]);
      sides[standard.goesLeft(node, X[row]) ? 0 : 1].push(row);
    }
    const [a, b] = [visit(node.left, sides[0]), visit(node.right, sides[1])];
    if (own <= a.errors + b.errors) return { node: asLeaf(node), errors: own };
    return { node: { ...node, left: a.node, right: b.node }, errors: a.errors + b.errors };
  };
  return visit(tree, [...X.keys()]).node;
}

function* inOrder(node: TreeNode): Generator<TreeNode> {
  if (node.kind === 'split') yield* inOrder(node.left);
  yield node;
  if (node.kind === 'split') yield* inOrder(node.right);
}

const copied = (node: TreeNode): TreeNode =>
  node.kind === 'leaf' ? { ...node } : { ...node, left: copied(node.left), right: copied(node.right) };

function settleThenBuild(flat: Flat, errors: number[]): TreeNode {
  const settled = flat.nodes.map((node) => node);
  settleAll({ nodes: settled, left: flat.left }, errors);
  const build = (id: number): TreeNode => {
    const [node, decided] = [flat.nodes[id], settled[id]];
    if (node.kind === 'leaf' || decided.kind === 'leaf') return decided;
    return { ...node, left: build(flat.left[id]), right: build(flat.left[id] + 1) };
  };
  return build(0);
}

// Trees 100,000 deep (chains) must not overflow the call stack.
const depths = wrong([
  ['visits the tree by plain recursion', DEEP, recursive],
  [
    'copies the tree by recursion before it prunes with a loop',
    DEEP,
    (tree, X, y) => reducedErrorPrune(copied(tree), X, y),
  ],
  ['decides with a loop, and then builds the answer by recursion', DEEP, pruneIn({ settle: settleThenBuild })],
  [
    'lists the nodes with generators inside generators',
    DEEP,
    (tree, X, y) => {
      validate(X, y);
      return [...inOrder(tree)].length === 1 ? tree : reducedErrorPrune(tree, X, y);
    },
  ],
  [
    'gives the tree back as it is when the stack overflows',
    DEEP,
    (tree, X, y) => {
      reducedErrorPrune(tree, X, y);
      try {
        return recursive(tree, X, y);
      } catch {
        return tree;
      }
    },
  ],
  [
    'prunes every split 1,000 levels down',
    DEEP,
    made({ collapses: (own, below, { site }) => site.depth >= 1000 || own <= below }),
  ],
]);

// Refusals.

const without = (...checks: Check[]): Prune => pruneBy({ check: (X, y) => validate(X, y, checks) });
const also = (isRefused: (X: Rows, y: Labels) => boolean): Prune =>
  pruneBy({
    check(X, y) {
      validate(X, y);
      if (isRefused(X, y)) throw new RangeError('refused');
    },
  });

const refusals = [
  // A `RangeError` is thrown, also when the tree is one leaf, if `X` is empty, a row has no features, rows differ in length, a coordinate or a label is NaN or infinite, or `y` has not one label for each row.
  ...wrong([
    ['accepts an empty `X`', MALFORMED, without('empty')],
    ['accepts rows without features', MALFORMED, without('bare')],
    ['accepts rows of different lengths', MALFORMED, without('ragged')],
    ['accepts NaN in a row', MALFORMED, without('NaN in X')],
    ['accepts infinity in a row', MALFORMED, without('inf in X')],
    ['accepts NaN in `y`', MALFORMED, without('NaN in y')],
    ['accepts infinity in `y`', MALFORMED, without('inf in y')],
    ['accepts fewer labels than rows', MALFORMED, without('few')],
    ['accepts more labels than rows', MALFORMED, without('many')],
    [
      'checks the first row only',
      MALFORMED,
      pruneBy({
        check: (X, y) =>
          validate(
            X.map(() => X[0]),
            y,
          ),
      }),
    ],
    ['throws a plain Error', MALFORMED, pruneBy({ check: (X, y) => validate(X, y, [], Error) })],
    [
      'gives a tree that is one leaf back before it checks',
      MALFORMED,
      (tree, X, y) => (tree.kind === 'leaf' ? tree : reducedErrorPrune(tree, X, y)),
    ],
    [
      'checks only coordinates that a split looks at',
      MALFORMED,
      pruneBy({
        check: (X, y) => validate(X, y, ['NaN in X', 'inf in X']),
        feature(split, x) {
          standard.feature(split, x);
          if (!Number.isFinite(x[split.featureIndex])) throw new RangeError('coordinate');
        },
      }),
    ],
    ['refuses rows whose sum is infinite', SPLIT_BECOMES_LEAF, also((X) => X.some((x) => !Number.isFinite(sum(x))))],
    ['refuses coordinates of 0 as missing', SPLIT_BECOMES_LEAF, also((X) => X.some((x) => x.some((v) => !v)))],
    ['refuses a label of 0 as missing', SPLIT_BECOMES_LEAF, also((_, y) => y.some((label) => !label))],
    ['refuses a single row', SPLIT_BECOMES_LEAF, also((X) => X.length === 1)],
    [
      'refuses a row that occurs twice',
      SPLIT_BECOMES_LEAF,
      also((X) => new Set(X.map((x) => x.join())).size < X.length),
    ],
  ]),
  // Also if a row reaches a split whose `featureIndex` is past the end of the row (a split that no row reaches is not judged for this).
  ...wrong([
    ['sends a row to the right when the feature does not exist', PAST_THE_END, pruneBy({ feature: () => undefined })],
    [
      'is off by one about the last feature',
      PAST_THE_END,
      pruneBy({
        feature(split, x) {
          if (split.featureIndex > x.length) throw new RangeError('feature');
        },
      }),
    ],
    [
      'refuses a split that looks at the last feature',
      SPLIT_BECOMES_LEAF,
      pruneBy({
        feature(split, x) {
          if (split.featureIndex >= x.length - 1) throw new RangeError('feature');
        },
      }),
    ],
    [
      'checks the features of the root only',
      PAST_THE_END,
      pruneBy(() => {
        let root: Split | null = null;
        return {
          feature(split, x) {
            root ??= split;
            if (split === root) standard.feature(split, x);
          },
        };
      }),
    ],
    [
      'checks the features of the splits it keeps only',
      PAST_THE_END,
      pruneBy(() => {
        let row: readonly number[] = [];
        return {
          feature(_, x) {
            row = x;
          },
          keep(split, left, right, labels) {
            standard.feature(split, row);
            return standard.keep(split, left, right, labels);
          },
        };
      }),
    ],
    [
      'drops rows of an unseen class before they go down',
      PAST_THE_END,
      (tree, X, y) => {
        validate(X, y);
        const rows = [...y.keys()].filter((row) => tree.counts[y[row]] !== undefined);
        const seen =
          rows.length === 0
            ? null
            : reducedErrorPrune(
                tree,
                rows.map((row) => X[row]),
                rows.map((row) => y[row]),
              );
        return seen ?? (tree.kind === 'leaf' ? tree : asLeaf(tree));
      },
    ],
  ]),
];

/** Wrong and slow attempts at `reducedErrorPrune`. */
export const mutants: Mutant<typeof reference>[] = [
  ...ruleMutants,
  ...shapes,
  ...inputs,
  ...depths,
  ...refusals,
  ...slowMutants,
];
