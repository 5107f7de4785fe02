import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { fitTree, growing, mostFrequent } from './shared.mutants.ts';

export const leaves: Mutant<typeof reference>[] = [
  {
    says: 'predicts the mean of the classes',
    dies: 'a leaf predicts its most frequent class, the smallest on ties',
    solution: { fitTree: growing({ leaf: ({ y }) => y.reduce((sum, label) => sum + label, 0) / y.length }) },
  },
  {
    says: 'predicts the largest class on ties',
    dies: 'a leaf predicts its most frequent class, the smallest on ties',
    solution: { fitTree: growing({ leaf: ({ y }) => mostFrequent(y, (label, best) => label > best) }) },
  },
  {
    says: 'predicts the class it has seen first on ties',
    dies: 'a leaf predicts its most frequent class, the smallest on ties',
    solution: { fitTree: growing({ leaf: ({ y }) => mostFrequent(y, () => false) }) },
  },
  {
    says: 'predicts the class it has seen last on ties',
    dies: 'a leaf predicts its most frequent class, the smallest on ties',
    solution: { fitTree: growing({ leaf: ({ y }) => mostFrequent(y, () => true) }) },
  },
  {
    says: 'takes 10 for smaller than 9 on ties, as strings are',
    dies: 'classes are any finite numbers',
    solution: {
      fitTree: growing({ leaf: ({ y }) => mostFrequent(y, (label, best) => String(label) < String(best)) }),
    },
  },
  {
    says: 'predicts the class nearest to 0 on ties',
    dies: 'classes are any finite numbers',
    solution: {
      fitTree: growing({ leaf: ({ y }) => mostFrequent(y, (label, best) => Math.abs(label) < Math.abs(best)) }),
    },
  },
  {
    says: 'prefers any other class to 0 on ties, as 0 is falsy',
    dies: 'a leaf predicts its most frequent class, the smallest on ties',
    solution: {
      fitTree: growing({ leaf: ({ y }) => mostFrequent(y, (label, best) => !best || (label !== 0 && label < best)) }),
    },
  },
  {
    says: 'reads the classes from the keys of an object, in whose order whole numbers come first',
    dies: 'classes are any finite numbers',
    solution: {
      fitTree: growing({
        leaf: ({ y }) => {
          const counts: Record<string, number> = {};
          for (const label of y) counts[label] = (counts[label] ?? 0) + 1;
          return Number(Object.keys(counts).reduce((best, key) => (counts[key] > counts[best] ? key : best)));
        },
      }),
    },
  },
  {
    says: 'predicts the smallest class of the rows, however rare',
    dies: 'a leaf predicts its most frequent class, the smallest on ties',
    solution: { fitTree: growing({ leaf: ({ y }) => y.reduce((a, b) => Math.min(a, b)) }) },
  },
  {
    says: 'predicts the class of the first row',
    dies: 'a leaf predicts its most frequent class, the smallest on ties',
    solution: { fitTree: growing({ leaf: ({ y }) => y[0] }) },
  },
  {
    says: 'predicts the median of the classes',
    dies: 'a leaf predicts its most frequent class, the smallest on ties',
    solution: { fitTree: growing({ leaf: ({ y }) => [...y].sort((a, b) => a - b)[(y.length - 1) >> 1] }) },
  },
  {
    says: 'predicts the most frequent class of all rows in a leaf that is not pure',
    dies: 'a leaf predicts its most frequent class, the smallest on ties',
    solution: {
      fitTree: growing({
        leaf: ({ y, root }) => (y.every((label) => label === y[0]) ? y[0] : mostFrequent(root.y)),
      }),
    },
  },
  {
    says: 'breaks ties by the most frequent class of all rows',
    dies: 'a leaf predicts its most frequent class, the smallest on ties',
    solution: {
      fitTree: growing({
        leaf: ({ y, root }) => {
          const count = (labels: readonly number[], one: number) => labels.filter((label) => label === one).length;
          return mostFrequent(y, (label, best) => (count(root.y, label) - count(root.y, best) || best - label) > 0);
        },
      }),
    },
  },
  {
    says: 'predicts the number of the class in the sorted list of classes',
    dies: 'a leaf predicts its most frequent class, the smallest on ties',
    solution: {
      fitTree: growing({
        leaf: ({ y, root }) => [...new Set(root.y)].sort((a, b) => a - b).indexOf(mostFrequent(y)),
      }),
    },
  },
  {
    says: 'keeps the classes in 32-bit integers',
    dies: 'classes are any finite numbers',
    solution: {
      fitTree: (X, y, options) =>
        fitTree(
          X,
          y.map((label) => (Number.isFinite(label) ? label | 0 : label)),
          options,
        ),
    },
  },
  {
    says: 'predicts in single precision',
    dies: 'classes are any finite numbers',
    solution: { fitTree: growing({ leaf: ({ y }) => Math.fround(mostFrequent(y)) }) },
  },
  {
    says: 'predicts strings',
    dies: 'a leaf predicts its most frequent class, the smallest on ties',
    solution: { fitTree: growing({ leaf: ({ y }) => String(mostFrequent(y)) as unknown as number }) },
  },
];
