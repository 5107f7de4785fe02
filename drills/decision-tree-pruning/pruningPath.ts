import fc from 'fast-check';
import type * as reference from '../../reference/decision-tree-pruning/index.ts';
import { type PathEntry, pruningPath } from '../../reference/decision-tree-pruning/index.ts';
import type { TreeNode } from '../../reference/decision-tree-pruning/tree.ts';
import {
  asItIsNow,
  broken,
  defineLevel,
  finiteNumber,
  firstBroken,
  independent,
  integerIn,
  type Judgement,
  lawsOf,
  listOf,
  ON_DEPTH,
  objectWith,
  sameTwice,
  unchanged,
} from '../../src/index.ts';
import { manyClasses } from './reducedErrorPrune/examples.ts';
import { leaf, split, trees } from './reducedErrorPrune/inputs.ts';
import {
  balancedTree,
  billionsInAll,
  DEEP_ALPHA,
  deepTree,
  errorsOf,
  exactTrees,
  largerExactTrees,
  lookalikes,
  manyAlphas,
  multiplied,
  nLeavesOf,
  nSamplesOf,
  oneOfManyLeaves,
} from './trees.ts';

const law = lawsOf<typeof reference>();

type Path = readonly PathEntry[];

const TOLERANCE = 1e-9;

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE;

/** The entries after the first, of which those at nearly one alpha are one: the last of them. */
const merged = (path: Path): Path =>
  path.filter(({ ccpAlpha }, k) => k === 0 || k + 1 === path.length || !isNear(ccpAlpha, path[k + 1].ccpAlpha));

/** Where a path is not the one asked for. */
function differenceFrom(expected: Path, actual: Path): Judgement {
  const wrong = firstBroken(expected.slice(0, actual.length), (entry, k) => {
    if (!isNear(actual[k].ccpAlpha, entry.ccpAlpha))
      return broken(`[${k}].ccpAlpha`, actual[k].ccpAlpha, entry.ccpAlpha);
    if (actual[k].nLeaves !== entry.nLeaves) return broken(`[${k}].nLeaves`, actual[k].nLeaves, entry.nLeaves);
    return isNear(actual[k].risk, entry.risk) ? undefined : broken(`[${k}].risk`, actual[k].risk, entry.risk);
  });
  return (
    wrong ??
    (actual.length === expected.length ? undefined : broken('the number of entries', actual.length, expected.length))
  );
}

/** A link that costs nothing, and a root that goes before what is left below it. */
const together = split(
  0,
  0,
  split(0, 1, split(0, 2, leaf(2, 0), leaf(0, 2)), leaf(4, 0)),
  split(0, 3, leaf(2, 1), leaf(4, 1)),
);

/** Counts of 1e9, whose sum is more than 2^31. */
const billions = split(0, 0, leaf(1e9, 1e8, 0), split(0, 1, leaf(0, 1e9, 0), leaf(0, 0, 1e9)));

/** Links of 5e7 and of one error more, among 2^29 samples. */
const nearlyTogether = split(0, 1, split(0, 0, leaf(2 ** 29 - 1e8 - 1, 0), leaf(0, 5e7)), leaf(0, 5e7 + 1));

/** The same links side by side, the later one first. */
const nearlyInOrder = split(
  0,
  0,
  split(0, -1, leaf(2 ** 28, 0, 0), leaf(0, 5e7 + 1, 0)),
  split(0, 1, leaf(0, 0, 2 ** 28 - 1e8 - 1), leaf(0, 5e7, 0)),
);

/** The tree beside so many samples of class 0 that there are 2^22: its alphas are small, and shares of samples still exact. */
function amongMillions(tree: TreeNode): TreeNode {
  const more = 2 ** 22 - nSamplesOf(tree);
  return split(0, 0, tree, leaf(...tree.counts.map((_, c) => (c === 0 ? more : 0))));
}

