import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { mostFrequent, type Options, type Place } from '../fitTree/shared.mutants.ts';
import { fitRegressionTree, fitting, mean, right } from './shared.mutants.ts';

const within = (y: Place['y'], tolerance: number): boolean => y.every((value) => Math.abs(value - y[0]) <= tolerance);
const naiveVariance = (y: Place['y']): number =>
  y.reduce((sum, value) => sum + value * value, 0) / y.length -
  (y.reduce((sum, value) => sum + value, 0) / y.length) ** 2;

/** A node is a leaf where its y are near enough by some measure. */
const pureBy = (isPure: (y: Place['y']) => boolean) =>
  fitting({ isLeaf: ({ y, depth, limits }) => depth >= limits.maxDepth || isPure(y) });

export const leaves: Mutant<typeof reference>[] = [
  {
    says: 'predicts the most frequent y',
    dies: 'a leaf predicts the mean of its rows',
    solution: { fitRegressionTree: fitting({ leaf: ({ y }) => mostFrequent(y) }) },
  },
  {
    says: 'predicts the median',
    dies: 'a leaf predicts the mean of its rows',
    solution: {
      fitRegressionTree: fitting({
        leaf: ({ y }) => {
          const sorted = [...y].sort((a, b) => a - b);
          return (sorted[(y.length - 1) >> 1] + sorted[y.length >> 1]) / 2;
        },
      }),
    },
  },
  {
    says: 'predicts the middle between the smallest and the largest y',
    dies: 'a leaf predicts the mean of its rows',
    solution: {
      fitRegressionTree: fitting({
        leaf: ({ y }) => (y.reduce((a, b) => Math.min(a, b)) + y.reduce((a, b) => Math.max(a, b))) / 2,
      }),
    },
  },
  {
    says: 'predicts the mean of the different y of a leaf, each once',
    dies: 'a leaf predicts the mean of its rows',
    solution: { fitRegressionTree: fitting({ leaf: ({ y }) => mean([...new Set(y)]) }) },
  },
  {
    says: 'predicts the mean of all rows in a leaf that is not pure',
    dies: 'a leaf predicts the mean of its rows',
    solution: { fitRegressionTree: fitting({ leaf: ({ y, root }) => (within(y, 0) ? y[0] : mean(root.y)) }) },
  },
  {
    says: 'predicts the mean in single precision',
    dies: 'a leaf predicts the mean of its rows',
    solution: { fitRegressionTree: fitting({ leaf: ({ y }) => Math.fround(mean(y)) }) },
  },
  {
    says: 'rounds the mean to four places',
    dies: 'a leaf predicts the mean of its rows',
    solution: { fitRegressionTree: fitting({ leaf: ({ y }) => Math.round(mean(y) * 1e4) / 1e4 }) },
  },
  {
    says: 'cuts the mean down to a whole number',
    dies: 'a leaf predicts the mean of its rows',
    solution: { fitRegressionTree: fitting({ leaf: ({ y }) => Math.trunc(mean(y)) }) },
  },
  {
    says: 'divides the sum of a leaf by one row less',
    dies: 'a leaf predicts the mean of its rows',
    solution: {
      fitRegressionTree: fitting({
        leaf: ({ y }) => y.reduce((sum, value) => sum + value, 0) / Math.max(1, y.length - 1),
      }),
    },
  },
  {
    says: 'predicts the y of the first row',
    dies: 'a leaf predicts the mean of its rows',
    solution: { fitRegressionTree: fitting({ leaf: ({ y }) => y[0] }) },
  },
  {
    says: 'takes y within 1e-9 for equal',
    dies: 'only equal y make a node pure, however close others are',
    solution: { fitRegressionTree: pureBy((y) => within(y, 1e-9)) },
  },
  {
    says: 'takes y for equal when they differ by less than 1e-7 of their magnitude',
    dies: 'a large constant in all y, such as 1e8, changes no split',
    solution: { fitRegressionTree: pureBy((y) => within(y, 1e-7 * Math.abs(y[0]))) },
  },
  {
    says: 'makes a leaf where the squared error comes out as 0 or less from sums of squares',
    dies: 'a large constant in all y, such as 1e8, changes no split',
    solution: { fitRegressionTree: pureBy((y) => naiveVariance(y) <= 0) },
  },
  {
    says: 'makes a leaf where the variance is below 1e-7',
    dies: 'only equal y make a node pure, however close others are',
    solution: {
      fitRegressionTree: pureBy((y) => {
        const middle = mean(y);
        return y.reduce((sum, value) => sum + (value - middle) ** 2, 0) / y.length < 1e-7;
      }),
    },
  },
  {
    says: 'makes a leaf only where all y are equal to the mean, which rounding may prevent',
    dies: 'only equal y make a node pure, however close others are',
    solution: {
      fitRegressionTree: pureBy((y) => {
        const middle = y.reduce((sum, value) => sum + value, 0) / y.length;
        return y.every((value) => value === middle);
      }),
    },
  },
  {
    says: 'goes on splitting where all y are equal',
    dies: 'a node is a leaf when its y are all equal or it has no candidate, and only then',
    solution: { fitRegressionTree: pureBy(() => false) },
  },
  {
    says: 'makes a leaf where no split decreases the squared error',
    dies: 'a split of decrease 0 is taken where a node is not pure',
    solution: { fitRegressionTree: fitting({ declines: ({ impurityDecrease }) => impurityDecrease <= 1e-9 }) },
  },
  {
    says: 'makes a leaf of fewer than five rows',
    dies: 'a node is a leaf when its y are all equal or it has no candidate, and only then',
    solution: { fitRegressionTree: fitting({ isLeaf: (place) => right.isLeaf(place) || place.y.length < 5 }) },
  },
  {
    says: 'makes a leaf where the split decreases the squared error by less than a hundredth of that of all rows',
    dies: 'a node is a leaf when its y are all equal or it has no candidate, and only then',
    solution: {
      fitRegressionTree: fitting({
        declines: ({ impurityDecrease }, { root: { y } }) => {
          const middle = mean(y);
          return impurityDecrease < 0.01 * y.reduce((sum, value) => sum + (value - middle) ** 2, 0);
        },
      }),
    },
  },
];

