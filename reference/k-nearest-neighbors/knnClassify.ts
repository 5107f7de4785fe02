import { kNearest } from './kNearest.ts';
import { checkLabels } from './validate.ts';

/**
 * The label that most of the k nearest rows have, the smallest of those that tie. `y` has one finite label a row of X.
 *
 * Time O(nSamples (nFeatures + log k)), that of `kNearest`: the vote takes O(k). Cover and Hart 1967, section II.
 *
 * @throws RangeError where `kNearest` does, and when y has not one label a row.
 * @example knnClassify([[1], [2], [9], [4]], [7, -2, 7, -2], [0], 2) // => -2
 * @example
 * ```ts
 * knnClassify([[0], [5], [1]], [7, 3, 7], [2], 3); // => 7
 * ```
 */
export function knnClassify(
  X: readonly (readonly number[])[],
  y: readonly number[],
  query: readonly number[],
  k: number,
): number {
  checkLabels(y, X.length);
  return majorityLabel(kNearest(X, query, k).map((i) => y[i]));
}

/** The label with most votes, the smallest on a tie; there is at least one. */
function majorityLabel(labels: readonly number[]): number {
  const votes = new Map<number, number>();
  for (const label of labels) votes.set(label, (votes.get(label) ?? 0) + 1);
  let winner = labels[0];
  let mostVotes = 0;
  for (const [label, count] of votes) {
    if (count > mostVotes || (count === mostVotes && label < winner)) {
      winner = label;
      mostVotes = count;
    }
  }
  return winner;
}
