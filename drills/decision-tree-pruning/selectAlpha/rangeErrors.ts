import fc from 'fast-check';
import type * as reference from '../../../reference/decision-tree-pruning/index.ts';
import type { Fold } from '../../../reference/decision-tree-pruning/index.ts';
import { lawsOf, throwsRangeError, writtenAs } from '../../../src/index.ts';
import { example, type Selection, selections, threeByThree } from './inputs.ts';

const law = lawsOf<typeof reference>();

/** A call made malformed at a place, and what is wrong with it in words. */
type Spoil = (input: Selection, at: number) => Selection & { readonly why: string };

/** Changes one fold: the others are well. */
const spoilFold =
  (change: (fold: Fold, at: number) => Fold, why: string): Spoil =>
  ({ path, folds }, at) => ({
    path,
    folds: folds.map((fold, v) => (v === at % folds.length ? change(fold, Math.floor(at / folds.length)) : fold)),
    why,
  });

/** Changes the errors of one entry of a fold. */
const withErrors = (nErrors: (fold: Fold) => number, why: string): Spoil =>
  spoilFold(
    (fold, at) => ({
      ...fold,
      path: fold.path.map((entry, i) => (i === at % fold.path.length ? { ...entry, nErrors: nErrors(fold) } : entry)),
    }),
    why,
  );

/** Puts entries of such alphas somewhere after the first entry of a path. */
const withAlphas = <Entry extends { readonly ccpAlpha: number }>(
  path: readonly Entry[],
  alphas: readonly number[],
  at: number,
): Entry[] => path.toSpliced(1 + (at % path.length), 0, ...alphas.map((ccpAlpha) => ({ ...path[0], ccpAlpha })));

const alphasOf = (alphas: readonly number[], why: string): Spoil[] => [
  ({ path, folds }, at) => ({ path: withAlphas(path, alphas, at), folds, why: `${why} in path` }),
  spoilFold((fold, at) => ({ ...fold, path: withAlphas(fold.path, alphas, at) }), `${why} in the path of a fold`),
];

/** Moves all alphas of a path, or the first one only where they would be no numbers. */
const beginningAt = (first: number): Spoil[] => {
  const moved = <Entry extends { readonly ccpAlpha: number }>(path: readonly Entry[]): Entry[] =>
    path.map((entry, k) => ({ ...entry, ccpAlpha: k === 0 ? first : entry.ccpAlpha + Math.max(0, first || 0) }));
  return [
    ({ path, folds }) => ({ path: moved(path), folds, why: `a path that begins at ${first}` }),
    spoilFold((fold) => ({ ...fold, path: moved(fold.path) }), `a fold whose path begins at ${first}`),
  ];
};

const empty: Spoil[] = [
  ({ folds }) => ({ path: [], folds, why: 'an empty path' }),
  ({ path }) => ({ path, folds: [], why: 'no folds' }),
  spoilFold((fold) => ({ ...fold, path: [] }), 'a fold with an empty path'),
];

const disorderly: Spoil[] = [
  ...[0.5, 1e-10, -0.5, Number.NaN].flatMap(beginningAt),
  ...alphasOf([9, 8], 'alphas that fall'),
  ...alphasOf([9, 9 - 1e-10], 'alphas that fall by 1e-10'),
  ...alphasOf([Number.NaN], 'an alpha that is NaN'),
  ...alphasOf([Infinity], 'an alpha that is infinite'),
  ...alphasOf([-1], 'an alpha that is negative'),
];

const miscounted: Spoil[] = [
  spoilFold((fold) => ({ nSamples: 0, path: fold.path.map((entry) => ({ ...entry, nErrors: 0 })) }), 'nSamples = 0'),
  ...[30.5, Number.NaN, Infinity].map((nSamples) =>
    spoilFold((fold) => ({ ...fold, nSamples }), `nSamples = ${nSamples}`),
  ),
  ...[-1, 0.5, 1e-9, Number.NaN].map((nErrors) => withErrors(() => nErrors, `nErrors = ${nErrors}`)),
  withErrors(({ nSamples }) => nSamples + 1, 'more errors than samples'),
];

