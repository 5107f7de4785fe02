import fc from 'fast-check';
import type { Fold, PathEntry } from '../../../reference/decision-tree-pruning/index.ts';
import { selectAlpha } from '../../../reference/decision-tree-pruning/index.ts';
import { createRandom, randomInteger, writtenAs } from '../../../src/index.ts';

export interface Selection {
  readonly path: readonly PathEntry[];
  readonly folds: readonly Fold[];
}

/** Steps from an alpha to the next, in hundredths; 0 makes equal alphas. */
const step = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 9 }) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 10, max: 60 }) },
);

const steps = fc.array(step, { maxLength: 4 });

/** Alphas from 0 on; small ones are told apart too, and large ones are no strings to sort. */
const alphasOf = (steps: readonly number[], scale = 1): number[] =>
  [0, ...steps].map((_, i) => (steps.slice(0, i).reduce((sum, step) => sum + step, 0) * scale) / 100);

const scales = fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constantFrom(1e-4, 1e4) });

const pathOf = (steps: readonly number[], scale = 1): PathEntry[] =>
  alphasOf(steps, scale).map((ccpAlpha, k) => ({
    ccpAlpha,
    nLeaves: steps.length + 1 - k,
    risk: k / (steps.length + 1),
  }));

const foldAt = fc
  .record({
    nSamples: fc.integer({ min: 1, max: 30 }),
    steps,
    nErrors: fc.array(fc.nat(30), { minLength: 5, maxLength: 5 }),
  })
  .map(
    ({ nSamples, steps, nErrors }) =>
      (scale: number): Fold => ({
        nSamples,
        path: alphasOf(steps, scale).map((ccpAlpha, i) => ({ ccpAlpha, nErrors: nErrors[i] % (nSamples + 1) })),
      }),
  );

/** Whether two numbers are so near that rounding decides; both 0 is exact. */
const isInDoubt = (a: number, b: number): boolean =>
  (a !== 0 || b !== 0) && Math.abs(a - b) <= Math.max(1e-9, 1e-8 * Math.max(a, b));

/** Whether every right answer chooses alike: no fold's alpha is nearly a geometric mean, and no risk nearly the limit. */
export function isDecided({ path, folds }: Selection): boolean {
  const means = path.slice(1).map(({ ccpAlpha }, k) => Math.sqrt(ccpAlpha * path[k].ccpAlpha));
  if (folds.some((fold) => fold.path.some(({ ccpAlpha }) => means.some((mean) => isInDoubt(mean, ccpAlpha)))))
    return false;
  const { risks, standardErrors } = selectAlpha(path, folds);
  const best = Array.from(risks).indexOf(Math.min(...Array.from(risks)));
  // The smallest risk itself is within the limit however it is computed, unless its error is next to nothing.
  return Array.from(risks).every(
    (risk) => risk === risks[best] || !isInDoubt(risk, risks[best] + standardErrors[best]),
  );
}

export const selections: fc.Arbitrary<Selection> = fc
  .record({ steps, scale: scales, folds: fc.array(foldAt, { minLength: 1, maxLength: 4 }) })
  .map(({ steps, scale, folds }) => ({ path: pathOf(steps, scale), folds: folds.map((at) => at(scale)) }));

/** Paths of up to 60 entries and up to 20 folds whose paths are as long, drawn by a seed: each number shrinks by itself. */
export const largerSelections: fc.Arbitrary<Selection> = fc
  .record({
    nEntries: fc.integer({ min: 1, max: 60 }),
    nFolds: fc.integer({ min: 1, max: 20 }),
    seed: fc.nat({ max: 9999 }),
  })
  .map(({ nEntries, nFolds, seed }) => {
    const random = createRandom(seed);
    const stepsOf = (n: number): number[] => Array.from({ length: n - 1 }, () => randomInteger(random, 1, 9));
    // Halves, which no root of a product of two integers is: so every fold's answer is decided.
    const halved = ([first, ...others]: readonly number[]): number[] =>
      first === undefined ? [] : [first + 0.5, ...others];
    const foldOf = (): Fold => {
      const nSamples = randomInteger(random, 20, 400);
      return {
        nSamples,
        path: alphasOf(halved(stepsOf(randomInteger(random, 1, nEntries)))).map((ccpAlpha) => ({
          ccpAlpha,
          nErrors: randomInteger(random, 0, nSamples),
        })),
      };
    };
    return { path: pathOf(stepsOf(nEntries)), folds: Array.from({ length: nFolds }, foldOf) };
  });

