import type * as reference from '../../reference/decision-tree-inference/index.ts';
import type { Mutant } from '../../src/index.ts';
import { calls } from './predictWithMissing/calls.mutants.ts';
import { categories } from './predictWithMissing/categories.mutants.ts';
import { type Inner, right, type Side, walking } from './predictWithMissing/shared.mutants.ts';
import { slow } from './predictWithMissing/slow.mutants.ts';

const missing: Mutant<typeof reference>[] = [
  {
    says: 'has room for 16 features',
    dies: 'dozens of nodes and features are no other than a few',
    solution: { predictWithMissing: (tree, x) => walking()(tree, x.slice(0, 16)) },
  },
  {
    says: 'sends every missing feature left',
    dies: 'a visited split that reads NaN sends the row to its `missing` side',
    solution: { predictWithMissing: walking({ missing: () => 'left' }) },
  },
  {
    says: 'compares `NaN` with the threshold as it is, which sends it right',
    dies: 'a visited split that reads NaN sends the row to its `missing` side',
    solution: {
      predictWithMissing: walking({ missing: (node) => (node.kind === 'category' ? node.missing : 'right') }),
    },
  },
  {
    says: 'looks at `missing` at splits only, and sends `NaN` at a category split right',
    dies: 'a visited split that reads NaN sends the row to its `missing` side',
    solution: {
      predictWithMissing: walking({ missing: (node) => (node.kind === 'category' ? 'right' : node.missing) }),
    },
  },
  {
    says: 'takes `missing` for the side that is missing, and goes to the other one',
    dies: 'a visited split that reads NaN sends the row to its `missing` side',
    solution: {
      predictWithMissing: walking({ missing: (node) => (node.missing === 'left' ? 'right' : 'left') }),
    },
  },
  {
    says: 'takes a feature that is 0 for a missing one',
    dies: '0 is a value, a threshold and a featureIndex like any other',
    solution: { predictWithMissing: walking({ isMissing: (v) => !v }) },
  },
  {
    says: 'takes a negative feature, such as -1, for a missing one',
    dies: 'where nothing is missing and no split is categorical, the answer is that of level 1',
    solution: { predictWithMissing: walking({ isMissing: (v) => Number.isNaN(v) || v === -1 }) },
  },
  {
    says: 'takes a missing feature for 0',
    dies: 'a visited split that reads NaN sends the row to its `missing` side',
    solution: {
      predictWithMissing: (tree, x) =>
        walking()(
          tree,
          x.map((v) => (Number.isNaN(v) ? 0 : v)),
        ),
    },
  },
  {
    says: 'looks for a missing feature with `=== NaN`, which nothing is',
    dies: 'a visited split that reads NaN sends the row to its `missing` side',
    solution: { predictWithMissing: walking({ isMissing: () => false }) },
  },
  {
    says: 'takes every feature for missing once one of the row is',
    dies: 'NaN where no visited split reads changes nothing',
    solution: { predictWithMissing: walking({ isMissing: (_v, x) => x.some(Number.isNaN) }) },
  },
  {
    says: 'refuses `NaN` at a split, as level 1 did',
    dies: 'a visited split that reads NaN sends the row to its `missing` side',
    solution: {
      predictWithMissing: walking({
        missing: (node) => {
          if (node.kind === 'split') throw new RangeError('the row has a hole');
          return node.missing;
        },
      }),
    },
  },
  {
    says: 'refuses a row with `NaN` in a feature that no visited node reads and the tree does not ask for',
    dies: 'NaN where no visited split reads changes nothing',
    solution: {
      predictWithMissing: (tree, x) => {
        const read = new Set<number>();
        const value = walking({
          check: (node, row) => {
            read.add(node.featureIndex);
            right.check(node, row);
          },
        })(tree, x);
        if (x.some((v, f) => Number.isNaN(v) && !read.has(f))) throw new RangeError('the row has a hole');
        return value;
      },
    },
  },
  {
    says: 'keeps the side of a missing feature from the first node that misses it',
    dies: 'a visited split that reads NaN sends the row to its `missing` side',
    solution: {
      predictWithMissing: (tree, x) => {
        const sides = new Map<number, Side>();
        const missing = (node: Inner) => {
          const side = sides.get(node.featureIndex) ?? node.missing;
          sides.set(node.featureIndex, side);
          return side;
        };
        return walking({ missing })(tree, x);
      },
    },
  },
  {
    says: 'goes by the `missing` of the root at every node',
    dies: 'a visited split that reads NaN sends the row to its `missing` side',
    solution: {
      predictWithMissing: (tree, x) =>
        walking({ missing: (node) => (tree.kind === 'leaf' ? node.missing : tree.missing) })(tree, x),
    },
  },
];

