import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { answering, bestSplit, having, right } from './shared.mutants.ts';

export const candidates: Mutant<typeof reference>[] = [
  {
    says: 'takes the last of the candidates that tie',
    dies: 'the lowest featureIndex wins ties, then the lowest threshold',
    solution: { bestSplit: having({ better: (decrease, best) => decrease >= best.impurityDecrease }) },
  },
  {
    says: 'takes the highest feature on ties',
    dies: 'the lowest featureIndex wins ties, then the lowest threshold',
    solution: { bestSplit: having({ features: (X) => [...X[0].keys()].reverse() }) },
  },
  {
    says: 'takes the highest threshold of the lowest feature on ties',
    dies: 'the lowest featureIndex wins ties, then the lowest threshold',
    solution: {
      bestSplit: (X, y) => {
        const found = bestSplit(X, y);
        if (found === null) return null;
        const { featureIndex } = found;
        const last = having({
          features: () => [featureIndex],
          better: (decrease, best) => decrease >= best.impurityDecrease,
        });
        return last(X, y);
      },
    },
  },
  {
    says: 'answers `null` when nothing decreases the impurity',
    dies: 'the answer is null when no feature has two distinct values, and only then',
    solution: { bestSplit: answering((found) => (found && found.impurityDecrease > 1e-12 ? found : null)) },
  },
  {
    says: 'answers `null` when all rows have one class',
    dies: 'the answer is null when no feature has two distinct values, and only then',
    solution: { bestSplit: answering((found, _, y) => (new Set(y).size > 1 ? found : null)) },
  },
  {
    says: 'starts from `{ featureIndex: 0, threshold: 0, impurityDecrease: 0 }` and never answers `null`',
    dies: 'the answer is null when no feature has two distinct values, and only then',
    solution: { bestSplit: answering((found) => found ?? { featureIndex: 0, threshold: 0, impurityDecrease: 0 }) },
  },
  {
    says: 'splits between equal values too',
    dies: 'a threshold is midway between two neighbouring distinct values of its feature',
    solution: { bestSplit: having({ apart: () => true }) },
  },
  {
    says: 'splits only where the class changes from one sorted row to the next',
    dies: 'the answer is null when no feature has two distinct values, and only then',
    solution: {
      bestSplit: answering((found, X, y) => {
        if (found === null || found.impurityDecrease > 1e-12) return found;
        const order = [...y.keys()].sort((i, j) => X[i][found.featureIndex] - X[j][found.featureIndex]);
        const k = order.findIndex((row, i) => i > 0 && y[row] !== y[order[i - 1]]);
        if (k < 0) return null;
        const a = X[order[k - 1]][found.featureIndex];
        const b = X[order[k]][found.featureIndex];
        return a < b ? { ...found, threshold: right.threshold(a, b) } : found;
      }),
    },
  },
  {
    says: 'tries only the boundaries of 256 equally full bins once there are more distinct values than that',
    dies: 'with many rows too',
    solution: {
      bestSplit: (X, y) =>
        having({
          allowed: ({ nLeft, n }) => n <= 256 || Math.floor((nLeft * 256) / n) !== Math.floor(((nLeft - 1) * 256) / n),
        })(X, y),
    },
  },
  {
    says: 'counts the rows of a class in bytes, which wrap at 256',
    dies: 'with many rows too',
    solution: { bestSplit: having({ term: (count) => (count & 255) ** 2 }) },
  },
  {
    says: 'leaves out the candidate that puts one row on the right',
    dies: 'the candidate with the largest impurityDecrease wins',
    solution: { bestSplit: having({ allowed: ({ nRight, n }) => n === 2 || nRight > 1 }) },
  },
  {
    says: 'leaves out the candidate that puts one row on the left',
    dies: 'the candidate with the largest impurityDecrease wins',
    solution: { bestSplit: having({ allowed: ({ nLeft, n }) => n === 2 || nLeft > 1 }) },
  },
  {
    says: 'looks at the first feature only',
    dies: 'the candidate with the largest impurityDecrease wins',
    solution: { bestSplit: having({ features: () => [0] }) },
  },
  {
    says: 'leaves out the last of several features',
    dies: 'the candidate with the largest impurityDecrease wins',
    solution: { bestSplit: having({ features: (X) => [...X[0].slice(0, Math.max(1, X[0].length - 1)).keys()] }) },
  },
  {
    says: 'passes over a feature with a threshold of 0, as `0` is falsy',
    dies: 'the answer is null when no feature has two distinct values, and only then',
    solution: {
      bestSplit: having({ apart: (a, b) => a < b && Boolean(right.threshold(a, b)) }),
    },
  },
];
