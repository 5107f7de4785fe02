import fc from 'fast-check';
import type { TreeNode } from '../../../reference/decision-tree-inference/index.ts';
import { goesLeft, leaf, MAX_FEATURES, type Prediction, split, visited, withSplits } from './inputs.ts';

/** A change of row and tree that leaves the answer what it is. */
export type Change = (prediction: Prediction) => Prediction;

/** A feature's value or threshold, moved or scaled without changing the order of any two. */
type Move = (value: number, featureIndex: number) => number;

const MOVES: readonly Move[] = [
  (value) => value + 5,
  (value) => value * 2,
  (value, j) => value - 60 * (j + 1),
  (value, j) => value * 3 ** j,
  (value) => value / 4,
];

export const moved: fc.Arbitrary<Change> = fc.constantFrom(...MOVES).map((move) => ({ tree, x }) => ({
  tree: withSplits(tree, ({ featureIndex, threshold }, left, right) =>
    split(featureIndex, move(threshold, featureIndex), left, right),
  ),
  x: x.map(move),
}));

/** Features are numbered from the last to the first, or begin with another one. */
export const renumbered: fc.Arbitrary<Change> = fc.nat({ max: MAX_FEATURES }).map((by) => ({ tree, x }) => {
  const placeOf = (j: number): number => (by === 0 ? x.length - 1 - j : (j + by) % x.length);
  const row = [...x];
  x.forEach((value, j) => {
    row[placeOf(j)] = value;
  });
  return {
    tree: withSplits(tree, ({ featureIndex, threshold }, left, right) =>
      split(placeOf(featureIndex), threshold, left, right),
    ),
    x: row,
  };
});

const someValues = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: MAX_FEATURES });

/** Other values where no visited split reads. */
export const unreadChanged: fc.Arbitrary<Change> = someValues.map((values) => ({ tree, x }) => {
  const read = new Set(visited({ tree, x }).map(({ featureIndex }) => featureIndex));
  return { tree, x: x.map((value, j) => (read.has(j) ? value : values[j % values.length])) };
});

/** More features, behind those of the row. */
export const widened: fc.Arbitrary<Change> = someValues.map((values) => ({ tree, x }) => ({
  tree,
  x: [...x, ...values],
}));

/** A leaf of its own, or a split, where the row does not go. */
export const otherSideChanged: fc.Arbitrary<Change> = fc.boolean().map((isSplit) => ({ tree, x }) => {
  const other = (): TreeNode => (isSplit ? split(0, 0, leaf(-77), leaf(-78)) : leaf(-77));
  return { tree: wayThrough(tree, x, other), x };
});

/** The row's way from here on, with `other()` on the sides not taken; small trees only. */
function wayThrough(node: TreeNode, x: readonly number[], other: () => TreeNode): TreeNode {
  if (node.kind === 'leaf') return leaf(node.value);
  const { featureIndex, threshold } = node;
  if (goesLeft(node, x)) return split(featureIndex, threshold, wayThrough(node.left, x, other), other());
  return split(featureIndex, threshold, other(), wayThrough(node.right, x, other));
}
