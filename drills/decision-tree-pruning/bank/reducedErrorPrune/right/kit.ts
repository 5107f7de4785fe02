export type Counts = readonly number[];
export type Leaf = { readonly kind: 'leaf'; readonly value: number; readonly counts: Counts };
export type Split = {
  readonly kind: 'split';
  readonly featureIndex: number;
  readonly threshold: number;
  readonly counts: Counts;
  readonly left: TreeNode;
  readonly right: TreeNode;
};
export type TreeNode = Leaf | Split;
export type Rows = readonly (readonly number[])[];
export type Labels = readonly number[];

/** A pruned subtree and its errors on the rows that reach it. */
export interface Outcome {
  readonly node: TreeNode;
  readonly errors: number;
}

export function validate(X: Rows, y: Labels): void {
  const isSound = (x: readonly number[]): boolean => x.length === X[0].length && x.every(Number.isFinite);
  if (!X[0]?.length || !X.every(isSound)) throw new RangeError('X');
  if (y.length !== X.length || !y.every(Number.isFinite)) throw new RangeError('y');
}

/** Whether the row goes left; throws if the split looks past its end. */
export function goesLeft(split: Split, x: readonly number[]): boolean {
  if (split.featureIndex >= x.length) throw new RangeError(`no feature ${split.featureIndex}`);
  return x[split.featureIndex] <= split.threshold;
}

export const majority = (counts: Counts): number => counts.indexOf(counts.reduce((a, b) => Math.max(a, b)));

export const asLeaf = ({ counts }: TreeNode): Leaf => ({ kind: 'leaf', value: majority(counts), counts });

/** Errors of a node as a leaf. */
export function misses({ counts }: TreeNode, rows: readonly number[], y: Labels): number {
  const value = majority(counts);
  return rows.reduce((errors, row) => errors + Number(y[row] !== value), 0);
}

/** What becomes of a node, given what became of its children (none for a leaf). */
export function settle(node: TreeNode, errors: number, left?: Outcome, right?: Outcome): Outcome {
  if (node.kind === 'leaf') return { node, errors };
  if (!left || !right || errors <= left.errors + right.errors) return { node: asLeaf(node), errors };
  return { node: { ...node, left: left.node, right: right.node }, errors: left.errors + right.errors };
}
