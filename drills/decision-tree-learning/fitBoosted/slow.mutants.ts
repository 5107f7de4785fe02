import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import type { Row, X, Y } from '../bestSplit/shared.mutants.ts';
import { fitting, right as rightTree, valuing } from '../fitRegressionTree/shared.mutants.ts';
import type { TreeNode } from '../fitTree/shared.mutants.ts';
import { type BoostParts, boosting, type FitBoosted, fitBoosted, predict, right } from './shared.mutants.ts';

/** Grows trees with another function of level 4. */
const growing = (solve: ReturnType<typeof fitting>): FitBoosted =>
  boosting({
    grow: (X, residuals, { maxDepth, minSamplesLeaf }) => solve(X, residuals, { maxDepth, minSamplesLeaf }),
  });

/** Finds the residuals from the trees so far. */
const fromTrees =
  (
    residuals: (X: X, y: Y, initial: number, learningRate: number, trees: readonly TreeNode[]) => number[],
  ): FitBoosted =>
  (X, y, options) => {
    const trees: TreeNode[] = [];
    const changes: Partial<BoostParts> = {
      residuals: ({ initial, learningRate }) => residuals(X, y, initial, learningRate, trees),
      grow: (X, residuals, settings, m) => {
        const tree = right.grow(X, residuals, settings, m);
        trees.push(tree);
        return tree;
      },
    };
    return boosting(changes)(X, y, options);
  };

export const slow: Mutant<typeof reference>[] = [
  {
    says: 'predicts with all trees so far for each new one',
    dies: 'grows with nTrees no faster than it must, on six rows and one split a tree',
    solution: {
      fitBoosted: fromTrees((X, y, initial, learningRate, trees) =>
        y.map((value, i) => value - initial - learningRate * trees.reduce((sum, tree) => sum + predict(tree, X[i]), 0)),
      ),
    },
  },
  {
    says: 'keeps what each tree predicts, and adds it all up for each new one',
    dies: 'grows with nTrees no faster than it must, on six rows and one split a tree',
    solution: {
      fitBoosted: (X, y, options) => {
        const kept: Y[] = [];
        const solve = boosting({
          residuals: ({ m, initial, last, learningRate }) => {
            if (m > 0) kept.push(last);
            return y.map((value, i) => {
              let sum = 0;
              for (const predictions of kept) sum += predictions[i];
              return value - (initial + learningRate * sum);
            });
          },
        });
        return solve(X, y, options);
      },
    },
  },
  {
    says: 'boosts again from the start for each tree',
    dies: 'grows with nTrees no faster than it must, on six rows and one split a tree',
    solution: {
      fitBoosted: (X, y, options = {}) => {
        const { nTrees } = right.settings(options);
        let boosted = fitBoosted(X, y, { ...options, nTrees: 0 });
        for (let n = 1; n <= nTrees; n++) boosted = fitBoosted(X, y, { ...options, nTrees: n });
        return boosted;
      },
    },
  },
  {
    says: 'finds the number of a row with `indexOf`',
    dies: 'grows with nSamples no faster than it must, on shuffled rows, four trees of two levels',
    solution: {
      fitBoosted: boosting({
        grow: (X, residuals, settings, m) => {
          const numbers = X.map((x) => X.lastIndexOf(x));
          return right.grow(
            numbers.map((_, i) => X[i]),
            residuals,
            settings,
            m,
          );
        },
      }),
    },
  },
  {
    says: 'adds up the y of both sides anew for each candidate',
    dies: 'grows with nSamples no faster than it must, on shuffled rows, four trees of two levels',
    solution: {
      fitBoosted: growing(
        valuing((ys) => {
          const total = ys.reduce((sum, y) => sum + y, 0);
          return ys.map((_, k) => {
            if (k === 0) return 0;
            const left = ys.slice(0, k).reduce((sum, y) => sum + y, 0);
            return left ** 2 / k + (total - left) ** 2 / (ys.length - k);
          });
        }),
      ),
    },
  },
  {
    says: 'sorts by insertion in each node',
    dies: 'grows with nSamples no faster than it must, on shuffled rows, four trees of two levels',
    solution: {
      fitBoosted: growing(
        fitting({
          order: (rows, values) => {
            const order: number[] = [];
            for (const row of rows) {
              let place = order.length;
              while (place > 0 && values[order[place - 1]] > values[row]) place--;
              order.splice(place, 0, row);
            }
            return order;
          },
        }),
      ),
    },
  },
  {
    says: 'copies the rows for each feature',
    dies: 'grows with nFeatures no faster than it must, on eight rows, two trees',
    solution: {
      fitBoosted: growing(
        fitting({
          split: (parts, place) => {
            const copies: (readonly Row[])[] = place.X[0].map(() => place.X.map((row) => [...row]));
            return rightTree.split(parts, { ...place, X: copies[0] });
          },
        }),
      ),
    },
  },
];
