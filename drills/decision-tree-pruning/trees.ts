import { pruningPath } from '../../reference/decision-tree-pruning/index.ts';
import { errorsAt, parentsFirst } from '../../reference/decision-tree-pruning/nodes.ts';
import type { TreeNode } from '../../reference/decision-tree-pruning/tree.ts';
import { randomInteger, writtenAs } from '../../src/index.ts';
import { largerTrees, leaf, split, trees } from './reducedErrorPrune/inputs.ts';

// Trees without data, for the levels that prune by training counts.

export const nSamplesOf = ({ counts }: TreeNode): number => counts.reduce((sum, n) => sum + n, 0);

const leavesOf = (tree: TreeNode): readonly TreeNode[] =>
  parentsFirst(tree).nodes.filter(({ kind }) => kind === 'leaf');

export const nLeavesOf = (tree: TreeNode): number => leavesOf(tree).length;

/** Training samples that a tree misclassifies. */
export const errorsOf = (tree: TreeNode): number => leavesOf(tree).reduce((sum, node) => sum + errorsAt(node), 0);

/** The tree with more samples in its leftmost leaf, until there are a power of two: then shares of them are exact in binary. */
export function withExactShares(tree: TreeNode): TreeNode {
  const nSamples = nSamplesOf(tree);
  return withMore(tree, 2 ** Math.ceil(Math.log2(nSamples)) - nSamples);
}

function withMore(node: TreeNode, more: number): TreeNode {
  if (node.kind === 'split') return split(node.featureIndex, node.threshold, withMore(node.left, more), node.right);
  return leaf(...node.counts.map((n, c) => (c === node.value ? n + more : n)));
}

/** The tree with every count so many times. */
export function multiplied(node: TreeNode, factor: number): TreeNode {
  if (node.kind === 'leaf') return leaf(...node.counts.map((n) => n * factor));
  const { featureIndex, threshold, left, right } = node;
  return split(featureIndex, threshold, multiplied(left, factor), multiplied(right, factor)); // small trees only
}

export const exactTrees = trees.map(withExactShares);

export const largerExactTrees = largerTrees.map(withExactShares);

/** Every alpha at which a split somewhere in the tree costs as much as the best of its subtree; ascending and distinct. */
export function criticalAlphas(tree: TreeNode): number[] {
  const nSamples = nSamplesOf(tree);
  const alphas = parentsFirst(tree).nodes.flatMap((node) =>
    pruningPath(node).map(({ ccpAlpha }) => (ccpAlpha * nSamplesOf(node)) / nSamples),
  );
  return [...new Set(alphas)]
    .sort((a, b) => a - b)
    .filter((alpha, i, sorted) => i === 0 || alpha - (sorted[i - 1] ?? 0) > 1e-9);
}

/** An alpha at which no two costs are nearly equal. */
export function alphaBetween(tree: TreeNode, choice: number): number {
  const alphas = criticalAlphas(tree);
  const i = choice % alphas.length;
  const next = alphas[i + 1] ?? 2 * alphas[i] + 1;
  return (alphas[i] + next) / 2;
}

/** A complete tree whose leaves have counts drawn at random, so that nearly every split has an effective alpha of its own. */
export function balancedTree(nLeaves: number, random: () => number): TreeNode {
  let layer = Array.from({ length: nLeaves }, () =>
    leaf(randomInteger(random, 1, 1000), randomInteger(random, 1, 1000)),
  );
  while (layer.length > 1) {
    layer = layer.filter((_, i) => i % 2 === 0).map((left, i) => split(0, i, left, layer[2 * i + 1]));
  }
  return layer[0];
}

/** A chain of which each link gives up one leaf with counts drawn at random. */
export function chainTree(nSplits: number, random: () => number): TreeNode {
  let tree = leaf(0, 1);
  for (let i = 0; i < nSplits; i++) {
    const side = leaf(randomInteger(random, 1, 50), randomInteger(random, 1, 50));
    tree = random() < 0.5 ? split(0, i, tree, side) : split(0, i, side, tree);
  }
  return tree;
}

