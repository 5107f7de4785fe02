import fc from 'fast-check';
import type * as reference from '../../reference/decision-tree-pruning/index.ts';
import { reducedErrorPrune } from '../../reference/decision-tree-pruning/index.ts';
import { majorityClass, type TreeNode } from '../../reference/decision-tree-pruning/tree.ts';
import {
  broken,
  defineLevel,
  firstBroken,
  independent,
  type Judgement,
  lawsOf,
  ON_DEPTH,
  sameTwice,
  unchanged,
} from '../../src/index.ts';
import {
  countsDifference,
  differenceFrom,
  keptDifference,
  kindsDifferenceFrom,
  pairsOf,
  prunedFrom,
  valueDifference,
} from './reducedErrorPrune/answers.ts';
import {
  adjacent,
  alike,
  hundreds,
  manyErrors,
  nearlyTheSame,
  oneOfMany,
  preciseOn,
  twoSplits,
  worthKeeping,
} from './reducedErrorPrune/examples.ts';
import {
  calls,
  closeCalls,
  largerPrunings,
  leaf,
  onThreshold,
  type Pruning,
  predict,
  prunings,
  split,
  strangers,
  UNSEEN,
} from './reducedErrorPrune/inputs.ts';
import { rangeErrorLaws } from './reducedErrorPrune/rangeErrors.ts';
import { deepChain, growth } from './reducedErrorPrune/workloads.ts';

const law = lawsOf<typeof reference>();
type Solution = typeof reference;

const prune = (solution: Solution, { tree, X, y }: Pruning): TreeNode => solution.reducedErrorPrune(tree, X, y);

/** How many rows have another label than the tree predicts for them. */
const errorsOf = (tree: TreeNode, { X, y }: Pruning): number => X.filter((x, i) => predict(tree, x) !== y[i]).length;

/** The rows that go to one side of a split. */
function sideOf(node: TreeNode, { tree, X, y }: Pruning, side: 'left' | 'right'): Pruning {
  const goesThere = (x: readonly number[]): boolean =>
    node.kind === 'split' && x[node.featureIndex] <= node.threshold === (side === 'left');
  return { tree, X: X.filter(goesThere), y: y.filter((_, i) => goesThere(X[i])) };
}

/** Judges every split of an answer with the rows that reach it, children first; small trees only. */
function judgeSplits(
  node: TreeNode,
  rows: Pruning,
  judge: (at: string, node: TreeNode, rows: Pruning) => Judgement,
  path = '',
): Judgement {
  if (node.kind === 'leaf') return undefined;
  return (
    judgeSplits(node.left, sideOf(node, rows, 'left'), judge, `${path}.left`) ??
    judgeSplits(node.right, sideOf(node, rows, 'right'), judge, `${path}.right`) ??
    judge(path.slice(1) || 'the answer', node, rows)
  );
}

