import { broken, isClose } from '../../../src/index.ts';
import { candidatesOf } from '../bestSplit/candidates.ts';
import type { TrainingSet } from '../bestSplit/inputs.ts';
import type { Candidate, Criterion, CriterionOf, Question } from '../fitTree/judgeTree.ts';

/** Decreases that differ by less than this share of the node's squared error may count as equal: Welford's updates at an offset of 1e8 lose as many digits. */
export const SLACK = 1e-6;

/** The mean, taken from the first of the numbers: exact where they are integers of any offset, but for the division. */
export const meanOf = (y: readonly number[]): number =>
  y[0] + y.reduce((sum, value) => sum + (value - y[0]), 0) / y.length;

/** Sum of squared differences from the mean. */
export function squaredErrorOf(y: readonly number[]): number {
  const mean = meanOf(y);
  return y.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

/** By how much a question lowers the squared error of its rows: nLeft nRight / n times the squared difference of the means. */
function decreaseOf({ X, y }: TrainingSet, { featureIndex, threshold }: Question): number {
  const left = y.filter((_, i) => X[i][featureIndex] <= threshold);
  const right = y.filter((_, i) => !(X[i][featureIndex] <= threshold));
  if (left.length === 0 || right.length === 0) return Number.NaN;
  // Means as differences from one and the same number, so that an offset cancels exactly.
  const relative = (side: readonly number[]): number =>
    side.reduce((sum, value) => sum + (value - y[0]), 0) / side.length;
  return ((left.length * right.length) / y.length) * (relative(left) - relative(right)) ** 2;
}

/** The rows in ascending order of a feature; undefined where two are equal. */
function orderBy({ X }: TrainingSet, featureIndex: number): readonly number[] | undefined {
  const order = X.map((_, i) => i).sort((a, b) => X[a][featureIndex] - X[b][featureIndex]);
  const isStrict = order.every((row, i) => i === 0 || X[order[i - 1]][featureIndex] < X[row][featureIndex]);
  return isStrict ? order : undefined;
}

/** A lower feature that puts all rows in the same order: whatever is computed of the one comes out the same of the other. */
function alike(rows: TrainingSet, featureIndex: number): number | undefined {
  const order = orderBy(rows, featureIndex);
  if (!order) return undefined;
  for (let other = 0; other < featureIndex; other++) {
    if (orderBy(rows, other)?.every((row, i) => row === order[i])) return other;
  }
  return undefined;
}

/** The largest magnitude: what values are held to 1e-9 of. */
export const scaleOf = (y: readonly number[]): number => Math.max(...y.map(Math.abs));

/**
 * Regression: squared error about the mean. Values are held to 1e-9 of `scale`. Where the y of a node differ by no more than
 * `noise`, rounding may have made them differ: it may be a leaf or not, and any candidate is as good as another.
 */
export const squaredErrorWithin = (scale: number, noise: number): Criterion => ({
  isPure: ({ y }) => {
    if (noise === 0) return y.every((value) => value === y[0]);
    return Math.max(...y) - Math.min(...y) <= noise ? undefined : false;
  },
  candidates: (rows, minSamplesLeaf) =>
    candidatesOf(rows.X, rows.y, minSamplesLeaf).map(
      ({ featureIndex, lower, upper }): Candidate => ({
        featureIndex,
        lower,
        upper,
        decrease: decreaseOf(rows, { featureIndex, threshold: lower }),
      }),
    ),
  decrease: decreaseOf,
  slack: ({ y }) => SLACK * squaredErrorOf(y) + y.length * noise ** 2,
  first: (rows, _, { featureIndex }) => {
    const other = alike(rows, featureIndex);
    return other === undefined ? undefined : { featureIndex: other, lower: -Infinity, upper: Infinity };
  },
  judgeValue: (at, value, { y }) => {
    const expected = meanOf(y);
    return isClose(value, expected, scale) ? undefined : broken(at, value, expected);
  },
});

/** The criterion of a regression tree: equal y, and only they, are pure. */
export const squaredError: CriterionOf = ({ y }) => squaredErrorWithin(scaleOf(y), 0);