const rows: Mutant<typeof reference>[] = [
  {
    says: 'takes a feature past the end of the row for a missing one',
    dies: 'a visited split whose featureIndex is past the end of the row is a RangeError: that is not a missing value',
    solution: {
      predictWithMissing: walking({ check: () => {}, isMissing: (v) => v === undefined || Number.isNaN(v) }),
    },
  },
  {
    says: 'checks the end of the row at splits, and not at category splits',
    dies: 'a visited split whose featureIndex is past the end of the row is a RangeError: that is not a missing value',
    solution: {
      predictWithMissing: walking({ check: (node, x) => node.kind === 'split' && right.check(node, x) }),
    },
  },
  {
    says: 'checks the end of the row at category splits, and not at splits',
    dies: 'a visited split whose featureIndex is past the end of the row is a RangeError: that is not a missing value',
    solution: {
      predictWithMissing: walking({ check: (node, x) => node.kind === 'category' && right.check(node, x) }),
    },
  },
  {
    says: 'lets the row end one feature too late',
    dies: 'a visited split whose featureIndex is past the end of the row is a RangeError: that is not a missing value',
    solution: {
      predictWithMissing: walking({
        check: ({ featureIndex }, x) => {
          if (featureIndex > x.length) throw new RangeError('the row is too short');
        },
      }),
    },
  },
  {
    says: 'throws a `TypeError` for a row that is too short',
    dies: 'a visited split whose featureIndex is past the end of the row is a RangeError: that is not a missing value',
    solution: {
      predictWithMissing: walking({
        check: ({ featureIndex }, x) => {
          if (featureIndex >= x.length) throw new TypeError('the row is too short');
        },
      }),
    },
  },
  {
    says: 'takes a row without features for one in which all are missing',
    dies: 'a visited split whose featureIndex is past the end of the row is a RangeError: that is not a missing value',
    solution: {
      predictWithMissing: walking({
        check: (node, x) => x.length > 0 && right.check(node, x),
        isMissing: (v) => v === undefined || Number.isNaN(v),
      }),
    },
  },
  {
    says: 'refuses a row that ends with `NaN` once a node reads it',
    dies: 'a visited split that reads NaN sends the row to its `missing` side',
    solution: {
      predictWithMissing: walking({
        check: ({ featureIndex }, x) => {
          const end = x.findLastIndex((v) => !Number.isNaN(v)) + 1;
          if (featureIndex >= end) throw new RangeError('the row is too short');
        },
      }),
    },
  },
];

const comparisons: Mutant<typeof reference>[] = [
  {
    says: 'goes right on equality',
    dies: 'where nothing is missing and no split is categorical, the answer is that of level 1',
    solution: { predictWithMissing: walking({ goesLeft: (v, t) => v < t }) },
  },
  {
    says: 'goes left within a tolerance',
    dies: 'thresholds are compared as they are: no rounding, no tolerance',
    solution: { predictWithMissing: walking({ goesLeft: (v, t) => v <= t + 1e-12 * Math.max(1, Math.abs(t)) }) },
  },
  {
    says: 'compares in single precision',
    dies: 'thresholds are compared as they are: no rounding, no tolerance',
    solution: { predictWithMissing: walking({ goesLeft: (v, t) => Math.fround(v) <= Math.fround(t) }) },
  },
  {
    says: 'goes on from a leaf with the value 0, and finds nothing there',
    dies: '0 is a value, a threshold and a featureIndex like any other',
    solution: {
      predictWithMissing: (tree, x) => {
        const value = walking()(tree, x);
        return value || Number.NaN;
      },
    },
  },
  {
    says: 'rounds the value to a class number',
    dies: 'a tree that is one leaf gives its value, whatever the row',
    solution: { predictWithMissing: (tree, x) => Math.round(walking()(tree, x)) },
  },
];

export const mutants: Mutant<typeof reference>[] = [
  ...missing,
  ...rows,
  ...comparisons,
  ...categories,
  ...calls,
  ...slow,
];
