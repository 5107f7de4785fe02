export type Counts = readonly number[];
export type Leaf = { readonly kind: 'leaf'; readonly value: number; readonly counts: Counts };
export type Children = { readonly left: TreeNode; readonly right: TreeNode };
export type Test = { readonly featureIndex: number; readonly threshold: number };
export type Split = { readonly kind: 'split'; readonly counts: Counts } & Test & Children;
export type TreeNode = Leaf | Split;

export function validate(alpha: number): void {
  if (Number.isNaN(alpha)) throw new RangeError('ccpAlpha is NaN');
  if (alpha < 0 || alpha === Infinity) throw new RangeError(`ccpAlpha is ${alpha}`);
}

export const total = (counts: Counts): number => counts.reduce((a, b) => a + b);
const largest = (counts: Counts): number => counts.reduce((a, b) => Math.max(a, b));
export const errorsOf = ({ counts }: TreeNode): number => total(counts) - largest(counts);

export const leafOf = ({ counts }: TreeNode): Leaf => ({
  kind: 'leaf',
  value: counts.indexOf(largest(counts)),
  counts,
});
