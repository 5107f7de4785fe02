import type * as reference from '../../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { having, least, right } from './shared.mutants.ts';

/** Right answers that take too many steps. */
export const slow: Mutant<typeof reference>[] = [
  {
    says: 'looks through the path of a fold from its end for each entry',
    dies: 'grows with nEntries no faster than it must, on two folds with paths as long',
    solution: {
      selectAlpha: having({ answer: (steps, alpha) => steps.findLastIndex((step) => step.ccpAlpha <= alpha) }),
    },
  },
  {
    says: 'filters the path of a fold for each entry',
    dies: 'grows with nEntries no faster than it must, on two folds with paths as long',
    solution: {
      selectAlpha: having({ answer: (steps, alpha) => steps.filter((step) => step.ccpAlpha <= alpha).length - 1 }),
    },
  },
  {
    says: 'copies the path of a fold to reverse it for each entry',
    dies: 'grows with nEntries no faster than it must, on two folds with paths as long',
    solution: {
      selectAlpha: having({
        answer: (steps, alpha) => steps.length - 1 - steps.toReversed().findIndex((step) => step.ccpAlpha <= alpha),
      }),
    },
  },
  {
    says: 'looks for the smallest risk anew for each entry that it compares',
    dies: 'grows with nEntries no faster than it must, on two folds with paths as long',
    solution: {
      selectAlpha: having({
        choose(risks, errors) {
          let chosen = -1;
          for (let k = 0; k < risks.length; k++) {
            const smallest = least(risks);
            if (risks[k] <= smallest + errors[risks.indexOf(smallest)]) chosen = k;
          }
          return chosen;
        },
      }),
    },
  },
  {
    says: 'checks each alpha of the path against all the alphas before it',
    dies: 'grows with nEntries no faster than it must, on two folds with paths as long',
    solution: {
      selectAlpha: having({
        check(path, folds) {
          right.check(path, folds);
          for (let k = 1; k < path.length; k++) {
            for (let j = 0; j < k; j++) if (path[j].ccpAlpha > path[k].ccpAlpha) throw new RangeError('falls');
          }
        },
      }),
    },
  },
  {
    says: 'copies the rest of the path with `slice` for each entry',
    dies: 'grows with nEntries no faster than it must, on two folds with paths as long',
    solution: {
      selectAlpha: having({
        asked(alphas) {
          const asked: number[] = [];
          for (let rest = alphas.slice(); rest.length > 0; rest = rest.slice(1)) {
            asked.push(rest.length > 1 ? Math.sqrt(rest[0] * rest[1]) : Infinity);
          }
          return asked;
        },
      }),
    },
  },
  {
    says: 'walks both paths side by side, but starts over in each fold for each entry',
    dies: 'grows with nEntries no faster than it must, on two folds with paths as long',
    solution: {
      selectAlpha: having({
        answer(steps, alpha) {
          let k = 0;
          while (k + 1 < steps.length && steps[k + 1].ccpAlpha <= alpha) k++;
          return k;
        },
      }),
    },
  },
];
