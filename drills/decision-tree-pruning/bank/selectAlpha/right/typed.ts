// typed arrays, two pointers, a frozen answer without a prototype, with a field too many
import { type Fold, type Path, type Selected, validate } from './kit.ts';

export const selectAlpha = (path: Path, folds: readonly Fold[]): Selected => {
  validate(path, folds);
  const n = path.length;
  const risks = new Float64Array(n);
  let nSamples = 0;
  for (const fold of folds) {
    nSamples += fold.nSamples;
    for (let k = 0, j = 0; k < n; k++) {
      const alpha = k === n - 1 ? Infinity : Math.sqrt(path[k].ccpAlpha * path[k + 1].ccpAlpha);
      while (j + 1 < fold.path.length && fold.path[j + 1].ccpAlpha <= alpha) j++;
      risks[k] += fold.path[j].nErrors;
    }
  }
  const standardErrors = new Float64Array(n);
  let best = 0;
  for (let k = 0; k < n; k++) {
    risks[k] /= nSamples;
    standardErrors[k] = Math.sqrt((risks[k] * (1 - risks[k])) / nSamples);
    if (risks[k] < risks[best]) best = k;
  }
  let entry = n - 1;
  while (risks[entry] > risks[best] + standardErrors[best]) entry--;
  const { ccpAlpha } = path[entry];
  return Object.freeze(Object.assign(Object.create(null), { ccpAlpha, risks, standardErrors, entry }));
};
