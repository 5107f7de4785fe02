import type * as reference from '../../../reference/decision-tree-inference/index.ts';
import type { Mutant } from '../../../src/index.ts';
import {
  answering,
  below,
  descend,
  everyNode,
  read,
  reading,
  right,
  type Split,
  type TreeNode,
} from './shared.mutants.ts';

export const errors: Mutant<typeof reference>[] = [
  {
    says: 'sends NaN right, as `NaN <= threshold` does',
    dies: 'a visited split that reads NaN is a RangeError',
    solution: {
      predict: reading(({ featureIndex }, x) => {
        if (featureIndex >= x.length) throw new RangeError('no such feature');
        return x[featureIndex];
      }),
    },
  },
  {
    says: 'sends NaN left, as `!(x > threshold)` does',
    dies: 'a visited split that reads NaN is a RangeError',
    solution: {
      predict: (tree, x) => {
        const feature = ({ featureIndex }: Split): number => {
          if (featureIndex >= x.length) throw new RangeError('no such feature');
          return x[featureIndex];
        };
        return descend(tree, x, (v, t) => !(v > t), feature).value;
      },
    },
  },
  {
    says: 'answers NaN when a visited split reads NaN',
    dies: 'a visited split that reads NaN is a RangeError',
    solution: {
      predict: (tree, x) => {
        let node = tree;
        while (node.kind === 'split') {
          const v = x[node.featureIndex];
          if (Number.isNaN(v)) return Number.NaN;
          node = read(node, x) <= node.threshold ? node.left : node.right;
        }
        return node.value;
      },
    },
  },
  {
    says: 'answers undefined when the feature is neither below nor above the threshold',
    dies: 'a visited split that reads NaN is a RangeError',
    solution: {
      predict: (tree, x) => {
        let node: TreeNode | undefined = tree;
        while (node?.kind === 'split') {
          if (node.featureIndex >= x.length) throw new RangeError('no such feature');
          const v: number = x[node.featureIndex];
          node = v <= node.threshold ? node.left : v > node.threshold ? node.right : undefined;
        }
        return node?.value as number;
      },
    },
  },
  {
    says: 'reads NaN as 0',
    dies: 'a visited split that reads NaN is a RangeError',
    solution: {
      predict: (tree, x) =>
        right(
          tree,
          x.map((v) => v || 0),
        ),
    },
  },
  {
    says: 'fills NaN with the mean of the other features',
    dies: 'a visited split that reads NaN is a RangeError',
    solution: {
      predict: (tree, x) => {
        const known = x.filter((v) => !Number.isNaN(v));
        const mean = known.reduce((a, b) => a + b, 0) / (known.length || 1);
        return right(
          tree,
          x.map((v) => (Number.isNaN(v) ? mean : v)),
        );
      },
    },
  },
  {
    says: 'drops NaN from the row first, which renumbers the other features',
    dies: 'a visited split that reads NaN is a RangeError',
    solution: {
      predict: (tree, x) =>
        right(
          tree,
          x.filter((v) => !Number.isNaN(v)),
        ),
    },
  },
  {
    says: 'looks for NaN at the root only',
    dies: 'a visited split that reads NaN is a RangeError',
    solution: {
      predict: (tree, x) =>
        descend(tree, x, below, (split, row) => {
          if (split === tree) return read(split, row);
          if (split.featureIndex >= row.length) throw new RangeError('no such feature');
          return row[split.featureIndex];
        }).value,
    },
  },
  {
    says: 'throws a TypeError for NaN',
    dies: 'a visited split that reads NaN is a RangeError',
    solution: {
      predict: reading((split, x) => {
        if (Number.isNaN(x[split.featureIndex])) throw new TypeError('feature is NaN');
        return read(split, x);
      }),
    },
  },
  {
    says: 'skips a split whose two leaves hold the same value, whatever it reads',
    dies: 'a visited split whose featureIndex is past the end of the row is a RangeError',
    solution: {
      predict: (tree, x) => {
        let node = tree;
        while (node.kind === 'split') {
          const { left, right: other } = node;
          if (left.kind === 'leaf' && other.kind === 'leaf' && left.value === other.value) {
            return left.value;
          }
          node = read(node, x) <= node.threshold ? left : other;
        }
        return node.value;
      },
    },
  },
  {
    says: 'sends a row right where its feature is past the end, as `undefined <= threshold` does',
    dies: 'a visited split whose featureIndex is past the end of the row is a RangeError',
    solution: {
      predict: reading(({ featureIndex }, x) => {
        if (Number.isNaN(x[featureIndex])) throw new RangeError('feature is NaN');
        return x[featureIndex];
      }),
    },
  },
  {
    says: 'reads a feature past the end as 0',
    dies: 'a visited split whose featureIndex is past the end of the row is a RangeError',
    solution: {
      predict: reading((split, x) => (split.featureIndex < x.length ? read(split, x) : 0)),
    },
  },
  {
    says: 'allows a `featureIndex` equal to the length of the row',
    dies: 'a visited split whose featureIndex is past the end of the row is a RangeError',
    solution: {
      predict: reading(({ featureIndex }, x) => {
        if (featureIndex > x.length) throw new RangeError('no such feature');
        if (Number.isNaN(x[featureIndex])) throw new RangeError('feature is NaN');
        return x[featureIndex];
      }),
    },
  },
  {
    says: 'reads the last feature where the `featureIndex` is past the end',
    dies: 'a visited split whose featureIndex is past the end of the row is a RangeError',
    solution: {
      predict: reading((split, x) =>
        read({ ...split, featureIndex: Math.max(0, Math.min(split.featureIndex, x.length - 1)) }, x),
      ),
    },
  },
  {
    says: 'starts the features again from 0 where the `featureIndex` is past the end',
    dies: 'a visited split whose featureIndex is past the end of the row is a RangeError',
    solution: {
      predict: reading((split, x) => read({ ...split, featureIndex: x.length ? split.featureIndex % x.length : 0 }, x)),
    },
  },
  {
    says: 'looks for features past the end at the root only',
    dies: 'a visited split whose featureIndex is past the end of the row is a RangeError',
    solution: {
      predict: (tree, x) =>
        descend(tree, x, below, (split, row) =>
          split === tree || split.featureIndex < row.length ? read(split, row) : Number.POSITIVE_INFINITY,
        ).value,
    },
  },
  {
    says: 'throws a TypeError where the feature is past the end',
    dies: 'a visited split whose featureIndex is past the end of the row is a RangeError',
    solution: {
      predict: reading((split, x) => {
        if (Number.isNaN(x[split.featureIndex].valueOf())) throw new RangeError('NaN');
        return x[split.featureIndex];
      }),
    },
  },
  {
    says: 'answers 0 for a row without features',
    dies: 'a visited split whose featureIndex is past the end of the row is a RangeError',
    solution: { predict: (tree, x) => (x.length === 0 ? 0 : right(tree, x)) },
  },
  {
    says: 'answers a RangeError instead of throwing it',
    dies: 'a visited split whose featureIndex is past the end of the row is a RangeError',
    solution: {
      predict: (tree, x) => {
        try {
          return right(tree, x);
        } catch (error) {
          return error as number;
        }
      },
    },
  },
  {
    says: 'throws a plain Error',
    dies: 'a visited split whose featureIndex is past the end of the row is a RangeError',
    solution: {
      predict: (tree, x) => {
        try {
          return right(tree, x);
        } catch {
          throw new Error('bad row');
        }
      },
    },
  },
  {
    says: 'refuses a row with more features than the tree asks for',
    dies: 'numbering the features in another order does not change the answer',
    solution: {
      predict: (tree, x) => {
        const asked = everyNode(tree).reduce(
          (most, node) => (node.kind === 'split' ? Math.max(most, node.featureIndex + 1) : most),
          0,
        );
        if (asked > 0 && x.length > asked) throw new RangeError('too many features');
        return right(tree, x);
      },
    },
  },
  {
    says: 'refuses negative features',
    dies: 'numbering the features in another order does not change the answer',
    solution: {
      predict: reading((split, x) => {
        if (x[split.featureIndex] < 0) throw new RangeError('negative feature');
        return read(split, x);
      }),
    },
  },
  {
    says: 'refuses a value that is no class label from 0 upward',
    dies: 'numbering the features in another order does not change the answer',
    solution: {
      predict: answering((value) => {
        if (!Number.isInteger(value) || value < 0) throw new RangeError('no class label');
        return value;
      }),
    },
  },
];