export const reducedErrorPruneLevel = defineLevel<typeof reference>()({
  functions: ['reducedErrorPrune'],
  title: 'Cut a decision tree back with a validation set',
  returns: { reducedErrorPrune: ([tree]) => prunedFrom(tree) },
  laws: [
    law(
      'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
      prunings,
      (solution, input) => kindsDifferenceFrom(reducedErrorPrune(input.tree, input.X, input.y), prune(solution, input)),
      { examples: [...nearlyTheSame, oneOfMany, alike] },
    ),
    law(
      'dozens of nodes, rows, features and classes are no other than a few',
      largerPrunings,
      (solution, input) => differenceFrom(reducedErrorPrune(input.tree, input.X, input.y), prune(solution, input)),
      { stage: 'larger', examples: hundreds, runs: 30 },
    ),
    law(
      'one more error decides among many rows as among few',
      fc.constant(manyErrors),
      (solution, input) => kindsDifferenceFrom(input.tree, prune(solution, input)),
      {
        ...{ stage: 'larger', runs: 1, isLarge: true },
        remark: {
          only: 'overflow',
          advice: 'say how you would hand on a long list without spreading it over arguments',
        },
      },
    ),
    law(
      'bottom-up, children before their parent',
      closeCalls,
      (solution, input) => kindsDifferenceFrom(reducedErrorPrune(input.tree, input.X, input.y), prune(solution, input)),
      { stage: 'special', examples: [worthKeeping, twoSplits], runs: 100 },
    ),
    law(
      'the answer makes no more errors on X, y than the tree',
      prunings,
      (solution, input) => {
        const [actual, most] = [errorsOf(prune(solution, input), input), errorsOf(input.tree, input)];
        return actual <= most ? undefined : broken('the number of errors', actual, `at most ${most}`);
      },
      { stage: 'special', runs: 150 },
    ),
    law(
      'ties prune',
      prunings,
      (solution, input) =>
        judgeSplits(prune(solution, input), input, (at, node, rows) => {
          const asLeaf = errorsOf(leaf(...node.counts), rows);
          if (rows.X.length === 0 || asLeaf !== errorsOf(node, rows)) return undefined;
          return broken(at, `a split with ${asLeaf} errors, as many as a leaf makes`, 'a leaf');
        }),
      {
        stage: 'special',
        examples: [{ tree: split(0, 0, leaf(2, 0), leaf(1, 0)), X: [[0], [1]], y: [0, 1] }],
        runs: 150,
      },
    ),
    law(
      'a split that no row reaches becomes a leaf',
      prunings,
      (solution, input) =>
        judgeSplits(prune(solution, input), input, (at, _, rows) =>
          rows.X.length === 0 ? broken(at, 'a split, and no row reaches it', 'a leaf') : undefined,
        ),
      { stage: 'special', runs: 150 },
    ),
    law(
      'a row goes left when x[featureIndex] <= threshold',
      onThreshold,
      (solution, input) => differenceFrom(input.tree, prune(solution, input)),
      { stage: 'special', examples: adjacent },
    ),
    law(
      'a new leaf carries the counts of its node',
      prunings,
      (solution, input) =>
        firstBroken(pairsOf(prune(solution, input), input.tree), ({ at, answer, other }) =>
          answer.kind === 'leaf' && other.kind === 'split' ? countsDifference(answer, other, at) : undefined,
        ),
      { stage: 'special', examples: [{ tree: preciseOn(1), X: [[0, 0]], y: [1] }], runs: 150 },
    ),
    law(
      'a leaf predicts the class with the largest count, the smallest class on ties',
      prunings,
      (solution, input) =>
        firstBroken(pairsOf(prune(solution, input), input.tree), ({ at, answer, other }) =>
          answer.kind === 'leaf' && other.kind === 'split'
            ? valueDifference(answer, { value: majorityClass(other.counts) }, at)
            : undefined,
        ),
      { stage: 'special', examples: [{ tree: split(0, 0, leaf(0, 1), leaf(1, 0)), X: [[0]], y: [0] }], runs: 150 },
    ),
    law(
      'what is not pruned stays as it was',
      prunings,
      (solution, input) => firstBroken(pairsOf(prune(solution, input), input.tree), keptDifference),
      {
        stage: 'special',
        examples: [
          {
            tree: preciseOn(1),
            X: [
              [0, 0],
              [0, 1],
            ],
            y: [0, 1],
          },
        ],
        runs: 150,
      },
    ),
    law(
      'a class never seen in training is an error whatever is predicted',
      fc.tuple(prunings, strangers),
      (solution, [{ tree, X, y }, strangers]) => {
        // One more error for a leaf and for its subtree: no comparison changes.
        const more = {
          tree,
          X: [...strangers.map(([value]) => X[0].map(() => value)), ...X],
          y: [...strangers.map(([, label]) => label), ...y],
        };
        return differenceFrom(prune(solution, { tree, X, y }), prune(solution, more));
      },
      {
        stage: 'special',
        runs: 100,
        // The stranger is alone on its side, which would be worth its leaf if the label were taken for another.
        examples: UNSEEN.flatMap((label): [Pruning, [number, number][]][] => [
          [{ tree: split(0, 0, leaf(1, 0), leaf(0, 1)), X: [[0]], y: [0] }, [[1, label]]],
          [{ tree: split(0, 0, leaf(1, 0), leaf(0, 2)), X: [[1]], y: [1] }, [[0, label]]],
          [
            { tree: leaf(1, 0), X: [[0]], y: [0] },
            [
              [0, label],
              [1, label],
            ],
          ],
        ]),
      },
    ),
    law(
      'the order of the rows does not change the answer',
      prunings,
      (solution, { tree, X, y }) =>
        differenceFrom(
          prune(solution, { tree, X, y }),
          prune(solution, { tree, X: [...X].reverse(), y: [...y].reverse() }),
        ),
      { stage: 'combined', runs: 100 },
    ),
    law(
      'giving every row twice does not change the answer',
      prunings,
      (solution, { tree, X, y }) =>
        differenceFrom(prune(solution, { tree, X, y }), prune(solution, { tree, X: [...X, ...X], y: [...y, ...y] })),
      { stage: 'combined', runs: 100 },
    ),
    law(
      'pruning the answer again gives it back',
      prunings,
      (solution, input) => {
        const once = prune(solution, input);
        return differenceFrom(once, prune(solution, { ...input, tree: once }));
      },
      { stage: 'combined', runs: 100 },
    ),
    law(
      'a tree that is one leaf comes back as that leaf',
      prunings,
      (solution, { tree, X, y }) => {
        const single = leaf(...tree.counts);
        return differenceFrom(single, prune(solution, { tree: single, X, y }));
      },
      { stage: 'special', runs: 50 },
    ),
    law(
      'a tree 100,000 deep does not overflow the call stack',
      fc.constant('a chain'),
      (solution) => {
        const { input, pruned } = deepChain();
        return differenceFrom(pruned, prune(solution, input));
      },
      { stage: 'larger', runs: 1, isLarge: true, remark: ON_DEPTH },
    ),
    ...rangeErrorLaws,
    unchanged('reducedErrorPrune', ['tree', 'X', 'y'], calls),
    sameTwice('reducedErrorPrune', calls),
    independent('reducedErrorPrune', calls),
  ],
  growth,
  hints: [
    'What do you need to know of a node, beyond the tree itself, to decide whether it stays a split?',
    'Decide the children first. What then are the errors of a subtree, in terms of its two children?',
    'A leaf in the place of a node would be judged on the rows that pass there. A row passes few nodes: those on its way down.',
    'So two passes do: one sends each row down and adds to a counter of every node on the way; the other goes over the nodes, children before parents, and compares two numbers.',
    'For trees deeper than the call stack, put the nodes in a list, each before its children, and read that list backwards.',
  ],
});
