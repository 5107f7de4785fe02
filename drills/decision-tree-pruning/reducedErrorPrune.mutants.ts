import type * as reference from '../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../src/index.ts';
import { refutedBy } from './reducedErrorPrune/laws.mutants.ts';
import {
  asLeaf,
  breaking,
  type Check,
  flatten,
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
  standard,
  sum,
  type TreeNode,
  tallied,
  tallyErrors,
  validate,
} from './reducedErrorPrune/parts.mutants.ts';
import { ruleMutants } from './reducedErrorPrune/rules.mutants.ts';
import { slowMutants } from './reducedErrorPrune/slow.mutants.ts';

// What the answer is made of.

const made = (changes: Partial<Rules>): Prune => pruneBy(changes);

const shapes = [
  ...breaking('A new leaf carries the counts of its node.', [
    [
      'gives a new leaf the counts of the validation rows',
      made({
        collapse: (split, value, labels) => ({ ...asLeaf(split, value), counts: tallied(labels, split.counts) }),
      }),
    ],
    [
      'gives a new leaf shares in place of counts',
      made({
        collapse: (split, value) => ({
          ...asLeaf(split, value),
          counts: Array.from(split.counts, (n) => n / sum(split.counts)),
        }),
      }),
    ],
    [
      'gives a new leaf the counts of its left child',
      made({ collapse: (split, value) => ({ ...asLeaf(split, value), counts: split.left.counts }) }),
    ],
    ['gives a new leaf no counts', made({ collapse: (split, value) => ({ ...asLeaf(split, value), counts: [] }) })],
  ]),
  ...breaking(
    'What is not pruned stays as it was: leaves that were leaves keep `value` and `counts`, splits keep `featureIndex`, `threshold` and `counts`.',
    [
      [
        'gives kept splits the counts of the validation rows',
        made({
          keep: (split, left, right, labels) => ({
            ...standard.keep(split, left, right, labels),
            counts: tallied(labels, split.counts),
          }),
        }),
      ],
      [
        'lets kept leaves predict the majority of the validation rows',
        made({ leaf: (leaf, labels) => (labels.length === 0 ? leaf : asLeaf(leaf, mode(labels))) }),
      ],
      [
        'counts validation rows into the leaves',
        made({
          leaf: (leaf, labels) => ({ ...leaf, counts: tallied(labels, leaf.counts).map((n, c) => n + leaf.counts[c]) }),
        }),
      ],
      [
        'swaps the children of kept splits',
        made({ keep: (split, left, right, labels) => standard.keep(split, right, left, labels) }),
      ],
      ['gives kept splits back with the subtrees they were grown with', made({ keep: (split) => split })],
    ],
  ),
  ...breaking('A tree that is one leaf comes back as that leaf.', [
    [
      'lets a tree that is one leaf predict the majority of the validation rows',
      (tree, X, y) => {
        validate(X, y);
        return tree.kind === 'leaf' ? asLeaf(tree, mode(y)) : reducedErrorPrune(tree, X, y);
      },
    ],
  ]),
];

// Inputs and state.

