import { describe, expect, test } from 'vitest';
import {
  bestPruned,
  costComplexityPrune,
  type PathEntry,
  pruningPath,
  selectAlpha,
  type TreeNode,
} from '../../reference/decision-tree-pruning/index.ts';
import { errorsAt } from '../../reference/decision-tree-pruning/nodes.ts';
import { majorityClass } from '../../reference/decision-tree-pruning/tree.ts';
import { createRandom, randomInteger } from '../../src/index.ts';

const leaf = (...counts: number[]): TreeNode => ({ kind: 'leaf', value: majorityClass(counts), counts });

const split = (left: TreeNode, right: TreeNode): TreeNode => ({
  kind: 'split',
  featureIndex: 0,
  threshold: 0,
  counts: left.counts.map((n, c) => n + right.counts[c]),
  left,
  right,
});

function randomTree(nSplits: number, random: () => number): TreeNode {
  if (nSplits === 0)
    return leaf(1 + randomInteger(random, 0, 4), randomInteger(random, 0, 4), randomInteger(random, 0, 2));
  const left = randomInteger(random, 0, nSplits - 1);
  return split(randomTree(left, random), randomTree(nSplits - 1 - left, random));
}

const trees = Array.from({ length: 200 }, (_, seed) => randomTree(seed % 7, createRandom(seed)));

/** Every pruned subtree of a small tree. */
function subtreesOf(node: TreeNode): TreeNode[] {
  const asLeaf: TreeNode = { kind: 'leaf', value: majorityClass(node.counts), counts: node.counts };
  if (node.kind === 'leaf') return [node];
  const rights = subtreesOf(node.right);
  return [asLeaf, ...subtreesOf(node.left).flatMap((left) => rights.map((right) => ({ ...node, left, right })))];
}

const leavesOf = (node: TreeNode): TreeNode[] =>
  node.kind === 'leaf' ? [node] : [...leavesOf(node.left), ...leavesOf(node.right)];
const errorsOf = (tree: TreeNode): number => leavesOf(tree).reduce((sum, node) => sum + errorsAt(node), 0);
const nSamplesOf = ({ counts }: TreeNode): number => counts.reduce((sum, n) => sum + n, 0);

/** Breiman's weakest links, looked for again in the whole tree at each step; alphas as errors a leaf, without a division by nSamples. */
function naivePath(tree: TreeNode): PathEntry[] {
  const n = nSamplesOf(tree);
  const entry = (alpha: number, node: TreeNode) => ({
    ccpAlpha: alpha / n,
    nLeaves: leavesOf(node).length,
    risk: errorsOf(node) / n,
  });
  const path = [entry(0, tree)];
  for (let node = tree; node.kind === 'split'; ) {
    const weakest = Math.min(...linksOf(node));
    do node = cut(node, weakest);
    while (Math.min(...linksOf(node)) === weakest);
    path.push(entry(weakest, node));
  }
  return path;
}

const linkOf = (node: TreeNode): number => (errorsAt(node) - errorsOf(node)) / (leavesOf(node).length - 1);
const linksOf = (node: TreeNode): number[] =>
  node.kind === 'leaf' ? [] : [linkOf(node), ...linksOf(node.left), ...linksOf(node.right)];
function cut(node: TreeNode, alpha: number): TreeNode {
  if (node.kind === 'leaf') return node;
  if (linkOf(node) === alpha) return { kind: 'leaf', value: majorityClass(node.counts), counts: node.counts };
  return { ...node, left: cut(node.left, alpha), right: cut(node.right, alpha) };
}

