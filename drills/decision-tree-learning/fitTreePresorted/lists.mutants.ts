import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import type { X, Y } from '../bestSplit/shared.mutants.ts';
import { fitTreePresorted, type List, parts, presorting } from './shared.mutants.ts';

/** The row numbers of a list moved so that those that go left come first, by exchanging, which loses the order. */
const exchanged = (list: List, goesLeft: (row: number) => boolean): readonly [List, List] => {
  const rows = [...list];
  let i = 0;
  let j = rows.length - 1;
  while (i <= j) {
    if (goesLeft(rows[i])) i++;
    else {
      [rows[i], rows[j]] = [rows[j], rows[i]];
      j--;
    }
  }
  return [rows.slice(0, i), rows.slice(i)];
};

/** The ranks of a column: equal values have equal ranks. */
const ranks = (column: List): number[] => {
  const values = [...new Set(column)].sort((a, b) => a - b);
  const places = new Map(values.map((value, rank) => [value, rank]));
  return column.map((value) => places.get(value) as number);
};

export const lists: Mutant<typeof reference>[] = [
  {
    says: 'cuts every list after as many rows as go left, as if all were sorted by the feature of the split',
    dies: 'each split is the candidate that decreases the impurity of its node most',
    solution: {
      fitTreePresorted: presorting({ divide: (list, { nLeft }) => [list.slice(0, nLeft), list.slice(nLeft)] }),
    },
  },
  {
    says: 'divides the list of a feature by the values of that feature, not of the one that is split',
    dies: 'each split is the candidate that decreases the impurity of its node most',
    solution: {
      fitTreePresorted: presorting({
        divide: (list, { feature, found, columns }) => {
          const goesLeft = (row: number) => columns[feature][row] <= found.threshold;
          const halves = [list.filter(goesLeft), list.filter((row) => !goesLeft(row))] as const;
          return halves.some(({ length }) => length === 0) ? [list, list] : halves;
        },
      }),
    },
  },
  {
    says: 'divides a list by exchanging rows from both ends, which loses the order',
    dies: 'each split is the candidate that decreases the impurity of its node most',
    solution: { fitTreePresorted: presorting({ divide: (list, { goesLeft }) => exchanged(list, goesLeft) }) },
  },
  {
    says: 'fills the right part of a list from its end and leaves it backwards',
    dies: 'a node is a leaf when its y are all equal or it has no candidate, and only then',
    solution: {
      fitTreePresorted: presorting({
        divide: (list, division) => {
          const [left, right] = parts.divide(list, division);
          return [left, right.toReversed()];
        },
      }),
    },
  },
  {
    says: 'divides only the list of the split feature, and gives the others whole to both sides',
    dies: 'each split is the candidate that decreases the impurity of its node most',
    solution: {
      fitTreePresorted: presorting({
        divide: (list, division) =>
          division.feature === division.found.featureIndex ? parts.divide(list, division) : [list, list],
      }),
    },
  },
  {
    says: 'has the list of feature 0 sorted only',
    dies: 'each split is the candidate that decreases the impurity of its node most',
    solution: {
      fitTreePresorted: (X, y, options) => {
        let sorted = 0;
        const solve = presorting({
          presort: (column) => (sorted++ === 0 ? parts.presort(column) : [...column.keys()]),
        });
        return solve(X, y, options);
      },
    },
  },
  {
    says: 'marks the rows that go left and never clears the marks',
    dies: 'a node is a leaf when its y are all equal or it has no candidate, and only then',
    solution: {
      fitTreePresorted: (X, y, options) => {
        const marks = new Set<number>();
        const solve = presorting({
          divide: (list, { goesLeft, feature }) => {
            if (feature === 0) for (const row of list) if (goesLeft(row)) marks.add(row);
            return [list.filter((row) => marks.has(row)), list.filter((row) => !marks.has(row))];
          },
          prepare: (lists) => (lists[0].length === 0 ? lists.map(() => [0]) : lists),
        });
        return solve(X, y, options);
      },
    },
  },
  {
    says: 'finds the class of a row by the row itself, so that a row given twice has one class',
    dies: 'a leaf predicts its most frequent class, the smallest on ties',
    solution: {
      fitTreePresorted: presorting({
        labels: (X, y) => {
          const classes = new Map(X.map((row, i) => [row.join(), y[i]]));
          return X.map((row) => classes.get(row.join()) as number);
        },
      }),
    },
  },
  {
    says: 'gives the threshold between ranks instead of values',
    dies: 'a threshold is midway between two neighbouring distinct values of its feature in the node',
    solution: { fitTreePresorted: presorting({ columns: (X) => parts.columns(X).map(ranks) }) },
  },
  {
    says: 'looks the neighbours up in the sorted list of all rows, so that the upper one may be of another node',
    dies: 'a threshold is midway between two neighbouring distinct values of its feature in the node',
    solution: {
      fitTreePresorted: presorting({
        threshold: (column, a) => {
          const above = column.filter((value) => value > column[a]).reduce((x, z) => Math.min(x, z));
          const middle = column[a] / 2 + above / 2;
          return middle >= column[a] && middle < above ? middle : column[a];
        },
      }),
    },
  },
  {
    says: 'sorts the rows as strings',
    dies: 'a threshold is midway between two neighbouring distinct values of its feature in the node',
    solution: {
      fitTreePresorted: presorting({
        presort: (column) => {
          const order = [...new Set(column)].sort();
          return order.flatMap((value) => [...column.keys()].filter((row) => column[row] === value));
        },
      }),
    },
  },
  {
    says: 'sorts by a comparator that answers a boolean',
    dies: 'each split is the candidate that decreases the impurity of its node most',
    solution: {
      fitTreePresorted: presorting({
        presort: (column) => [...column.keys()].sort((i, j) => (column[i] > column[j]) as unknown as number),
      }),
    },
  },
  {
    says: 'drops a feature below a node where it decreases nothing',
    dies: 'a node is a leaf when its y are all equal or it has no candidate, and only then',
    solution: {
      fitTreePresorted: presorting({
        keep: (features, worth) => {
          const kept = features.filter((feature) => (worth.get(feature) ?? 0) > 1e-12);
          return kept.length > 0 ? kept : features;
        },
      }),
    },
  },
  {
    says: 'drops a feature below the node that it splits',
    dies: 'a node is a leaf when its y are all equal or it has no candidate, and only then',
    solution: {
      fitTreePresorted: presorting({
        keep: (features, worth) => {
          const most = features.reduce((a, b) => ((worth.get(b) ?? -1) > (worth.get(a) ?? -1) ? b : a));
          return features.filter((feature) => feature !== most);
        },
      }),
    },
  },
  {
    says: 'keeps the features in single precision',
    dies: 'values may be near 1e8, or as close together as 1e-12',
    solution: {
      fitTreePresorted: presorting({ columns: (X) => parts.columns(X).map((column) => column.map(Math.fround)) }),
    },
  },
  {
    says: 'puts the values of a feature into 255 bins, equally wide',
    dies: 'a threshold is midway between two neighbouring distinct values of its feature in the node',
    solution: {
      fitTreePresorted: presorting({
        columns: (X) =>
          parts.columns(X).map((column) => {
            const low = column.reduce((a, b) => Math.min(a, b));
            const width = (column.reduce((a, b) => Math.max(a, b)) - low) / 255;
            return column.map((value) => (width > 0 ? low + Math.round((value - low) / width) * width : value));
          }),
      }),
    },
  },
  {
    says: 'keeps row numbers in 8 bits',
    dies: 'with many rows too',
    solution: { fitTreePresorted: presorting({ presort: (column) => parts.presort(column).map((row) => row & 255) }) },
  },
  {
    says: 'keeps row numbers in 16 bits',
    dies: 'there may be a hundred thousand rows',
    solution: {
      fitTreePresorted: presorting({ presort: (column) => parts.presort(column).map((row) => row & 65_535) }),
    },
  },
  {
    says: 'numbers the classes in 8 bits',
    dies: 'classes are any finite numbers',
    solution: {
      fitTreePresorted: (X, y, options) => {
        const classes = [...new Set(y)].sort((a, b) => a - b);
        const numbers = new Map(classes.map((label, i) => [label, i]));
        const solve = presorting({
          labels: (_, y: Y) => y.map((label) => classes[(numbers.get(label) as number) & 255]),
        });
        return solve(X, y, options);
      },
    },
  },
  {
    says: 'adds up squared counts in 32-bit integers',
    dies: 'there may be a hundred thousand rows',
    solution: { fitTreePresorted: presorting({ stored: (sum) => sum | 0 }) },
  },
  {
    says: 'keeps the sorted lists for the next call with as many rows and features',
    dies: 'each split is the candidate that decreases the impurity of its node most',
    solution: {
      fitTreePresorted: (() => {
        const kept = new Map<string, List[]>();
        return (X: X, y: Y, options = {}) => {
          const key = `${X.length} ${X[0]?.length}`;
          const before = kept.get(key);
          const now: List[] = [];
          const solve = presorting({
            presort: (column) => {
              now.push(parts.presort(column));
              return [...(before ?? now)[now.length - 1]];
            },
          });
          const tree = solve(X, y, options);
          if (!before) kept.set(key, now);
          return tree;
        };
      })(),
    },
  },
  {
    says: 'counts the classes of a node in a Map that still has those of the node before',
    dies: 'each split is the candidate that decreases the impurity of its node most',
    solution: {
      fitTreePresorted: (X, y, options) => {
        const counts = new Map<number, number>();
        let uses = 0;
        return presorting({ counts: () => (uses++ % 2 === 0 ? counts : new Map()) })(X, y, options);
      },
    },
  },
  {
    says: 'sorts the rows of `X` itself, once',
    dies: 'fitTreePresorted never changes its inputs',
    solution: {
      fitTreePresorted: (X, y, options) => {
        const tree = fitTreePresorted(X, y, options);
        (X as number[][]).sort((a, b) => a[0] - b[0]);
        return tree;
      },
    },
  },
];
