import type * as reference from '../../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { having, least, right, samples, sum } from './shared.mutants.ts';

/** Mistakes in the risks, their standard errors, and the 1-SE rule. */
export const choosing: Mutant<typeof reference>[] = [
  {
    says: 'takes the mean of the risks of the folds, so that a small fold weighs as much as a large one',
    dies: 'risks[k] is the errors of all folds divided by the samples of all folds',
    solution: {
      selectAlpha: having({
        risk: (errors, folds) => sum(errors.map((e, v) => e / folds[v].nSamples)) / folds.length,
      }),
    },
  },
  {
    says: 'divides by the samples of the first fold times the folds',
    dies: 'risks[k] is the errors of all folds divided by the samples of all folds',
    solution: {
      selectAlpha: having({ risk: (errors, folds) => sum(errors) / (folds[0].nSamples * folds.length) }),
    },
  },
  {
    says: 'rounds the risks to six decimals',
    dies: 'risks[k] is the errors of all folds divided by the samples of all folds',
    solution: { selectAlpha: having({ risk: (...args) => Number(right.risk(...args).toFixed(6)) }) },
  },
  {
    says: 'divides by the number of folds in the standard error',
    dies: 'standardErrors[k] is sqrt(risk x (1 - risk) / samples of all folds)',
    solution: { selectAlpha: having({ standardError: (r, folds) => Math.sqrt((r * (1 - r)) / folds.length) }) },
  },
  {
    says: 'divides by the samples less one in the standard error',
    dies: 'standardErrors[k] is sqrt(risk x (1 - risk) / samples of all folds)',
    solution: {
      selectAlpha: having({
        standardError: (r, folds) => Math.sqrt((r * (1 - r)) / Math.max(samples(folds) - 1, 1)),
      }),
    },
  },
  {
    says: 'gives the deviation of the risks of the folds, over the root of their number',
    dies: 'standardErrors[k] is sqrt(risk x (1 - risk) / samples of all folds)',
    solution: {
      selectAlpha: having({
        standardError(_, folds, errors) {
          const risks = errors.map((e, v) => e / folds[v].nSamples);
          const mean = sum(risks) / risks.length;
          return Math.sqrt(sum(risks.map((r) => (r - mean) ** 2)) / Math.max(risks.length - 1, 1) / risks.length);
        },
      }),
    },
  },
  {
    says: 'gives the variance of a risk, without the root',
    dies: 'standardErrors[k] is sqrt(risk x (1 - risk) / samples of all folds)',
    solution: { selectAlpha: having({ standardError: (r, folds) => (r * (1 - r)) / samples(folds) }) },
  },
  {
    says: 'chooses the last entry of the smallest risk, without a standard error',
    dies: 'ccpAlpha is that of the last entry whose risk is at most the smallest plus its standard error',
    solution: { selectAlpha: having({ choose: (risks) => risks.lastIndexOf(least(risks)) }) },
  },
  {
    says: 'chooses the first entry within the limit',
    dies: 'ccpAlpha is that of the last entry whose risk is at most the smallest plus its standard error',
    solution: {
      selectAlpha: having({
        choose: (risks, errors) => {
          const smallest = least(risks);
          return risks.findIndex((r) => r <= smallest + errors[risks.indexOf(smallest)]);
        },
      }),
    },
  },
  {
    says: 'takes the standard error of each entry itself off its risk',
    dies: 'ccpAlpha is that of the last entry whose risk is at most the smallest plus its standard error',
    solution: {
      selectAlpha: having({
        choose(risks, errors) {
          const smallest = least(risks);
          return risks.findLastIndex((r, k) => r - errors[k] <= smallest);
        },
      }),
    },
  },
  {
    says: 'adds the smallest standard error to the smallest risk',
    dies: 'ccpAlpha is that of the last entry whose risk is at most the smallest plus its standard error',
    solution: {
      selectAlpha: having({
        choose: (risks, errors) => {
          const limit = least(risks) + least(errors);
          return risks.findLastIndex((r) => r <= limit);
        },
      }),
    },
  },
  {
    says: 'allows two standard errors',
    dies: 'ccpAlpha is that of the last entry whose risk is at most the smallest plus its standard error',
    solution: {
      selectAlpha: having({
        choose: (risks, errors) =>
          right.choose(
            risks,
            errors.map((e) => 2 * e),
            [],
          ),
      }),
    },
  },
  {
    says: 'goes on from the smallest risk and stops at the first entry above the limit',
    dies: 'ccpAlpha is that of the last entry whose risk is at most the smallest plus its standard error',
    solution: {
      selectAlpha: having({
        choose(risks, errors) {
          let k = risks.indexOf(least(risks));
          const limit = risks[k] + errors[k];
          while (k + 1 < risks.length && risks[k + 1] <= limit) k++;
          return k;
        },
      }),
    },
  },
  {
    says: 'wants a risk below the limit, and takes the first smallest risk where none is',
    dies: 'ccpAlpha is that of the last entry whose risk is at most the smallest plus its standard error',
    solution: {
      selectAlpha: having({
        choose(risks, errors) {
          const best = risks.indexOf(least(risks));
          const last = risks.findLastIndex((r) => r < risks[best] + errors[best]);
          return last < 0 ? best : last;
        },
      }),
    },
  },
  {
    says: 'takes a smallest risk of 0 for none found yet',
    dies: 'ccpAlpha is that of the last entry whose risk is at most the smallest plus its standard error',
    solution: {
      selectAlpha: having({
        choose(risks, errors) {
          let best = 0;
          for (let k = 0; k < risks.length; k++) if (!risks[best] || risks[k] < risks[best]) best = k;
          return risks.findLastIndex((r) => r <= risks[best] + errors[best]);
        },
      }),
    },
  },
  {
    says: 'chooses the fewest `nLeaves` among the entries within the limit',
    dies: 'nLeaves and risk of path play no part',
    solution: {
      selectAlpha: having({
        choose(risks, errors, path) {
          const smallest = least(risks);
          const limit = smallest + errors[risks.indexOf(smallest)];
          let best = -1;
          for (let k = 0; k < risks.length; k++) {
            if (risks[k] <= limit && (best < 0 || path[k].nLeaves < path[best].nLeaves)) best = k;
          }
          return best;
        },
      }),
    },
  },
  {
    says: 'adds the training `risk` of the entries to break ties between the smallest risks',
    dies: 'ccpAlpha is that of the last entry whose risk is at most the smallest plus its standard error',
    solution: {
      selectAlpha: having({
        choose(risks, errors, path) {
          const total = risks.map((r, k) => r + path[k].risk);
          const best = total.indexOf(least(total));
          return risks.findLastIndex((r) => r <= risks[best] + errors[best]);
        },
      }),
    },
  },
  {
    says: 'answers with the alpha that was asked at, the geometric mean',
    dies: 'ccpAlpha is that of the last entry whose risk is at most the smallest plus its standard error',
    solution: {
      selectAlpha(path, folds) {
        const selected = having({})(path, folds);
        const k = path.findLastIndex((entry) => entry.ccpAlpha === selected.ccpAlpha);
        return {
          ...selected,
          ccpAlpha: k + 1 < path.length ? Math.sqrt(path[k].ccpAlpha * path[k + 1].ccpAlpha) : path[k].ccpAlpha,
        };
      },
    },
  },
];
