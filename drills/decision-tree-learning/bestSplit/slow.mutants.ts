import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { bestSplit, check, type Found, gini, having, midpoint, right } from './shared.mutants.ts';

export const slow: Mutant<typeof reference>[] = [
  {
    says: 'splits the rows anew with `filter` for each candidate',
    dies: 'grows with nSamples no faster than it must, on shuffled rows of two classes',
    solution: {
      bestSplit: (X, y) => {
        check(X, y);
        const impurity = gini(y);
        let best: Found | null = null;
        for (const featureIndex of X[0].keys()) {
          const values = [...new Set(X.map((row) => row[featureIndex]))].sort((a, b) => a - b);
          for (let k = 1; k < values.length; k++) {
            const threshold = midpoint(values[k - 1], values[k]);
            const left = y.filter((_, i) => X[i][featureIndex] <= threshold);
            const rest = y.filter((_, i) => X[i][featureIndex] > threshold);
            const impurityDecrease =
              impurity - (left.length / y.length) * gini(left) - (rest.length / y.length) * gini(rest);
            if (best === null || impurityDecrease > best.impurityDecrease) {
              best = { featureIndex, threshold, impurityDecrease };
            }
          }
        }
        return best;
      },
    },
  },
  {
    says: 'keeps running counts, but goes through all classes for each candidate',
    dies: 'grows with nSamples no faster than it must, on sorted rows whose classes all differ',
    solution: {
      bestSplit: (X, y) => {
        check(X, y);
        const classes = [...new Set(y)];
        const numbers = new Map(classes.map((label, i) => [label, i]));
        const ids = y.map((label) => numbers.get(label) as number);
        const squares = (counts: number[]) => counts.reduce((sum, count) => sum + count * count, 0);
        const totals = classes.map(() => 0);
        for (const id of ids) totals[id]++;
        const all = squares(totals);
        let best: Found | null = null;
        for (const featureIndex of X[0].keys()) {
          const order = [...y.keys()].sort((i, j) => X[i][featureIndex] - X[j][featureIndex]);
          const lefts = classes.map(() => 0);
          const rights = [...totals];
          for (let k = 1; k < order.length; k++) {
            lefts[ids[order[k - 1]]]++;
            rights[ids[order[k - 1]]]--;
            const a = X[order[k - 1]][featureIndex];
            const b = X[order[k]][featureIndex];
            if (a === b) continue;
            const n = y.length;
            const impurityDecrease = (squares(lefts) / k + squares(rights) / (n - k) - all / n) / n;
            if (best === null || impurityDecrease > best.impurityDecrease) {
              best = { featureIndex, threshold: midpoint(a, b), impurityDecrease };
            }
          }
        }
        return best;
      },
    },
  },
  {
    says: 'sorts by insertion',
    dies: 'grows with nSamples no faster than it must, on shuffled rows of two classes',
    solution: {
      bestSplit: having({
        order: (rows, values) => {
          const order = [...rows];
          for (let i = 1; i < order.length; i++) {
            const row = order[i];
            let j = i - 1;
            for (; j >= 0 && values[order[j]] > values[row]; j--) order[j + 1] = order[j];
            order[j + 1] = row;
          }
          return order;
        },
      }),
    },
  },
  {
    says: 'picks the smallest of the remaining values again and again, with `Math.min`, `indexOf` and `splice`',
    dies: 'grows with nSamples no faster than it must, on shuffled rows of two classes',
    solution: {
      bestSplit: having({
        order: (rows, values) => {
          const left = [...rows];
          const order: number[] = [];
          while (left.length > 0) {
            const smallest = left.reduce((min, row) => Math.min(min, values[row]), Number.POSITIVE_INFINITY);
            order.push(...left.splice(left.map((row) => values[row]).indexOf(smallest), 1));
          }
          return order;
        },
      }),
    },
  },
  {
    says: 'quicksorts with the first row as pivot, which is quadratic on rows that are sorted already',
    dies: 'grows with nSamples no faster than it must, on sorted rows whose classes all differ',
    solution: {
      bestSplit: having({
        order: (rows, values) => {
          const order: number[] = [];
          const stack: (readonly number[] | number)[] = [rows];
          while (stack.length > 0) {
            const part = stack.pop() as readonly number[] | number;
            if (typeof part === 'number') order.push(part);
            else if (part.length > 0) {
              const [pivot, ...others] = part;
              const smaller = others.filter((row) => values[row] < values[pivot]);
              const larger = others.filter((row) => values[row] >= values[pivot]);
              stack.push(larger, pivot, smaller);
            }
          }
          return order;
        },
      }),
    },
  },
  {
    says: 'drops doubled values with `indexOf` inside `filter` to have the midpoints',
    dies: 'grows with nSamples no faster than it must, on shuffled rows of two classes',
    solution: {
      bestSplit: (X, y) => {
        const found = bestSplit(X, y);
        if (found === null) return null;
        const values = X.map((row) => row[found.featureIndex]);
        const distinct = values.filter((value, i) => values.indexOf(value) === i).sort((a, b) => a - b);
        const k = distinct.findIndex((value) => value > found.threshold);
        return { ...found, threshold: midpoint(distinct[k - 1], distinct[k]) };
      },
    },
  },
  {
    says: 'collects the candidates by spreading them into a new array each time',
    dies: 'grows with nSamples no faster than it must, on shuffled rows of two classes',
    solution: {
      bestSplit: (X, y) => {
        let decreases: number[] = [];
        return having({
          decrease: (sides) => {
            decreases = [...decreases, right.decrease(sides)];
            return decreases[decreases.length - 1];
          },
        })(X, y);
      },
    },
  },
  {
    says: 'copies the counts of the left side into a new Map for each candidate',
    dies: 'grows with nSamples no faster than it must, on sorted rows whose classes all differ',
    solution: {
      bestSplit: (X, y) => {
        check(X, y);
        const { length: n } = y;
        const totals = new Map<number, number>();
        for (const label of y) totals.set(label, (totals.get(label) ?? 0) + 1);
        const all = [...totals.values()].reduce((sum, count) => sum + count * count, 0);
        let best: Found | null = null;
        for (const featureIndex of X[0].keys()) {
          const order = [...y.keys()].sort((i, j) => X[i][featureIndex] - X[j][featureIndex]);
          let lefts = new Map<number, number>();
          let left = 0;
          let rest = all;
          for (let k = 1; k < n; k++) {
            const label = y[order[k - 1]];
            const count = lefts.get(label) ?? 0;
            lefts = new Map(lefts).set(label, count + 1);
            left += 2 * count + 1;
            rest -= 2 * ((totals.get(label) ?? 0) - count) - 1;
            const a = X[order[k - 1]][featureIndex];
            const b = X[order[k]][featureIndex];
            const impurityDecrease = (left / k + rest / (n - k) - all / n) / n;
            if (a < b && (best === null || impurityDecrease > best.impurityDecrease)) {
              best = { featureIndex, threshold: midpoint(a, b), impurityDecrease };
            }
          }
        }
        return best;
      },
    },
  },
  {
    says: 'looks a class up in a list of the classes with `indexOf`',
    dies: 'grows with nSamples no faster than it must, on sorted rows whose classes all differ',
    solution: {
      bestSplit: (X, y) => {
        const classes = [...new Set(y)];
        return having({ name: (label) => classes.indexOf(label) })(X, y);
      },
    },
  },
  {
    says: 'transposes `X` anew for each feature',
    dies: 'grows with nFeatures no faster than it must, on eight rows of two classes',
    solution: {
      bestSplit: (X, y) => {
        check(X, y);
        const turned = () => X[0].map((_, f) => X.map((row) => row[f]));
        let best: Found | null = null;
        for (const featureIndex of X[0].keys()) {
          const found = bestSplit(
            turned()[featureIndex].map((value) => [value]),
            y,
          );
          if (found && (best === null || found.impurityDecrease > best.impurityDecrease)) {
            best = { ...found, featureIndex };
          }
        }
        return best;
      },
    },
  },
];
