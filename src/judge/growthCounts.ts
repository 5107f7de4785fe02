import type { Growth, Measure, Workload } from '../drill/growth.ts';
import { createRandom } from '../random.ts';
import { type SiteCount, type Subject, SubjectError } from './subject.ts';

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
  /** The attempt's counts by places of its source. */
  readonly sites: readonly SiteCount[];
  /** All steps the attempt took, with those that are taken off. */
  readonly taken: number;
  /** What ended the attempt early. */
  readonly stopped: SubjectError | undefined;
}

/** Counts what both do on the same inputs of one size. */
export function countBeside<Solution>(
  growth: Growth<Solution>,
  size: number,
  attempt: Subject,
  reference: Subject,
  seed: number,
): CountsBeside {
  const expected = countReference(growth, size, reference, seed);
  const fuel = STOP_AT * (expected.whole.steps + BASE);
  const { calls, apart } = callsAt(growth, size, seed);
  const came = counted(attempt, calls, fuel);
  const sites = attempt.meter.sites();
  const { stopped } = came;
  // What ended early is not to be compared with what is taken off.
  if (apart.length === 0 || stopped)
    return { attempt: came, reference: expected.whole, sites, taken: came.steps, stopped };
  const cameApart = counted(attempt, apart, fuel);
  const sitesApart = attempt.meter.sites();
  return {
    attempt: less(came, cameApart),
    reference: less(expected.whole, expected.apart),
    sites: sites.map((site, i) => ({ ...site, ...less(site, sitesApart[i] ?? NOTHING) })),
    taken: came.steps + cameApart.steps,
    stopped: cameApart.stopped,
  };
}

/** What one size of a gate costs a subject; undefined when it fails on it. */
export function countsAt<Solution>(
  growth: Growth<Solution>,
  size: number,
  subject: Subject,
  seed: number,
): Counts | undefined {
  const { calls, apart } = callsAt(growth, size, seed);
  const whole = counted(subject, calls);
  const beyond = counted(subject, apart);
  return whole.stopped || beyond.stopped ? undefined : less(whole, beyond);
}

interface ReferenceCounts {
  readonly whole: Counts;
  readonly apart: Counts;
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
  const whole = counted(reference, calls);
  if (whole.stopped) throw whole.stopped; // ours to mend
  const made = { whole, apart: counted(reference, apart) };
  ofSizes.set(at, made);
  return made;
}

type Call<Solution> = (solution: Solution) => void;

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

/** What the calls cost a subject; with a budget, until that is used up. */
function counted<Solution>(
  subject: Subject,
  calls: readonly Call<Solution>[],
  budget = Number.MAX_SAFE_INTEGER,
): Counts & { readonly stopped: SubjectError | undefined } {
  subject.meter.start(budget);
  let stopped: SubjectError | undefined;
  try {
    for (const call of calls) call(subject.functions as Solution); // growth is judged only when every function of the level is there
  } catch (error) {
    if (!(error instanceof SubjectError)) throw error;
    stopped = error;
  }
  return { ...subject.meter.total(), stopped };
}

const NOTHING: Counts = { steps: 0, allocation: 0 };

const less = (counts: Counts, others: Counts): Counts => ({
  steps: counts.steps - others.steps,
  allocation: counts.allocation - others.allocation,
});
