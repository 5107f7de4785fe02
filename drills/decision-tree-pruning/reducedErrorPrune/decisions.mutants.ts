import type * as reference from '../../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { BOTTOM_UP, SPLIT_BECOMES_LEAF } from './laws.mutants.ts';
import {
  type Done,
  type Flat,
  majority,
  type Prune,
  pruneBy,
  pruneIn,
  type Rules,
  rebuild,
  settleAll,
  standard,
  sum,
  type TreeNode,
  wrong,
} from './parts.mutants.ts';

const when = (collapses: Rules['collapses']): Prune => pruneBy({ collapses });
const rate = ({ errors, nRows }: Done): number => (nRows === 0 ? 0 : errors / nRows);
const isLeafPair = (left: TreeNode, right: TreeNode): boolean => left.kind === 'leaf' && right.kind === 'leaf';

// Bottom-up, children before their parent: a split becomes a leaf when that makes no more errors, on the rows that reach it, than its subtree as pruned so far.
const bottomUp = wrong([
  [
    'compares with the subtree as it was grown',
    BOTTOM_UP,
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
    'takes error rates that differ by less than a thousandth for equal',
    SPLIT_BECOMES_LEAF,
    when((own, below, { site }) => (own - below) / (site.rows.length || 1) < 1e-3),
  ],
  [
    'leaves a split alone where both of its children stay splits',
    BOTTOM_UP,
    when((own, below, { left, right }) => own <= below && !(left.node.kind === 'split' && right.node.kind === 'split')),
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
  ['prunes the split that saves most first, wherever it is', BOTTOM_UP, pruneIn({ settle: settleGreedily })],
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

/** Mutants that prune too much, too little or in the wrong order. */
export const decisionMutants: Mutant<typeof reference>[] = [...bottomUp, ...edges];
