type Alpha = { readonly ccpAlpha: number };
export type Path = readonly Alpha[];
export type Fold = { readonly nSamples: number; readonly path: readonly (Alpha & { readonly nErrors: number })[] };
export type Selected = {
  readonly ccpAlpha: number;
  readonly risks: ArrayLike<number>;
  readonly standardErrors: ArrayLike<number>;
};

export function validate(path: Path, folds: readonly Fold[]): void {
  const rising = (steps: Path): boolean =>
    steps[0]?.ccpAlpha === 0 &&
    steps.every(({ ccpAlpha }, k) => ccpAlpha < Infinity && ccpAlpha >= steps[Math.max(k - 1, 0)].ccpAlpha);
  const whole = (n: number, low: number, high: number): boolean => Number.isInteger(n) && n >= low && n <= high;
  const sound = (fold: Fold): boolean =>
    whole(fold.nSamples, 1, Infinity) &&
    rising(fold.path) &&
    fold.path.every((step) => whole(step.nErrors, 0, fold.nSamples));
  if (!rising(path) || folds.length === 0 || !folds.every(sound)) throw new RangeError('malformed');
}
