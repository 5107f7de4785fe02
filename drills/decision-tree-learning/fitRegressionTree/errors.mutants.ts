import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { gini, type Y } from '../bestSplit/shared.mutants.ts';
import { byDifferences, fitRegressionTree, fitting, mean, searching, valuing, type Worths } from './shared.mutants.ts';

/** With sums of squares and sums, after something is taken off all y. */
const bySquares =
  (shift: (ys: Y, all: Y) => number): Worths =>
  (ys, all) => {
    const off = shift(ys, all);
    const n = ys.length;
    let [sum, squares] = [0, 0];
    for (const y of ys) [sum, squares] = [sum + (y - off), squares + (y - off) ** 2];
    const error = (squares: number, sum: number, n: number) => squares - (sum * sum) / n;
    let [left, leftSquares] = [0, 0];
    const worths = [0];
    for (let k = 1; k < n; k++) {
      left = left + (ys[k - 1] - off);
      leftSquares = leftSquares + (ys[k - 1] - off) ** 2;
      worths.push(
        error(squares, sum, n) - error(leftSquares, left, k) - error(squares - leftSquares, sum - left, n - k),
      );
    }
    return worths;
  };

/** Found once for all rows of a call. */
const once = (find: (all: Y) => number): ((ys: Y, all: Y) => number) => {
  const found = new WeakMap<Y, number>();
  return (_, all) => {
    const shift = found.get(all) ?? find(all);
    found.set(all, shift);
    return shift;
  };
};

/** From both sides of each cut. */
const bySides =
  (worth: (left: Y, right: Y) => number): Worths =>
  (ys) =>
    ys.map((_, k) => (k === 0 ? 0 : worth(ys.slice(0, k), ys.slice(k))));

const squaredError = (ys: Y): number => {
  const middle = mean(ys);
  return ys.reduce((sum, y) => sum + (y - middle) ** 2, 0);
};
const variance = (ys: Y): number => squaredError(ys) / ys.length;
const median = (ys: Y): number => {
  const sorted = [...ys].sort((a, b) => a - b);
  return (sorted[(ys.length - 1) >> 1] + sorted[ys.length >> 1]) / 2;
};
const deviation = (ys: Y, middle: number): number => ys.reduce((sum, y) => sum + Math.abs(y - middle), 0);
const spread = (ys: Y): number => ys.reduce((a, b) => Math.max(a, b)) - ys.reduce((a, b) => Math.min(a, b));

