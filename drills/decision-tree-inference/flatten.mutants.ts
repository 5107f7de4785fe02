import type { Mutant } from '../../src/index.ts';
import type { Asked } from './drill.ts';
import { calls } from './flatten/calls.mutants.ts';
import { errors } from './flatten/errors.mutants.ts';
import { type Flat, flattening, leafOf, predicting, type Rows } from './flatten/shared.mutants.ts';
import { slow } from './flatten/slow.mutants.ts';

const stores: Mutant<Asked>[] = [
  {
    says: 'numbers the rows in a byte',
    dies: 'dozens of nodes, features and rows are no other than a few',
    solution: {
      flatten: flattening({}),
      predictBatch: (flat, X) =>
        predicting()(
          flat as Flat,
          X.map((_, i) => X[i & 255]),
        ),
    },
  },
  {
    says: 'keeps the thresholds in a `Float32Array`',
    dies: 'the two numbers are compared as they are, also one unit in the last place apart',
    solution: { flatten: flattening({ thresholds: (n) => new Float32Array(n) }), predictBatch: predicting() },
  },
  {
    says: 'keeps the values of the leaves in a `Float32Array`',
    dies: 'values are any finite numbers, and the answer is the value exactly as it is',
    solution: { flatten: flattening({ values: (n) => new Float32Array(n) }), predictBatch: predicting() },
  },
  {
    says: 'takes the values for class numbers and keeps them in an `Int32Array`',
    dies: 'values are any finite numbers, and the answer is the value exactly as it is',
    solution: { flatten: flattening({ values: (n) => new Int32Array(n) }), predictBatch: predicting() },
  },
  {
    says: 'keeps the values in a `Uint32Array`, so that negative ones wrap around',
    dies: 'values are any finite numbers, and the answer is the value exactly as it is',
    solution: {
      flatten: flattening({ values: (n) => new Uint32Array(n) }),
      predictBatch: predicting(),
    },
  },
  {
    says: 'numbers the children in `Uint16Array`s, which end at 65,535',
    dies: 'a tree may have 70,000 leaves',
    solution: {
      flatten: flattening({ lefts: (n) => new Uint16Array(n), rights: (n) => new Uint16Array(n) }),
      predictBatch: predicting(),
    },
  },
  {
    says: 'keeps the features in an `Int8Array`, which ends at 127',
    dies: 'rows may have 300 features, and a split may read any of them',
    solution: { flatten: flattening({ features: (n) => new Int8Array(n) }), predictBatch: predicting() },
  },
  {
    says: 'keeps the features in a `Uint8Array`, with 255 as the mark of a leaf',
    dies: 'rows may have 300 features, and a split may read any of them',
    solution: {
      flatten: flattening({ features: (n) => new Uint8Array(n) }),
      predictBatch: predicting({ isLeaf: ({ features }, i) => features[i] === 255 }),
    },
  },
  {
    says: 'answers with a `Float32Array`',
    dies: 'values are any finite numbers, and the answer is the value exactly as it is',
    solution: { flatten: flattening(), predictBatch: predicting({}, (n) => new Float32Array(n)) },
  },
];

