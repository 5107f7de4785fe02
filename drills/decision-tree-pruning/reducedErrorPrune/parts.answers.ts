import type * as reference from '../../../reference/decision-tree-pruning/index.ts';

// What right answers have in common.

export type Prune = typeof reference.reducedErrorPrune;
export type TreeNode = ReturnType<Prune>;
export type Leaf = Extract<TreeNode, { kind: 'leaf' }>;
export type Split = Extract<TreeNode, { kind: 'split' }>;
export type Rows = Parameters<Prune>[1];
export type Labels = Parameters<Prune>[2];
export type Counts = Leaf['counts'];

/** A pruned subtree and its errors on the rows that reach it. */
export interface Outcome {
  readonly node: TreeNode;
  readonly errors: number;
}

/** Throws what the README asks for, whatever the tree. */
export function validate(X: Rows, y: Labels): void {
  if (X.length === 0) throw new RangeError('X is empty');
  if (y.length !== X.length) throw new RangeError(`${X.length} rows, but ${y.length} labels`);
  const width = X[0].length;
  if (width === 0) throw new RangeError('a row has no features');
  for (let i = 0; i < X.length; i++) {
    if (X[i].length !== width) throw new RangeError(`row ${i} has another length`);
    for (let f = 0; f < width; f++) if (!Number.isFinite(X[i][f])) throw new RangeError(`X[${i}][${f}] is not finite`);
    if (!Number.isFinite(y[i])) throw new RangeError(`y[${i}] is not finite`);
  }
}

export function majority(counts: Counts): number {
  let best = 0;
  for (let c = 1; c < counts.length; c++) if (counts[c] > counts[best]) best = c;
  return best;
}

/** Whether the row goes left; throws if the split looks past its end. */
export function goesLeft(split: Split, x: readonly number[]): boolean {
  if (split.featureIndex >= x.length) throw new RangeError(`no feature ${split.featureIndex}`);
  return x[split.featureIndex] <= split.threshold;
}

export const asLeaf = ({ counts }: TreeNode): Leaf => ({ kind: 'leaf', value: majority(counts), counts });

export const misses = (rows: readonly number[], y: Labels, value: number): number =>
  rows.reduce((errors, row) => errors + Number(y[row] !== value), 0);

/** What becomes of a node, given what became of its children (none for a leaf). */
export function settle(node: TreeNode, errors: number, left?: Outcome, right?: Outcome): Outcome {
  if (node.kind === 'leaf') return { node, errors };
  if (left === undefined || right === undefined || errors <= left.errors + right.errors) {
    return { node: asLeaf(node), errors };
  }
  const { kind, featureIndex, threshold, counts } = node;
  const split = { kind, featureIndex, threshold, left: left.node, right: right.node, counts };
  return { node: split, errors: left.errors + right.errors };
}

export function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('unreachable');
  return value;
}