export const errors: Mutant<typeof reference>[] = [
  {
    says: 'adds up squares of the y themselves',
    dies: 'a large constant in all y, such as 1e8, changes no split',
    solution: { fitRegressionTree: valuing(bySquares(() => 0)) },
  },
  {
    says: 'takes the mean of all y off once, which helps little in a node that lies far from it',
    dies: 'y are any finite numbers',
    solution: { fitRegressionTree: valuing(bySquares(once(mean))) },
  },
  {
    says: 'takes the first y off all of them, which helps little where that is an outlier',
    dies: 'y are any finite numbers',
    solution: { fitRegressionTree: valuing(bySquares((_, all) => all[0])) },
  },
  {
    says: 'takes the smallest y off all of them, which helps little where that is an outlier',
    dies: 'y are any finite numbers',
    solution: { fitRegressionTree: valuing(bySquares(once((all) => all.reduce((a, b) => Math.min(a, b))))) },
  },
  {
    says: 'keeps the y in single precision while it searches',
    dies: 'a large constant in all y, such as 1e8, changes no split',
    solution: { fitRegressionTree: valuing((ys) => byDifferences(ys.map(Math.fround), [])) },
  },
  {
    says: 'takes the y for classes, and decreases their Gini impurity',
    dies: 'each split is the candidate that decreases the squared error of its node most',
    solution: {
      fitRegressionTree: valuing(bySides((left, right) => -left.length * gini(left) - right.length * gini(right))),
    },
  },
  {
    says: 'adds up the variances of both sides, however many rows they have',
    dies: 'each split is the candidate that decreases the squared error of its node most',
    solution: { fitRegressionTree: valuing(bySides((left, right) => -variance(left) - variance(right))) },
  },
  {
    says: 'divides the squared error of a side by one row less, and then weights it by all',
    dies: 'each split is the candidate that decreases the squared error of its node most',
    solution: {
      fitRegressionTree: valuing(
        bySides((left, right) => {
          const sample = (ys: Y) => (ys.length > 1 ? (squaredError(ys) / (ys.length - 1)) * ys.length : 0);
          return -sample(left) - sample(right);
        }),
      ),
    },
  },
  {
    says: 'weights the standard deviations of both sides instead of the variances',
    dies: 'each split is the candidate that decreases the squared error of its node most',
    solution: {
      fitRegressionTree: valuing(
        bySides((left, right) => -left.length * Math.sqrt(variance(left)) - right.length * Math.sqrt(variance(right))),
      ),
    },
  },
  {
    says: 'decreases the absolute error about the median',
    dies: 'each split is the candidate that decreases the squared error of its node most',
    solution: {
      fitRegressionTree: valuing(
        bySides((left, right) => -deviation(left, median(left)) - deviation(right, median(right))),
      ),
    },
  },
  {
    says: 'decreases the absolute error about the mean',
    dies: 'each split is the candidate that decreases the squared error of its node most',
    solution: {
      fitRegressionTree: valuing(
        bySides((left, right) => -deviation(left, mean(left)) - deviation(right, mean(right))),
      ),
    },
  },
  {
    says: 'looks for the largest difference of the means of both sides',
    dies: 'each split is the candidate that decreases the squared error of its node most',
    solution: { fitRegressionTree: valuing(bySides((left, right) => Math.abs(mean(left) - mean(right)))) },
  },
  {
    says: 'looks for the largest step of y between neighbours',
    dies: 'each split is the candidate that decreases the squared error of its node most',
    solution: { fitRegressionTree: valuing((ys) => ys.map((y, k) => (k === 0 ? 0 : Math.abs(y - ys[k - 1])))) },
  },
  {
    says: 'decreases the distances between the largest and the smallest y',
    dies: 'each split is the candidate that decreases the squared error of its node most',
    solution: { fitRegressionTree: valuing(bySides((left, right) => -spread(left) - spread(right))) },
  },
  {
    says: 'keeps the mean of the node when it adds up the errors of the sides, so that all cuts are worth the same',
    dies: 'each split is the candidate that decreases the squared error of its node most',
    solution: { fitRegressionTree: valuing((ys) => ys.map(() => 0)) },
  },
  {
    says: 'counts the row at the cut on the wrong side',
    dies: 'each split is the candidate that decreases the squared error of its node most',
    solution: {
      fitRegressionTree: valuing((ys) => {
        const worths = byDifferences(ys, []);
        return worths.map((_, k) => worths[Math.max(1, k - 1)]);
      }),
    },
  },
  {
    says: 'leaves out the weight of the right side',
    dies: 'each split is the candidate that decreases the squared error of its node most',
    solution: { fitRegressionTree: valuing(bySides((left, right) => -squaredError(left) - variance(right))) },
  },
  {
    says: 'takes decreases within 1 in 1,000 for equal, and then the first',
    dies: 'the best candidate is taken by however little it is better',
    solution: {
      fitRegressionTree: fitting({ better: (worth, best) => worth > best.impurityDecrease * 1.001 }),
    },
  },
  {
    says: 'takes the highest feature on ties',
    dies: 'the lowest featureIndex wins ties between features that put the rows in the same order',
    solution: { fitRegressionTree: fitting({ features: (X) => [...X[0].keys()].reverse() }) },
  },
  {
    says: 'takes the last feature on ties',
    dies: 'the lowest featureIndex wins ties between features that put the rows in the same order',
    solution: { fitRegressionTree: fitting({ better: (worth, best) => worth >= best.impurityDecrease }) },
  },
  {
    says: 'looks at the first feature only, unless that has no candidate',
    dies: 'each split is the candidate that decreases the squared error of its node most',
    solution: {
      fitRegressionTree: fitting({
        split: (parts, place) => {
          const search = searching(byDifferences);
          return search({ ...parts, features: () => [0] }, place) ?? search(parts, place);
        },
      }),
    },
  },
  {
    says: 'rounds the y to whole numbers',
    dies: 'only equal y make a node pure, however close others are',
    solution: {
      fitRegressionTree: (X, y, options) => fitRegressionTree(X, y.map(Math.round), options),
    },
  },
];
