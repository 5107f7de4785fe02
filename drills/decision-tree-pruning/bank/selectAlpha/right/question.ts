// as somebody answers who has read the question

type Entry = { readonly ccpAlpha: number; readonly nLeaves: number; readonly risk: number };
type Answer = { readonly ccpAlpha: number; readonly nErrors: number };
type Fold = { readonly nSamples: number; readonly path: readonly Answer[] };
type Selected = { ccpAlpha: number; risks: ArrayLike<number>; standardErrors: ArrayLike<number> };

function checkAlphas(path: readonly { readonly ccpAlpha: number }[]): void {
  if (path.length === 0 || path[0].ccpAlpha !== 0) throw new RangeError('path');
  path.forEach(({ ccpAlpha }, k) => {
    if (!Number.isFinite(ccpAlpha) || (k > 0 && ccpAlpha < path[k - 1].ccpAlpha)) throw new RangeError('ccpAlpha');
  });
}

function checkFold({ nSamples, path }: Fold): void {
  if (!Number.isInteger(nSamples) || nSamples < 1) throw new RangeError('nSamples');
  checkAlphas(path);
  for (const { nErrors } of path) {
    if (!Number.isInteger(nErrors) || nErrors < 0 || nErrors > nSamples) throw new RangeError('nErrors');
  }
}

export function selectAlpha(path: readonly Entry[], folds: readonly Fold[]): Selected {
  checkAlphas(path);
  if (folds.length === 0) throw new RangeError('folds');
  folds.forEach(checkFold);
  let nSamples = 0;
  for (const fold of folds) nSamples += fold.nSamples;
  const errors = path.map(() => 0);
  for (const fold of folds) {
    let i = 0;
    for (let k = 0; k < path.length; k++) {
      const alpha = k + 1 < path.length ? Math.sqrt(path[k].ccpAlpha * path[k + 1].ccpAlpha) : Infinity;
      while (i + 1 < fold.path.length && fold.path[i + 1].ccpAlpha <= alpha) i++;
      errors[k] += fold.path[i].nErrors;
    }
  }
  const risks = errors.map((n) => n / nSamples);
  const standardErrors = risks.map((risk) => Math.sqrt((risk * (1 - risk)) / nSamples));
  let best = 0;
  for (let k = 1; k < risks.length; k++) if (risks[k] < risks[best]) best = k;
  const limit = risks[best] + standardErrors[best];
  let chosen = best;
  for (let k = 0; k < risks.length; k++) if (risks[k] <= limit) chosen = k;
  return { ccpAlpha: path[chosen].ccpAlpha, risks, standardErrors };
}
