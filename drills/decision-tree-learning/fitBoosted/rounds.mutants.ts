import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import type { Y } from '../bestSplit/shared.mutants.ts';
import { fitting, mean } from '../fitRegressionTree/shared.mutants.ts';
import { rebuilt, type TreeNode } from '../fitTree/shared.mutants.ts';
import { boosting, right } from './shared.mutants.ts';

const median = (y: Y): number => {
  const sorted = [...y].sort((a, b) => a - b);
  return (sorted[(y.length - 1) >> 1] + sorted[y.length >> 1]) / 2;
};

/** A tree with other values in its leaves. */
const valued = (tree: TreeNode, change: (value: number) => number): TreeNode =>
  rebuilt(tree, (node) => (node.kind === 'leaf' ? { ...node, value: change(node.value) } : node));

export const rounds: Mutant<typeof reference>[] = [
  {
    says: 'begins with 0',
    dies: 'initialPrediction is the mean of y',
    solution: { fitBoosted: boosting({ initial: () => 0 }) },
  },
  {
    says: 'begins with the median',
    dies: 'initialPrediction is the mean of y',
    solution: { fitBoosted: boosting({ initial: median }) },
  },
  {
    says: 'begins with the first y',
    dies: 'initialPrediction is the mean of y',
    solution: { fitBoosted: boosting({ initial: (y) => y[0] }) },
  },
  {
    says: 'begins with the mean of the different y, each once',
    dies: 'initialPrediction is the mean of y',
    solution: { fitBoosted: boosting({ initial: (y) => mean([...new Set(y)]) }) },
  },
  {
    says: 'begins with the mean in single precision',
    dies: 'initialPrediction is the mean of y',
    solution: { fitBoosted: boosting({ initial: (y) => Math.fround(mean(y)) }) },
  },
  {
    says: 'answers the right first prediction, but leaves it out of the residuals',
    dies: 'no tree raises the squared error on the training rows',
    solution: {
      fitBoosted: boosting({
        residuals: ({ y, sums, learningRate }) => y.map((value, i) => value - learningRate * sums[i]),
      }),
    },
  },
  {
    says: 'multiplies the first prediction by `learningRate` too',
    dies: 'a leaf holds the mean residual of its rows, after the trees before it and not yet times learningRate',
    solution: {
      fitBoosted: boosting({
        residuals: ({ y, initial, sums, learningRate }) => y.map((v, i) => v - learningRate * (initial + sums[i])),
      }),
    },
  },
  {
    says: 'stores the leaves times `learningRate`',
    dies: 'a leaf holds the mean residual of its rows, after the trees before it and not yet times learningRate',
    solution: {
      fitBoosted: boosting({
        answer: ({ initialPrediction, trees }, { learningRate }) => ({
          initialPrediction,
          trees: trees.map((tree) => valued(tree, (value) => value * learningRate)),
        }),
      }),
    },
  },
  {
    says: 'takes the whole of each tree off the residuals',
    dies: 'a leaf holds the mean residual of its rows, after the trees before it and not yet times learningRate',
    solution: {
      fitBoosted: boosting({ residuals: ({ y, initial, sums }) => y.map((value, i) => value - initial - sums[i]) }),
    },
  },
  {
    says: 'multiplies tree m by `learningRate` m times',
    dies: 'a leaf holds the mean residual of its rows, after the trees before it and not yet times learningRate',
    solution: {
      fitBoosted: boosting({
        grow: (X, residuals, settings, m) =>
          valued(right.grow(X, residuals, settings, m), (value) => value * settings.learningRate ** m),
      }),
    },
  },
  {
    says: 'divides what the trees add by their number',
    dies: 'a leaf holds the mean residual of its rows, after the trees before it and not yet times learningRate',
    solution: {
      fitBoosted: boosting({
        residuals: ({ m, y, initial, sums, learningRate }) =>
          y.map((value, i) => value - initial - (learningRate * sums[i]) / Math.max(1, m)),
      }),
    },
  },
  {
    says: 'takes residuals the wrong way round, prediction less y',
    dies: 'a leaf holds the mean residual of its rows, after the trees before it and not yet times learningRate',
    solution: {
      fitBoosted: boosting({ residuals: (round) => right.residuals(round).map((value) => -value) }),
    },
  },
  {
    says: 'fits each tree to y',
    dies: 'a leaf holds the mean residual of its rows, after the trees before it and not yet times learningRate',
    solution: { fitBoosted: boosting({ residuals: ({ y }) => [...y] }) },
  },
  {
    says: 'fits each tree to the residuals of the first prediction',
    dies: 'a leaf holds the mean residual of its rows, after the trees before it and not yet times learningRate',
    solution: { fitBoosted: boosting({ residuals: ({ y, initial }) => y.map((value) => value - initial) }) },
  },
  {
    says: 'takes only the last tree off y',
    dies: 'a leaf holds the mean residual of its rows, after the trees before it and not yet times learningRate',
    solution: {
      fitBoosted: boosting({
        residuals: ({ y, initial, last, learningRate }) =>
          y.map((value, i) => value - initial - learningRate * last[i]),
      }),
    },
  },
  {
    says: 'fits the signs of the residuals',
    dies: 'a leaf holds the mean residual of its rows, after the trees before it and not yet times learningRate',
    solution: { fitBoosted: boosting({ residuals: (round) => right.residuals(round).map(Math.sign) }) },
  },
  {
    says: 'puts the median of the residuals into a leaf',
    dies: 'a leaf holds the mean residual of its rows, after the trees before it and not yet times learningRate',
    solution: {
      fitBoosted: boosting({
        grow: (X, residuals, { maxDepth, minSamplesLeaf }) =>
          fitting({ leaf: ({ y }) => median(y) })(X, residuals, { maxDepth, minSamplesLeaf }),
      }),
    },
  },
  {
    says: 'keeps the residuals in single precision',
    dies: 'a leaf holds the mean residual of its rows, after the trees before it and not yet times learningRate',
    solution: { fitBoosted: boosting({ residuals: (round) => right.residuals(round).map(Math.fround) }) },
  },
  {
    says: 'rounds the residuals to three places',
    dies: 'a leaf holds the mean residual of its rows, after the trees before it and not yet times learningRate',
    solution: {
      fitBoosted: boosting({ residuals: (round) => right.residuals(round).map((v) => Math.round(v * 1e3) / 1e3) }),
    },
  },
  {
    says: 'swaps the sides when it updates the residuals',
    dies: 'a leaf holds the mean residual of its rows, after the trees before it and not yet times learningRate',
    solution: {
      fitBoosted: boosting({
        predict: (tree, x) => {
          let node = tree;
          while (node.kind === 'split') node = x[node.featureIndex] <= node.threshold ? node.right : node.left;
          return node.value;
        },
      }),
    },
  },
];
