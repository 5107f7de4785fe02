import { predict } from './predict.ts';
import type { TreeNode } from './tree.ts';
import { requireTrees } from './validate.ts';

/** A label and the votes it has so far. */
interface Candidate {
  readonly label: number;
  readonly nVotes: number;
}

/** The strongest label that nobody has voted for yet: it may be smaller than any other, so ties go to it. */
const UNSEEN: Candidate = { label: -Infinity, nVotes: 0 };

/**
 * The label that most trees vote for, the smallest on ties (Breiman 2001, section 1.1). The trees are walked in order, and no
 * further than until the rest of them cannot change the answer, which is often at half of them.
 *
 * Time: the splits on the row's way in the trees walked, and O(1) a vote: of all labels only the first can win now, and only
 * the second can be in time to overtake it, so no others are looked at. Space: a count a label.
 *
 * @throws RangeError for an empty forest, and when a tree that is walked reads NaN, or past the end of x.
 * @example
 * ```ts
 * predictForest([1, 2, 2].map((value) => ({ kind: 'leaf', value })), [0]); // => 2
 * ```
 */
export function predictForest(trees: readonly TreeNode[], x: readonly number[]): number {
  requireTrees(trees);
  const nVotes = new Map<number, number>();
  let first = UNSEEN;
  let second = UNSEEN;
  for (let i = 0; i < trees.length && !isSettled(first, second, trees.length - i); i++) {
    const label = predict(trees[i], x);
    const voted = { label, nVotes: (nVotes.get(label) ?? 0) + 1 };
    nVotes.set(label, voted.nVotes);
    if (label === first.label) first = voted;
    else if (isAhead(voted, first)) [first, second] = [voted, first];
    else if (label === second.label || isAhead(voted, second)) second = voted;
  }
  return first.label;
}

/** Whether `a` wins if no more votes come. */
const isAhead = (a: Candidate, b: Candidate): boolean =>
  a.nVotes > b.nVotes || (a.nVotes === b.nVotes && a.label < b.label);

/** Whether the second is behind even if all the trees that remain vote for it. */
const isSettled = (first: Candidate, second: Candidate, nRemaining: number): boolean =>
  isAhead(first, { label: second.label, nVotes: second.nVotes + nRemaining });
