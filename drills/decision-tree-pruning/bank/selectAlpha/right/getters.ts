// an instance with getters that counts in BigInt, and throws an error of its own kind
import { type Fold, type Path, type Selected, validate } from './kit.ts';

class MalformedFoldsError extends RangeError {
  override readonly name = 'MalformedFoldsError';
}

/** Holds counts of errors only; everything else is computed when it is read. */
class CrossValidation implements Selected {
  readonly #alphas: readonly number[];
  readonly #errors: bigint[];
  readonly #nSamples: bigint;

  constructor(path: Path, folds: readonly Fold[]) {
    this.#alphas = path.map(({ ccpAlpha }) => ccpAlpha);
    this.#nSamples = folds.reduce((total, fold) => total + BigInt(fold.nSamples), 0n);
    this.#errors = path.map(() => 0n);
    for (const fold of folds) this.#add([...fold.path]);
  }

  /** From the last entry to the first, with the fold's path as a stack. */
  #add(stack: { ccpAlpha: number; nErrors: number }[]): void {
    for (let k = this.#alphas.length - 1; k >= 0; k--) {
      const alpha = k + 1 < this.#alphas.length ? Math.sqrt(this.#alphas[k] * this.#alphas[k + 1]) : Infinity;
      while ((stack.at(-1)?.ccpAlpha ?? 0) > alpha) stack.pop();
      this.#errors[k] += BigInt(stack[stack.length - 1].nErrors);
    }
  }

  get risks(): number[] {
    return this.#errors.map((errors) => Number(errors) / Number(this.#nSamples));
  }

  get standardErrors(): Float64Array {
    const n = Number(this.#nSamples);
    return Float64Array.from(this.risks, (risk) => ((risk * (1 - risk)) / n) ** 0.5);
  }

  get ccpAlpha(): number {
    const { risks, standardErrors } = this;
    const [best] = Uint32Array.from(risks.keys()).sort((a, b) => risks[a] - risks[b] || a - b);
    return this.#alphas[risks.findLastIndex((risk) => risk <= risks[best] + standardErrors[best])];
  }
}

export function selectAlpha(path: Path, folds: readonly Fold[]): Selected {
  try {
    validate(path, folds);
  } catch {
    throw new MalformedFoldsError();
  }
  return new CrossValidation(path, folds);
}
