import type { Mutant } from '../../../src/index.ts';
import type { Asked } from '../drill.ts';
import {
  type Flat,
  flattening,
  leafOf,
  predicting,
  type Row,
  type Rows,
  type Split,
  type TreeNode,
} from './shared.mutants.ts';

const reading = (read: (x: Row, feature: number) => number): Partial<Asked> => ({
  flatten: flattening(),
  predictBatch: predicting({ read }),
});

export const errors: Mutant<Asked>[] = [
  {
    says: 'sends a row with `NaN` right',
    dies: 'a visited split that reads NaN is a RangeError, whichever row it is',
    solution: reading((x, feature) => {
      if (feature >= x.length) throw new RangeError('the row is too short');
      return x[feature];
    }),
  },
  {
    says: 'does not notice that a row is too short',
    dies: 'a visited split whose featureIndex is past the end of the row is a RangeError, whichever row it is',
    solution: reading((x, feature) => {
      if (Number.isNaN(x[feature])) throw new RangeError('NaN');
      return x[feature];
    }),
  },
  {
    says: 'lets the row end one feature too late',
    dies: 'a visited split whose featureIndex is past the end of the row is a RangeError, whichever row it is',
    solution: reading((x, feature) => {
      if (feature > x.length || Number.isNaN(x[feature])) throw new RangeError('nothing to read');
      return x[feature];
    }),
  },
  {
    says: 'throws a plain `Error` for a row that cannot be read',
    dies: 'a visited split that reads NaN is a RangeError, whichever row it is',
    solution: reading((x, feature) => {
      if (feature >= x.length || Number.isNaN(x[feature])) throw new Error('nothing to read');
      return x[feature];
    }),
  },
  {
    says: 'answers `NaN` for a row that cannot be read, to save the rest of the batch',
    dies: 'a visited split that reads NaN is a RangeError, whichever row it is',
    solution: {
      flatten: flattening(),
      predictBatch: (flat: Flat, X: Rows) =>
        X.map((x) => {
          try {
            return flat.values[leafOf(flat, x)];
          } catch {
            return Number.NaN;
          }
        }),
    },
  },
  {
    says: 'checks the first row only',
    dies: 'a visited split that reads NaN is a RangeError, whichever row it is',
    solution: {
      flatten: flattening(),
      predictBatch: (flat: Flat, X: Rows) =>
        X.map((x, r) => flat.values[leafOf(flat, x, r === 0 ? {} : { read: (row, feature) => row[feature] })]),
    },
  },
  {
    says: 'takes every row to be as long as the first',
    dies: 'a visited split whose featureIndex is past the end of the row is a RangeError, whichever row it is',
    solution: {
      flatten: flattening(),
      predictBatch(flat: Flat, X: Rows) {
        const read = (x: Row, feature: number) => {
          if (feature >= X[0].length || Number.isNaN(x[feature])) throw new RangeError('no number');
          return x[feature];
        };
        return predicting({ read })(flat, X);
      },
    },
  },
  {
    says: 'is lazy: answers with getters, so that the error comes only when the answer is read',
    dies: 'a visited split that reads NaN is a RangeError, whichever row it is',
    solution: {
      flatten: flattening(),
      predictBatch: (flat: Flat, X: Rows) => {
        const y: number[] = [];
        for (let r = 0; r < X.length; r++) {
          const x = X[r];
          Object.defineProperty(y, r, {
            configurable: true,
            enumerable: true,
            get: () => flat.values[leafOf(flat, x)],
          });
        }
        return y;
      },
    },
  },
  {
    says: 'takes the number of features from the first row, and fails when there is none',
    dies: 'an empty X gives an empty answer',
    solution: {
      flatten: flattening(),
      predictBatch: (flat: Flat, X: Rows) => {
        const nFeatures = X[0].length;
        const read = (x: Row, feature: number) => {
          if (feature >= Math.min(nFeatures, x.length) || Number.isNaN(x[feature])) throw new RangeError('no number');
          return x[feature];
        };
        return predicting({ read })(flat, X);
      },
    },
  },
  {
    says: 'refuses an empty batch',
    dies: 'an empty X gives an empty answer',
    solution: {
      flatten: flattening(),
      predictBatch: (flat: Flat, X: Rows) => {
        if (X.length === 0) throw new RangeError('no rows');
        return predicting()(flat, X);
      },
    },
  },
  {
    says: 'refuses a tree that reads more than 256 features',
    dies: 'rows may have 300 features, and a split may read any of them',
    solution: {
      flatten: (tree) => {
        const flat = flattening()(tree);
        for (let i = 0; i < flat.features.length; i++) {
          if (flat.features[i] > 255) throw new RangeError('too many features');
        }
        return flat;
      },
      predictBatch: predicting(),
    },
  },
  {
    says: 'flattens by recursion',
    dies: 'a chain 100,000 splits deep does not overflow the call stack',
    solution: {
      flatten: (tree) => {
        const flat = { features: [], thresholds: [], lefts: [], rights: [], values: [] } as {
          [Field in keyof Flat]: number[];
        };
        const add = (node: TreeNode): number => {
          const i = flat.features.length;
          flat.features.push(node.kind === 'leaf' ? -1 : node.featureIndex);
          flat.thresholds.push(node.kind === 'leaf' ? 0 : node.threshold);
          flat.values.push(node.kind === 'leaf' ? node.value : 0);
          if (node.kind === 'leaf') return i;
          flat.lefts[i] = add(node.left);
          flat.rights[i] = add(node.right);
          return i;
        };
        add(tree);
        return flat;
      },
      predictBatch: predicting(),
    },
  },
  {
    says: 'walks down by recursion',
    dies: 'a chain 100,000 splits deep does not overflow the call stack',
    solution: {
      flatten: flattening(),
      predictBatch: (flat: Flat, X: Rows) => {
        const walk = (x: Row, i: number): number => {
          if (right(flat, i)) return flat.values[i];
          const v = x[flat.features[i]];
          if (v === undefined || Number.isNaN(v)) throw new RangeError('no number');
          return walk(x, v <= flat.thresholds[i] ? flat.lefts[i] : flat.rights[i]);
        };
        return X.map((x) => walk(x, 0));
      },
    },
  },
  {
    says: 'compiles the tree to nested functions, each of which calls the next',
    dies: 'a chain 100,000 splits deep does not overflow the call stack',
    solution: {
      flatten: (tree) => {
        type Fn = (x: Row) => number;
        const compiled = new Map<TreeNode, Fn>();
        const compile = ({ featureIndex, threshold, left, right }: Split): Fn => {
          const onLeft = compiled.get(left) as Fn;
          const onRight = compiled.get(right) as Fn;
          return (x) => {
            const v = x[featureIndex];
            if (v === undefined || Number.isNaN(v)) throw new RangeError('no number');
            return v <= threshold ? onLeft(x) : onRight(x);
          };
        };
        const nodes = [tree];
        for (let i = 0; i < nodes.length; i++) {
          const node = nodes[i];
          if (node.kind === 'split') nodes.push(node.left, node.right);
        }
        for (const node of nodes.reverse()) {
          compiled.set(node, node.kind === 'leaf' ? () => node.value : compile(node));
        }
        return compiled.get(tree);
      },
      predictBatch: (f: (x: Row) => number, X: Rows) => X.map((x) => f(x)),
    },
  },
];

function right(flat: Flat, i: number): boolean {
  return flat.features[i] < 0;
}
