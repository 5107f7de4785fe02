import type { PathEntry } from './pruningPath.ts';
import { requireFolds, requirePath } from './validate.ts';

/** One part of the data that was left out while a tree was grown and pruned on the rest. */
export interface Fold {
  /** Samples left out. */
  readonly nSamples: number;
  /** The pruning path of the tree grown on the rest, each subtree with the errors it makes on the samples left out. */
  readonly path: readonly { readonly ccpAlpha: number; readonly nErrors: number }[];
}

/** The alpha chosen, with the cross-validated risks that it was chosen by, in [0, 1]. */
export interface SelectedAlpha {
  /** The alpha of the chosen entry of the path. */
  readonly ccpAlpha: number;
  /** Cross-validated risk of each entry of the path, in [0, 1]. */
  readonly risks: ArrayLike<number>;
  /** The standard error of each risk. */
  readonly standardErrors: ArrayLike<number>;
}

/**
 * Chooses an entry of a pruning path by cross-validation and the 1-SE rule. Breiman et al. 1984, sections 3.4.2 and 3.4.3: the
 * subtree of entry k is the best for every alpha from its own to the next; the geometric mean of the two stands for them (infinity for the last), and
 * each fold answers with the subtree that is best there. The largest alpha is chosen whose risk exceeds the smallest by no
 * more than one standard error.
 *
 * Time: entries of the path times folds, plus entries of the folds' paths, since both are walked once, side by side.
 * @throws RangeError for a path or folds that are empty or not in order, and for counts out of range.
 * @example
 * ```ts
 * const path = [{ ccpAlpha: 0, nLeaves: 2, risk: 0 }, { ccpAlpha: 0.25, nLeaves: 1, risk: 0.25 }];
 * const fold = { nSamples: 4, path: [{ ccpAlpha: 0, nErrors: 2 }, { ccpAlpha: 0.2, nErrors: 1 }] };
 * selectAlpha(path, [fold]).ccpAlpha; // => 0.25
 * ```
 */
export function selectAlpha(path: readonly PathEntry[], folds: readonly Fold[]): SelectedAlpha {
  requirePath(path);
  requireFolds(folds);
  const alphas = path.map(({ ccpAlpha }, k) =>
    k + 1 < path.length ? Math.sqrt(ccpAlpha * path[k + 1].ccpAlpha) : Infinity,
  );
  const nSamples = folds.reduce((sum, fold) => sum + fold.nSamples, 0);
  const errors = alphas.map(() => 0);
  for (const fold of folds) addErrors(errors, alphas, fold);
  const risks = errors.map((count) => count / nSamples);
  const standardErrors = risks.map((risk) => Math.sqrt((risk * (1 - risk)) / nSamples));
  const best = risks.indexOf(Math.min(...risks));
  const chosen = risks.findLastIndex((risk) => risk <= risks[best] + standardErrors[best]);
  return { ccpAlpha: path[chosen].ccpAlpha, risks, standardErrors };
}

/** Adds the errors of the fold's subtree that is best at each alpha: the last of its entries that is not beyond it. */
function addErrors(errors: number[], alphas: readonly number[], { path }: Fold): void {
  let i = 0;
  alphas.forEach((alpha, k) => {
    while (i + 1 < path.length && path[i + 1].ccpAlpha <= alpha) i++;
    errors[k] += path[i].nErrors;
  });
}
