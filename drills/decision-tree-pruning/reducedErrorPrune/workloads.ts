import type * as reference from '../../../reference/decision-tree-pruning/index.ts';
import type { TreeNode } from '../../../reference/decision-tree-pruning/index.ts';
import { type Growth, shuffled, writtenAs } from '../../../src/index.ts';
import { leaf, type Pruning, predict, split } from './inputs.ts';

const DEPTH = 100_000;
const KEPT_DEPTH = 3_000;

/** The chain of `nLinks` as a learner can paste it. */
const chainCode = (nLinks: number): string =>
  `Array.from({ length: ${nLinks} }).reduce((below, _, i) => { const side = { kind: 'leaf', value: 0, counts: [1, 0] }; ` +
  "return { kind: 'split', featureIndex: 0, threshold: -(i % 2), counts: [i + 2, 1], " +
  "left: i % 2 ? side : below, right: i % 2 ? below : side }; }, { kind: 'leaf', value: 1, counts: [0, 1] })";

/**
 * A chain that turns left and right by turns, and one row that goes all the way down to a leaf that is wrong about it. All
 * splits above know better, so that one leaf is left of it. Small on purpose: what comes back need not be compared node by node.
 */
export const deepChain = (): Pruning => ({ tree: chain(DEPTH), X: [[0]], y: [0] });

/** Deeper than what is taken for deep by mistake, and short enough to compare node by node: its last leaf is right, so that all stays. */
export const keptChain = (): Pruning => ({ tree: chain(KEPT_DEPTH), X: [[0]], y: [1] });

function chain(nLinks: number): TreeNode {
  let tree = leaf(0, 1);
  for (let i = 0; i < nLinks; i++) tree = above(tree, i % 2 === 0 ? 0 : -1, i + 2);
  return writtenAs(tree, chainCode(nLinks));
}

/** The `nLinks`-th link of a chain. Its other child is a leaf; 0 goes on, to the left if the threshold lets it. */
function above(below: TreeNode, threshold: number, nLinks: number): TreeNode {
  const side = leaf(1, 0);
  const [left, right] = threshold < 0 ? [side, below] : [below, side];
  return { kind: 'split', featureIndex: 0, threshold, counts: [nLinks, 1], left, right };
}

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
    tree = above(tree, i === nSplits >> 1 ? 0 : goesOn, i + 1);
  }
  return { tree, X: [[0], [0], [1], [0]], y: [1, 1, 0, 1] };
}

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
    variable: 'nRows',
    on: `a balanced tree of ${2 * FIXED_LEAVES - 1} nodes, shuffled rows`,
    measures: ['steps'],
    workload: workload((size, random) => rowsFor(balanced(FIXED_LEAVES), size, FIXED_LEAVES, random)),
  },
];
