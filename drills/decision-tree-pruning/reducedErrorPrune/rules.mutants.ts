import type * as reference from '../../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { GOES_LEFT, SPLIT_BECOMES_LEAF } from './laws.mutants.ts';
import {
  asLeaf,
  type Done,
  type Flat,
  majority,
  mode,
  type Prune,
  pruneBy,
  pruneIn,
  type Rules,
  rebuild,
  reducedErrorPrune,
  settleAll,
  standard,
  sum,
  type TreeNode,
  validate,
  wrong,
} from './parts.mutants.ts';

// Where a row goes.

const side = (goesLeft: Rules['goesLeft']): Prune => pruneBy({ goesLeft });

// A row goes left when `x[featureIndex] <= threshold` and right otherwise.
const routing = wrong([
  [
    'sends a row on the threshold to the right',
    SPLIT_BECOMES_LEAF,
    side((split, x) => x[split.featureIndex] < split.threshold),
  ],
  ['sends large values to the left', SPLIT_BECOMES_LEAF, side((split, x) => x[split.featureIndex] > split.threshold)],
  ['allows 1e-9 above the threshold', GOES_LEFT, side((split, x) => x[split.featureIndex] <= split.threshold + 1e-9)],
  [
    'compares in single precision',
    GOES_LEFT,
    side((split, x) => Math.fround(x[split.featureIndex]) <= Math.fround(split.threshold)),
  ],
  [
    'keeps the rows in a Float32Array',
    SPLIT_BECOMES_LEAF,
    side((split, x) => Float32Array.from(x)[split.featureIndex] <= split.threshold),
  ],
  [
    'takes a threshold of 0 for a missing one',
    SPLIT_BECOMES_LEAF,
    side((split, x) => x[split.featureIndex] <= (split.threshold || Infinity)),
  ],
  [
    'compares whole numbers only',
    SPLIT_BECOMES_LEAF,
    side((split, x) => Math.floor(x[split.featureIndex]) <= split.threshold),
  ],
  ['looks at the first feature only', SPLIT_BECOMES_LEAF, side((split, x) => x[0] <= split.threshold)],
  ['counts features from 1', SPLIT_BECOMES_LEAF, side((split, x) => x[split.featureIndex - 1] <= split.threshold)],
  [
    'takes feature 0 for a missing one and looks at the last',
    SPLIT_BECOMES_LEAF,
    side((split, x) => x[split.featureIndex || x.length - 1] <= split.threshold),
  ],
  [
    'gives both sides the same array of rows',
    SPLIT_BECOMES_LEAF,
    pruneBy({ sides: () => new Array(2).fill([]) as unknown as [number[], number[]] }),
  ],
]);

// What a new leaf predicts.

const predicting = (predict: Rules['predict']): Prune => pruneBy({ predict });

