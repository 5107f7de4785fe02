import { Partition, type SortedColumn, sortedColumns } from './sortedColumns.ts';
import { type Division, growTree, type Leaf, midpoint, type TreeNode, type TreeOptions } from './tree.ts';
import { requireTrainingSet, requireTreeLimits } from './validate.ts';

/** The samples of a node: the places [start, end) of every sorted column. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * A regression tree (CART: Breiman, Friedman, Olshen, Stone 1984, ch. 8) grown on X (nSamples, nFeatures) with the numbers
 * y (nSamples): the split of each node that lowers its sum of squared errors most, until all its y are equal, `maxDepth` is
 * reached or no split leaves `minSamplesLeaf` samples on both sides. A leaf predicts the mean of its samples.
 *
 * Time O(nFeatures nSamples log nSamples) for the root and O(nFeatures nSamples) for each level; memory O(nFeatures nSamples).
 * @throws RangeError when X is empty or ragged, y has not a number a row, a number is not finite, or a limit is not whole.
 * @example
 * ```ts
 * fitRegressionTree([[1], [2], [8]], [10, 12, 40], { maxDepth: 1 }).threshold; // => 5
 * ```
 */
export function fitRegressionTree(
  X: readonly (readonly number[])[],
  y: readonly number[],
  { maxDepth = Infinity, minSamplesLeaf = 1 }: TreeOptions = {},
): TreeNode {
  requireTrainingSet(X, y);
  requireTreeLimits(maxDepth, minSamplesLeaf);
  return growRegressionTree(sortedColumns(X), y, maxDepth, minSamplesLeaf);
}

/** The tree for columns that are sorted, and are cut into nodes as it grows. */
export function growRegressionTree(
  columns: readonly SortedColumn[],
  y: ArrayLike<number>,
  maxDepth: number,
  minSamplesLeaf: number,
): TreeNode {
  const partition = new Partition(y.length);
  const settle = ({ start, end }: Range, depth: number): Leaf | Division<Range> => {
    const mean = meanOf(y, columns[0].rows, start, end);
    const isLeaf = depth >= maxDepth || allEqual(y, columns[0].rows, start, end);
    const split = isLeaf ? null : bestSplit(columns, y, mean, start, end, minSamplesLeaf);
    if (!split) return { kind: 'leaf', value: mean };
    const { featureIndex, threshold, middle } = split;
    partition.divide(columns, featureIndex, start, middle, end);
    return { featureIndex, threshold, left: { start, end: middle }, right: { start: middle, end } };
  };
  return growTree({ start: 0, end: y.length }, settle);
}

function bestSplit(
  columns: readonly SortedColumn[],
  y: ArrayLike<number>,
  mean: number,
  start: number,
  end: number,
  minSamplesLeaf: number,
) {
  let best: { featureIndex: number; threshold: number; middle: number } | null = null;
  let bestScore = -Infinity;
  for (let featureIndex = 0; featureIndex < columns.length; featureIndex++) {
    const { values, rows } = columns[featureIndex];
    const { middle, score } = bestPlace(columns[featureIndex], y, mean, start, end, minSamplesLeaf, bestScore);
    if (middle === start) continue;
    bestScore = score;
    best = { featureIndex, threshold: midpoint(values[rows[middle - 1]], values[rows[middle]]), middle };
  }
  return best;
}

/**
 * Where to cut one column, if that beats `bestScore`; otherwise `start`. With y taken from the mean of the node the squared
 * error falls by sumLeft^2 / nLeft + sumRight^2 / nRight, less the square of what the sum of all is off zero. Sums of
 * differences from the mean stay small where sums of y^2 would cancel: an offset of 1e8 costs no digits.
 */
function bestPlace(
  { values, rows }: SortedColumn,
  y: ArrayLike<number>,
  mean: number,
  start: number,
  end: number,
  minSamplesLeaf: number,
  bestScore: number,
) {
  let total = 0;
  for (let i = start; i < end; i++) total += y[rows[i]] - mean; // zero but for rounding, and that is felt below
  let middle = start;
  let score = bestScore;
  let sumLeft = 0;
  let next = values[rows[start]];
  for (let i = start; i < end; i++) {
    const value = next;
    const row = rows[i];
    next = values[row];
    if (next !== value && i - start >= minSamplesLeaf && end - i >= minSamplesLeaf) {
      const sumRight = total - sumLeft;
      const here = (sumLeft * sumLeft) / (i - start) + (sumRight * sumRight) / (end - i);
      if (here > score) {
        score = here;
        middle = i;
      }
    }
    sumLeft += y[row] - mean;
  }
  return { middle, score };
}

/** The mean, taken from the first so that a large offset leaves all digits to the differences. */
function meanOf(y: ArrayLike<number>, rows: Int32Array, start: number, end: number): number {
  const first = y[rows[start]];
  let sum = 0;
  for (let i = start; i < end; i++) sum += y[rows[i]] - first;
  return first + sum / (end - start);
}

function allEqual(y: ArrayLike<number>, rows: Int32Array, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++) if (y[rows[i]] !== y[rows[start]]) return false;
  return true;
}
