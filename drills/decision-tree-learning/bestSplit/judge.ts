import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { BestSplit } from '../../../reference/decision-tree-learning/index.ts';
import { broken, isClose, type Judgement } from '../../../src/index.ts';
import { type Candidate, candidatesOf, cutAt, decreaseOf, firstTied, SLACK } from './candidates.ts';
import type { TrainingSet } from './inputs.ts';

type Solution = typeof reference;

/** The answer, and what it could have been. */
interface Answered {
  readonly actual: BestSplit;
  readonly candidates: readonly Candidate[];
}

/** Judges an answer that is not `null` where there is anything to choose from; whether it may be `null` is a law of its own. */
export function judgeSplit(
  { bestSplit }: Solution,
  { X, y }: TrainingSet,
  ...rules: readonly ((answered: Answered, set: TrainingSet) => Judgement)[]
): Judgement {
  const actual = bestSplit(X, y);
  const candidates = candidatesOf(X, y);
  if (actual === null || candidates.length === 0) return undefined;
  for (const rule of rules) {
    const judgement = rule({ actual, candidates }, { X, y });
    if (judgement) return judgement;
  }
  return undefined;
}

/** The candidate whose neighbours a threshold lies between: a <= t < b. */
export const candidateAt = (
  candidates: readonly Candidate[],
  { featureIndex, threshold }: { readonly featureIndex: number; readonly threshold: number },
): Candidate | undefined =>
  candidates.find((one) => one.featureIndex === featureIndex && one.lower <= threshold && threshold < one.upper);

export const isBetweenNeighbours = ({ actual, candidates }: Answered): Judgement =>
  candidateAt(candidates, actual)
    ? undefined
    : broken(
        'threshold',
        actual.threshold,
        `a threshold t with a <= t < b, for values a < b of feature ${actual.featureIndex}`,
      );

export function isMidpoint({ actual, candidates }: Answered): Judgement {
  const found = candidateAt(candidates, actual);
  return found ? judgeMidpoint('threshold', actual.threshold, found) : undefined;
}

/** Holds a threshold to the middle of its neighbours, to 1e-9 of the larger. */
export function judgeMidpoint(at: string, threshold: number, { lower, upper }: Candidate): Judgement {
  const middle = lower / 2 + upper / 2;
  if (isClose(threshold, middle, Math.max(Math.abs(lower), Math.abs(upper)))) return undefined;
  return broken(at, threshold, middle);
}

/** How far the decrease that is returned may be off. */
const TOLERANCE = 1e-9;

export function tellsItsDecrease({ actual }: Answered, { X, y }: TrainingSet): Judgement {
  const cut = cutAt(X, y, actual);
  if (cut.nLeft === 0 || cut.nRight === 0) return undefined;
  const expected = decreaseOf(cut);
  if (Math.abs(actual.impurityDecrease - expected) <= TOLERANCE) return undefined;
  return broken('impurityDecrease', actual.impurityDecrease, `${expected}, that of this feature and threshold`);
}

export function isLargest({ actual, candidates }: Answered, { X, y }: TrainingSet): Judgement {
  const cut = cutAt(X, y, actual);
  if (cut.nLeft === 0 || cut.nRight === 0) return undefined;
  const largest = Math.max(...candidates.map(decreaseOf));
  if (decreaseOf(cut) >= largest - SLACK) return undefined;
  return broken('the answer', `a split of decrease ${decreaseOf(cut)}`, `one of decrease ${largest}`);
}

export function isFirst({ actual, candidates }: Answered, { X, y }: TrainingSet): Judgement {
  const first = firstTied(candidates, cutAt(X, y, actual));
  if (!first) return undefined;
  if (actual.featureIndex !== first.featureIndex)
    return broken('featureIndex', actual.featureIndex, first.featureIndex);
  if (actual.threshold < first.upper) return undefined;
  return broken('threshold', actual.threshold, 'a lower one, of the same decrease');
}