// A leaf predicts the class with the largest count, the smallest class on ties; that is its `value`, in the input and in the answer.
const predictions = wrong([
  [
    'predicts the largest class on ties',
    SPLIT_BECOMES_LEAF,
    predicting((counts) => counts.reduce((best, n, c) => (n >= counts[best] ? c : best), 0)),
  ],
  [
    'sorts counts as text to find the largest',
    SPLIT_BECOMES_LEAF,
    predicting((counts) => counts.indexOf(Array.from(counts).sort()[counts.length - 1])),
  ],
  ['knows two classes only', SPLIT_BECOMES_LEAF, predicting((counts) => (counts[1] > counts[0] ? 1 : 0))],
  [
    'holds counts in a Float32Array',
    SPLIT_BECOMES_LEAF,
    predicting((counts) => majority(Array.from(Float32Array.from(counts)))),
  ],
  [
    'holds counts in a Uint8Array',
    SPLIT_BECOMES_LEAF,
    predicting((counts) => majority(Array.from(Uint8Array.from(counts)))),
  ],
  [
    'compares shares rounded to two decimals',
    SPLIT_BECOMES_LEAF,
    predicting((counts) => majority(Array.from(counts, (n) => Math.round((100 * n) / sum(counts))))),
  ],
  [
    'needs more than half of the counts, and predicts class 0 otherwise',
    SPLIT_BECOMES_LEAF,
    predicting((counts) =>
      Math.max(
        0,
        Array.from(counts).findIndex((n) => 2 * n > sum(counts)),
      ),
    ),
  ],
  [
    'predicts the mean class, rounded',
    SPLIT_BECOMES_LEAF,
    predicting((counts) => Math.round(counts.reduce((total, n, c) => total + n * c, 0) / sum(counts))),
  ],
  [
    'predicts the majority of the validation rows',
    SPLIT_BECOMES_LEAF,
    predicting((counts, labels) => (labels.length === 0 ? majority(counts) : mode(labels))),
  ],
  [
    'predicts what the child with more training samples predicts',
    SPLIT_BECOMES_LEAF,
    predicting((_, __, split) =>
      majority((sum(split.left.counts) < sum(split.right.counts) ? split.right : split.left).counts),
    ),
  ],
  [
    'gives a new leaf a class that is text',
    SPLIT_BECOMES_LEAF,
    pruneBy({ collapse: (split, value) => asLeaf(split, String(value) as unknown as number) }),
  ],
  [
    'predicts the count and not its class',
    SPLIT_BECOMES_LEAF,
    pruneBy({ predict: (counts) => counts[majority(counts)] }),
  ],
]);

// What an error is.

const losing = (loss: Rules['loss']): Prune => pruneBy({ loss });
const off = (label: number, value: number): number => (label === value ? 0 : 1);

const errors = [
  // A row whose label differs from the prediction is an error.
  ...wrong([
    ['adds up squared distances between classes', SPLIT_BECOMES_LEAF, losing((label, value) => (label - value) ** 2)],
    ['adds up distances between classes', SPLIT_BECOMES_LEAF, losing((label, value) => Math.abs(label - value))],
    [
      'compares labels in single precision',
      SPLIT_BECOMES_LEAF,
      losing((label, value) => off(Math.fround(label), value)),
    ],
    [
      'compares labels within 1e-6',
      SPLIT_BECOMES_LEAF,
      losing((label, value) => (Math.abs(label - value) < 1e-6 ? 0 : 1)),
    ],
    [
      'knows two labels only, 1 and the rest',
      SPLIT_BECOMES_LEAF,
      losing((label, value) => off(Number(label === 1), Number(value === 1))),
    ],
    [
      'keeps one label for each distinct row, the last',
      SPLIT_BECOMES_LEAF,
      (tree, X, y) => {
        validate(X, y);
        const last = new Map(X.map((x, row) => [x.join(), row]));
        const rows = [...last.values()];
        return reducedErrorPrune(
          tree,
          rows.map((row) => X[row]),
          rows.map((row) => y[row]),
        );
      },
    ],
    [
      'takes rows for the same when their digits are, as [1, 11] and [11, 1]',
      SPLIT_BECOMES_LEAF,
      (tree, X, y) => {
        validate(X, y);
        const first = new Map(X.map((x) => [x.join(''), x]));
        return reducedErrorPrune(
          tree,
          X.map((x) => first.get(x.join('')) ?? x),
          y,
        );
      },
    ],
  ]),
  // A class never seen in training (-1, 7 or 0.5 where `counts` is `[2, 1]`) is legal in `y`, and is an error whatever is predicted.
  ...wrong([
    ['cuts labels to whole numbers', SPLIT_BECOMES_LEAF, losing((label, value) => off(Math.trunc(label), value))],
    ['rounds labels', SPLIT_BECOMES_LEAF, losing((label, value) => off(Math.round(label), value))],
    ['forgets the sign of a label', SPLIT_BECOMES_LEAF, losing((label, value) => off(Math.abs(label), value))],
    [
      'takes labels beyond the classes for the nearest class',
      SPLIT_BECOMES_LEAF,
      losing((label, value, counts) => off(Math.min(Math.max(label, 0), counts.length - 1), value)),
    ],
    [
      'takes label -1 for the last class',
      SPLIT_BECOMES_LEAF,
      losing((label, value, { length }) => off(label < 0 ? label + length : label, value)),
    ],
    [
      'wraps labels around the number of classes',
      SPLIT_BECOMES_LEAF,
      losing((label, value, { length }) => off(label % length, value)),
    ],
    ['refuses negative labels', SPLIT_BECOMES_LEAF, refusing((label) => label < 0)],
    ['refuses fractional labels', SPLIT_BECOMES_LEAF, refusing((label) => !Number.isInteger(label))],
    ['refuses labels past the last class', SPLIT_BECOMES_LEAF, refusing((label, nClasses) => label >= nClasses)],
  ]),
];