const inputs = [
  ...breaking('The inputs are never changed.', [
    [
      'prunes in place',
      made({
        collapse: (split, value) => asLeaf(Object.assign(split, { kind: 'leaf', value }), value),
        keep: (split, left, right) => Object.assign(split, { left: left.node, right: right.node }),
      }),
    ],
    [
      'hangs the pruned children into the splits it was given',
      made({ keep: (split, left, right) => Object.assign(split, { left: left.node, right: right.node }) }),
    ],
    [
      'notes the errors on the nodes it was given',
      made({
        below({ split, left, right }) {
          Object.assign(split, { errors: left.errors + right.errors });
          return left.errors + right.errors;
        },
      }),
    ],
    [
      'empties `X` and `y` as it reads them',
      (tree, X, y) => {
        validate(X, y);
        return reducedErrorPrune(tree, (X as number[][]).splice(0), (y as number[]).splice(0));
      },
    ],
    [
      'sorts the counts in place',
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
  ...breaking('`counts` may be plain or typed arrays; other fields than those above are not looked at.', [
    [
      'takes counts that are no plain array for missing',
      made({ predict: (counts) => (Array.isArray(counts) ? majority(counts) : 0) }),
    ],
    [
      'sends a copy of the counts through JSON',
      made({
        collapse: (split, value) => ({ ...asLeaf(split, value), counts: JSON.parse(JSON.stringify(split.counts)) }),
      }),
    ],
    [
      'joins typed counts as one item',
      made({
        collapse: (split, value) => ({ ...asLeaf(split, value), counts: ([] as number[]).concat(split.counts) }),
      }),
    ],
  ]),
  ...breaking('Answers are fresh values or untouched parts of the input, the same for the same call.', [
    [
      'remembers the answer of a tree, whatever the rows',
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

const depths = breaking('Trees 100,000 deep (chains) must not overflow the call stack.', [
  ['visits the tree by plain recursion', recursive],
  ['copies the tree by recursion before it prunes with a loop', (tree, X, y) => reducedErrorPrune(copied(tree), X, y)],
  [
    'lists the nodes with generators inside generators',
    (tree, X, y) => {
      validate(X, y);
      return [...inOrder(tree)].length === 1 ? tree : reducedErrorPrune(tree, X, y);
    },
  ],
  [
    'gives the tree back as it is when the stack overflows',
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
  ...breaking(
    'A `RangeError` is thrown, also when the tree is one leaf, if `X` is empty, a row has no features, rows differ in length, a coordinate or a label is NaN or infinite, or `y` has not one label for each row.',
    [
      ['accepts an empty `X`', without('empty')],
      ['accepts rows without features', without('bare')],
      ['accepts rows of different lengths', without('ragged')],
      ['accepts NaN in a row', without('NaN in X')],
      ['accepts infinity in a row', without('inf in X')],
      ['accepts NaN in `y`', without('NaN in y')],
      ['accepts infinity in `y`', without('inf in y')],
      ['accepts fewer labels than rows', without('few')],
      ['accepts more labels than rows', without('many')],
      [
        'checks the first row only',
        pruneBy({
          check: (X, y) =>
            validate(
              X.map(() => X[0]),
              y,
            ),
        }),
      ],
      ['throws a plain Error', pruneBy({ check: (X, y) => validate(X, y, [], Error) })],
      [
        'gives a tree that is one leaf back before it checks',
        (tree, X, y) => (tree.kind === 'leaf' ? tree : reducedErrorPrune(tree, X, y)),
      ],
      [
        'checks only coordinates that a split looks at',
        pruneBy({
          check: (X, y) => validate(X, y, ['NaN in X', 'inf in X']),
          feature(split, x) {
            standard.feature(split, x);
            if (!Number.isFinite(x[split.featureIndex])) throw new RangeError('coordinate');
          },
        }),
      ],
      ['refuses rows whose sum is infinite', also((X) => X.some((x) => !Number.isFinite(sum(x))))],
      ['refuses coordinates of 0 as missing', also((X) => X.some((x) => x.some((v) => !v)))],
      ['refuses a label of 0 as missing', also((_, y) => y.some((label) => !label))],
      ['refuses a single row', also((X) => X.length === 1)],
      ['refuses a row that occurs twice', also((X) => new Set(X.map((x) => x.join())).size < X.length)],
    ],
  ),
  ...breaking(
    'Also if a row reaches a split whose `featureIndex` is past the end of the row (a split that no row reaches is not judged for this).',
    [
      ['sends a row to the right when the feature does not exist', pruneBy({ feature: () => undefined })],
      [
        'is off by one about the last feature',
        pruneBy({
          feature(split, x) {
            if (split.featureIndex > x.length) throw new RangeError('feature');
          },
        }),
      ],
      [
        'refuses a split that looks at the last feature',
        pruneBy({
          feature(split, x) {
            if (split.featureIndex >= x.length - 1) throw new RangeError('feature');
          },
        }),
      ],
      [
        'also refuses a split that no row reaches',
        (tree, X, y) => {
          validate(X, y);
          for (const node of flatten(tree).nodes) if (node.kind === 'split') standard.feature(node, X[0]);
          return reducedErrorPrune(tree, X, y);
        },
      ],
      [
        'checks the features of the root only',
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
    ],
  ),
];

/** Wrong and slow attempts at `reducedErrorPrune`. */
const written: Mutant<typeof reference>[] = [
  ...ruleMutants,
  ...shapes,
  ...inputs,
  ...depths,
  ...refusals,
  ...slowMutants,
];

/** Each names the sentence of the question that it breaks; those without a law shown to tell them apart are left out. */
export const mutants: Mutant<typeof reference>[] = written.flatMap((mutant) => {
  const dies = refutedBy[mutant.says];
  return dies === undefined ? [] : [{ ...mutant, dies }];
});
