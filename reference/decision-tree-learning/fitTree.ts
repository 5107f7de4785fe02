import { bestSplitOf } from './bestSplit.ts';
import { type Division, growTree, type Leaf, type TreeNode, type TreeOptions } from './tree.ts';
import { requireTrainingSet, requireTreeLimits } from './validate.ts';

type Matrix = readonly (readonly number[])[];
/** The indices of the rows that reach a node. */
type Rows = readonly number[];

/**
 * A classification tree (CART: Breiman, Friedman, Olshen, Stone 1984) grown on X (nSamples, nFeatures) with the classes
 * y (nSamples): the best split of each node by Gini impurity, until a node is pure, `maxDepth` is reached or no split leaves
 * `minSamplesLeaf` samples on both sides. A leaf predicts its most frequent class, the smallest on ties.
 *
 * Time O(nFeatures nSamples log nSamples) for each level of the tree, since each node sorts its rows by each feature and
 * the nodes of a level share the rows. Memory O(nSamples) for each level.
 *
 * @throws RangeError when X is empty or ragged, y has not a class a row, a number is not finite, or a limit is not whole.
 * @example
 * ```ts
 * fitTree([[1], [2], [8]], [0, 0, 1]);
 * // => { kind: 'split', featureIndex: 0, threshold: 5, left: { kind: 'leaf', value: 0 }, right: { kind: 'leaf', value: 1 } }
 * ```
 */
export function fitTree(
  X: Matrix,
  y: readonly number[],
  { maxDepth = Infinity, minSamplesLeaf = 1 }: TreeOptions = {},
): TreeNode {
  requireTrainingSet(X, y);
  requireTreeLimits(maxDepth, minSamplesLeaf);
  const settle = (rows: Rows, depth: number): Leaf | Division<Rows> => {
    const isPure = rows.every((i) => y[i] === y[rows[0]]);
    const split = isPure || depth >= maxDepth ? null : bestSplitOf(X, y, rows, minSamplesLeaf);
    if (!split) return { kind: 'leaf', value: majorityClass(y, rows) };
    const { featureIndex, threshold } = split;
    const left = rows.filter((i) => X[i][featureIndex] <= threshold);
    const right = rows.filter((i) => X[i][featureIndex] > threshold);
    return { featureIndex, threshold, left, right };
  };
  return growTree(
    X.map((_, i) => i),
    settle,
  );
}

/** The class that most of the rows have; the smallest on ties. */
function majorityClass(y: readonly number[], rows: Rows): number {
  const counts = new Map<number, number>();
  for (const i of rows) counts.set(y[i], (counts.get(y[i]) ?? 0) + 1);
  let majority = Infinity;
  let largest = 0;
  for (const [label, count] of counts) {
    if (count < largest || (count === largest && label > majority)) continue;
    majority = label;
    largest = count;
  }
  return majority;
}