function refusing(isRefused: (label: number, nClasses: number) => boolean): Prune {
  return (tree, X, y) => {
    if (y.some((label) => isRefused(label, tree.counts.length))) throw new RangeError('label');
    return reducedErrorPrune(tree, X, y);
  };
}

// What is pruned.

const when = (collapses: Rules['collapses']): Prune => pruneBy({ collapses });
const rate = ({ errors, nRows }: Done): number => (nRows === 0 ? 0 : errors / nRows);
const isLeafPair = (left: TreeNode, right: TreeNode): boolean => left.kind === 'leaf' && right.kind === 'leaf';

// Bottom-up, children before their parent: a split becomes a leaf when that makes no more errors, on the rows that reach it, than its subtree as pruned so far.
const bottomUp = wrong([
  [
    'compares with the subtree as it was grown',
    SPLIT_BECOMES_LEAF,
    when((own, _, { left, right }) => own <= left.grown + right.grown),
  ],
  [
    'goes through the tree once, pruning only above leaves of the input',
    SPLIT_BECOMES_LEAF,
    when((own, below, { split }) => isLeafPair(split.left, split.right) && own <= below),
  ],
  [
    'never prunes above a split that was kept',
    SPLIT_BECOMES_LEAF,
    when((own, below, { left, right }) => isLeafPair(left.node, right.node) && own <= below),
  ],
  [
    'stops for good at the first split that is kept',
    SPLIT_BECOMES_LEAF,
    pruneBy(() => {
      let isStopped = false;
      return {
        collapses(own, below) {
          isStopped ||= own > below;
          return !isStopped;
        },
      };
    }),
  ],
  [
    'averages the error rates of the two children',
    SPLIT_BECOMES_LEAF,
    when((own, _, { site, left, right }) => own / (site.rows.length || 1) <= (rate(left) + rate(right)) / 2),
  ],
  [
    'weights the error rates of the children by training samples',
    SPLIT_BECOMES_LEAF,
    when((own, _, { site, split, left, right }) => {
      const weights = [sum(split.left.counts), sum(split.right.counts)];
      const below = (weights[0] * rate(left) + weights[1] * rate(right)) / (weights[0] + weights[1]);
      return own / (site.rows.length || 1) <= below;
    }),
  ],
  [
    'compares error rates rounded to two decimals',
    SPLIT_BECOMES_LEAF,
    when(
      (own, below, { site }) =>
        Math.round((100 * own) / (site.rows.length || 1)) <= Math.round((100 * below) / (site.rows.length || 1)),
    ),
  ],
  [
    'adds half an error for each leaf',
    SPLIT_BECOMES_LEAF,
    when((own, below, { left, right }) => own + 0.5 <= below + (left.nLeaves + right.nLeaves) / 2),
  ],
  ['allows one error more', SPLIT_BECOMES_LEAF, when((own, below) => own <= below + 1)],
  [
    'prunes whatever fewer than two rows reach',
    SPLIT_BECOMES_LEAF,
    when((own, below, { site }) => site.rows.length < 2 || own <= below),
  ],
  [
    'counts errors on the training samples',
    SPLIT_BECOMES_LEAF,
    when(
      (_, __, { split, left, right }) =>
        sum(split.counts) - split.counts[majority(split.counts)] <= left.trainingErrors + right.trainingErrors,
    ),
  ],
  [
    'counts the errors of the leaf on all rows',
    SPLIT_BECOMES_LEAF,
    when((_, below, { split, y }) => y.filter((label) => label !== majority(split.counts)).length <= below),
  ],
  [
    'takes a leaf without errors for one that was not scored',
    SPLIT_BECOMES_LEAF,
    when((own, below) => own > 0 && own <= below),
  ],
  [
    'takes a subtree for right on all rows when its left child is',
    SPLIT_BECOMES_LEAF,
    pruneBy({ below: ({ left, right }) => left.errors && left.errors + right.errors }),
  ],
  [
    'scores the larger child only',
    SPLIT_BECOMES_LEAF,
    pruneBy({ below: ({ left, right }) => (left.nRows < right.nRows ? right : left).errors }),
  ],
  [
    'prunes only where both children predict the same',
    SPLIT_BECOMES_LEAF,
    when(
      (_, __, { left, right }) =>
        left.node.kind === 'leaf' && right.node.kind === 'leaf' && left.node.value === right.node.value,
    ),
  ],
  [
    'remembers decisions by feature and threshold, which two splits may share',
    SPLIT_BECOMES_LEAF,
    pruneBy(() => {
      const decided = new Map<string, boolean>();
      return {
        collapses(own, below, { split }) {
          const key = `${split.featureIndex} ${split.threshold}`;
          const isPruned = decided.get(key) ?? own <= below;
          decided.set(key, isPruned);
          return isPruned;
        },
      };
    }),
  ],
  [
    'prunes the split that saves most first, wherever it is',
    'bottom-up, children before their parent',
    pruneIn({ settle: settleGreedily }),
  ],
]);