const DEPTH = 100_000;
const CHAIN_CODE =
  `Array.from({ length: ${DEPTH} }).reduce((left, _, i) => ({ kind: 'split', featureIndex: 0, threshold: 0, counts: [i + 1, 1], ` +
  "left, right: { kind: 'leaf', value: 0, counts: [1, 0] } }), { kind: 'leaf', value: 1, counts: [0, 1] })";

/** Two splits of the same feature, threshold and counts, of which the first or the second saves nothing. */
export const lookalikes: readonly TreeNode[] = [
  [split(1, 0, leaf(2, 0), leaf(0, 2)), split(1, 0, leaf(1, 1), leaf(1, 1))] as const,
  [split(1, 0, leaf(1, 1), leaf(1, 1)), split(1, 0, leaf(2, 0), leaf(0, 2))] as const,
].map(([left, right]) => split(0, 0, left, right));

/** A leaf of 12 classes, two of which have 1e9 samples. */
const billionsOfTwo = (v: number): TreeNode =>
  leaf(...Array.from({ length: 12 }, (_, c) => (Math.floor(c / 2) === v ? 1e9 : 0)));

/** Six such leaves in a chain: 12e9 samples, of which the root as a leaf misclassifies 11e9 and the full tree 6e9. 32 bits hold none of these. */
export const billionsInAll: TreeNode = [4, 3, 2, 1, 0].reduce(
  (below, v) => split(0, v, billionsOfTwo(v), below),
  billionsOfTwo(5),
);

/** A chain of so many splits beside which there is a leaf of class 1, above a leaf of class 0 that has the majority of all. */
function comb(nSplits: number, nZeros: number, onesOf: (i: number) => number, code: string): TreeNode {
  let tree = leaf(nZeros, 0);
  for (let i = 1; i <= nSplits; i++) tree = split(0, i, tree, leaf(0, onesOf(i)));
  return writtenAs(
    tree,
    `Array.from({ length: ${nSplits} }, (_, i) => i + 1).reduce((left, i) => ({ kind: 'split', featureIndex: 0, threshold: i, ` +
      `counts: [${nZeros}, left.counts[1] + ${code}], left, right: { kind: 'leaf', value: 1, counts: [0, ${code}] } }), ` +
      `{ kind: 'leaf', value: 0, counts: [${nZeros}, 0] })`,
  );
}

/** 600 splits, each with an effective alpha of its own. */
export const manyAlphas: TreeNode = comb(600, 1e6, (i) => i, 'i');

/** 300 leaves, each of which saves an error. */
export const manyLeaves: TreeNode = comb(299, 1000, (i) => 1 + (i % 2), '1 + i % 2');

/** 299 leaves beside one sample of class 1, for which the root goes before all splits below it. */
export const oneOfManyLeaves: TreeNode = (() => {
  let tree: TreeNode = leaf(0, 1);
  for (let i = 0; i < 299; i++) tree = split(0, 0, tree, leaf(1, 0));
  return writtenAs(tree, CHAIN_CODE.replace(String(DEPTH), '299'));
})();

/** The effective alpha of its root. */
export const ONE_OF_MANY_ALPHA = 1 / 299 / 300;

let deep: TreeNode | undefined;

/**
 * A chain 100,000 deep with one sample of class 1, at its end. As a leaf each split makes one error, so that the root has
 * the smallest effective alpha of all. Made when it is first asked for, and frozen in all its parts: so it is copied into a
 * sandbox once, and a level that writes to its input does not spoil the others.
 */
export function deepTree(): TreeNode {
  if (deep) return deep;
  let tree: TreeNode = leaf(0, 1);
  for (let i = 0; i < DEPTH; i++) tree = split(0, 0, tree, leaf(1, 0));
  deep = writtenAs(frozenTree(tree), CHAIN_CODE);
  return deep;
}

/** The tree, none of whose nodes can be changed any more. */
export function frozenTree(tree: TreeNode): TreeNode {
  for (const node of parentsFirst(tree).nodes) {
    Object.freeze(node.counts);
    Object.freeze(node);
  }
  return tree;
}

/** The effective alpha of the root of `deepTree()`: one error more, `DEPTH` leaves less, of `DEPTH + 1` samples. */
export const DEEP_ALPHA = 1 / DEPTH / (DEPTH + 1);
