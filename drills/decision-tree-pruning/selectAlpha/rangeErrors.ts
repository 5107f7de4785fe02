import fc from 'fast-check';
import type * as reference from '../../../reference/decision-tree-pruning/index.ts';
import type { Fold } from '../../../reference/decision-tree-pruning/index.ts';
import { lawsOf, throwsRangeError } from '../../../src/index.ts';
import { example, type Selection, selections } from './inputs.ts';

const law = lawsOf<typeof reference>();

/** A call made malformed, and what is wrong with it in words. */
type Spoil = (input: Selection) => Selection & { readonly why: string };

/** Changes the last fold: others before it may be well. */
const spoilFold =
  (change: (fold: Fold) => Fold, why: string): Spoil =>
  ({ path, folds }) => ({ path, folds: folds.map((fold, v) => (v + 1 === folds.length ? change(fold) : fold)), why });

const withErrors = (nErrors: (fold: Fold) => number, why: string): Spoil =>
  spoilFold((fold) => ({ ...fold, path: fold.path.map((entry) => ({ ...entry, nErrors: nErrors(fold) })) }), why);

const alphaOf = (ccpAlpha: number, why: string): Spoil[] => [
  ({ path, folds }) => ({ path: [...path, { ccpAlpha, nLeaves: 1, risk: 1 }], folds, why: `${why} in path` }),
  spoilFold((fold) => ({ ...fold, path: [...fold.path, { ccpAlpha, nErrors: 0 }] }), `${why} in the path of a fold`),
];

const empty: Spoil[] = [
  ({ folds }) => ({ path: [], folds, why: 'an empty path' }),
  ({ path }) => ({ path, folds: [], why: 'no folds' }),
  spoilFold((fold) => ({ ...fold, path: [] }), 'a fold with an empty path'),
];

const disorderly: Spoil[] = [
  ({ path, folds }) => ({
    path: path.map((entry) => ({ ...entry, ccpAlpha: entry.ccpAlpha + 0.5 })),
    folds,
    why: 'a path that does not begin at 0',
  }),
  spoilFold(
    (fold) => ({ ...fold, path: fold.path.map((entry) => ({ ...entry, ccpAlpha: entry.ccpAlpha + 0.5 })) }),
    'a fold whose path does not begin at 0',
  ),
  ({ path, folds }) => ({
    path: [...path, { ccpAlpha: 9, nLeaves: 1, risk: 1 }, { ccpAlpha: 8, nLeaves: 1, risk: 1 }],
    folds,
    why: 'alphas that fall in path',
  }),
  spoilFold(
    (fold) => ({ ...fold, path: [...fold.path, { ccpAlpha: 9, nErrors: 0 }, { ccpAlpha: 8, nErrors: 0 }] }),
    'alphas that fall in the path of a fold',
  ),
  ...alphaOf(Number.NaN, 'an alpha that is NaN'),
  ...alphaOf(Infinity, 'an alpha that is infinite'),
  ...alphaOf(-1, 'an alpha that is negative'),
];

const miscounted: Spoil[] = [
  spoilFold((fold) => ({ nSamples: 0, path: fold.path.map((entry) => ({ ...entry, nErrors: 0 })) }), 'nSamples = 0'),
  spoilFold((fold) => ({ ...fold, nSamples: 30.5 }), 'nSamples = 30.5'),
  spoilFold((fold) => ({ ...fold, nSamples: Number.NaN }), 'nSamples = NaN'),
  withErrors(() => -1, 'nErrors = -1'),
  withErrors(() => 0.5, 'nErrors = 0.5'),
  withErrors(({ nSamples }) => nSamples + 1, 'more errors than samples'),
];

const refusing = (name: string, spoils: readonly Spoil[]) =>
  law(
    name,
    fc.tuple(selections, fc.constantFrom(...spoils)),
    (solution, [input, spoil]) => {
      const { path, folds, why } = spoil(input);
      return throwsRangeError(() => solution.selectAlpha(path, folds), why);
    },
    { stage: 'faults', examples: spoils.map((spoil): [Selection, Spoil] => [example, spoil]), runs: 40 },
  );

export const rangeErrorLaws = [
  refusing("path, folds or a fold's path that is empty is a RangeError", empty),
  refusing('alphas that do not begin at 0, fall, or are NaN, infinite or negative are a RangeError', disorderly),
  refusing('nSamples below 1 or nErrors outside 0 to nSamples, or no integers, are a RangeError', miscounted),
];
