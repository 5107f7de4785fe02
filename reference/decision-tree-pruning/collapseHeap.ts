/**
 * A leftist heap (Crane 1972; Knuth, The Art of Computer Programming, volume 3, section 5.2.3) of collapses, the largest
 * alpha at the root. The path to the right is the shortest to a missing child, so at most log2(size + 1) long: a merge
 * walks these paths only, and its recursion is as shallow.
 */
export interface Heap {
  /** Where a node becomes a leaf: errors gained for each leaf lost, in training samples. */
  readonly alpha: number;
  /** Training samples misclassified more once it is a leaf. */
  readonly errors: number;
  /** Leaves lost when it becomes one. */
  readonly nLeaves: number;
  readonly left: Heap | undefined;
  readonly right: Heap | undefined;
  /** Nodes on the path to the right. */
  readonly rank: number;
}

export const heapOf = (alpha: number, errors: number, nLeaves: number): Heap => ({
  alpha,
  errors,
  nLeaves,
  left: undefined,
  right: undefined,
  rank: 1,
});

export function merge(a: Heap | undefined, b: Heap | undefined): Heap | undefined {
  if (!a || !b) return a ?? b;
  const [top, other] = a.alpha >= b.alpha ? [a, b] : [b, a];
  const right = merge(top.right, other) as Heap; // `other` is there
  const { alpha, errors, nLeaves, left } = top;
  if (left && left.rank >= right.rank) return { alpha, errors, nLeaves, left, right, rank: right.rank + 1 };
  return { alpha, errors, nLeaves, left: right, right: left, rank: (left?.rank ?? 0) + 1 };
}
