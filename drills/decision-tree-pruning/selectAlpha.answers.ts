import type * as reference from '../../reference/decision-tree-pruning/index.ts';
import type { RightAnswer } from '../../src/index.ts';

type SelectAlpha = typeof reference.selectAlpha;
type Path = Parameters<SelectAlpha>[0];
type Folds = Parameters<SelectAlpha>[1];
type Selected = ReturnType<SelectAlpha>;

function validate(path: Path, folds: Folds): void {
  const rising = (steps: readonly { readonly ccpAlpha: number }[]): boolean =>
    steps.length > 0 &&
    steps[0].ccpAlpha === 0 &&
    steps.every(({ ccpAlpha }, k) => ccpAlpha < Infinity && ccpAlpha >= steps[Math.max(k - 1, 0)].ccpAlpha);
  const whole = (n: number, low: number, high: number): boolean => Number.isInteger(n) && n >= low && n <= high;
  const sound = (fold: Folds[number]): boolean =>
    whole(fold.nSamples, 1, Infinity) &&
    rising(fold.path) &&
    fold.path.every((step) => whole(step.nErrors, 0, fold.nSamples));
  if (!rising(path) || folds.length === 0 || !folds.every(sound)) throw new RangeError('malformed');
}

/** Typed arrays, and two pointers side by side. */
const typed: SelectAlpha = (path, folds) => {
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
  let last = n - 1;
  while (risks[last] > risks[best] + standardErrors[best]) last--;
  return { ccpAlpha: path[last].ccpAlpha, risks, standardErrors };
};

/** Pure expressions; each fold is asked by bisection. */
const functional: SelectAlpha = (path, folds) => {
  validate(path, folds);
  const search = (steps: Folds[number]['path'], alpha: number, low: number, high: number): number => {
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

class MalformedFoldsError extends RangeError {
  override readonly name = 'MalformedFoldsError';
}

/** Holds counts of errors only; everything else is computed when it is read. */
class CrossValidation implements Selected {
  readonly #path: Path;
  readonly #errors: bigint[];
  readonly #nSamples: bigint;

  constructor(path: Path, folds: Folds) {
    try {
      validate(path, folds);
    } catch {
      throw new MalformedFoldsError();
    }
    // A copy: the caller may change its own later.
    this.#path = path.map((entry) => ({ ...entry }));
    this.#nSamples = folds.reduce((total, fold) => total + BigInt(fold.nSamples), 0n);
    this.#errors = path.map(() => 0n);
    for (const fold of folds) this.#add(fold.path);
  }

  /** From the last entry to the first, with a copy of the fold's path as a stack. */
  #add(steps: Folds[number]['path']): void {
    const stack = [...steps];
    for (let k = this.#path.length - 1; k >= 0; k--) {
      const next = this.#path.at(k + 1);
      const alpha = next ? Math.sqrt(this.#path[k].ccpAlpha * next.ccpAlpha) : Infinity;
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
    const ranks = Uint32Array.from(risks.keys()).sort((a, b) => risks[a] - risks[b] || a - b);
    const limit = risks[ranks[0]] + standardErrors[ranks[0]];
    let last = 0;
    for (const k of ranks) if (risks[k] <= limit) last = Math.max(last, k);
    return this.#path[last].ccpAlpha;
  }
}

interface Event {
  readonly alpha: number;
  /** An entry that asks, or -1. */
  readonly entry: number;
  /** Errors gained when a fold goes on to its next entry. */
  readonly gain: number;
}

function* happenings(path: Path, folds: Folds): Generator<Event, void, undefined> {
  for (const { path: steps } of folds) {
    let before = 0;
    for (const { ccpAlpha: alpha, nErrors } of steps) {
      yield { alpha, entry: -1, gain: nErrors - before };
      before = nErrors;
    }
  }
  for (let k = 0; k < path.length; k++) {
    const alpha = k + 1 < path.length ? Math.hypot(0, Math.sqrt(path[k].ccpAlpha * path[k + 1].ccpAlpha)) : Infinity;
    yield { alpha, entry: k, gain: 0 };
  }
}

/** All folds at once: events sorted by alpha, those of folds before those that ask. */
const sweep: SelectAlpha = (path, folds) => {
  validate(path, folds);
  const events = [...happenings(path, folds)].sort((a, b) =>
    a.alpha < b.alpha ? -1 : a.alpha > b.alpha ? 1 : a.entry - b.entry,
  );
  let nSamples = 0;
  for (const fold of folds) nSamples += fold.nSamples;
  const risks: number[] = [];
  let errors = 0;
  for (const { entry, gain } of events) {
    errors += gain;
    if (entry >= 0) risks[entry] = errors / nSamples;
  }
  const sorted = Float64Array.from(risks).sort();
  const limit = sorted[0] + Math.sqrt((sorted[0] * (1 - sorted[0])) / nSamples);
  let chosen: number | undefined;
  const standardErrors = risks.map((risk, k) => {
    if (risk <= limit) chosen = path[k].ccpAlpha;
    return Math.sqrt((risk * (1 - risk)) / nSamples);
  });
  return { ccpAlpha: chosen ?? 0, risks, standardErrors };
};

/** Runs of entries that hear the same from a fold, as differences to sum up. */
const differences: SelectAlpha = (path, folds) => {
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
    const froms = fold.path.map((step) => firstAtLeast(step.ccpAlpha));
    froms.push(path.length);
    fold.path.forEach(({ nErrors }, j) => {
      difference[froms[j]] += nErrors;
      difference[froms[j + 1]] -= nErrors;
    });
  }
  const nSamples = folds.map((fold) => fold.nSamples).reduce((a, b) => a + b);
  let errors = 0;
  const risks = new Map<number, number>();
  for (const k of path.keys()) {
    errors += difference[k];
    risks.set(k, errors / nSamples);
  }
  const all = [...risks.values()];
  const standardErrors = all.map((risk) => Math.sqrt((risk - risk * risk) / nSamples));
  const best = all.reduce((a, risk, k) => (risk <= all[a] ? k : a), 0);
  let chosen = best;
  for (const [k, risk] of risks) if (k > best && risk <= all[best] + standardErrors[best]) chosen = k;
  return { ccpAlpha: path[chosen].ccpAlpha, risks: all, standardErrors };
};

/** Frozen lists in an object without a prototype, and more fields than asked for. */
const frozen: SelectAlpha = (path, folds) => {
  const { ccpAlpha, ...lists } = typed(path, folds);
  const answer: Selected & { entry: number } = Object.assign(Object.create(null), {
    ccpAlpha,
    risks: Object.freeze(Array.from(lists.risks)),
    standardErrors: Object.freeze(Array.from(lists.standardErrors)),
    entry: path.findIndex((entry) => entry.ccpAlpha === ccpAlpha),
  });
  return Object.freeze(answer);
};

export const answers: RightAnswer<typeof reference>[] = [
  { says: 'typed arrays, two pointers', solution: { selectAlpha: typed } },
  { says: 'functional, with bisection and roots taken one by one', solution: { selectAlpha: functional } },
  {
    says: 'an instance with getters that counts in BigInt, and throws an error of its own kind',
    solution: { selectAlpha: (path, folds) => new CrossValidation(path, folds) },
  },
  { says: 'a sweep over the sorted events of all folds', solution: { selectAlpha: sweep } },
  { says: 'differences summed up, with means taken in logarithms', solution: { selectAlpha: differences } },
  { says: 'a frozen answer without a prototype, with a field too many', solution: { selectAlpha: frozen } },
];