const marks: Mutant<Asked>[] = [
  {
    says: 'takes a node with the feature 0 for a leaf',
    dies: '0 is a value, a threshold and a featureIndex like any other',
    solution: { flatten: flattening(), predictBatch: predicting({ isLeaf: ({ features }, i) => features[i] <= 0 }) },
  },
  {
    says: 'takes a node with the threshold 0 for a leaf',
    dies: '0 is a value, a threshold and a featureIndex like any other',
    solution: {
      flatten: flattening(),
      predictBatch: predicting({ isLeaf: ({ features, thresholds }, i) => features[i] < 0 || !thresholds[i] }),
    },
  },
  {
    says: 'marks leaves with the threshold -2 and believes the mark',
    dies: 'the answer has for each row, in their order, what `predict` gives for it',
    solution: {
      flatten: (tree) => {
        const flat = flattening()(tree);
        flat.thresholds = Float64Array.from(flat.thresholds, (t, i) => (flat.features[i] < 0 ? -2 : t));
        return flat;
      },
      predictBatch: predicting({ isLeaf: ({ thresholds }, i) => thresholds[i] === -2 }),
    },
  },
  {
    says: 'takes any node with a value for a leaf, and so a leaf with the value 0 for a split',
    dies: '0 is a value, a threshold and a featureIndex like any other',
    solution: {
      flatten: flattening(),
      predictBatch: predicting({ isLeaf: ({ values }, i) => Boolean(values[i]) }),
    },
  },
  {
    says: 'marks splits with the value -1 and walks on from a leaf with that value',
    dies: 'values are any finite numbers, and the answer is the value exactly as it is',
    solution: {
      flatten: (tree) => {
        const flat = flattening()(tree);
        flat.values = Float64Array.from(flat.values, (v, i) => (flat.features[i] < 0 ? v : -1));
        return flat;
      },
      predictBatch: predicting({ isLeaf: ({ values }, i) => values[i] !== -1 }),
    },
  },
  {
    says: 'numbers the nodes as in a heap, 2i + 1 and 2i + 2, which are no longer different numbers when the tree is deep',
    dies: 'a chain 100,000 splits deep does not overflow the call stack',
    solution: {
      flatten: (tree) => {
        const numbered = new Map([[0, tree]]);
        const stack = [{ node: tree, i: 0 }];
        for (let top = stack.pop(); top; top = stack.pop()) {
          const { node, i } = top;
          numbered.set(i, node);
          if (node.kind === 'split') stack.push({ node: node.right, i: 2 * i + 2 }, { node: node.left, i: 2 * i + 1 });
        }
        return numbered;
      },
      predictBatch: (numbered: Map<number, Parameters<Asked['flatten']>[0]>, X: Rows) =>
        X.map((x) => {
          let i = 0;
          for (let step = 0; step <= numbered.size; step++) {
            const node = numbered.get(i);
            if (node?.kind !== 'split') return node ? node.value : Number.NaN;
            const v = x[node.featureIndex];
            if (v === undefined || Number.isNaN(v)) throw new RangeError('no number to compare');
            i = 2 * i + (v <= node.threshold ? 1 : 2);
          }
          return Number.NaN;
        }),
    },
  },
  {
    says: 'prepares a list of splits alone, and answers 0 for a tree that has none',
    dies: 'a tree that is one leaf gives its value for every row',
    solution: {
      flatten: flattening(),
      predictBatch: (flat: Flat, X: Rows) =>
        X.map((x) => (flat.features.length === 1 ? 0 : flat.values[leafOf(flat, x)])),
    },
  },
];

const comparisons: Mutant<Asked>[] = [
  {
    says: 'goes right on equality',
    dies: 'a row goes left when x[featureIndex] <= threshold, so on equality too',
    solution: { flatten: flattening(), predictBatch: predicting({ goesLeft: (v, t) => v < t }) },
  },
  {
    says: 'goes left within a tolerance of 1e-9',
    dies: 'the two numbers are compared as they are, also one unit in the last place apart',
    solution: { flatten: flattening(), predictBatch: predicting({ goesLeft: (v, t) => v <= t + 1e-9 }) },
  },
  {
    says: 'swaps the children of each split',
    dies: 'a row goes left when x[featureIndex] <= threshold, so on equality too',
    solution: { flatten: flattening(), predictBatch: predicting({ goesLeft: (v, t) => v > t }) },
  },
  {
    says: 'tests equality by `Object.is`, so that 0 goes right at the threshold -0',
    dies: '0 is a value, a threshold and a featureIndex like any other',
    solution: {
      flatten: flattening(),
      predictBatch: predicting({ goesLeft: (v, t) => v < t || Object.is(v, t) }),
    },
  },
  {
    says: 'takes at most 64 steps down',
    dies: 'a chain 100,000 splits deep does not overflow the call stack',
    solution: {
      flatten: flattening(),
      predictBatch: (flat: Flat, X: Rows) =>
        X.map((x) => {
          let steps = 0;
          return flat.values[leafOf(flat, x, { isLeaf: ({ features }, i) => features[i] < 0 || steps++ >= 64 })];
        }),
    },
  },
];

export const mutants: Mutant<Asked>[] = [...stores, ...marks, ...comparisons, ...errors, ...calls, ...slow];
