import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import type { TreeNode } from '../fitTree/shared.mutants.ts';
import { byDifferences, fitRegressionTree, fitting, mean, right, valuing, type Worths } from './shared.mutants.ts';

const squaredError = (ys: readonly number[]): number => {
  const middle = mean(ys);
  return ys.reduce((sum, y) => sum + (y - middle) ** 2, 0);
};

const bySlices: Worths = (ys) =>
  ys.map((_, k) => (k === 0 ? 0 : -squaredError(ys.slice(0, k)) - squaredError(ys.slice(k))));

export const slow: Mutant<typeof reference>[] = [
  {
    says: 'adds up the squared errors of both sides anew for each candidate',
    dies: 'grows with nSamples no faster than it must, on sorted rows whose y all differ, two splits deep',
    solution: { fitRegressionTree: valuing(bySlices) },
  },
  {
    says: 'keeps the left sum, but adds up the right side anew for each candidate',
    dies: 'grows with nSamples no faster than it must, on sorted rows whose y all differ, two splits deep',
    solution: {
      fitRegressionTree: valuing((ys) => {
        const middle = mean(ys);
        let left = 0;
        return ys.map((_, k) => {
          if (k === 0) return 0;
          left += ys[k - 1] - middle;
          let right = 0;
          for (let i = k; i < ys.length; i++) right += ys[i] - middle;
          return left ** 2 / k + right ** 2 / (ys.length - k);
        });
      }),
    },
  },
  {
    says: 'lists the sums so far by copying the list for each row',
    dies: 'grows with nSamples no faster than it must, on sorted rows whose y all differ, two splits deep',
    solution: {
      fitRegressionTree: valuing((ys) => {
        const middle = mean(ys);
        const sums = ys.reduce<number[]>((list, y) => list.concat((list.at(-1) ?? 0) + (y - middle)), []);
        return ys.map((_, k) => (k === 0 ? 0 : sums[k - 1] ** 2 / k + sums[k - 1] ** 2 / (ys.length - k)));
      }),
    },
  },
  {
    says: 'takes the y off the front of a list with `shift`, and adds up what is left',
    dies: 'grows with nSamples no faster than it must, on sorted rows whose y all differ, two splits deep',
    solution: {
      fitRegressionTree: valuing((ys) => {
        const rest = [...ys];
        const worths = byDifferences(ys, []);
        return worths.map((worth, k) => {
          if (k > 0) rest.shift();
          return rest.reduce((sum, y) => sum + y, 0) === Infinity ? 0 : worth;
        });
      }),
    },
  },
  {
    says: 'finds the mean of all rows anew for each node',
    dies: 'grows with nSamples no faster than it must, on shuffled rows, to the last leaf',
    solution: {
      fitRegressionTree: fitting({
        isLeaf: (place) => {
          const middle = mean(place.root.y);
          return right.isLeaf(place) || (place.y.length === 1 && place.y[0] === middle);
        },
      }),
    },
  },
  {
    says: 'sorts by insertion',
    dies: 'grows with nSamples no faster than it must, on shuffled rows, one split deep',
    solution: {
      fitRegressionTree: fitting({
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
    },
  },
  {
    says: 'goes through all rows for each node, by the way that they take from the root',
    dies: 'grows with nSamples no faster than it must, on sorted rows whose y alternate, in a tree as deep',
    solution: {
      fitRegressionTree: (X, y, options) => {
        const tree = fitRegressionTree(X, y, options);
        const filled = (node: TreeNode, goes: (x: readonly number[]) => boolean): TreeNode => {
          if (node.kind === 'leaf') return { kind: 'leaf', value: mean(y.filter((_, i) => goes(X[i]))) };
          const { featureIndex: f, threshold: t } = node;
          return {
            ...node,
            left: filled(node.left, (x) => goes(x) && x[f] <= t),
            right: filled(node.right, (x) => goes(x) && x[f] > t),
          };
        };
        return filled(tree, () => true);
      },
    },
  },
];
