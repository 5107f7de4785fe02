import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import type { Y } from '../bestSplit/shared.mutants.ts';
import { fitRegressionTree, fitting, mean } from '../fitRegressionTree/shared.mutants.ts';
import type { TreeNode } from '../fitTree/shared.mutants.ts';
import { boosting, fitBoosted, predict, right } from './shared.mutants.ts';

const isOneLeaf = (trees: readonly TreeNode[]): boolean => trees.at(-1)?.kind === 'leaf';

export const trees: Mutant<typeof reference>[] = [
  {
    says: 'keeps the splits of the first tree, and refits only the leaves',
    dies: 'each tree is the regression tree of the residuals that the trees before it have left',
    solution: {
      fitBoosted: (X, y, options) => {
        let first: TreeNode | undefined;
        const refit = (node: TreeNode, rows: readonly number[], residuals: Y): TreeNode => {
          if (node.kind === 'leaf') return { kind: 'leaf', value: mean(rows.map((i) => residuals[i])) };
          const { featureIndex: f, threshold: t } = node;
          return {
            ...node,
            left: refit(
              node.left,
              rows.filter((i) => X[i][f] <= t),
              residuals,
            ),
            right: refit(
              node.right,
              rows.filter((i) => X[i][f] > t),
              residuals,
            ),
          };
        };
        const solve = boosting({
          grow: (X, residuals, settings, m) => {
            first ??= right.grow(X, residuals, settings, m);
            return refit(first, [...X.keys()], residuals);
          },
        });
        return solve(X, y, options);
      },
    },
  },
  {
    says: 'fits even trees to the even rows only',
    dies: 'no tree raises the squared error on the training rows',
    solution: {
      fitBoosted: boosting({
        grow: (X, residuals, settings, m) => {
          if (X.length < 2) return right.grow(X, residuals, settings, m);
          const rows = [...X.keys()].filter((i) => i % 2 === m % 2);
          return right.grow(
            rows.map((i) => X[i]),
            rows.map((i) => residuals[i]),
            settings,
            m,
          );
        },
      }),
    },
  },
  {
    says: 'gives tree m feature m alone, in turn',
    dies: 'each tree is the regression tree of the residuals that the trees before it have left',
    solution: {
      fitBoosted: boosting({
        grow: (X, residuals, { maxDepth, minSamplesLeaf }, m) =>
          fitting({ features: (rows) => [m % rows[0].length] })(X, residuals, { maxDepth, minSamplesLeaf }),
      }),
    },
  },
  {
    says: 'stops where nothing is left to explain',
    dies: 'there are nTrees trees',
    solution: { fitBoosted: boosting({ stops: (residuals) => residuals.every((v) => Math.abs(v) < 1e-12) }) },
  },
  {
    says: 'stops after a tree that is one leaf',
    dies: 'there are nTrees trees',
    solution: { fitBoosted: boosting({ stops: (_, trees) => isOneLeaf(trees) }) },
  },
  {
    says: 'leaves out trees that are one leaf',
    dies: 'there are nTrees trees',
    solution: {
      fitBoosted: boosting({
        answer: ({ initialPrediction, trees }) => ({
          initialPrediction,
          trees: trees.filter(({ kind }) => kind === 'split'),
        }),
      }),
    },
  },
  {
    says: 'stops where the residuals are below a thousandth of the largest y',
    dies: 'there are nTrees trees',
    solution: {
      fitBoosted: (X, y, options) => {
        const largest = y.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
        const solve = boosting({ stops: (residuals) => residuals.every((v) => Math.abs(v) < 1e-3 * largest) });
        return solve(X, y, options);
      },
    },
  },
  {
    says: 'fills up with leaves of 0 once the residuals are below a thousandth of the largest y',
    dies: 'each tree is the regression tree of the residuals that the trees before it have left',
    solution: {
      fitBoosted: (X, y, options) => {
        const largest = y.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
        const solve = boosting({
          grow: (X, residuals, settings, m) =>
            residuals.every((v) => Math.abs(v) < 1e-3 * largest)
              ? { kind: 'leaf', value: 0 }
              : right.grow(X, residuals, settings, m),
        });
        return solve(X, y, options);
      },
    },
  },
  {
    says: 'gives the trees with the last one first',
    dies: 'more trees leave the first ones as they are',
    solution: {
      fitBoosted: boosting({
        answer: ({ initialPrediction, trees }) => ({ initialPrediction, trees: [...trees].reverse() }),
      }),
    },
  },
  {
    says: 'adds what the first tree says of the first row to the first prediction',
    dies: 'initialPrediction is the mean of y',
    solution: {
      fitBoosted: (X, y, options) => {
        const boosted = fitBoosted(X, y, options);
        const { learningRate = 0.1 } = options ?? {};
        const first = boosted.trees.at(0);
        return first
          ? { ...boosted, initialPrediction: boosted.initialPrediction + learningRate * predict(first, X[0]) }
          : boosted;
      },
    },
  },
  {
    says: 'grows each tree one level deeper than the one before',
    dies: 'each tree is the regression tree of the residuals that the trees before it have left',
    solution: {
      fitBoosted: boosting({
        grow: (X, residuals, { maxDepth, minSamplesLeaf }, m) =>
          fitRegressionTree(X, residuals, { maxDepth: maxDepth + m, minSamplesLeaf }),
      }),
    },
  },
];
