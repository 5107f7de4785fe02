import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { answering, having, right } from './shared.mutants.ts';

export const impurities: Mutant<typeof reference>[] = [
  {
    says: 'takes the entropy for the impurity',
    dies: 'impurityDecrease is the impurity of all rows less that of the two sides, weighted by their shares',
    solution: {
      bestSplit: having({
        term: (count) => (count === 0 ? 0 : count * Math.log2(count)),
        decrease: ({ left, right, all, nLeft, nRight, n }) =>
          (n * Math.log2(n) - all - (nLeft * Math.log2(nLeft) - left) - (nRight * Math.log2(nRight) - right)) / n,
      }),
    },
  },
  {
    says: 'weights both sides with 1/2',
    dies: 'impurityDecrease is the impurity of all rows less that of the two sides, weighted by their shares',
    solution: {
      bestSplit: having({
        decrease: ({ left, right, all, nLeft, nRight, n }) =>
          (left / nLeft ** 2 + right / nRight ** 2) / 2 - all / n ** 2,
      }),
    },
  },
  {
    says: 'subtracts the impurities of the sides without weights',
    dies: 'impurityDecrease is the impurity of all rows less that of the two sides, weighted by their shares',
    solution: {
      bestSplit: having({
        decrease: ({ left, right, all, nLeft, nRight, n }) =>
          1 - all / n ** 2 - (1 - left / nLeft ** 2) - (1 - right / nRight ** 2),
      }),
    },
  },
  {
    says: 'weights each side by the share of the other',
    dies: 'impurityDecrease is the impurity of all rows less that of the two sides, weighted by their shares',
    solution: {
      bestSplit: having({
        decrease: ({ left, right, all, nLeft, nRight, n }) =>
          (nRight * left) / nLeft ** 2 / n + (nLeft * right) / nRight ** 2 / n - all / n ** 2,
      }),
    },
  },
  {
    says: 'forgets to divide by the number of rows',
    dies: 'giving every row twice does not change impurityDecrease',
    solution: { bestSplit: having({ decrease: (sides) => right.decrease(sides) * sides.n }) },
  },
  {
    says: 'gives the impurity that is left instead of the decrease',
    dies: 'impurityDecrease is the impurity of all rows less that of the two sides, weighted by their shares',
    solution: {
      bestSplit: answering((found, _, y) => {
        if (found === null) return null;
        const counts = new Map<number, number>();
        for (const label of y) counts.set(label, (counts.get(label) ?? 0) + 1);
        let impurity = 1;
        for (const count of counts.values()) impurity -= (count / y.length) ** 2;
        return { ...found, impurityDecrease: impurity - found.impurityDecrease };
      }),
    },
  },
  {
    says: 'gives the decrease relative to the impurity of all rows',
    dies: 'impurityDecrease is the impurity of all rows less that of the two sides, weighted by their shares',
    solution: {
      bestSplit: having({
        decrease: (sides) => right.decrease(sides) / (1 - sides.all / sides.n ** 2 || 1),
      }),
    },
  },
  {
    says: 'takes the unbiased Gini impurity, with n - 1 in the denominator',
    dies: 'giving every row twice does not change impurityDecrease',
    solution: {
      bestSplit: having({
        decrease: ({ left, right, all, nLeft, nRight, n }) => {
          const impurity = (squares: number, m: number) => (m < 2 ? 0 : (m * m - squares) / (m * (m - 1)));
          return impurity(all, n) - (nLeft / n) * impurity(left, nLeft) - (nRight / n) * impurity(right, nRight);
        },
      }),
    },
  },
  {
    says: 'rounds the decrease to six decimals',
    dies: 'impurityDecrease is the impurity of all rows less that of the two sides, weighted by their shares',
    solution: { bestSplit: having({ decrease: (sides) => Number(right.decrease(sides).toFixed(6)) }) },
  },
  {
    says: 'takes a candidate only if it is better by more than 1e-9',
    dies: 'with many rows too',
    solution: { bestSplit: having({ better: (decrease, best) => decrease > best.impurityDecrease + 1e-9 }) },
  },
];
