import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { bestSplit, type Row } from './shared.mutants.ts';

export const calls: Mutant<typeof reference>[] = [
  {
    says: 'sorts the rows of `X` in place',
    dies: 'bestSplit never changes its inputs',
    solution: {
      bestSplit: (X, y) => {
        const found = bestSplit(X, y);
        (X as Row[]).sort((a, b) => a[0] - b[0]);
        return found;
      },
    },
  },
  {
    says: 'sorts `y` in place to count the classes',
    dies: 'bestSplit never changes its inputs',
    solution: {
      bestSplit: (X, y) => {
        const found = bestSplit(X, y);
        (y as number[]).sort((a, b) => a - b);
        return found;
      },
    },
  },
  {
    says: 'appends the class to each row and leaves it there',
    dies: 'bestSplit never changes its inputs',
    solution: {
      bestSplit: (X, y) => {
        const found = bestSplit(X, y);
        X.forEach((row, i) => {
          (row as number[]).push(y[i]);
        });
        return found;
      },
    },
  },
  {
    says: 'keeps the answer for as many rows and features as before, whatever the classes',
    dies: 'the candidate with the largest impurityDecrease wins',
    solution: {
      bestSplit: (() => {
        const seen = new Map<string, ReturnType<typeof bestSplit>>();
        return (X, y) => {
          const fresh = bestSplit(X, y);
          const key = `${X.length} ${X[0].length}`;
          if (!seen.has(key)) seen.set(key, fresh);
          return seen.get(key) ?? fresh;
        };
      })(),
    },
  },
  {
    says: 'keeps its best candidate from call to call',
    dies: 'the answer is null when no feature has two distinct values, and only then',
    solution: {
      bestSplit: (() => {
        let best = 0;
        return (X, y) => {
          const found = bestSplit(X, y);
          if (found === null || found.impurityDecrease < best / 2) return null;
          best = Math.max(best, found.impurityDecrease);
          return found;
        };
      })(),
    },
  },
];
