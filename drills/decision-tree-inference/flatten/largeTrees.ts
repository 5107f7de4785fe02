import type { TreeNode } from '../../../reference/decision-tree-inference/index.ts';
import { deepFrozen, writtenAs } from '../../../src/index.ts';
import { leaf, split } from '../predict/inputs.ts';

const DEPTH = 100_000;
const N_LEAVES = 70_000;

/** A tree too large to be answered anew by the judge, rows, and what each gets. */
export interface KnownBatch {
  readonly tree: TreeNode;
  readonly X: readonly (readonly number[])[];
  readonly values: readonly number[];
}

let chain: TreeNode | undefined;
let broad: TreeNode | undefined;

/** A chain of which the row [k, -k] gets k: made once, and frozen, so that it is copied into the sandbox once. */
export function deepChain(): KnownBatch {
  chain ??= writtenAs(chainOf(DEPTH), CHAIN_CODE);
  const values = [DEPTH, 0, 70_000];
  return { tree: chain, X: values.map((k) => [k, -k]), values };
}

/** `deepChain().tree` as a learner can paste it. */
const CHAIN_CODE =
  `Array.from({ length: ${DEPTH} }).reduce((below, _, i) => { const k = ${DEPTH - 1} - i, side = { kind: 'leaf', value: k }; ` +
  "return k % 2 ? { kind: 'split', featureIndex: 1, threshold: -k - 1, left: below, right: side } : " +
  "{ kind: 'split', featureIndex: 0, threshold: k, left: side, right: below }; }, " +
  `{ kind: 'leaf', value: ${DEPTH} })`;

/** A chain that turns left and right by turns: the row [k, -k] leaves it after k splits, at the leaf of value k. */
export function chainOf(depth: number): TreeNode {
  let tree = frozen(leaf(depth));
  for (let k = depth - 1; k >= 0; k--) {
    const side = frozen(leaf(k));
    tree = frozen(k % 2 ? split(1, -k - 1, tree, side) : split(0, k, side, tree));
  }
  return tree;
}

/** A balanced tree of which the row [k] gets k, with rows where small integers end. */
export function broadTree(): KnownBatch {
  broad ??= writtenAs(over(0, N_LEAVES - 1), BROAD_CODE);
  const values = [0, 127, 128, 255, 256, 32_767, 32_768, 34_999, 35_000, 65_535, 65_536, N_LEAVES - 1];
  return { tree: broad, X: values.map((k) => [k]), values };
}

const N_ROWS = 10_000;

let rows: KnownBatch['X'] | undefined;

/** One split that sends the row [i] left below the middle, and so many rows, in turn. */
export function longBatch(): KnownBatch {
  rows ??= writtenAs(
    deepFrozen(Array.from({ length: N_ROWS }, (_, i) => [i])),
    `Array.from({ length: ${N_ROWS} }, (_, i) => [i])`,
  );
  return { tree: split(0, N_ROWS / 2, leaf(1), leaf(2)), X: rows, values: rows.map(([i]) => (i > N_ROWS / 2 ? 2 : 1)) };
}

const BROAD_CODE =
  '(function over(low, high) { const middle = (low + high) >> 1; return low === high ? ' +
  "{ kind: 'leaf', value: low } : { kind: 'split', featureIndex: 0, threshold: middle, left: over(low, middle), " +
  `right: over(middle + 1, high) }; })(0, ${N_LEAVES - 1})`;

/** A balanced tree over the integers low ... high of one feature; each has its leaf, of that value. */
export function over(low: number, high: number): TreeNode {
  if (low === high) return frozen(leaf(low));
  const middle = (low + high) >> 1;
  return frozen(split(0, middle, over(low, middle), over(middle + 1, high))); // as deep as there are halvings
}

const frozen = (node: TreeNode): TreeNode => Object.freeze(node);
