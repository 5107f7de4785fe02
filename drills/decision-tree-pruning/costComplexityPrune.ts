import fc from 'fast-check';
import type * as reference from '../../reference/decision-tree-pruning/index.ts';
import { costComplexityPrune } from '../../reference/decision-tree-pruning/index.ts';
import type { TreeNode } from '../../reference/decision-tree-pruning/tree.ts';
import {
  broken,
  defineLevel,
  firstBroken,
  independent,
  type Judgement,
  lawsOf,
  ON_DEPTH,
  sameTwice,
  throwsRangeError,
  unchanged,
} from '../../src/index.ts';
import {
  differenceFrom,
  judgeNodes,
  keptDifference,
  kindsDifferenceFrom,
  newLeafDifference,
  pairsOf,
  prunedFrom,
} from './reducedErrorPrune/answers.ts';
import { manyClasses, preciseOn } from './reducedErrorPrune/examples.ts';
import { largerTrees, leaf, split, trees } from './reducedErrorPrune/inputs.ts';
import {
  alphaBetween,
  balancedTree,
  billionsInAll,
  chainTree,
  criticalAlphas,
  DEEP_ALPHA,
  deepTree,
  errorsOf,
  exactTrees,
  lookalikes,
  multiplied,
  nLeavesOf,
  nSamplesOf,
  ONE_OF_MANY_ALPHA,
  oneOfManyLeaves,
} from './trees.ts';

const law = lawsOf<typeof reference>();

/** A tree, and an alpha at which no costs are nearly equal. */
const penalized = fc.tuple(trees, fc.nat(7)).map(([tree, choice]) => ({ tree, ccpAlpha: alphaBetween(tree, choice) }));

const calls = penalized.map(({ tree, ccpAlpha }): unknown[] => [tree, ccpAlpha]);

/** Alphas at which costs are equal, and exactly so. */
const tied = fc.tuple(exactTrees, fc.nat(7)).map(([tree, choice]) => {
  const alphas = criticalAlphas(tree).filter((alpha) => Number.isInteger(alpha * 2 ** 20));
  return { tree, ccpAlpha: alphas[choice % alphas.length] };
});

/** The risk is of all samples, not of those below a split: the lower split is worth its leaf of one sample in 16, not in 4. */
const shares: { tree: TreeNode; ccpAlpha: number } = {
  tree: split(0, 0, leaf(12, 0), split(0, 1, leaf(0, 3), leaf(1, 0))),
  ccpAlpha: 0.1,
};

/** Counts of 1e9, whose sum is more than 2^31. */
const many: { tree: TreeNode; ccpAlpha: number } = {
  tree: split(0, 0, leaf(1e9, 0, 0), split(0, 1, leaf(0, 1e9, 0), leaf(0, 0, 1e9))),
  ccpAlpha: 0.5,
};

/** Two leaves save one error of 2^27, beside a risk that single precision knows to 2^-25 only. */
const besideMuchRisk: { tree: TreeNode; ccpAlpha: number } = {
  tree: split(0, 0, leaf(2 ** 26, 2 ** 25), split(0, 1, leaf(2 ** 25 - 1, 0), leaf(0, 1))),
  ccpAlpha: 2 ** -29,
};

/** One error more among 2^29 samples, which is more than 1e-9. */
const fewErrors: TreeNode = split(0, 0, leaf(2 ** 29 - 1, 0), leaf(0, 1));

/** An alpha of 1e-7 is more than one error in 2^24. */
const tiny: { tree: TreeNode; ccpAlpha: number } = {
  tree: split(0, 0, leaf(2 ** 24 - 1, 0), leaf(0, 1)),
  ccpAlpha: 1e-7,
};

/** The leaf saves 6e-9 more than it costs, less than single precision tells from an alpha of 1/3. */
const narrow: { tree: TreeNode; ccpAlpha: number } = {
  tree: split(0, 0, leaf(666_666_661, 0), leaf(0, 333_333_339)),
  ccpAlpha: 1 / 3,
};