/** One fold whose entries all differ in errors, so that its answer tells at which alpha it was asked. */
export const oneFold: fc.Arbitrary<Selection> = fc
  .record({ steps, foldSteps: steps, scale: scales, first: fc.nat(5) })
  .map(({ steps, foldSteps, scale, first }) => ({
    path: pathOf(steps, scale),
    folds: [
      {
        nSamples: 20,
        path: alphasOf(foldSteps, scale).map((ccpAlpha, i) => ({ ccpAlpha, nErrors: (first + 3 * i) % 21 })),
      },
    ],
  }));

/** A call, as it is written down. */
export const example: Selection = {
  path: pathOf([1, 3]),
  folds: [
    { nSamples: 4, path: [{ ccpAlpha: 0, nErrors: 0 }] },
    {
      nSamples: 2,
      path: [
        { ccpAlpha: 0, nErrors: 0 },
        { ccpAlpha: 0.015, nErrors: 1 },
      ],
    },
  ],
};

/** A path of such alphas. */
const pathAt = (...alphas: readonly number[]): PathEntry[] =>
  alphas.map((ccpAlpha, k) => ({ ccpAlpha, nLeaves: alphas.length - k, risk: 0 }));

/** A fold that makes one error more at each of its alphas. */
const foldAlphas = (...alphas: readonly number[]): Fold => ({
  nSamples: 20,
  path: alphas.map((ccpAlpha, nErrors) => ({ ccpAlpha, nErrors })),
});

/** A fold's alphas next to the mean on either side, and far beyond what a path begins with. */
export const asked: readonly Selection[] = [
  {
    path: pathAt(0, 1e-4, 1e-4, 1, 1),
    folds: [foldAlphas(0, 1e-4 - 3e-9, 1e-4 + 3e-9, 1 - 3e-8, 1 + 3e-8)],
  },
  { path: pathAt(0, 1e40, 1e60), folds: [foldAlphas(0, 1e45, 1e55)] },
];

/** One fold that answers the three entries with so many errors. */
const withErrors = (errors: readonly number[], nSamples = 20): Selection => ({
  path: pathOf([1, 3]),
  folds: [{ nSamples, path: [0, 0.015, 0.1].map((ccpAlpha, k) => ({ ccpAlpha, nErrors: errors[k] })) }],
});

/** The standard error of the smallest risk is neither the smallest one (that of a risk of 1 is 0) nor that of the entry compared. */
export const standardErrorsApart = [withErrors([4, 5, 20]), withErrors([1, 2, 20])];

/** Risks of 0 and 2e-9, and risks 6e-9 below and above the limit; smallest risks 1e-8 apart: few errors decide among many samples. */
export const narrowly = [
  withErrors([1, 0, 1], 5e8),
  withErrors([5e11, 5e11 + 5e5 - 6e3, 5e11 + 5e5 + 6e3], 1e12),
  withErrors([5e11 + 1e4, 5e11, 5e11 + 5e5 + 7e3], 1e12),
];

/** Samples and errors that 32 bits do not hold together. */
export const manySamples: Selection = {
  path: pathOf([]),
  folds: [1.5e9, 1.75e9, 1.5e9].map((nErrors) => ({ nSamples: 2e9, path: [{ ccpAlpha: 0, nErrors }] })),
};

const ONE_OF_MANY_CODE =
  'Array.from({ length: 300 }, (_, v) => ({ nSamples: 1, path: [{ ccpAlpha: 0, nErrors: Number(v === 299) }] }))';

/** The last of 300 folds errs. */
export const manyFolds: Selection = {
  path: pathOf([]),
  folds: writtenAs(
    Array.from({ length: 300 }, (_, v) => ({ nSamples: 1, path: [{ ccpAlpha: 0, nErrors: Number(v === 299) }] })),
    ONE_OF_MANY_CODE,
  ),
};

/** Three folds with three entries each, of which any may be spoilt. */
export const threeByThree: Selection = {
  path: pathOf([1, 3]),
  folds: [20, 30, 10].map((nSamples) => ({ ...foldAlphas(0, 0.015, 0.1), nSamples })),
};
