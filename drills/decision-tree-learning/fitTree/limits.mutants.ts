import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { fitTree, growing, type Limits, type Place, rebuilt, right } from './shared.mutants.ts';

const isPure = ({ y }: Place): boolean => y.every((label) => label === y[0]);

/** The right solution that follows other limits than it was given. */
const following = (change: (limits: Limits) => Limits) =>
  growing({ limits: (options) => change(right.limits(options)) });

export const limits: Mutant<typeof reference>[] = [
  {
    says: 'splits once more below `maxDepth`',
    dies: 'maxDepth is how many splits lie above a leaf at most',
    solution: { fitTree: following(({ maxDepth, ...others }) => ({ ...others, maxDepth: maxDepth + 1 })) },
  },
  {
    says: 'counts nodes instead of splits towards `maxDepth`, so that 1 gives a leaf',
    dies: 'maxDepth is how many splits lie above a leaf at most',
    solution: {
      fitTree: following(({ maxDepth, ...others }) => ({ ...others, maxDepth: Math.max(0, maxDepth - 1) })),
    },
  },
  {
    says: 'takes `maxDepth: 0` for no limit, as 0 is falsy',
    dies: 'maxDepth is how many splits lie above a leaf at most',
    solution: {
      fitTree: following(({ maxDepth, ...others }) => ({ ...others, maxDepth: maxDepth || Number.POSITIVE_INFINITY })),
    },
  },
  {
    says: 'always splits the root, whatever `maxDepth`',
    dies: 'maxDepth is how many splits lie above a leaf at most',
    solution: { fitTree: following(({ maxDepth, ...others }) => ({ ...others, maxDepth: Math.max(1, maxDepth) })) },
  },
  {
    says: 'grows no deeper than 10 when `maxDepth` is left out',
    dies: 'a tree may be nearly as deep as it has rows',
    solution: {
      fitTree: following(({ maxDepth, ...others }) => ({
        ...others,
        maxDepth: maxDepth === Number.POSITIVE_INFINITY ? 10 : maxDepth,
      })),
    },
  },
  {
    says: 'grows no deeper than 64',
    dies: 'a tree may be nearly as deep as it has rows',
    solution: { fitTree: following(({ maxDepth, ...others }) => ({ ...others, maxDepth: Math.min(64, maxDepth) })) },
  },
  {
    says: 'ignores `maxDepth`',
    dies: 'maxDepth is how many splits lie above a leaf at most',
    solution: { fitTree: growing({ isLeaf: isPure }) },
  },
  {
    says: 'leaves more than `minSamplesLeaf` rows on each side',
    dies: 'minSamplesLeaf is how many rows a candidate leaves on both sides at least',
    solution: {
      fitTree: following(({ minSamplesLeaf, ...others }) => ({
        ...others,
        minSamplesLeaf: minSamplesLeaf === 1 ? 1 : minSamplesLeaf + 1,
      })),
    },
  },
  {
    says: 'ignores `minSamplesLeaf`',
    dies: 'minSamplesLeaf is how many rows a candidate leaves on both sides at least',
    solution: { fitTree: following((given) => ({ ...given, minSamplesLeaf: 1 })) },
  },
  {
    says: 'takes 2 for `minSamplesLeaf` when it is left out',
    dies: 'each split is the candidate that decreases the impurity of its node most',
    solution: { fitTree: (X, y, options) => fitTree(X, y, { minSamplesLeaf: 2, ...options }) },
  },
  {
    says: 'holds only the left side to `minSamplesLeaf`',
    dies: 'minSamplesLeaf is how many rows a candidate leaves on both sides at least',
    solution: {
      fitTree: growing({
        split: (parts, place) =>
          right.split(
            { ...parts, allowed: ({ nLeft }) => nLeft >= place.limits.minSamplesLeaf },
            { ...place, limits: { ...place.limits, minSamplesLeaf: 1 } },
          ),
      }),
    },
  },
  {
    says: 'holds only the right side to `minSamplesLeaf`',
    dies: 'minSamplesLeaf is how many rows a candidate leaves on both sides at least',
    solution: {
      fitTree: growing({
        split: (parts, place) =>
          right.split(
            { ...parts, allowed: ({ nRight }) => nRight >= place.limits.minSamplesLeaf },
            { ...place, limits: { ...place.limits, minSamplesLeaf: 1 } },
          ),
      }),
    },
  },
  {
    says: 'makes a leaf when the best split of all leaves too few rows on a side, and does not try the next one',
    dies: 'minSamplesLeaf is how many rows a candidate leaves on both sides at least',
    solution: {
      fitTree: growing({
        split: (parts, place) => right.split(parts, { ...place, limits: { ...place.limits, minSamplesLeaf: 1 } }),
        declines: ({ featureIndex, threshold }, { X, limits: { minSamplesLeaf } }) => {
          const nLeft = X.filter((row) => row[featureIndex] <= threshold).length;
          return Math.min(nLeft, X.length - nLeft) < minSamplesLeaf;
        },
      }),
    },
  },
  {
    says: 'reads `minSamplesLeaf` as the rows that a node needs to be split',
    dies: 'minSamplesLeaf is how many rows a candidate leaves on both sides at least',
    solution: {
      fitTree: growing({
        isLeaf: (place) => right.isLeaf(place) || place.y.length < place.limits.minSamplesLeaf,
        split: (parts, place) => right.split(parts, { ...place, limits: { ...place.limits, minSamplesLeaf: 1 } }),
      }),
    },
  },
  {
    says: 'asks for twice `minSamplesLeaf` rows in a node only, not for so many on each side',
    dies: 'minSamplesLeaf is how many rows a candidate leaves on both sides at least',
    solution: {
      fitTree: growing({
        isLeaf: (place) => right.isLeaf(place) || place.y.length < 2 * place.limits.minSamplesLeaf,
        split: (parts, place) => right.split(parts, { ...place, limits: { ...place.limits, minSamplesLeaf: 1 } }),
      }),
    },
  },
  {
    says: 'makes a leaf of a node with fewer than three rows',
    dies: 'a node is a leaf when its y are all equal or it has no candidate, and only then',
    solution: { fitTree: growing({ isLeaf: (place) => right.isLeaf(place) || place.y.length < 3 }) },
  },
  {
    says: 'makes a leaf where no split decreases the impurity',
    dies: 'a split of decrease 0 is taken where a node is not pure',
    solution: { fitTree: growing({ declines: ({ impurityDecrease }) => impurityDecrease <= 1e-12 }) },
  },
  {
    says: 'makes a leaf where nine of ten rows have one class',
    dies: 'a node is a leaf when its y are all equal or it has no candidate, and only then',
    solution: {
      fitTree: growing({
        isLeaf: (place) => {
          const most = right.leaf(place);
          return right.isLeaf(place) || place.y.filter((label) => label === most).length >= 0.9 * place.y.length;
        },
      }),
    },
  },
  {
    says: 'makes a leaf where the split decreases the impurity by less than 0.01',
    dies: 'a node is a leaf when its y are all equal or it has no candidate, and only then',
    solution: {
      fitTree: growing({
        declines: ({ impurityDecrease }) => impurityDecrease > 1e-12 && impurityDecrease < 0.01,
      }),
    },
  },
  {
    says: 'goes on splitting pure nodes',
    dies: 'a node is a leaf when its y are all equal or it has no candidate, and only then',
    solution: { fitTree: growing({ isLeaf: ({ depth, limits: { maxDepth } }) => depth >= maxDepth }) },
  },
  {
    says: 'makes a leaf of a split whose two leaves predict the same',
    dies: 'a split of decrease 0 is taken where a node is not pure',
    solution: {
      fitTree: (X, y, options) =>
        rebuilt(fitTree(X, y, options), (node) =>
          node.kind === 'split' &&
          node.left.kind === 'leaf' &&
          node.right.kind === 'leaf' &&
          node.left.value === node.right.value
            ? node.left
            : node,
        ),
    },
  },
  {
    says: 'asks each feature only once on the way down',
    dies: 'a node is a leaf when its y are all equal or it has no candidate, and only then',
    solution: {
      fitTree: (X, y, options) => {
        const used = new Map<object, readonly number[]>();
        const solve = growing({
          split: (inner, place) => {
            const past = used.get(place.X[0]) ?? [];
            const found = right.split(
              { ...inner, features: (rows) => [...rows[0].keys()].filter((feature) => !past.includes(feature)) },
              place,
            );
            if (found) for (const row of place.X) used.set(row, [...past, found.featureIndex]);
            return found;
          },
        });
        return solve(X, y, options);
      },
    },
  },
];