export const pruningPathLevel = defineLevel<typeof reference>()({
  functions: ['pruningPath'],
  title: 'All the trees that cost-complexity pruning can give',
  returns: {
    pruningPath: () =>
      listOf(objectWith({ ccpAlpha: finiteNumber, nLeaves: integerIn(1, Infinity), risk: finiteNumber })),
  },
  laws: [
    law(
      'the first entry is ccpAlpha: 0 with the leaves and the risk of the full tree',
      trees,
      (solution, tree) => {
        const [first] = solution.pruningPath(tree);
        if (!first) return broken('the number of entries', 0, 'one or more');
        const risk = errorsOf(tree) / nSamplesOf(tree);
        return differenceFrom([{ ccpAlpha: 0, nLeaves: nLeavesOf(tree), risk }], [first]);
      },
      { runs: 100 },
    ),
    law(
      'one entry for each distinct effective alpha, with nLeaves and risk once all links at this alpha have become leaves',
      exactTrees,
      (solution, tree) => differenceFrom(pruningPath(tree), solution.pruningPath(tree)),
      { examples: [together, nearlyTogether, nearlyInOrder, ...lookalikes] },
    ),
    law(
      'dozens of nodes and classes are no other than a few',
      largerExactTrees,
      (solution, tree) => differenceFrom(merged(pruningPath(tree)), merged(solution.pruningPath(tree))),
      { stage: 'larger', examples: [...manyClasses, oneOfManyLeaves, manyAlphas], runs: 30 },
    ),
    law(
      'links that cost nothing make an entry of their own with ccpAlpha: 0, the second',
      exactTrees.map((tree) => split(0, 0, tree, split(0, 1, leaf(...tree.counts), leaf(...tree.counts)))),
      (solution, tree) => differenceFrom(pruningPath(tree).slice(0, 2), solution.pruningPath(tree).slice(0, 2)),
      { stage: 'special', runs: 60 },
    ),
    law(
      'alphas and risks are shares of the samples at the root, and held to 1e-9',
      trees,
      (solution, tree) => differenceFrom(merged(pruningPath(tree)), merged(solution.pruningPath(tree))),
      { stage: 'special', examples: [billions, billionsInAll], runs: 150 },
    ),
    law(
      'alphas far below 1e-6 are alphas as others are',
      exactTrees.map(amongMillions),
      (solution, tree) => differenceFrom(pruningPath(tree), solution.pruningPath(tree)),
      { stage: 'special', runs: 60 },
    ),
    law(
      'the last entry is the root alone',
      trees,
      (solution, tree) => {
        const last = solution.pruningPath(tree).at(-1);
        if (!last) return broken('the number of entries', 0, 'one or more');
        return last.nLeaves === 1 ? undefined : broken('nLeaves of the last entry', last.nLeaves, 1);
      },
      { stage: 'special', runs: 60 },
    ),
    law(
      'a tree that is one leaf has the first entry only',
      trees,
      (solution, { counts }) => differenceFrom(pruningPath(leaf(...counts)), solution.pruningPath(leaf(...counts))),
      { stage: 'special', runs: 30 },
    ),
    law(
      'multiplying all counts by one whole number changes nothing',
      fc.tuple(exactTrees, fc.constantFrom(2, 4, 8)),
      (solution, [tree, factor]) =>
        differenceFrom(solution.pruningPath(tree), solution.pruningPath(multiplied(tree, factor))),
      { stage: 'combined', runs: 60 },
    ),
    law(
      'trees 100,000 deep do not overflow the call stack',
      fc.constant('a chain'),
      (solution) => {
        const tree = deepTree();
        const root = { ccpAlpha: DEEP_ALPHA, nLeaves: 1, risk: 1 / nSamplesOf(tree) };
        return differenceFrom([{ ccpAlpha: 0, nLeaves: nSamplesOf(tree), risk: 0 }, root], solution.pruningPath(tree));
      },
      { stage: 'larger', runs: 1, isLarge: true, remark: ON_DEPTH },
    ),
    law(
      'an earlier answer stays what it was',
      fc.tuple(trees, trees),
      (solution, [earlier, later]) => {
        const answer = solution.pruningPath(earlier);
        solution.pruningPath(later);
        return differenceFrom(merged(pruningPath(earlier)), merged(asItIsNow(answer)));
      },
      { stage: 'state', examples: [[together, leaf(1, 0)]], runs: 30 },
    ),
    unchanged(
      'pruningPath',
      ['tree'],
      trees.map((tree): unknown[] => [tree]),
    ),
    sameTwice(
      'pruningPath',
      trees.map((tree): unknown[] => [tree]),
    ),
    independent(
      'pruningPath',
      trees.map((tree): unknown[] => [tree]),
    ),
  ],
  growth: [
    {
      variable: 'nNodes',
      on: 'a balanced tree with an alpha for each split',
      measures: ['steps'],
      workload: (size, random) => {
        const tree = balancedTree(size / 2, random);
        return (solution) => {
          solution.pruningPath(tree);
        };
      },
    },
  ],
  hints: [
    'For one split, which numbers of its subtree decide at what alpha it becomes a leaf?',
    'The weakest link is the split with the smallest (errors as a leaf - errors of its leaves) / (leaves - 1). When it is cut, which other splits change, and how?',
    'Only its ancestors do: they lose the same leaves and gain the same errors. Keep both numbers at every split, with a link to its parent.',
    'Do not look for the smallest in all splits again and again: keep the splits in a heap, and put the ancestors back in their new places. Cut everything at one alpha before you write an entry.',
  ],
});