describe('the pruning path', () => {
  test('is that of the weakest links, looked for one after another', () => {
    for (const tree of trees) expect(pruningPath(tree)).toEqual(naivePath(tree));
  });

  test('names the trees that cost-complexity pruning gives between its alphas', () => {
    for (const tree of trees) {
      const path = pruningPath(tree);
      path.forEach(({ ccpAlpha, nLeaves, risk }, k) => {
        const next = path[k + 1]?.ccpAlpha ?? ccpAlpha + 1;
        if (next === ccpAlpha) return; // links that cost nothing
        const pruned = costComplexityPrune(tree, (ccpAlpha + next) / 2);
        expect([leavesOf(pruned).length, errorsOf(pruned) / nSamplesOf(tree)]).toEqual([nLeaves, risk]);
      });
    }
  });

  test('of a leaf is that leaf', () => {
    expect(pruningPath(leaf(3, 1))).toEqual([{ ccpAlpha: 0, nLeaves: 1, risk: 0.25 }]);
  });

  test('of a chain 100,000 deep takes no recursion and no square of its depth', () => {
    let chain = leaf(0, 1);
    for (let i = 0; i < 100_000; i++) chain = split(leaf(1 + (i % 3), i % 2), chain);
    expect(pruningPath(chain).at(-1)?.nLeaves).toBe(1);
  });
});

describe('cost-complexity pruning', () => {
  test('gives the smallest of the cheapest subtrees', () => {
    for (const [i, tree] of trees.entries()) {
      const ccpAlpha = [0.0625, 0.03, 0.11, 0.2][i % 4];
      const costs = subtreesOf(tree).map((node) => ({
        cost: errorsOf(node) / nSamplesOf(tree) + ccpAlpha * leavesOf(node).length,
        nLeaves: leavesOf(node).length,
      }));
      const least = Math.min(...costs.map(({ cost }) => cost));
      const smallest = Math.min(...costs.filter(({ cost }) => cost < least + 1e-12).map(({ nLeaves }) => nLeaves));
      const pruned = costComplexityPrune(tree, ccpAlpha);
      const cost = errorsOf(pruned) / nSamplesOf(tree) + ccpAlpha * leavesOf(pruned).length;
      expect(cost).toBeCloseTo(least, 12);
      expect(leavesOf(pruned).length).toBeGreaterThanOrEqual(smallest);
    }
  });
});

describe('the best pruned subtree', () => {
  test('has the least risk among all with so many leaves', () => {
    for (const tree of trees) {
      for (const maxLeaves of [1, 2, 3, 5, 20]) {
        const pruned = bestPruned(tree, maxLeaves);
        const least = Math.min(
          ...subtreesOf(tree)
            .filter((node) => leavesOf(node).length <= maxLeaves)
            .map(errorsOf),
        );
        expect(errorsOf(pruned)).toBe(least);
        expect(leavesOf(pruned).length).toBeLessThanOrEqual(maxLeaves);
        expect(subtreesOf(tree)).toContainEqual(pruned);
      }
    }
  });
});

describe('selecting an alpha', () => {
  const path = [
    { ccpAlpha: 0, nLeaves: 4, risk: 0 },
    { ccpAlpha: 0.01, nLeaves: 3, risk: 0.01 },
    { ccpAlpha: 0.04, nLeaves: 2, risk: 0.05 },
    { ccpAlpha: 0.25, nLeaves: 1, risk: 0.3 },
  ];

  test('asks each fold at geometric means, and takes the largest alpha within one standard error', () => {
    const folds = [
      { nSamples: 50, path: [0, 0.015, 0.09, 0.11].map((ccpAlpha, i) => ({ ccpAlpha, nErrors: [8, 5, 6, 20][i] })) },
      { nSamples: 50, path: [0, 0.3].map((ccpAlpha, i) => ({ ccpAlpha, nErrors: [6, 21][i] })) },
    ];
    // The means are 0, 0.02, 0.1 and infinity.
    expect(selectAlpha(path, folds)).toEqual({
      ccpAlpha: 0.04,
      risks: [0.14, 0.11, 0.12, 0.41],
      standardErrors: [0.14, 0.11, 0.12, 0.41].map((risk) => Math.sqrt((risk * (1 - risk)) / 100)),
    });
  });

  test('asks for the last entry of every fold at the end, also of a path of one entry', () => {
    const folds = [{ nSamples: 2, path: [0, 0.5].map((ccpAlpha, i) => ({ ccpAlpha, nErrors: i })) }];
    expect(selectAlpha(path.slice(0, 1), folds).risks).toEqual([0.5]);
  });
});
