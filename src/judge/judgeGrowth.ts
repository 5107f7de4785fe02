import type { Growth, Measure } from '../drill/growth.ts';
import type { Subject } from '../subject/subject.ts';
import { type CountsBeside, countBeside } from './growthCounts.ts';
import { limitOf, type Sample, slopeOf, verdictOn } from './growthVerdict.ts';
import type { Recorder } from './recorder.ts';
import { refuted, type WrongAnswer } from './refuted.ts';
import type { GrowthVerdict } from './verdict.ts';

const SIZES = [128, 256, 512, 1024, 2048];

/**
 * Larger sizes are not counted once three or more are and the attempt has taken so many steps at one of them, if its slope is
 * above the limit by so much; and whatever its slope, once it has taken very many: counting all sizes would take half a minute
 * where a tree is built anew at each call.
 */
const SIZES_NEEDED = 3;
const MANY_STEPS = 4_000_000;
const BEYOND_DOUBT = 0.3;
const TOO_MANY_STEPS = 40_000_000;

export interface GrowthJudged {
  /** One for each measure. */
  readonly verdicts: readonly GrowthVerdict[];
  /** All steps that the attempt took for them. */
  readonly taken: number;
  /** The first answer that is wrong: then there are no verdicts. */
  readonly wrong?: WrongAnswer;
}

export interface GrowthOptions {
  /** Told before each size. */
  readonly onSize?: () => void;
  /** Calls the attempt, where its answers are to be judged too. */
  readonly recorder?: Recorder;
}

/** Counts what the attempt and the reference do on the same inputs as they grow, and compares how the counts grow, and the answers. */
export function judgeGrowth<Solution>(
  growth: Growth<Solution>,
  attempt: Subject,
  reference: Subject,
  seed: number,
  { onSize, recorder }: GrowthOptions = {},
): GrowthJudged {
  const samples: Record<Measure, Sample[]> = { steps: [], allocation: [] };
  let stopped: Error | undefined;
  let taken = 0;
  const countAt = (size: number): CountsBeside => {
    recorder?.clear();
    return countBeside(growth, size, attempt, reference, seed, recorder?.solution as Solution | undefined);
  };
  for (const size of sizesOf(growth)) {
    onSize?.();
    const counts = countAt(size);
    stopped = counts.stopped;
    taken += counts.taken;
    const wrong = recorder && wrongAmong(counts, recorder);
    if (wrong) return { verdicts: [], taken, wrong: isShort(wrong) ? wrong : (smaller(size, recorder) ?? wrong) };
    for (const measure of growth.measures) {
      const [attemptTook, referenceTook] = [counts.attempt[measure], counts.reference[measure]];
      const apart = counts.apart && {
        attempt: counts.apart.attempt[measure],
        reference: counts.apart.reference[measure],
      };
      samples[measure].push({
        size,
        attempt: attemptTook,
        reference: referenceTook,
        sites: counts.sites,
        ...(apart && { apart }),
      });
    }
    if (stopped || isEnough(growth, samples, counts.taken)) break;
  }
  function wrongAmong({ others }: CountsBeside, calls: Recorder): WrongAnswer | undefined {
    for (const other of others) {
      const wrong = refuted(other, attempt, reference, calls);
      if (wrong) return wrong;
    }
    return undefined;
  }
  /** A wrong answer at the least half, quarter, ... of a size at which it is one still. */
  function smaller(size: number, calls: Recorder): WrongAnswer | undefined {
    const half = size / 2;
    if (!Number.isInteger(half)) return undefined;
    try {
      const wrong = wrongAmong(countAt(half), calls);
      return wrong && (smaller(half, calls) ?? wrong);
    } catch {
      return undefined; // not every gate has inputs of that size
    }
  }
  return { verdicts: growth.measures.map((measure) => verdictOn(growth, measure, samples[measure], stopped)), taken };
}

/** Whether a call is short enough to be read: then no smaller inputs are looked for. */
const isShort = ({ calls }: WrongAnswer): boolean => calls.join('').length < 300;

/** The sizes at which a gate counts. */
export const sizesOf = ({ sizes = SIZES }: { sizes?: readonly number[] }): readonly number[] => sizes;

/** Whether no larger size need be counted after one that took so many steps. */
function isEnough(
  gate: Pick<Growth<unknown>, 'measures' | 'limit'>,
  samples: Record<Measure, Sample[]>,
  taken: number,
): boolean {
  const { measures } = gate;
  const isBeyondDoubt = (measure: Measure) => slopeOf(samples[measure]) > limitOf(gate) + BEYOND_DOUBT;
  if (measures.some((measure) => samples[measure].length < SIZES_NEEDED)) return false;
  return taken > TOO_MANY_STEPS || (taken > MANY_STEPS && measures.some(isBeyondDoubt));
}
