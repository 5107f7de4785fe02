// functional, with bisection by recursion and roots taken one by one
import { type Fold, type Path, type Selected, validate } from './kit.ts';

export const selectAlpha = (path: Path, folds: readonly Fold[]): Selected => {
  validate(path, folds);
  const search = (steps: Fold['path'], alpha: number, low: number, high: number): number => {
    if (high - low === 1) return low;
    const middle = (low + high) >>> 1;
    return steps[middle].ccpAlpha <= alpha ? search(steps, alpha, middle, high) : search(steps, alpha, low, middle);
  };
  const nSamples = folds.reduce((total, fold) => total + fold.nSamples, 0);
  const risks = path
    .map((entry, k) => Math.sqrt(entry.ccpAlpha) * Math.sqrt(path[k + 1]?.ccpAlpha ?? 0))
    .map((alpha, k) => (k === path.length - 1 ? Number.POSITIVE_INFINITY : alpha))
    .map((alpha) =>
      folds.reduce((total, { path: steps }) => total + steps[search(steps, alpha, 0, steps.length)].nErrors, 0),
    )
    .map((errors) => errors / nSamples);
  const deviation = (risk: number): number => Math.sqrt(risk * (1 - risk)) / Math.sqrt(nSamples);
  const smallest = risks.reduce((a, b) => Math.min(a, b), 1);
  const { ccpAlpha } = path[risks.findLastIndex((risk) => risk <= smallest + deviation(smallest))];
  return { ccpAlpha, risks, standardErrors: risks.map(deviation) };
};
