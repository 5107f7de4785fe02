import type * as reference from '../../../reference/decision-tree-pruning/index.ts';
import type { TreeNode } from '../../../reference/decision-tree-pruning/index.ts';
import { type Growth, shuffled, writtenAs } from '../../../src/index.ts';
import { frozenTree } from '../trees.ts';
import { leaf, type Pruning, predict, split } from './inputs.ts';

const DEPTH = 100_000;

/** The links that stay, from the root down: more than the stack has room for (a call takes 50 bytes of it or more), few enough to compare. */
const N_KEPT = 20_000;
const N_PRUNED = DEPTH - N_KEPT;

/** `deepChain().input.tree` as a learner can paste it. */
const CHAIN_CODE =
  `Array.from({ length: ${DEPTH} }).reduce((below, _, i) => { const isKept = i === ${N_PRUNED}; ` +
  "const side = { kind: 'leaf', value: Number(isKept), counts: isKept ? [0, 1] : [1, 0] }; " +
  'const threshold = isKept ? 0 : i % 2 ? -1 : 1; ' +
  "return { kind: 'split', featureIndex: 0, threshold, counts: below.counts.map((n, c) => n + side.counts[c]), " +
  "left: threshold < 0 ? side : below, right: threshold < 0 ? below : side }; }, { kind: 'leaf', value: 1, counts: [0, 1] })";

/** A chain with its rows, and what is left of it. */
interface PrunedChain {
  readonly input: Pruning;
  readonly pruned: TreeNode;
}

let deep: PrunedChain | undefined;

/**
 * A chain that turns left and right by turns. One row goes all the way down to a leaf that is wrong about it, which the
 * splits above know better. The other leaves where that is worth a split, and so all above that stays. Made once, when it
 * is first asked for, and frozen, so that it is copied into a sandbox once.
 */
export function deepChain(): PrunedChain {
  deep ??= makeDeepChain();
  return deep;
}

function makeDeepChain(): PrunedChain {
  let tree = leaf(0, 1);
  let pruned = tree;
  for (let i = 0; i < DEPTH; i++) {
    const threshold = i === N_PRUNED ? 0 : [1, -1][i % 2];
    const side = i === N_PRUNED ? leaf(0, 1) : leaf(1, 0);
    if (i === N_PRUNED) pruned = leaf(...tree.counts);
    tree = above(tree, threshold, side);
    if (i >= N_PRUNED) pruned = above(pruned, threshold, side);
  }
  return { input: { tree: writtenAs(frozenTree(tree), CHAIN_CODE), X: [[0], [1]], y: [0, 1] }, pruned };
}

/** A link of a chain. Its other child is the side; 0 goes on to what is below, to the left if the threshold lets it. */
const above = (below: TreeNode, threshold: number, side: TreeNode): TreeNode =>
  threshold < 0 ? split(0, threshold, side, below) : split(0, threshold, below, side);

/** A complete tree over the integers 0 ... nLeaves - 1 of one feature (nLeaves a power of two); the classes alternate. */
function balanced(nLeaves: number): TreeNode {
  let layer = Array.from({ length: nLeaves }, (_, i) => (i % 2 === 0 ? leaf(1, 0) : leaf(0, 1)));
  for (let width = 1; layer.length > 1; width *= 2) {
    layer = layer
      .filter((_, i) => i % 2 === 0)
      .map((left, i) => split(0, (2 * i + 1) * width - 0.5, left, layer[2 * i + 1]));
  }
  return layer[0];
}

/** Every leaf is right for most of its rows, so that most of the tree stays; one row in ten has the other label. */
function rowsFor(tree: TreeNode, nRows: number, nLeaves: number, random: () => number): Pruning {
  const X = shuffled(
    Array.from({ length: nRows }, (_, i) => [i % nLeaves]),
    random,
  );
  const y = X.map((x) => (random() < 0.1 ? 1 - predict(tree, x) : predict(tree, x)));
  return { tree, X, y };
}

/** A chain whose turns are drawn at random, with three rows that go to its end and one that leaves half-way. */
function chainOf(nNodes: number, random: () => number): Pruning {
  const nSplits = nNodes >> 1;
  let tree = leaf(0, 1);
  for (let i = 0; i < nSplits; i++) {
    const goesOn = random() < 0.5 ? 1 : -1; // 0 and 1 both do
    tree = above(tree, i === nSplits >> 1 ? 0 : goesOn, leaf(1, 0));
  }
  return { tree, X: [[0], [0], [1], [0]], y: [1, 1, 0, 1] };
}

/** The same chain with one row, for which the root alone is right. */
const collapsingChainOf = (nNodes: number, random: () => number): Pruning => ({
  tree: chainOf(nNodes, random).tree,
  X: [[0]],
  y: [0],
});

const FIXED_LEAVES = 16;

const workload =
  (inputOf: (size: number, random: () => number) => Pruning): Growth<typeof reference>['workload'] =>
  (size, random) => {
    const { tree, X, y } = inputOf(size, random);
    return (solution) => {
      solution.reducedErrorPrune(tree, X, y);
    };
  };

export const growth: Growth<typeof reference>[] = [
  {
    variable: 'nNodes',
    on: 'a balanced tree with as many rows, shuffled',
    measures: ['steps'],
    workload: workload((size, random) => rowsFor(balanced(size / 2), size, size / 2, random)),
  },
  {
    variable: 'nNodes',
    on: 'a chain with four rows',
    measures: ['steps'],
    workload: workload(chainOf),
  },
  {
    variable: 'nNodes',
    on: 'a chain of which nothing is left',
    measures: ['steps'],
    workload: workload(collapsingChainOf),
  },
  {
    variable: 'nRows',
    on: `a balanced tree of ${2 * FIXED_LEAVES - 1} nodes, shuffled rows`,
    measures: ['steps'],
    workload: workload((size, random) => rowsFor(balanced(FIXED_LEAVES), size, FIXED_LEAVES, random)),
  },
];
