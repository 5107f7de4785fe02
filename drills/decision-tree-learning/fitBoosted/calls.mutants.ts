import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import type { Y } from '../bestSplit/shared.mutants.ts';
import {
  boosting,
  checked,
  DEFAULTS,
  type FitBoosted,
  filled,
  fitBoosted,
  type Options,
  right,
  type Settings,
} from './shared.mutants.ts';

/** Other defaults. */
const by = (defaults: Partial<Settings>): FitBoosted =>
  boosting({ settings: (options) => checked(filled(options, { ...DEFAULTS, ...defaults })) });

/** Follows other options than it was given, once they are found right. */
const following = (change: (settings: Settings) => Partial<Settings>): FitBoosted =>
  boosting({ settings: (options) => ({ ...right.settings(options), ...change(right.settings(options)) }) });

/** Replaces options that the mutant does not refuse. */
const tolerating = (change: (settings: Settings) => Partial<Settings>): FitBoosted =>
  boosting({ settings: (options) => checked({ ...filled(options), ...change(filled(options)) }) });

const refusing =
  (refuses: (options: Options) => boolean): FitBoosted =>
  (X, y, options = {}) => {
    if (refuses(options)) throw new RangeError('refused');
    return fitBoosted(X, y, options);
  };

export const calls: Mutant<typeof reference>[] = [
  {
    says: 'grows 10 trees when `nTrees` is left out',
    dies: 'nTrees is 100, learningRate 0.1, maxDepth 3 and minSamplesLeaf 1 when left out',
    solution: { fitBoosted: by({ nTrees: 10 }) },
  },
  {
    says: 'takes 1 for `learningRate` when it is left out',
    dies: 'nTrees is 100, learningRate 0.1, maxDepth 3 and minSamplesLeaf 1 when left out',
    solution: { fitBoosted: by({ learningRate: 1 }) },
  },
  {
    says: 'grows trees without a limit when `maxDepth` is left out, as level 4 does',
    dies: 'nTrees is 100, learningRate 0.1, maxDepth 3 and minSamplesLeaf 1 when left out',
    solution: { fitBoosted: by({ maxDepth: Infinity }) },
  },
  {
    says: 'grows stumps when `maxDepth` is left out',
    dies: 'nTrees is 100, learningRate 0.1, maxDepth 3 and minSamplesLeaf 1 when left out',
    solution: { fitBoosted: by({ maxDepth: 1 }) },
  },
  {
    says: 'takes 2 for `minSamplesLeaf` when it is left out',
    dies: 'nTrees is 100, learningRate 0.1, maxDepth 3 and minSamplesLeaf 1 when left out',
    solution: { fitBoosted: by({ minSamplesLeaf: 2 }) },
  },
  {
    says: 'grows one tree more',
    dies: 'there are nTrees trees',
    solution: { fitBoosted: following(({ nTrees }) => ({ nTrees: nTrees + 1 })) },
  },
  {
    says: 'counts the first prediction as a tree',
    dies: 'there are nTrees trees',
    solution: { fitBoosted: following(({ nTrees }) => ({ nTrees: Math.max(0, nTrees - 1) })) },
  },
  {
    says: 'takes `nTrees: 0` for 100, as 0 is falsy',
    dies: 'there are nTrees trees',
    solution: { fitBoosted: following(({ nTrees }) => ({ nTrees: nTrees || 100 })) },
  },
  {
    says: 'takes `maxDepth: 0` for 3, as 0 is falsy',
    dies: 'each tree is the regression tree of the residuals that the trees before it have left',
    solution: { fitBoosted: following(({ maxDepth }) => ({ maxDepth: maxDepth || 3 })) },
  },
  {
    says: 'grows trees one level deeper than `maxDepth`',
    dies: 'each tree is the regression tree of the residuals that the trees before it have left',
    solution: { fitBoosted: following(({ maxDepth }) => ({ maxDepth: maxDepth + 1 })) },
  },
  {
    says: 'grows no tree deeper than 3',
    dies: 'each tree is the regression tree of the residuals that the trees before it have left',
    solution: { fitBoosted: following(({ maxDepth }) => ({ maxDepth: Math.min(3, maxDepth) })) },
  },
  {
    says: 'ignores `minSamplesLeaf`',
    dies: 'each tree is the regression tree of the residuals that the trees before it have left',
    solution: { fitBoosted: following(() => ({ minSamplesLeaf: 1 })) },
  },
  {
    says: 'ignores `maxDepth`',
    dies: 'each tree is the regression tree of the residuals that the trees before it have left',
    solution: { fitBoosted: following(() => ({ maxDepth: 3 })) },
  },
  {
    says: 'ignores `learningRate`, and takes 0.1',
    dies: 'a leaf holds the mean residual of its rows, after the trees before it and not yet times learningRate',
    solution: { fitBoosted: following(() => ({ learningRate: 0.1 })) },
  },
  {
    says: 'takes a negative `nTrees` for 0',
    dies: 'nTrees below 0 or not whole, learningRate not above 0 and at most 1, or a limit of a tree out of range is a RangeError',
    solution: { fitBoosted: tolerating(({ nTrees }) => (nTrees < 0 ? { nTrees: 0 } : {})) },
  },
  {
    says: 'accepts a fractional `nTrees`',
    dies: 'nTrees below 0 or not whole, learningRate not above 0 and at most 1, or a limit of a tree out of range is a RangeError',
    solution: {
      fitBoosted: tolerating(({ nTrees }) => (nTrees > 0 && nTrees < 1e6 ? { nTrees: Math.ceil(nTrees) } : {})),
    },
  },
  {
    says: 'takes an `nTrees` of NaN for 0',
    dies: 'nTrees below 0 or not whole, learningRate not above 0 and at most 1, or a limit of a tree out of range is a RangeError',
    solution: { fitBoosted: tolerating(({ nTrees }) => (Number.isNaN(nTrees) ? { nTrees: 0 } : {})) },
  },
  {
    says: 'takes an infinite `nTrees` for 100',
    dies: 'nTrees below 0 or not whole, learningRate not above 0 and at most 1, or a limit of a tree out of range is a RangeError',
    solution: { fitBoosted: tolerating(({ nTrees }) => (nTrees === Infinity ? { nTrees: 100 } : {})) },
  },
  {
    says: 'accepts a `learningRate` of 0',
    dies: 'nTrees below 0 or not whole, learningRate not above 0 and at most 1, or a limit of a tree out of range is a RangeError',
    solution: { fitBoosted: tolerating(({ learningRate }) => (learningRate === 0 ? { learningRate: 0.1 } : {})) },
  },
  {
    says: 'accepts a negative `learningRate`',
    dies: 'nTrees below 0 or not whole, learningRate not above 0 and at most 1, or a limit of a tree out of range is a RangeError',
    solution: {
      fitBoosted: tolerating(({ learningRate }) => (learningRate < 0 ? { learningRate: 0.1 } : {})),
    },
  },
  {
    says: 'accepts a `learningRate` above 1',
    dies: 'nTrees below 0 or not whole, learningRate not above 0 and at most 1, or a limit of a tree out of range is a RangeError',
    solution: { fitBoosted: tolerating(({ learningRate }) => (learningRate > 1 ? { learningRate: 1 } : {})) },
  },
  {
    says: 'accepts a `learningRate` of NaN',
    dies: 'nTrees below 0 or not whole, learningRate not above 0 and at most 1, or a limit of a tree out of range is a RangeError',
    solution: {
      fitBoosted: tolerating(({ learningRate }) => (Number.isNaN(learningRate) ? { learningRate: 0.1 } : {})),
    },
  },
  {
    says: 'accepts a `minSamplesLeaf` of Infinity',
    dies: 'nTrees below 0 or not whole, learningRate not above 0 and at most 1, or a limit of a tree out of range is a RangeError',
    solution: {
      fitBoosted: tolerating(({ minSamplesLeaf }) => (minSamplesLeaf === Infinity ? { minSamplesLeaf: 2 ** 40 } : {})),
    },
  },
  {
    says: 'takes a `maxDepth` of -Infinity for 0',
    dies: 'nTrees below 0 or not whole, learningRate not above 0 and at most 1, or a limit of a tree out of range is a RangeError',
    solution: { fitBoosted: tolerating(({ maxDepth }) => (maxDepth === -Infinity ? { maxDepth: 0 } : {})) },
  },
  {
    says: 'refuses a `learningRate` of 1',
    dies: 'a leaf holds the mean residual of its rows, after the trees before it and not yet times learningRate',
    solution: { fitBoosted: refusing(({ learningRate }) => learningRate === 1) },
  },
  {
    says: 'refuses `nTrees: 0`',
    dies: 'a leaf holds the mean residual of its rows, after the trees before it and not yet times learningRate',
    solution: { fitBoosted: refusing(({ nTrees }) => nTrees === 0) },
  },
  {
    says: 'refuses `maxDepth: 0`',
    dies: 'a leaf holds the mean residual of its rows, after the trees before it and not yet times learningRate',
    solution: { fitBoosted: refusing(({ maxDepth }) => maxDepth === 0) },
  },
  {
    says: 'refuses a `maxDepth` of Infinity',
    dies: 'a leaf holds the mean residual of its rows, after the trees before it and not yet times learningRate',
    solution: { fitBoosted: refusing(({ maxDepth }) => maxDepth === Infinity) },
  },
  {
    says: 'leaves it to the trees to check `maxDepth` and `minSamplesLeaf`, so that `nTrees: 0` checks neither',
    dies: 'nTrees below 0 or not whole, learningRate not above 0 and at most 1, or a limit of a tree out of range is a RangeError',
    solution: {
      fitBoosted: tolerating(({ nTrees }) => (nTrees === 0 ? { maxDepth: 3, minSamplesLeaf: 1 } : {})),
    },
  },
  {
    says: 'leaves it to the trees to check `X` and `y`, so that `nTrees: 0` checks neither',
    dies: 'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one value of y for each row',
    solution: {
      fitBoosted: (X, y, options) =>
        options?.nTrees === 0 ? { initialPrediction: right.initial(y), trees: [] } : fitBoosted(X, y, options),
    },
  },
  {
    says: 'checks nothing where there are no rows',
    dies: 'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one value of y for each row',
    solution: {
      fitBoosted: (X, y, options) =>
        X.length + y.length === 0 ? { initialPrediction: 0, trees: [] } : fitBoosted(X, y, options),
    },
  },
  {
    says: 'cuts off the y that have no row',
    dies: 'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one value of y for each row',
    solution: { fitBoosted: (X, y, options) => fitBoosted(X, y.slice(0, X.length), options) },
  },
  {
    says: 'throws a TypeError for options out of range',
    dies: 'nTrees below 0 or not whole, learningRate not above 0 and at most 1, or a limit of a tree out of range is a RangeError',
    solution: {
      fitBoosted: boosting({
        settings: (options) => {
          try {
            return right.settings(options);
          } catch {
            throw new TypeError('bad options');
          }
        },
      }),
    },
  },
  {
    says: 'keeps the residuals in `y` itself',
    dies: 'fitBoosted never changes its inputs',
    solution: {
      fitBoosted: (X, y, options) => {
        const boosted = fitBoosted(X, y, options);
        for (let i = 0; i < y.length; i++) (y as number[])[i] -= boosted.initialPrediction;
        return boosted;
      },
    },
  },
  {
    says: 'writes the defaults into the options',
    dies: 'fitBoosted never changes its inputs',
    solution: {
      fitBoosted: (X, y, options) => {
        const boosted = fitBoosted(X, y, options);
        if (options) Object.assign(options, filled(options));
        return boosted;
      },
    },
  },
  {
    says: 'goes on with the trees of the call before when the rows are as many',
    dies: 'fitBoosted gives the same answer when it is called again',
    solution: {
      fitBoosted: (() => {
        const before = new Map<number, Y>();
        return (X, y, options) => {
          const known = before.get(y.length);
          let latest: Y = [];
          const solve = boosting({
            residuals: (round) => {
              latest = right.residuals(known && round.m === 0 ? { ...round, sums: known } : round);
              return [...latest];
            },
          });
          const boosted = solve(X, y, options);
          before.set(y.length, latest);
          return boosted;
        };
      })(),
    },
  },
];