/** Inputs of 300 folds or entries of which only the last is malformed. */
const MANY = 300;
const entries = (last: { ccpAlpha?: number; nErrors?: number }) =>
  writtenAs(
    Array.from({ length: MANY }, (_, k) => ({
      ccpAlpha: k,
      nErrors: 0,
      nLeaves: MANY - k,
      risk: 0,
      ...(k + 1 === MANY ? last : {}),
    })),
    `Array.from({ length: ${MANY} }, (_, k) => ({ ccpAlpha: k, nErrors: 0, nLeaves: ${MANY} - k, risk: 0, ...(k === ${MANY - 1} ? ${JSON.stringify(last).replaceAll('"', '')} : {}) }))`,
  );
const folds = (last: { nSamples?: number; path?: Fold['path'] }) =>
  writtenAs(
    Array.from({ length: MANY }, (_, v) => ({
      nSamples: 1,
      path: [{ ccpAlpha: 0, nErrors: 0 }],
      ...(v + 1 === MANY ? last : {}),
    })),
    `Array.from({ length: ${MANY} }, (_, v) => ({ nSamples: 1, path: [{ ccpAlpha: 0, nErrors: 0 }], ...(v === ${MANY - 1} ? ${JSON.stringify(last).replaceAll('"', '')} : {}) }))`,
  );

const emptyAmongMany: Spoil[] = [
  ({ path }) => ({ path, folds: folds({ path: [] }), why: `an empty path in the last of ${MANY} folds` }),
];

const disorderlyAmongMany: Spoil[] = [
  (input) => ({
    ...input,
    path: entries({ ccpAlpha: 1 }),
    why: `alphas that fall at the end of ${MANY} entries of path`,
  }),
  ({ path }) => ({
    path,
    folds: [{ nSamples: 1, path: entries({ ccpAlpha: 1 }) }],
    why: `alphas that fall at the end of ${MANY} entries of a fold`,
  }),
];

const miscountedAmongMany: Spoil[] = [
  ({ path }) => ({ path, folds: folds({ nSamples: 0 }), why: `nSamples = 0 in the last of ${MANY} folds` }),
  ({ path }) => ({
    path,
    folds: [{ nSamples: 1, path: entries({ nErrors: 2 }) }],
    why: `more errors than samples in the last of ${MANY} entries`,
  }),
];

/** Places in three folds of three entries: the first entry of the first fold, the last of the last, and what is between. */
const PLACES = [0, 4, 8];

const refusing = (name: string, spoils: readonly Spoil[], amongMany: readonly Spoil[]) => {
  const examples = [
    ...spoils.flatMap((spoil): [Selection, Spoil, number][] => [
      [example, spoil, 1],
      ...PLACES.map((at): [Selection, Spoil, number] => [threeByThree, spoil, at]),
    ]),
    ...amongMany.map((spoil): [Selection, Spoil, number] => [example, spoil, 0]),
  ];
  return law(
    name,
    fc.tuple(selections, fc.constantFrom(...spoils), fc.nat({ max: 20 })),
    (solution, [input, spoil, at]) => {
      const { path, folds, why } = spoil(input, at);
      return throwsRangeError(() => solution.selectAlpha(path, folds), why);
    },
    { stage: 'faults', examples, runs: examples.length + 40 }, // the examples are among the runs
  );
};

export const rangeErrorLaws = [
  refusing("path, folds or a fold's path that is empty is a RangeError", empty, emptyAmongMany),
  refusing(
    'alphas that do not begin at 0, fall, or are NaN, infinite or negative are a RangeError',
    disorderly,
    disorderlyAmongMany,
  ),
  refusing(
    'nSamples below 1 or nErrors outside 0 to nSamples, or no integers, are a RangeError',
    miscounted,
    miscountedAmongMany,
  ),
];
