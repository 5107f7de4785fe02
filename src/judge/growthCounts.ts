import type { Growth, Judge, Measure, Workload } from '../drill/growth.ts';
import { createRandom } from '../random.ts';
import { WrongShape } from '../subject/outcome.ts';
import { type SiteCount, type Subject, SubjectError } from '../subject/subject.ts';
import { firstOther, noting, type OtherAnswers } from './gateAnswers.ts';

const INSTANCES = 3;

/** Beyond this many times the reference's count the attempt is stopped, and fails. */
const STOP_AT = 200;

/** Added to both counts before they are compared, so that a reference that counts next to nothing does not make every attempt look steep. */
export const BASE = 64;

export type Counts = Readonly<Record<Measure, number>>;

/** What one size of a gate costs attempt and reference. */
export interface CountsBeside {
  readonly attempt: Counts;
  readonly reference: Counts;
  /** What was taken off of both, where something was. */
  readonly apart?: { readonly attempt: Counts; readonly reference: Counts };
  /** The attempt's counts by places of its source. */
  readonly sites: readonly SiteCount[];
  /** All steps the attempt took, with those that are taken off. */
  readonly taken: number;
  /** What ended the attempt early. */
  readonly stopped: Error | undefined;
  /** The runs that give something else than the reference, up to rounding. */
  readonly others: readonly OtherAnswers[];
}

/** Counts what both do on the same inputs of one size; `solution` calls the attempt. */
export function countBeside<Solution>(
  growth: Growth<Solution>,
  size: number,
  attempt: Subject,
  reference: Subject,
  seed: number,
  solution: Solution = attempt.functions as Solution, // growth is judged only when every function of the level is there
): CountsBeside {
  const expected = countReference(growth, size, reference, seed);
  const fuel = STOP_AT * (expected.whole.steps + BASE);
  const { calls, apart } = callsAt(growth, size, seed);
  const whole = counted(attempt, solution, calls, fuel);
  const sites = attempt.meter.sites();
  const others = otherAnswers(calls, whole, expected.answers);
  const common = { reference: expected.whole, sites, others, taken: whole.steps };
  // What ended early is not to be compared with what is taken off.
  if (apart.length === 0 || whole.stopped || others.length > 0)
    return { ...common, attempt: whole, stopped: whole.stopped };
  const off = counted(attempt, solution, apart, fuel);
  const sitesOff = attempt.meter.sites();
  return {
    ...common,
    attempt: less(whole, off),
    reference: less(expected.whole, expected.apart),
    apart: { attempt: off, reference: expected.apart },
    sites: sites.map((site, i) => ({ ...site, ...less(site, sitesOff[i] ?? NOTHING) })),
    taken: whole.steps + off.steps,
    stopped: off.stopped,
  };
}

function otherAnswers(
  calls: readonly Call<never>[],
  { answers, stopped }: Pick<Counted, 'answers' | 'stopped'>,
  expected: Answers,
): OtherAnswers[] {
  return answers.flatMap((actual, i) => {
    const run = calls[i] as OtherAnswers['run']; // it is given the solution that it was made for
    const right = expected[i]?.answers ?? [];
    const isLast = stopped !== undefined && i === answers.length - 1;
    const first = firstOther(actual.answers, isLast ? right.slice(0, actual.answers.length) : right);
    if (first) return [{ ...actual, run, first }];
    return isLast && !isOutOfFuel(stopped) ? [{ ...actual, run }] : [];
  });
}

const isOutOfFuel = (error: unknown): boolean => error instanceof SubjectError && error.failure.kind === 'out-of-fuel';

/** What one size of a gate costs a subject; undefined when it fails on it. */
export function countsAt<Solution>(
  growth: Growth<Solution>,
  size: number,
  subject: Subject,
  seed: number,
): Counts | undefined {
  const { calls, apart } = callsAt(growth, size, seed);
  const solution = subject.functions as Solution; // growth is counted only when every function of the level is there
  const whole = counted(subject, solution, calls);
  const beyond = counted(subject, solution, apart);
  return whole.stopped || beyond.stopped ? undefined : less(whole, beyond);
}

interface ReferenceCounts {
  readonly whole: Counts;
  readonly apart: Counts;
  readonly answers: Answers;
}

/** What references cost on gates, by size and seed: their counts are the same whenever they are counted. */
const known = new WeakMap<Subject, Map<object, Map<string, ReferenceCounts>>>();

/** Counts a reference on one size of a gate, once: an attempt that comes later finds it counted. */
export function countReference<Solution>(
  growth: Growth<Solution>,
  size: number,
  reference: Subject,
  seed: number,
): ReferenceCounts {
  const ofGates = known.get(reference) ?? new Map<object, Map<string, ReferenceCounts>>();
  const ofSizes = ofGates.get(growth) ?? new Map<string, ReferenceCounts>();
  known.set(reference, ofGates.set(growth, ofSizes));
  const at = `${seed}/${size}`;
  const counts = ofSizes.get(at);
  if (counts) return counts;
  const { calls, apart } = callsAt(growth, size, seed);
  const solution = reference.functions as Solution; // it has all of them
  const whole = counted(reference, solution, calls);
  if (whole.stopped) throw whole.stopped; // ours to mend
  const made = { whole, apart: counted(reference, solution, apart), answers: whole.answers };
  ofSizes.set(at, made);
  return made;
}

type Call<Solution> = ReturnType<Workload<Solution>>;

interface Calls<Solution> {
  readonly calls: readonly Call<Solution>[];
  /** Those whose counts are taken off. */
  readonly apart: readonly Call<Solution>[];
}

/** The calls of one size of a gate, several times with inputs of their own. */
export function callsAt<Solution>(growth: Growth<Solution>, size: number, seed: number): Calls<Solution> {
  const { variable, on, workload, beyond } = growth;
  const made = (make: Workload<Solution>) =>
    Array.from({ length: INSTANCES }, (_, instance) =>
      make(size, createRandom(`${seed}/${variable}/${on}/${size}/${instance}`)),
    );
  return { calls: made(workload), apart: beyond ? made(beyond) : [] };
}

/** What each of several runs of calls gave, in the order of its calls, and what judges that where it was not stopped. */
type Answers = readonly Pick<OtherAnswers, 'answers' | 'judge'>[];

interface Counted extends Counts {
  readonly stopped: Error | undefined;
  readonly answers: Answers;
}

/** What the calls cost a subject; with a budget, until that is used up. */
function counted<Solution>(
  subject: Subject,
  solution: Solution,
  calls: readonly Call<Solution>[],
  budget = Number.MAX_SAFE_INTEGER,
): Counted {
  subject.meter.start(budget);
  let stopped: Error | undefined;
  const answers: { answers: unknown[]; judge?: Judge }[] = [];
  try {
    for (const call of calls) {
      const noted: Answers[number] = { answers: [] };
      const length = answers.push(noted);
      const judge = call(noting(solution, noted.answers));
      if (typeof judge === 'function') answers[length - 1] = { ...noted, judge: judge as Judge }; // as workloads say
    }
  } catch (error) {
    if (!(error instanceof SubjectError || error instanceof WrongShape)) throw error;
    stopped = error;
  }
  return { ...subject.meter.total(), stopped, answers };
}

const NOTHING: Counts = { steps: 0, allocation: 0 };

const less = (counts: Counts, others: Counts): Counts => ({
  steps: counts.steps - others.steps,
  allocation: counts.allocation - others.allocation,
});
