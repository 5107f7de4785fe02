import type * as reference from '../../../reference/decision-tree-pruning/index.ts';

export type SelectAlpha = typeof reference.selectAlpha;
export type Path = Parameters<SelectAlpha>[0];
export type Folds = Parameters<SelectAlpha>[1];
export type Fold = Folds[number];
export type Steps = Fold['path'];

/** The steps of a right solution, each of which a mutant may replace. */
export interface Parts {
  check(path: Path, folds: Folds): void;
  /** The alphas that stand for the entries. */
  asked(alphas: readonly number[]): number[];
  /** The index of the entry that a fold answers with. */
  answer(steps: Steps, alpha: number): number;
  risk(errors: readonly number[], folds: Folds): number;
  standardError(risk: number, folds: Folds, errors: readonly number[]): number;
  /** The index of the chosen entry. */
  choose(risks: readonly number[], standardErrors: readonly number[], path: Path): number;
}

export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
export const samples = (folds: Folds): number => sum(folds.map((fold) => fold.nSamples));

/** The smallest value; no spread, which a long path would overflow the stack with. */
export const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));

export function refuseIf(wrong: boolean, message: string): void {
  if (wrong) throw new RangeError(message);
}

export function checkAlphas(steps: readonly { readonly ccpAlpha: number }[]): void {
  refuseIf(steps.length === 0, 'an empty path');
  refuseIf(steps[0].ccpAlpha !== 0, 'alphas begin at 0');
  for (let k = 0; k < steps.length; k++) {
    refuseIf(!Number.isFinite(steps[k].ccpAlpha), 'an alpha is not finite');
    refuseIf(k > 0 && steps[k].ccpAlpha < steps[k - 1].ccpAlpha, 'alphas fall');
  }
}

export function checkSamples({ nSamples }: Fold): void {
  refuseIf(!Number.isInteger(nSamples) || nSamples < 1, 'nSamples');
}

export function checkErrors({ nSamples, path }: Fold): void {
  for (const { nErrors } of path) {
    refuseIf(!Number.isInteger(nErrors) || nErrors < 0 || nErrors > nSamples, 'nErrors');
  }
}

export const refusals = { checkPath: checkAlphas, checkSteps: checkAlphas, checkSamples, checkErrors };

/** A check with some of its parts replaced. */
export const checking =
  (replaced: Partial<typeof refusals>): Parts['check'] =>
  (path, folds) => {
    const checks = { ...refusals, ...replaced };
    checks.checkPath(path);
    refuseIf(folds.length === 0, 'no folds');
    for (const fold of folds) {
      checks.checkSamples(fold);
      checks.checkSteps(fold.path);
      checks.checkErrors(fold);
    }
  };

/** The number of steps, from the first, that `holds` is true for. */
export function bisect(steps: Steps, holds: (alpha: number) => boolean): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(steps[middle].ccpAlpha)) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const right: Parts = {
  check: checking({}),
  asked: (alphas) => alphas.map((a, k) => (k + 1 < alphas.length ? Math.sqrt(a * alphas[k + 1]) : Infinity)),
  answer: (steps, alpha) => bisect(steps, (own) => own <= alpha) - 1,
  risk: (errors, folds) => sum(errors) / samples(folds),
  standardError: (risk, folds) => Math.sqrt((risk * (1 - risk)) / samples(folds)),
  choose(risks, standardErrors) {
    const smallest = least(risks);
    const limit = smallest + standardErrors[risks.indexOf(smallest)];
    return risks.findLastIndex((risk) => risk <= limit);
  },
};

/** A right solution with some of its parts replaced. */
export const having =
  (replaced: Partial<Parts>): SelectAlpha =>
  (path, folds) => {
    const parts = { ...right, ...replaced };
    parts.check(path, folds);
    const risks: number[] = [];
    const standardErrors: number[] = [];
    for (const alpha of parts.asked(path.map((entry) => entry.ccpAlpha))) {
      const errors = folds.map(({ path: steps }) => steps[parts.answer(steps, alpha)].nErrors);
      const risk = parts.risk(errors, folds);
      risks.push(risk);
      standardErrors.push(parts.standardError(risk, folds, errors));
    }
    return { ccpAlpha: path[parts.choose(risks, standardErrors, path)].ccpAlpha, risks, standardErrors };
  };
