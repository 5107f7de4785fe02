import type * as reference from '../../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import {
  checkAlphas,
  checkErrors,
  checking,
  checkSamples,
  having,
  refuseIf,
  type SelectAlpha,
} from './shared.mutants.ts';

const plain = having({});

/** Sums of errors as 32-bit integers. */
const total = (values: readonly number[]): number => values.reduce((a, b) => (a + b) | 0, 0);

const cache = new Map<string, ReturnType<SelectAlpha>>();

const begins = (steps: readonly { readonly ccpAlpha: number }[]): void => {
  refuseIf(steps.length === 0 || steps[0].ccpAlpha !== 0, 'begin');
};

/** Missing and superfluous refusals, wrong errors, and traces that a call leaves. */
export const refusing: Mutant<typeof reference>[] = [
  {
    says: 'throws an Error that is no RangeError for an empty list of folds',
    dies: "path, folds or a fold's path that is empty is a RangeError",
    solution: {
      selectAlpha(path, folds) {
        if (folds.length === 0) throw new TypeError('no folds');
        return plain(path, folds);
      },
    },
  },
  {
    says: 'gives NaN for no folds',
    dies: "path, folds or a fold's path that is empty is a RangeError",
    solution: {
      selectAlpha(path, folds) {
        if (folds.length > 0) return plain(path, folds);
        checkAlphas(path);
        return { ccpAlpha: 0, risks: path.map(() => NaN), standardErrors: path.map(() => NaN) };
      },
    },
  },
  {
    says: 'looks at the first fold only for errors in the input',
    dies: "path, folds or a fold's path that is empty is a RangeError",
    solution: {
      selectAlpha: having({ check: (path, folds) => checking({})(path, folds.slice(0, 1)) }),
    },
  },
  {
    says: 'accepts fold paths whose alphas begin above 0, and answers with their first entry below it',
    dies: 'alphas that do not begin at 0, fall, or are NaN, infinite or negative are a RangeError',
    solution: {
      selectAlpha: having({
        check: checking({
          checkSteps: (steps) => {
            refuseIf(steps.length === 0 || !(steps[0].ccpAlpha >= 0), 'begin');
            checkAlphas([{ ccpAlpha: 0 }, ...steps]);
          },
        }),
        answer: (steps, alpha) =>
          Math.max(
            0,
            steps.findLastIndex((step) => step.ccpAlpha <= alpha),
          ),
      }),
    },
  },
  {
    says: 'accepts alphas of `path` that fall',
    dies: 'alphas that do not begin at 0, fall, or are NaN, infinite or negative are a RangeError',
    solution: {
      selectAlpha: having({
        check: checking({
          checkPath(path) {
            begins(path);
            refuseIf(
              path.some(({ ccpAlpha }) => !Number.isFinite(ccpAlpha) || ccpAlpha < 0),
              'alpha',
            );
          },
        }),
      }),
    },
  },
  {
    says: 'accepts alphas of a fold that fall',
    dies: 'alphas that do not begin at 0, fall, or are NaN, infinite or negative are a RangeError',
    solution: {
      selectAlpha: having({
        check: checking({
          checkSteps(steps) {
            begins(steps);
            refuseIf(
              steps.some(({ ccpAlpha }) => !Number.isFinite(ccpAlpha) || ccpAlpha < 0),
              'alpha',
            );
          },
        }),
      }),
    },
  },
  {
    says: 'accepts NaN among the alphas, as it neither falls nor is negative',
    dies: 'alphas that do not begin at 0, fall, or are NaN, infinite or negative are a RangeError',
    solution: {
      selectAlpha: having({
        check: checking({
          checkPath(path) {
            begins(path);
            path.forEach((entry, k) => {
              refuseIf(entry.ccpAlpha === Infinity || (k > 0 && entry.ccpAlpha < path[k - 1].ccpAlpha), 'alpha');
            });
          },
        }),
      }),
    },
  },
  {
    says: 'accepts an infinite last alpha of a fold',
    dies: 'alphas that do not begin at 0, fall, or are NaN, infinite or negative are a RangeError',
    solution: {
      selectAlpha: having({
        check: checking({
          checkSteps(steps) {
            checkAlphas(
              steps.map(({ ccpAlpha }) => ({ ccpAlpha: ccpAlpha === Infinity ? Number.MAX_VALUE : ccpAlpha })),
            );
          },
        }),
      }),
    },
  },
  {
    says: 'refuses equal alphas',
    dies: 'asked at the geometric mean of two alphas, a fold answers with the last entry that is not above it',
    solution: {
      selectAlpha: having({
        check: checking({
          checkSteps(steps) {
            checkAlphas(steps);
            refuseIf(new Set(steps.map((step) => step.ccpAlpha)).size < steps.length, 'equal');
          },
        }),
      }),
    },
  },
  {
    says: 'refuses a fold that errs on all of its samples',
    dies: 'risks[k] is the errors of all folds divided by the samples of all folds',
    solution: {
      selectAlpha: having({
        check: checking({
          checkErrors(fold) {
            checkErrors(fold);
            refuseIf(
              fold.path.some((step) => step.nErrors === fold.nSamples),
              'nErrors',
            );
          },
        }),
      }),
    },
  },
  {
    says: 'accepts more errors than samples',
    dies: 'nSamples below 1 or nErrors outside 0 to nSamples, or no integers, are a RangeError',
    solution: {
      selectAlpha: having({ check: checking({ checkErrors: (fold) => checkErrors({ ...fold, nSamples: Infinity }) }) }),
    },
  },
  {
    says: 'accepts errors that are no whole number',
    dies: 'nSamples below 1 or nErrors outside 0 to nSamples, or no integers, are a RangeError',
    solution: {
      selectAlpha: having({
        check: checking({
          checkErrors: ({ nSamples, path }) => {
            refuseIf(!path.every(({ nErrors }) => nErrors >= 0 && nErrors <= nSamples), 'nErrors');
          },
        }),
      }),
    },
  },
  {
    says: 'accepts samples that are no whole number',
    dies: 'nSamples below 1 or nErrors outside 0 to nSamples, or no integers, are a RangeError',
    solution: {
      selectAlpha: having({
        check: checking({
          checkSamples: ({ nSamples }) => refuseIf(!(nSamples >= 1 && nSamples < Infinity), 'nSamples'),
        }),
      }),
    },
  },
  {
    says: 'accepts a fold of 0 samples',
    dies: 'nSamples below 1 or nErrors outside 0 to nSamples, or no integers, are a RangeError',
    solution: {
      selectAlpha: having({
        check: checking({ checkSamples: (fold) => (fold.nSamples === 0 ? undefined : checkSamples(fold)) }),
      }),
    },
  },
  {
    says: 'adds errors up in 32 bits',
    dies: 'risks[k] is the errors of all folds divided by the samples of all folds',
    solution: {
      selectAlpha: having({ risk: (errors, folds) => total(errors) / total(folds.map((fold) => fold.nSamples)) }),
    },
  },
  {
    says: 'refuses folds whose paths differ in length',
    dies: 'risks[k] is the errors of all folds divided by the samples of all folds',
    solution: {
      selectAlpha(path, folds) {
        const selected = plain(path, folds);
        refuseIf(
          folds.some((fold) => fold.path.length !== folds[0].path.length),
          'lengths',
        );
        return selected;
      },
    },
  },
  {
    says: 'remembers answers by the alphas of the path alone',
    dies: 'asked at the geometric mean of two alphas, a fold answers with the last entry that is not above it',
    solution: {
      selectAlpha(path, folds) {
        const fresh = plain(path, folds);
        const key = path.map((entry) => entry.ccpAlpha).join();
        const known = cache.get(key) ?? fresh;
        cache.set(key, known);
        return known;
      },
    },
  },
  {
    says: 'sorts the folds by their samples in place',
    dies: 'selectAlpha never changes its inputs',
    solution: {
      selectAlpha(path, folds) {
        const selected = plain(path, folds);
        (folds as unknown as { nSamples: number }[]).sort((a, b) => a.nSamples - b.nSamples);
        return selected;
      },
    },
  },
  {
    says: 'leaves an entry at infinity at the end of the path given',
    dies: 'selectAlpha never changes its inputs',
    solution: {
      selectAlpha(path, folds) {
        const selected = plain(path, folds);
        (path as { ccpAlpha: number; nLeaves: number; risk: number }[]).push({
          ccpAlpha: Infinity,
          nLeaves: 1,
          risk: 1,
        });
        return selected;
      },
    },
  },
];