/** The best saving first, until none is left; large trees are pruned in the right order, for time. */
function settleGreedily(flat: Flat, own: number[]): TreeNode {
  const { nodes, left } = flat;
  if (nodes.length > 2000) return settleAll(flat, own);
  const isPruned = nodes.map((node) => node.kind === 'leaf');
  for (let isOver = false; !isOver; ) {
    const below = [...own];
    const gains = nodes.map(() => -1);
    for (let id = nodes.length - 1; id >= 0; id--) {
      if (isPruned[id]) continue;
      below[id] = below[left[id]] + below[left[id] + 1];
      gains[id] = below[id] - own[id];
    }
    const best = gains.indexOf(Math.max(...gains));
    isOver = gains[best] < 0;
    if (!isOver) isPruned[best] = true;
  }
  return rebuild(flat, isPruned);
}

const edges = [
  // Ties prune.
  ...wrong([
    [
      'keeps a split on ties',
      SPLIT_BECOMES_LEAF,
      when((own, below, { site }) => site.rows.length === 0 || own < below),
    ],
  ]),
  // The root may become a leaf too.
  ...wrong([
    ['never prunes the root', SPLIT_BECOMES_LEAF, when((own, below, { site }) => site.depth > 0 && own <= below)],
  ]),
  // A split that no row reaches becomes a leaf.
  ...wrong([
    [
      'keeps a split that no row reaches',
      SPLIT_BECOMES_LEAF,
      when((own, below, { site }) => site.rows.length > 0 && own <= below),
    ],
    [
      'compares error rates, and 0 / 0 with nothing',
      SPLIT_BECOMES_LEAF,
      when((own, below, { site: { rows } }) => own / rows.length <= below / rows.length),
    ],
    [
      'puts the other child in place of a split that sends no row to one side',
      SPLIT_BECOMES_LEAF,
      pruneBy({
        collapses: (own, below, { left, right }) =>
          left.nRows + right.nRows === 0 || (left.nRows > 0 && right.nRows > 0 && own <= below),
        keep: (split, left, right, labels) => {
          if (left.nRows === 0) return right.node;
          return right.nRows === 0 ? left.node : standard.keep(split, left, right, labels);
        },
      }),
    ],
  ]),
];

/** Mutants that send, predict, count or prune wrongly. */
export const ruleMutants: Mutant<typeof reference>[] = [...routing, ...predictions, ...errors, ...bottomUp, ...edges];
