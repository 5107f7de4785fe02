import type { TreeNode } from '../../../reference/decision-tree-inference/index.ts';
import { deepFrozen } from '../../../src/index.ts';
import { leaf, split } from './inputs.ts';
import { wideRow } from './wide.ts';

type Row = readonly number[];

/** A row that goes left at the one split of a tree, and another that goes right and is easily taken for it. */
export interface RowsAlike {
  readonly tree: TreeNode;
  readonly rows: readonly [Row, Row];
}

const alike = (featureIndex: number, threshold: number, left: Row, right: Row): RowsAlike =>
  deepFrozen({ tree: split(featureIndex, threshold, leaf(1), leaf(2)), rows: [left, right] });

const FEW = 5;

/** Rows of zeros, and others with one 1: whatever leaves a feature out takes them for the same. */
const inOneFeature = Array.from({ length: FEW }, (_, j) => {
  const zeros = Array.from({ length: FEW }, () => 0);
  return alike(j, 0.5, zeros, zeros.with(j, 1));
});

export const rowsAlike: readonly RowsAlike[] = [
  alike(0, 5, [1, 23, 0], [12, 3, 0]), // the same numbers written one after the other
  alike(0, 5, [1, 11], [11, 1]),
  alike(0, 1, [1, 5.2], [1.5, 2]), // and with points between
  alike(1, 1, [1, 1, 2], [1, 2, 2]), // the same set
  alike(0, 0, [0], [5e-324]), // the same when rounded
  alike(0, 0, [0], [0.5]),
  alike(0, 1, [1], [1 + Number.EPSILON]),
  ...inOneFeature,
  alike(299, 0.5, wideRow([]), wideRow([299])),
];

/** A row, and two trees that differ in one number and give it different answers. */
export interface TreesAlike {
  readonly x: Row;
  readonly trees: readonly [TreeNode, TreeNode];
}

const ROW: Row = [1, 1, 0];
const TREE = split(0, 0, leaf(1), split(1, 0, leaf(2), leaf(3)));

export const treesAlike: readonly TreesAlike[] = deepFrozen([
  ...[
    split(0, 0, leaf(1), split(1, 0, leaf(2), leaf(4))),
    split(0, 0, leaf(1), split(1, 5, leaf(2), leaf(3))),
    split(0, 0, leaf(1), split(2, 0, leaf(2), leaf(3))),
    split(0, 5, leaf(1), split(1, 0, leaf(2), leaf(3))),
    split(2, 0, leaf(1), split(1, 0, leaf(2), leaf(3))),
  ].map((other): TreesAlike => ({ x: ROW, trees: [TREE, other] })),
  // The same numbers written one after the other.
  { x: [5], trees: [split(0, 1, leaf(1), leaf(12)), split(0, 11, leaf(1), leaf(2))] },
]);