const limited = (change: (limits: Required<Options>) => Options) =>
  fitting({ limits: (options) => ({ ...right.limits(options), ...change(right.limits(options)) }) });

const refusing = (refuses: (options: Options, n: number) => boolean) =>
  ((X, y, options = {}) => {
    if (refuses(options, X.length)) throw new RangeError('refused');
    return fitRegressionTree(X, y, options);
  }) satisfies typeof fitRegressionTree;

export const calls: Mutant<typeof reference>[] = [
  {
    says: 'splits once more below `maxDepth`',
    dies: 'maxDepth is how many splits lie above a leaf at most',
    solution: { fitRegressionTree: limited(({ maxDepth }) => ({ maxDepth: maxDepth + 1 })) },
  },
  {
    says: 'takes `maxDepth: 0` for no limit, as 0 is falsy',
    dies: 'maxDepth is how many splits lie above a leaf at most',
    solution: { fitRegressionTree: limited(({ maxDepth }) => ({ maxDepth: maxDepth || Infinity })) },
  },
  {
    says: 'takes 3 for `maxDepth` when it is left out, as level 5 does',
    dies: 'a node is a leaf when its y are all equal or it has no candidate, and only then',
    solution: { fitRegressionTree: (X, y, options) => fitRegressionTree(X, y, { maxDepth: 3, ...options }) },
  },
  {
    says: 'ignores `minSamplesLeaf`',
    dies: 'minSamplesLeaf is how many rows a candidate leaves on both sides at least',
    solution: { fitRegressionTree: limited(() => ({ minSamplesLeaf: 1 })) },
  },
  {
    says: 'makes a leaf when the best split of all leaves too few rows on a side, and does not try the next one',
    dies: 'minSamplesLeaf is how many rows a candidate leaves on both sides at least',
    solution: {
      fitRegressionTree: fitting({
        split: (parts, place) => right.split(parts, { ...place, limits: { ...place.limits, minSamplesLeaf: 1 } }),
        declines: ({ featureIndex, threshold }, { X, limits: { minSamplesLeaf } }) => {
          const nLeft = X.filter((row) => row[featureIndex] <= threshold).length;
          return Math.min(nLeft, X.length - nLeft) < minSamplesLeaf;
        },
      }),
    },
  },
  {
    says: 'sends a row left only when it is below the threshold',
    dies: 'a <= threshold < b also where (a + b) / 2 is neither',
    solution: {
      fitRegressionTree: fitting({
        goesLeft: (value, threshold) => value < threshold,
        declines: ({ featureIndex, threshold }, { X }) => !X.some((row) => row[featureIndex] < threshold),
      }),
    },
  },
  {
    says: 'gives the lower neighbour as threshold',
    dies: 'a threshold is midway between two neighbouring distinct values of its feature in the node',
    solution: { fitRegressionTree: fitting({ threshold: (a) => a }) },
  },
  {
    says: 'takes (a + b) / 2 as it comes, which may be b or overflow',
    dies: 'a <= threshold < b also where (a + b) / 2 is neither',
    solution: {
      fitRegressionTree: fitting({
        threshold: (a, b) => (a + b) / 2,
        declines: ({ featureIndex, threshold }, { X }) => X.every((row) => row[featureIndex] <= threshold),
      }),
    },
  },
  {
    says: 'lets infinite y pass',
    dies: 'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one value of y for each row',
    solution: {
      fitRegressionTree: fitting({
        check: (X, y) =>
          right.check(
            X,
            y.map((value) => (Math.abs(value) === Infinity ? 0 : value)),
          ),
      }),
    },
  },
  {
    says: 'checks nothing where all y are equal',
    dies: 'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one value of y for each row',
    solution: {
      fitRegressionTree: (X, y, options) =>
        y.length > 1 && y.every((value) => value === y[0])
          ? { kind: 'leaf', value: y[0] }
          : fitRegressionTree(X, y, options),
    },
  },
  {
    says: 'refuses a `minSamplesLeaf` of more than half of the rows',
    dies: 'minSamplesLeaf is how many rows a candidate leaves on both sides at least',
    solution: { fitRegressionTree: refusing(({ minSamplesLeaf = 1 }, n) => n > 1 && minSamplesLeaf > n / 2) },
  },
  {
    says: 'takes a `minSamplesLeaf` of 0 for 1',
    dies: 'a maxDepth that is no whole number, 0 or more, or Infinity, or a minSamplesLeaf below 1 or not whole is a RangeError',
    solution: {
      fitRegressionTree: (X, y, options) =>
        fitRegressionTree(X, y, options?.minSamplesLeaf === 0 ? { ...options, minSamplesLeaf: 1 } : options),
    },
  },
  {
    says: 'accepts a fractional `maxDepth`',
    dies: 'a maxDepth that is no whole number, 0 or more, or Infinity, or a minSamplesLeaf below 1 or not whole is a RangeError',
    solution: {
      fitRegressionTree: (X, y, { maxDepth = Infinity, ...options } = {}) =>
        fitRegressionTree(X, y, { ...options, maxDepth: maxDepth > 0 ? Math.ceil(maxDepth) : maxDepth }),
    },
  },
  {
    says: 'takes the mean off `y` itself, and puts it back',
    dies: 'fitRegressionTree never changes its inputs',
    solution: {
      fitRegressionTree: (X, y, options) => {
        const tree = fitRegressionTree(X, y, options);
        const middle = mean(y);
        for (let i = 0; i < y.length; i++) (y as number[])[i] -= middle;
        for (let i = 0; i < y.length; i++) (y as number[])[i] += middle;
        return tree;
      },
    },
  },
  {
    says: 'keeps the mean of all y for the next call with as many rows',
    dies: 'a leaf predicts the mean of its rows',
    solution: {
      fitRegressionTree: (() => {
        const means = new Map<number, number>();
        return fitting({
          leaf: ({ y, root }) => {
            if (y.length < root.y.length) return mean(y);
            const known = means.get(y.length) ?? mean(y);
            means.set(y.length, known);
            return known;
          },
        });
      })(),
    },
  },
];
