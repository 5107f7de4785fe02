import type * as reference from '../../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { bisect, having, right } from './shared.mutants.ts';

/** Mistakes in the alphas asked at, and in the entry that answers. */
export const asking: Mutant<typeof reference>[] = [
  {
    says: 'asks at the arithmetic mean of an alpha and the next',
    dies: 'asked at the geometric mean of two alphas, a fold answers with the last entry that is not above it',
    solution: {
      selectAlpha: having({
        asked: (alphas) => alphas.map((a, k) => (k + 1 < alphas.length ? (a + alphas[k + 1]) / 2 : Infinity)),
      }),
    },
  },
  {
    says: "asks at the entry's own alpha",
    dies: 'asked at the geometric mean of two alphas, a fold answers with the last entry that is not above it',
    solution: { selectAlpha: having({ asked: (alphas) => [...alphas] }) },
  },
  {
    says: 'asks at the own alpha for the last entry, not at infinity',
    dies: 'asked at the geometric mean of two alphas, a fold answers with the last entry that is not above it',
    solution: {
      selectAlpha: having({ asked: (alphas) => alphas.map((a, k) => Math.sqrt(a * (alphas[k + 1] ?? a))) }),
    },
  },
  {
    says: 'asks at infinity when the next alpha is 0, by taking 0 for no alpha',
    dies: 'asked at the geometric mean of two alphas, a fold answers with the last entry that is not above it',
    solution: {
      selectAlpha: having({
        asked: (alphas) => alphas.map((a, k) => (alphas[k + 1] ? Math.sqrt(a * alphas[k + 1]) : Infinity)),
      }),
    },
  },
  {
    says: 'asks at the mean of an alpha and the one before',
    dies: 'asked at the geometric mean of two alphas, a fold answers with the last entry that is not above it',
    solution: {
      selectAlpha: having({ asked: (alphas) => alphas.map((a, k) => Math.sqrt(a * (alphas[k - 1] ?? a))) }),
    },
  },
  {
    says: 'asks at the product of two alphas, without the root',
    dies: 'asked at the geometric mean of two alphas, a fold answers with the last entry that is not above it',
    solution: {
      selectAlpha: having({
        asked: (alphas) => alphas.map((a, k) => (k + 1 < alphas.length ? a * alphas[k + 1] : Infinity)),
      }),
    },
  },
  {
    says: 'sorts the alphas asked at with `sort()`, as strings',
    dies: 'risks[k] is the errors of all folds divided by the samples of all folds',
    solution: { selectAlpha: having({ asked: (alphas) => right.asked(alphas).sort() }) },
  },
  {
    says: 'asks for a path of one entry at 0',
    dies: 'asked at the geometric mean of two alphas, a fold answers with the last entry that is not above it',
    solution: {
      selectAlpha: having({ asked: (alphas) => (alphas.length === 1 ? [0] : right.asked(alphas)) }),
    },
  },
  {
    says: 'answers with the first of several entries of one alpha',
    dies: 'asked at the geometric mean of two alphas, a fold answers with the last entry that is not above it',
    solution: {
      selectAlpha: having({
        answer(steps, alpha) {
          const own = steps[right.answer(steps, alpha)].ccpAlpha;
          return bisect(steps, (a) => a < own);
        },
      }),
    },
  },
  {
    says: 'answers with the first of several entries at 0 when asked at 0',
    dies: 'asked at the geometric mean of two alphas, a fold answers with the last entry that is not above it',
    solution: {
      selectAlpha: having({ answer: (steps, alpha) => Math.max(0, bisect(steps, (own) => own < alpha) - 1) }),
    },
  },
  {
    says: 'answers with the first entry whose alpha is not below the one asked at',
    dies: 'asked at the geometric mean of two alphas, a fold answers with the last entry that is not above it',
    solution: {
      selectAlpha: having({
        answer: (steps, alpha) =>
          Math.min(
            bisect(steps, (own) => own < alpha),
            steps.length - 1,
          ),
      }),
    },
  },
  {
    says: 'answers with the entry of the nearest alpha',
    dies: 'asked at the geometric mean of two alphas, a fold answers with the last entry that is not above it',
    solution: {
      selectAlpha: having({
        answer(steps, alpha) {
          const k = right.answer(steps, alpha);
          if (k + 1 === steps.length) return k;
          return steps[k + 1].ccpAlpha - alpha < alpha - steps[k].ccpAlpha ? k + 1 : k;
        },
      }),
    },
  },
  {
    says: 'lets a fold answer within a tolerance of 1e-4',
    dies: 'asked at the geometric mean of two alphas, a fold answers with the last entry that is not above it',
    solution: { selectAlpha: having({ answer: (steps, alpha) => right.answer(steps, alpha + 1e-4) }) },
  },
  {
    says: 'answers entry k by the entry k of the fold, or its last',
    dies: 'asked at the geometric mean of two alphas, a fold answers with the last entry that is not above it',
    solution: {
      selectAlpha(path, folds) {
        const at = new Map(right.asked(path.map((entry) => entry.ccpAlpha)).map((alpha, k) => [alpha, k]));
        const answer = (steps: { length: number }, alpha: number) => Math.min(at.get(alpha) ?? 0, steps.length - 1);
        return having({ answer })(path, folds);
      },
    },
  },
];
