import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { having, right } from './shared.mutants.ts';

export const values: Mutant<typeof reference>[] = [
  {
    says: 'gives the lower neighbour as threshold',
    dies: 'a threshold is midway between two neighbouring distinct values of its feature',
    solution: { bestSplit: having({ threshold: (a) => a }) },
  },
  {
    says: 'gives the upper neighbour as threshold, for a split by `<`',
    dies: 'a threshold is midway between two neighbouring distinct values of its feature',
    solution: { bestSplit: having({ threshold: (_, b) => b }) },
  },
  {
    says: 'takes (a + b) / 2 as it comes, which may overflow or be b',
    dies: 'a <= threshold < b also where (a + b) / 2 is neither',
    solution: { bestSplit: having({ threshold: (a, b) => (a + b) / 2 }) },
  },
  {
    says: 'takes a / 2 + b / 2 as it comes, which may be b',
    dies: 'a <= threshold < b also where (a + b) / 2 is neither',
    solution: { bestSplit: having({ threshold: (a, b) => a / 2 + b / 2 }) },
  },
  {
    says: 'takes a + (b - a) / 2, which overflows between large numbers of different signs',
    dies: 'a <= threshold < b also where (a + b) / 2 is neither',
    solution: {
      bestSplit: having({
        threshold: (a, b) => {
          const middle = a + (b - a) / 2;
          return middle === b ? a : middle;
        },
      }),
    },
  },
  {
    says: 'guards the midpoint against b, but not against an overflow of a + b',
    dies: 'a <= threshold < b also where (a + b) / 2 is neither',
    solution: {
      bestSplit: having({
        threshold: (a, b) => {
          const middle = (a + b) / 2;
          return middle === b ? a : middle;
        },
      }),
    },
  },
  {
    says: 'guards the midpoint by falling back to a wherever a + b overflows',
    dies: 'a <= threshold < b also where (a + b) / 2 is neither',
    solution: {
      bestSplit: having({
        threshold: (a, b) => {
          const middle = (a + b) / 2;
          return a <= middle && middle < b ? middle : a;
        },
      }),
    },
  },
  {
    says: 'rounds the threshold to six decimals',
    dies: 'values may be near 1e8, or as close together as 1e-12',
    solution: { bestSplit: having({ threshold: (a, b) => Number(right.threshold(a, b).toFixed(6)) }) },
  },
  {
    says: 'takes values within 1e-9 for equal',
    dies: 'the answer is null when no feature has two distinct values, and only then',
    solution: { bestSplit: having({ apart: (a, b) => b - a > 1e-9 }) },
  },
  {
    says: 'takes values for equal that are less than Number.EPSILON apart, relative to their size',
    dies: 'the answer is null when no feature has two distinct values, and only then',
    solution: {
      bestSplit: having({ apart: (a, b) => b - a > 4 * Number.EPSILON * Math.max(Math.abs(a), Math.abs(b)) }),
    },
  },
  {
    says: 'reads the features in single precision',
    dies: 'values may be near 1e8, or as close together as 1e-12',
    solution: { bestSplit: having({ value: (row, featureIndex) => Math.fround(row[featureIndex]) }) },
  },
  {
    says: 'sorts the values without a comparator, as strings',
    dies: 'a threshold is midway between two neighbouring distinct values of its feature',
    solution: {
      bestSplit: having({
        order: (rows, values) =>
          [...rows].sort((i, j) => (String(values[i]) < String(values[j]) ? -1 : Number(values[i] !== values[j]))),
      }),
    },
  },
  {
    says: 'sorts with a comparator that answers a boolean',
    dies: 'a threshold is midway between two neighbouring distinct values of its feature',
    solution: {
      bestSplit: having({ order: (rows, values) => [...rows].sort((i, j) => Number(values[i] > values[j])) }),
    },
  },
  {
    says: 'names the classes by their integer part',
    dies: 'classes are any finite numbers',
    solution: { bestSplit: having({ name: Math.trunc }) },
  },
  {
    says: 'names the classes by six decimals',
    dies: 'classes are any finite numbers',
    solution: { bestSplit: having({ name: (label) => label.toFixed(6) }) },
  },
  {
    says: 'names the classes in single precision',
    dies: 'classes are any finite numbers',
    solution: { bestSplit: having({ name: Math.fround }) },
  },
  {
    says: 'names the classes by 32-bit integers, as a typed array of classes does',
    dies: 'classes are any finite numbers',
    solution: { bestSplit: having({ name: (label) => label | 0 }) },
  },
  {
    says: 'names the classes by their absolute value',
    dies: 'classes are any finite numbers',
    solution: { bestSplit: having({ name: Math.abs }) },
  },
  {
    says: 'knows two classes only, the largest and the others',
    dies: 'other names for the classes do not change impurityDecrease',
    solution: {
      bestSplit: (X, y) => {
        const largest = y.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
        return having({ name: (label) => label === largest })(X, y);
      },
    },
  },
  {
    says: 'counts true and false, so that every class but 0 is the same',
    dies: 'other names for the classes do not change impurityDecrease',
    solution: { bestSplit: having({ name: Boolean }) },
  },
];