/** All that an answer must be where rounding may decide between subtrees: costs that differ by less than 1e-9 are not told apart. */
function judgeCost(solution: typeof reference, { tree, ccpAlpha }: { tree: TreeNode; ccpAlpha: number }): Judgement {
  const costOf = (answer: TreeNode): number => errorsOf(answer) / nSamplesOf(tree) + ccpAlpha * nLeavesOf(answer);
  const answer = solution.costComplexityPrune(tree, ccpAlpha);
  const [actual, least] = [costOf(answer), costOf(costComplexityPrune(tree, ccpAlpha))];
  return Math.abs(actual - least) < 1e-9 ? judgeNodes(answer, tree) : broken('the cost of the answer', actual, least);
}

export const costComplexityPruneLevel = defineLevel<typeof reference>()({
  functions: ['costComplexityPrune'],
  title: 'Cut a decision tree back when every leaf costs something',
  returns: { costComplexityPrune: ([tree]) => prunedFrom(tree) },
  laws: [
    law(
      'the answer is the subtree of least cost',
      penalized,
      (solution, { tree, ccpAlpha }) =>
        kindsDifferenceFrom(costComplexityPrune(tree, ccpAlpha), solution.costComplexityPrune(tree, ccpAlpha)),
      {
        examples: [
          shares,
          many,
          { tree: billionsInAll, ccpAlpha: 0.1 },
          besideMuchRisk,
          tiny,
          narrow,
          { ...shares, ccpAlpha: 1e300 },
          ...lookalikes.map((tree) => ({ tree, ccpAlpha: 0.1 })),
        ],
      },
    ),
    law(
      'dozens of nodes and classes are no other than a few',
      fc.tuple(largerTrees, fc.nat(60)).map(([tree, choice]) => ({ tree, ccpAlpha: alphaBetween(tree, choice) })),
      (solution, { tree, ccpAlpha }) =>
        differenceFrom(costComplexityPrune(tree, ccpAlpha), solution.costComplexityPrune(tree, ccpAlpha)),
      {
        stage: 'larger',
        examples: [
          ...manyClasses.flatMap((tree) => [0, 1].map((ccpAlpha) => ({ tree, ccpAlpha }))),
          { tree: oneOfManyLeaves, ccpAlpha: 1.001 * ONE_OF_MANY_ALPHA },
        ],
        runs: 30,
      },
    ),
    law(
      'a split becomes a leaf when that costs no more than its subtree at its best',
      tied,
      (solution, { tree, ccpAlpha }) =>
        kindsDifferenceFrom(costComplexityPrune(tree, ccpAlpha), solution.costComplexityPrune(tree, ccpAlpha)),
      { stage: 'special', runs: 200 },
    ),
    law(
      'ccpAlpha: 0 is legal: then only splits that do not lower the risk go',
      exactTrees,
      (solution, tree) => kindsDifferenceFrom(costComplexityPrune(tree, 0), solution.costComplexityPrune(tree, 0)),
      { stage: 'special', examples: [fewErrors], runs: 100 },
    ),
    law(
      'a larger ccpAlpha never leaves more leaves',
      fc.tuple(trees, fc.nat(7), fc.nat(7)),
      (solution, [tree, a, b]) => {
        const [small, large] = [alphaBetween(tree, a), alphaBetween(tree, b)].sort((x, y) => x - y);
        const most = nLeavesOf(solution.costComplexityPrune(tree, small));
        const answer = solution.costComplexityPrune(tree, large);
        const actual = nLeavesOf(answer);
        return actual <= most
          ? kindsDifferenceFrom(costComplexityPrune(tree, large), answer) // also after a call with another alpha
          : broken('the number of leaves', actual, `at most ${most}, those at ${small}`);
      },
      { stage: 'combined', runs: 60 },
    ),
    law(
      'multiplying all counts by one whole number changes no split',
      fc.tuple(penalized, fc.integer({ min: 2, max: 5 })),
      (solution, [{ tree, ccpAlpha }, factor]) =>
        kindsDifferenceFrom(
          solution.costComplexityPrune(tree, ccpAlpha),
          solution.costComplexityPrune(multiplied(tree, factor), ccpAlpha),
        ),
      { stage: 'combined', runs: 60 },
    ),
    law(
      'a new leaf predicts the class with the largest count of its node, and carries these counts',
      penalized,
      (solution, { tree, ccpAlpha }) =>
        firstBroken(pairsOf(solution.costComplexityPrune(tree, ccpAlpha), tree), newLeafDifference),
      {
        stage: 'special',
        examples: [split(0, 0, leaf(0, 1), leaf(1, 0)), preciseOn(0)].map((tree) => ({ tree, ccpAlpha: 1 })),
        runs: 100,
      },
    ),
    law(
      'what is not pruned stays as it was',
      penalized,
      (solution, { tree, ccpAlpha }) =>
        firstBroken(pairsOf(solution.costComplexityPrune(tree, ccpAlpha), tree), keptDifference),
      { stage: 'special', examples: [{ tree: preciseOn(299), ccpAlpha: 0 }], runs: 100 },
    ),
    law(
      'pruning the answer again gives it back',
      penalized,
      (solution, { tree, ccpAlpha }) => {
        const once = solution.costComplexityPrune(tree, ccpAlpha);
        return differenceFrom(once, solution.costComplexityPrune(once, ccpAlpha));
      },
      { stage: 'combined', runs: 60 },
    ),
    law(
      'a tree that is one leaf comes back as that leaf',
      fc.tuple(trees, fc.nat(9)),
      (solution, [{ counts }, ccpAlpha]) => {
        const single = leaf(...counts);
        return differenceFrom(single, solution.costComplexityPrune(single, ccpAlpha));
      },
      { stage: 'special', runs: 30 },
    ),
    law(
      'trees 100,000 deep do not overflow the call stack',
      fc.constant('a chain'),
      (solution) => {
        const tree = deepTree();
        return differenceFrom(leaf(...tree.counts), solution.costComplexityPrune(tree, 2 * DEEP_ALPHA));
      },
      { stage: 'larger', runs: 1, isLarge: true, remark: ON_DEPTH },
    ),
    law(
      'ccpAlpha that is NaN, infinite or negative is a RangeError',
      fc.tuple(trees, fc.constantFrom(Number.NaN, -1, Infinity, -Infinity, -1e-9)),
      (solution, [tree, ccpAlpha]) =>
        throwsRangeError(() => solution.costComplexityPrune(tree, ccpAlpha), `ccpAlpha = ${ccpAlpha}`),
      {
        stage: 'faults',
        examples: [-1, Number.NaN, Infinity, -1e-17].map((alpha): [TreeNode, number] => [leaf(1, 0), alpha]),
        runs: 40,
      },
    ),
    unchanged('costComplexityPrune', ['tree', 'ccpAlpha'], calls),
    sameTwice('costComplexityPrune', calls),
    independent('costComplexityPrune', calls),
  ],
  growth: (
    [
      ['a balanced tree', 0.01, (size: number, random: () => number) => balancedTree(size / 2, random)],
      // Of which much is left: what is kept of a subtree may not be walked through at each split either.
      ['a chain', 0, (size: number, random: () => number) => chainTree(size / 2, random)],
      // And what was below a split may not be walked through where it becomes a leaf.
      ['a chain of which nothing is left', 1, (size: number, random: () => number) => chainTree(size / 2, random)],
    ] as const
  ).map(([on, ccpAlpha, treeOf]) => ({
    variable: 'nNodes',
    on,
    measures: ['steps' as const],
    workload: (size, random) => {
      const tree = treeOf(size, random);
      return (solution) => {
        solution.costComplexityPrune(tree, ccpAlpha);
        return () => judgeCost(solution, { tree, ccpAlpha });
      };
    },
  })),
  hints: [
    'What does the cost of a tree consist of, in terms of the two subtrees below its root?',
    'So each split has two choices: a leaf, or the two children at their best. No choice depends on what is above.',
    'Go from the leaves up. For each node remember two numbers of its subtree at its best: misclassified samples and leaves.',
    'Compare misclassified / nSamples + ccpAlpha with the same for the subtree, nSamples always that of the root; a leaf on ties.',
  ],
});
