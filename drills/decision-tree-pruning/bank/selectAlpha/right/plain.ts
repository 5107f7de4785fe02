// plain: one function for each step, each fold asked by bisection
type Alphas = readonly { readonly ccpAlpha: number }[];
type Path = readonly { readonly ccpAlpha: number; readonly nLeaves: number; readonly risk: number }[];
type Steps = readonly { readonly ccpAlpha: number; readonly nErrors: number }[];
type Fold = { readonly nSamples: number; readonly path: Steps };

export function selectAlpha(path: Path, folds: readonly Fold[]) {
  checkAlphas(path);
  checkFolds(folds);
  const asked = alphasToAsk(path);
  const nSamples = total(folds.map((fold) => fold.nSamples));
  const risks = asked.map((alpha) => riskAt(alpha, folds, nSamples));
  const standardErrors = risks.map((risk) => standardError(risk, nSamples));
  const chosen = choose(risks, standardErrors);
  return { ccpAlpha: path[chosen].ccpAlpha, risks, standardErrors };
}

function checkAlphas(path: Alphas): void {
  if (path.length === 0) throw new RangeError('an empty path');
  if (path[0].ccpAlpha !== 0) throw new RangeError('alphas begin at 0');
  if (!path.every(({ ccpAlpha }) => Number.isFinite(ccpAlpha))) throw new RangeError('an alpha that is not finite');
  for (let k = 1; k < path.length; k++)
    if (path[k].ccpAlpha < path[k - 1].ccpAlpha) throw new RangeError('alphas that fall');
}

function checkFolds(folds: readonly Fold[]): void {
  if (folds.length === 0) throw new RangeError('no folds');
  for (const fold of folds) {
    checkAlphas(fold.path);
    checkCounts(fold);
  }
}

function checkCounts({ nSamples, path }: Fold): void {
  if (!Number.isInteger(nSamples) || nSamples < 1) throw new RangeError('nSamples');
  if (!path.every(({ nErrors }) => Number.isInteger(nErrors))) throw new RangeError('an nErrors that is no integer');
  if (path.some(({ nErrors }) => nErrors < 0 || nErrors > nSamples)) throw new RangeError('nErrors out of range');
}

/** An alpha for each entry that stands for all at which it is the best tree. */
function alphasToAsk(path: Alphas): number[] {
  const alphas = path.map(({ ccpAlpha }) => ccpAlpha);
  return alphas.map((alpha, k) => (k + 1 < alphas.length ? Math.sqrt(alpha * alphas[k + 1]) : Infinity));
}

/** The index of the last entry that is not above an alpha. */
function answerAt(alpha: number, steps: Steps): number {
  let low = 0;
  let high = steps.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (steps[middle].ccpAlpha <= alpha) low = middle;
    else high = middle;
  }
  return low;
}

function riskAt(alpha: number, folds: readonly Fold[], nSamples: number): number {
  const errors = folds.map(({ path }) => path[answerAt(alpha, path)].nErrors);
  return total(errors) / nSamples;
}

function standardError(risk: number, nSamples: number): number {
  return Math.sqrt((risk * (1 - risk)) / nSamples);
}

/** The index of the last entry within one standard error of the smallest risk. */
function choose(risks: readonly number[], standardErrors: readonly number[]): number {
  const best = risks.indexOf(least(risks));
  const limit = risks[best] + standardErrors[best];
  return risks.findLastIndex((risk) => risk <= limit);
}

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
