import { brokenByAll, type Judgement } from '../../../src/index.ts';
import { squared } from '../kMeans/decided.ts';
import type { Seeding } from './inputs.ts';

/**
 * How far the share of a row may be from its probability, as N KL(share || probability) in nats for N draws.
 *
 * By Chernoff's bound a right answer exceeds it with probability 2 exp(-LIMIT) at most, for each row after each list of
 * earlier seeds. The laws of the level compare fewer than MAX_COMPARED of these, so that all together refuse a right
 * answer with probability 2 MAX_COMPARED exp(-LIMIT) < 1e-9. What the laws refuse with it is measured in tests/power.
 */
export const LIMIT = 29;
export const MAX_COMPARED = 1_500;

/** How often each row came next, after the same earlier seeds. */
interface Next {
  readonly before: readonly number[];
  readonly counts: number[];
  nDraws: number;
}

/**
 * Holds the share of each row, among the draws that came after the same seeds, against its probability. Where `drawn` are places of
 * many rows each, `of` says which.
 */
export function judgeShares({ X }: Seeding, drawn: readonly ArrayLike<number>[], of?: string): Judgement {
  for (const next of countNext(X.length, drawn)) {
    const probabilities = probabilitiesAfter(next.before, X);
    for (const [i, p] of probabilities.entries()) {
      const share = next.counts[i] / next.nDraws;
      if (next.nDraws * divergence(share, p) > LIMIT) return tooFar(next, i, p, of);
    }
  }
  return undefined;
}

/** The draws by their earlier seeds, those without any first. */
export function countNext(nSamples: number, drawn: readonly ArrayLike<number>[]): Next[] {
  const nexts = new Map<string, Next>();
  for (const seeds of drawn) {
    for (let s = 0; s < seeds.length; s++) {
      const before = Array.from(seeds).slice(0, s);
      const key = before.join();
      const next = nexts.get(key) ?? { before, counts: new Array<number>(nSamples).fill(0), nDraws: 0 };
      next.counts[seeds[s]]++;
      next.nDraws++;
      nexts.set(key, next);
    }
  }
  return [...nexts.values()].sort((a, b) => a.before.length - b.before.length);
}

/** The probability of each row to be drawn after these seeds: uniform at first, then by squared distance to the nearest. */
export function probabilitiesAfter(before: readonly number[], X: Seeding['X']): number[] {
  const weights = X.map((x) => (before.length === 0 ? 1 : Math.min(...before.map((seed) => squared(x, X[seed])))));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Kullback and Leibler's divergence KL(q || p) of two coins, in nats; infinite where what cannot come has come. */
export function divergence(q: number, p: number): number {
  const term = (a: number, b: number) => (a === 0 ? 0 : a * Math.log(a / b));
  return term(q, p) + term(1 - q, 1 - p);
}

/** Holds how often something came, in so many draws, against its probability. */
export function judgeShare(what: string, nCame: number, nDraws: number, p: number): Judgement {
  const share = nCame / nDraws;
  return nDraws * divergence(share, p) > LIMIT ? brokenByAll(what, percent(share, nDraws), percent(p)) : undefined;
}

function tooFar({ before, counts, nDraws }: Next, i: number, p: number, of?: string): Judgement {
  const [one, many] = of === undefined ? [`row ${i}`, 'the seeds'] : [`place ${i} of ${of}`, 'seeds at the places'];
  const where = before.length === 0 ? 'as the first seed' : `after ${many} ${before.join(', ')}`;
  return brokenByAll(`the share of ${one} ${where}`, percent(counts[i] / nDraws, nDraws), percent(p));
}

const percent = (share: number, nDraws?: number): string =>
  `${(100 * share).toFixed(1)} %${nDraws === undefined ? '' : ` of ${nDraws} draws`}`;
