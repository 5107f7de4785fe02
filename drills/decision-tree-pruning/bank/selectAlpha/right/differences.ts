// differences summed up, with means taken in logarithms
import { type Fold, type Path, type Selected, validate } from './kit.ts';

/** Runs of entries that hear the same from a fold, as differences to sum up. */
export const selectAlpha = (path: Path, folds: readonly Fold[]): Selected => {
  validate(path, folds);
  const asked = path.map(({ ccpAlpha }, k) => {
    const next = path[k + 1]?.ccpAlpha;
    if (next === undefined) return Infinity;
    return ccpAlpha === 0 ? 0 : Math.exp((Math.log(ccpAlpha) + Math.log(next)) / 2);
  });
  const difference = new Array<number>(path.length + 1).fill(0);
  const firstAtLeast = (alpha: number): number => {
    let k = 0;
    for (let step = 2 ** 30; step >= 1; step /= 2)
      if (k + step <= asked.length && asked[k + step - 1] < alpha) k += step;
    return k;
  };
  for (const fold of folds) {
    const froms = [...fold.path.map((step) => firstAtLeast(step.ccpAlpha)), path.length];
    fold.path.forEach(({ nErrors }, j) => {
      difference[froms[j]] += nErrors;
      difference[froms[j + 1]] -= nErrors;
    });
  }
  const nSamples = folds.map((fold) => fold.nSamples).reduce((a, b) => a + b);
  let errors = 0;
  const risks = path.map((_, k) => {
    errors += difference[k];
    return errors / nSamples;
  });
  const standardErrors = risks.map((risk) => Math.sqrt((risk - risk * risk) / nSamples));
  const best = risks.reduce((a, risk, k) => (risk <= risks[a] ? k : a), 0);
  let chosen = best;
  for (const [k, risk] of risks.entries()) if (k > best && risk <= risks[best] + standardErrors[best]) chosen = k;
  return { ccpAlpha: path[chosen].ccpAlpha, risks, standardErrors };
};
