import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { check, type Row } from '../bestSplit/shared.mutants.ts';
import { fitTree, growing, type Options, right, type TreeNode } from './shared.mutants.ts';

/** Replaces an option that the mutant does not refuse. */
const tolerating =
  (change: (options: Options) => Options): typeof fitTree =>
  (X, y, options = {}) =>
    fitTree(X, y, change(options));

export const calls: Mutant<typeof reference>[] = [
  {
    says: 'takes a negative `maxDepth` for 0',
    dies: 'a maxDepth that is no whole number, 0 or more, or Infinity, or a minSamplesLeaf below 1 or not whole is a RangeError',
    solution: {
      fitTree: tolerating(({ maxDepth = Infinity, ...others }) => ({
        ...others,
        maxDepth: Math.max(0, maxDepth),
      })),
    },
  },
  {
    says: 'refuses a negative `maxDepth` but not -Infinity',
    dies: 'a maxDepth that is no whole number, 0 or more, or Infinity, or a minSamplesLeaf below 1 or not whole is a RangeError',
    solution: {
      fitTree: tolerating(({ maxDepth = Infinity, ...others }) => ({
        ...others,
        maxDepth: maxDepth === -Infinity ? 0 : maxDepth,
      })),
    },
  },
  {
    says: 'accepts a fractional `maxDepth`',
    dies: 'a maxDepth that is no whole number, 0 or more, or Infinity, or a minSamplesLeaf below 1 or not whole is a RangeError',
    solution: {
      fitTree: tolerating(({ maxDepth = Infinity, ...others }) => ({
        ...others,
        maxDepth: maxDepth > 0 ? Math.ceil(maxDepth) : maxDepth,
      })),
    },
  },
  {
    says: 'takes a `maxDepth` of NaN for no limit',
    dies: 'a maxDepth that is no whole number, 0 or more, or Infinity, or a minSamplesLeaf below 1 or not whole is a RangeError',
    solution: {
      fitTree: tolerating(({ maxDepth = Infinity, ...others }) => ({
        ...others,
        maxDepth: Number.isNaN(maxDepth) ? Infinity : maxDepth,
      })),
    },
  },
  {
    says: 'refuses a `maxDepth` of Infinity',
    dies: 'maxDepth is how many splits lie above a leaf at most',
    solution: {
      fitTree: (X, y, options) => {
        if (options?.maxDepth === Infinity) throw new RangeError('maxDepth');
        return fitTree(X, y, options);
      },
    },
  },
  {
    says: 'refuses a `maxDepth` of 0',
    dies: 'maxDepth is how many splits lie above a leaf at most',
    solution: {
      fitTree: (X, y, options) => {
        if (options?.maxDepth === 0) throw new RangeError('maxDepth');
        return fitTree(X, y, options);
      },
    },
  },
  {
    says: 'takes a `minSamplesLeaf` of 0 for 1',
    dies: 'a maxDepth that is no whole number, 0 or more, or Infinity, or a minSamplesLeaf below 1 or not whole is a RangeError',
    solution: {
      fitTree: tolerating(({ minSamplesLeaf = 1, ...others }) => ({
        ...others,
        minSamplesLeaf: minSamplesLeaf === 0 ? 1 : minSamplesLeaf,
      })),
    },
  },
  {
    says: 'takes a negative `minSamplesLeaf` for 1',
    dies: 'a maxDepth that is no whole number, 0 or more, or Infinity, or a minSamplesLeaf below 1 or not whole is a RangeError',
    solution: {
      fitTree: tolerating(({ minSamplesLeaf = 1, ...others }) => ({
        ...others,
        minSamplesLeaf: minSamplesLeaf < 0 ? 1 : minSamplesLeaf,
      })),
    },
  },
  {
    says: 'accepts a fractional `minSamplesLeaf`',
    dies: 'a maxDepth that is no whole number, 0 or more, or Infinity, or a minSamplesLeaf below 1 or not whole is a RangeError',
    solution: {
      fitTree: tolerating(({ minSamplesLeaf = 1, ...others }) => ({
        ...others,
        minSamplesLeaf:
          minSamplesLeaf > 0 && Number.isFinite(minSamplesLeaf) ? Math.ceil(minSamplesLeaf) : minSamplesLeaf,
      })),
    },
  },
  {
    says: 'accepts a `minSamplesLeaf` of Infinity',
    dies: 'a maxDepth that is no whole number, 0 or more, or Infinity, or a minSamplesLeaf below 1 or not whole is a RangeError',
    solution: {
      fitTree: tolerating(({ minSamplesLeaf = 1, ...others }) => ({
        ...others,
        minSamplesLeaf: minSamplesLeaf === Infinity ? Number.MAX_SAFE_INTEGER : minSamplesLeaf,
      })),
    },
  },
  {
    says: 'takes a `minSamplesLeaf` of NaN for 1',
    dies: 'a maxDepth that is no whole number, 0 or more, or Infinity, or a minSamplesLeaf below 1 or not whole is a RangeError',
    solution: {
      fitTree: tolerating(({ minSamplesLeaf = 1, ...others }) => ({
        ...others,
        minSamplesLeaf: minSamplesLeaf || (minSamplesLeaf === 0 ? 0 : 1),
      })),
    },
  },
  {
    says: 'refuses a `minSamplesLeaf` above the number of rows',
    dies: 'minSamplesLeaf is how many rows a candidate leaves on both sides at least',
    solution: {
      fitTree: (X, y, options) => {
        if ((options?.minSamplesLeaf ?? 0) > X.length) throw new RangeError('minSamplesLeaf');
        return fitTree(X, y, options);
      },
    },
  },
  {
    says: 'answers a leaf for pure classes before it looks at the options',
    dies: 'a maxDepth that is no whole number, 0 or more, or Infinity, or a minSamplesLeaf below 1 or not whole is a RangeError',
    solution: {
      fitTree: (X, y, options) => {
        check(X, y);
        if (y.every((label) => label === y[0])) return { kind: 'leaf', value: y[0] };
        return fitTree(X, y, options);
      },
    },
  },
  {
    says: 'throws a TypeError for options out of range',
    dies: 'a maxDepth that is no whole number, 0 or more, or Infinity, or a minSamplesLeaf below 1 or not whole is a RangeError',
    solution: {
      fitTree: growing({
        limits: (options) => {
          try {
            return right.limits(options);
          } catch {
            throw new TypeError('bad options');
          }
        },
      }),
    },
  },
  {
    says: 'answers a leaf of 0 for no rows',
    dies: 'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one value of y for each row',
    solution: {
      fitTree: (X, y, options) => (X.length + y.length === 0 ? { kind: 'leaf', value: 0 } : fitTree(X, y, options)),
    },
  },
  {
    says: 'answers a leaf for rows without features',
    dies: 'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one value of y for each row',
    solution: {
      fitTree: growing({
        check: (X, y) => {
          if (X.length !== y.length || X.some((row) => row.length > 0)) check(X, y);
        },
      }),
    },
  },
  {
    says: 'checks `X` and `y` only where it splits, so not with `maxDepth: 0`',
    dies: 'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one value of y for each row',
    solution: {
      fitTree: (X, y, options) =>
        options?.maxDepth === 0 && y.length > 0
          ? { kind: 'leaf', value: right.leaf({ y } as never) }
          : fitTree(X, y, options),
    },
  },
  {
    says: 'checks only the coordinates that a split reads',
    dies: 'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one value of y for each row',
    solution: {
      fitTree: growing({
        check: (X, y) => {
          if (y.every((label) => label === y[0]) && X.length === y.length) return;
          check(X, y);
        },
      }),
    },
  },
  {
    says: 'lets infinite classes pass',
    dies: 'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one value of y for each row',
    solution: {
      fitTree: growing({
        check: (X, y) =>
          check(
            X,
            y.map((label) => (Math.abs(label) === Infinity ? 0 : label)),
          ),
      }),
    },
  },
  {
    says: 'writes the defaults into the options',
    dies: 'fitTree never changes its inputs',
    solution: {
      fitTree: (X, y, options) => {
        const tree = fitTree(X, y, options);
        if (options) Object.assign(options, { maxDepth: Infinity, minSamplesLeaf: 1, ...options });
        return tree;
      },
    },
  },
  {
    says: 'sorts the rows in place',
    dies: 'fitTree never changes its inputs',
    solution: {
      fitTree: (X, y, options) => {
        const tree = fitTree(X, y, options);
        (X as Row[]).sort((a, b) => a[0] - b[0]);
        return tree;
      },
    },
  },
  {
    says: 'moves the classes of the left rows to the front of `y`',
    dies: 'fitTree never changes its inputs',
    solution: {
      fitTree: (X, y, options) => {
        const tree = fitTree(X, y, options);
        (y as number[]).sort((a, b) => a - b);
        return tree;
      },
    },
  },
  {
    says: 'keeps the limits of the last call for options that are left out',
    dies: 'minSamplesLeaf is how many rows a candidate leaves on both sides at least',
    solution: {
      fitTree: (() => {
        let last: Options = {};
        return (X, y, options) => {
          const merged = { ...last, ...options };
          const tree = fitTree(X, y, merged);
          last = merged;
          return tree;
        };
      })(),
    },
  },
  {
    says: 'counts the classes on from call to call',
    dies: 'a leaf predicts its most frequent class, the smallest on ties',
    solution: {
      fitTree: (() => {
        const counts = new Map<number, number>();
        return growing({
          leaf: ({ y }) => {
            for (const label of y) counts.set(label, (counts.get(label) ?? 0) + 1);
            return [...new Set(y)].reduce((a, b) => ((counts.get(b) ?? 0) > (counts.get(a) ?? 0) ? b : a));
          },
        });
      })(),
    },
  },
  {
    says: 'answers the tree of the call before when the rows are as many',
    dies: 'fitTree does not depend on earlier calls',
    solution: {
      fitTree: (() => {
        const trees = new Map<number, TreeNode>();
        return (X, y, options) => {
          const tree = fitTree(X, y, options);
          const before = trees.get(X.length);
          trees.set(X.length, tree);
          return before ?? tree;
        };
      })(),
    },
  },
];
