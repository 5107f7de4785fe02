import type * as reference from '../../../reference/decision-tree-inference/index.ts';
import type { TreeNode } from '../../../reference/decision-tree-inference/index.ts';
import { type Growth, randomInteger, shuffled, writtenAs } from '../../../src/index.ts';
import { leaf, type Prediction, split } from './inputs.ts';

const DEPTH = 100_000;

/** `deepChain().tree` as a learner can paste it. */
const CHAIN_CODE =
  `Array.from({ length: ${DEPTH} }).reduce((below, _, i) => { const side = { kind: 'leaf', value: 0 }; ` +
  "return { kind: 'split', featureIndex: 0, threshold: -(i % 2), left: i % 2 ? side : below, right: i % 2 ? below : side }; }, " +
  "{ kind: 'leaf', value: 1 })";

let chain: TreeNode | undefined;

/**
 * A chain that turns left and right by turns, and a row that goes all the way down, to the one leaf of value 1. Made once:
 * the sandbox hands out copies. Not frozen: it is the law of unchanged inputs that names an attempt which writes to a node.
 */
export function deepChain(): Prediction {
  if (!chain) {
    chain = leaf(1);
    for (let i = 0; i < DEPTH; i++) chain = link(chain, i % 2 === 0, leaf(0));
    writtenAs(chain, CHAIN_CODE);
  }
  return { tree: chain, x: [0] };
}

/** One more link above a chain; a row whose feature is 0 goes on. */
const link = (below: TreeNode, isLeft: boolean, side: TreeNode, featureIndex = 0): TreeNode =>
  isLeft ? split(featureIndex, 0, below, side) : split(featureIndex, -1, side, below);

/** A chain above a node, whose turns are drawn at random: a split for each of these features, from the deepest up. */
function chainOf(features: readonly number[], random: () => number, end: TreeNode): TreeNode {
  let tree = end;
  for (const featureIndex of features) tree = link(tree, random() < 0.5, leaf(featureIndex), featureIndex);
  return tree;
}

/** A complete tree over the integers 0 ... nLeaves - 1 of one feature (nLeaves a power of two); each has its leaf. */
function balanced(nLeaves: number): TreeNode {
  let layer: TreeNode[] = Array.from({ length: nLeaves }, (_, i) => leaf(i));
  for (let width = 1; layer.length > 1; width *= 2) {
    layer = layer
      .filter((_, i) => i % 2 === 0)
      .map((left, i) => split(0, (2 * i + 1) * width - 0.5, left, layer[2 * i + 1]));
  }
  return layer[0];
}

const zeros = (n: number): number[] => Array.from({ length: n }, () => 0);

/** Values that differ and all go on at any link: in (-1, 0]. */
const within = (n: number): number[] => Array.from({ length: n }, (_, i) => (i === 0 ? 0 : -i / n));

/** Rows of one feature, drawn from 0 ... nLeaves - 1, where hardly two are alike. */
const drawn = (nRows: number, nLeaves: number, random: () => number): number[][] =>
  Array.from({ length: nRows }, () => [randomInteger(random, 0, nLeaves - 1) - 0.4 * random()]);

const ROWS_A_TREE = 8;
const FIXED_LEAVES = 8;
const LEAVES_AFTER = 8;

/** One call a row. */
const workload =
  (
    inputOf: (size: number, random: () => number) => { tree: TreeNode; X: number[][] },
  ): Growth<typeof reference>['workload'] =>
  (size, random) => {
    const { tree, X } = inputOf(size, random);
    return (solution) => {
      for (const x of X) solution.predict(tree, x);
    };
  };

export const growth: Growth<typeof reference>[] = [
  {
    variable: 'depth',
    on: 'a chain that the row goes all the way down, with a feature for each split',
    measures: ['steps'],
    workload: workload((depth, random) => {
      const features = shuffled(zeros(depth).keys(), random);
      return { tree: chainOf(features, random, leaf(-1)), X: [within(depth), within(depth)] };
    }),
  },
  {
    variable: 'nNodes',
    on: 'a balanced tree',
    measures: ['steps'],
    workload: workload((size, random) => ({ tree: balanced(size / 2), X: drawn(ROWS_A_TREE, size / 2, random) })),
  },
  {
    variable: 'nNodes',
    on: `a chain that the row leaves after ${LEAVES_AFTER} splits`,
    measures: ['steps'],
    workload: workload((size, random) => {
      const exit = split(1, 0, chainOf(zeros(size / 2), random, leaf(1)), leaf(-1));
      return {
        tree: chainOf(zeros(LEAVES_AFTER - 1), random, exit),
        X: Array.from({ length: ROWS_A_TREE }, () => [0, 1]),
      };
    }),
  },
  {
    variable: 'nRows',
    on: `a tree of ${2 * FIXED_LEAVES - 1} nodes, one call a row`,
    measures: ['steps'],
    workload: workload((size, random) => ({ tree: balanced(FIXED_LEAVES), X: drawn(size, FIXED_LEAVES, random) })),
  },
];
