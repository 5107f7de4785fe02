import { type FlatTree, LEAF } from './flatten.ts';
import { requireFeature } from './validate.ts';

/**
 * The value of the leaf that each row of X (nSamples, nFeatures) falls into (nSamples).
 *
 * Time: O(nSamples x depth), one comparison a split on the way of a row. Space: the answer, and nothing more a row.
 *
 * @throws RangeError when a split on the way of a row reads NaN, or past the end of the row.
 * @example
 * ```ts
 * predictBatch(flatten({ kind: 'leaf', value: 7 }), [[1], [2]]); // => [7, 7]
 * ```
 */
export function predictBatch(flat: FlatTree, X: readonly (readonly number[])[]): Float64Array {
  const values = new Float64Array(X.length);
  for (let i = 0; i < X.length; i++) values[i] = flat.threshold[leafOf(flat, X[i])];
  return values;
}

/** The leaf that the row x (nFeatures) falls into. */
function leafOf({ featureIndex, threshold, leftChild }: FlatTree, x: readonly number[]): number {
  let node = 0;
  for (let j = featureIndex[node]; j !== LEAF; j = featureIndex[node]) {
    const value = x[j];
    if (!(value <= Infinity)) requireFeature(x, j); // NaN, or nothing at all
    // A number instead of a choice: no processor can guess which way a row goes, and half of its guesses would be wrong.
    node = leftChild[node] + Number(value > threshold[node]);
  }
  return node;
}
