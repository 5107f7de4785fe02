import { type Drill, levelName } from '../drill/defineDrill.ts';
import type { Law } from '../drill/law.ts';
import type { Level } from '../drill/level.ts';
import { judgeGates } from './judgeGates.ts';
import { judgeLaw, lawFailed } from './judgeLaw.ts';
import { type Recorder, recordCalls } from './recorder.ts';
import type { Subject } from './subject.ts';
import type { LawFailed, LawVerdict, LevelVerdict, Remark } from './verdict.ts';

/** How an attempt is judged. */
export interface CheckOptions {
  readonly seed: number;
  /** Judge this level only. */
  readonly level?: string | undefined;
  /** The reference, counted like the attempt; without it growth is not judged. */
  readonly reference?: Subject | undefined;
  /** Told before each law and each size of a gate, so that whoever watches knows how far it got, and whether what comes may take long. */
  readonly onStep?: (level: string, step: string, isLong?: boolean) => void;
  /** Told once, when the first law is broken: the levels as far as they are judged, that law last. */
  readonly onRefuted?: (levels: readonly LevelVerdict[]) => void;
}

/** Judges an attempt at a drill. Pure: the same subject and seed give the same verdict anywhere. */
export function check<Solution>(drill: Drill<Solution>, attempt: Subject, options: CheckOptions): LevelVerdict[] {
  const verdicts: LevelVerdict[] = [];
  for (const level of drill.levels) {
    if (options.level !== undefined && levelName(level) !== options.level) continue;
    const hasRefuted = verdicts.some(({ correct }) => correct === false);
    const onRefuted = (laws: readonly LawVerdict[]) =>
      options.onRefuted?.([...verdicts, refuted(levelName(level), [...laws])]);
    verdicts.push(checkLevel(level, attempt, options, hasRefuted ? undefined : onRefuted));
  }
  return verdicts;
}

/** The law of a level with gates: the answers to what they count are held against the reference's. */
const LARGER = 'larger inputs are answered right too';

/** All laws of a level by name, in the order of a verdict. */
export const lawNames = ({ laws, growth }: Pick<Level<unknown>, 'laws' | 'growth'>): string[] => [
  ...laws.map(({ name }) => name),
  ...(growth.length > 0 ? [LARGER] : []),
];

function checkLevel<Solution>(
  level: Level<Solution>,
  attempt: Subject,
  { seed, reference, onStep }: CheckOptions,
  onRefuted: ((laws: readonly LawVerdict[]) => void) | undefined,
): LevelVerdict {
  const name = levelName(level);
  if (!level.functions.some((wanted) => wanted in attempt.functions)) return notStarted(name);
  const recorder = recordCalls(attempt, level);
  attempt.meter.start();
  const { laws, remarks } = judgeLaws(level, attempt, recorder, seed, onRefuted, (step, isLong) =>
    onStep?.(name, step, isLong),
  );
  const isRefuted = () => laws.some(({ status }) => status === 'failed');
  const hasGates = level.growth.length > 0;
  if (!reference) return verdictOn(name, laws, remarks);
  if (isRefuted()) return verdictOn(name, hasGates ? [...laws, notJudged(LARGER)] : laws, remarks);
  const onSize = (step: string) => onStep?.(name, step, true);
  const { growth, gatesLeft, wrong } = judgeGates(level, attempt, reference, recorder, seed, onSize);
  if (wrong) laws.push(lawFailed(LARGER, wrong.failure, wrong.calls, attempt.takePrinted()));
  else if (hasGates) laws.push(gatesLeft > 0 ? notJudged(LARGER) : { name: LARGER, status: 'passed' });
  blameForChanges(level.laws, laws, recorder);
  if (isRefuted()) {
    onRefuted?.(laws);
    return verdictOn(name, laws, remarks);
  }
  const isSlow = growth.some(({ status }) => status === 'failed') || laws.some(isTooSlow);
  return {
    ...verdictOn(name, laws, remarks),
    efficient: !isSlow,
    growth,
    gatesLeft,
    status: isSlow ? 'failed' : 'passed',
  };
}

function judgeLaws<Solution>(
  level: Level<Solution>,
  attempt: Subject,
  recorder: Recorder,
  seed: number,
  onRefuted: ((laws: readonly LawVerdict[]) => void) | undefined,
  onStep: (step: string, isLong?: boolean) => void,
): { laws: LawVerdict[]; remarks: Remark[] } {
  const laws: LawVerdict[] = [];
  const remarks: Remark[] = [];
  let isEndless = false;
  let isRefuted = false;
  for (const law of level.laws) {
    if (isEndless) {
      laws.push(notJudged(law.name));
      continue;
    }
    onStep(law.name, law.isLarge);
    const verdict = judgeLaw(law, attempt, recorder, seed, !isRefuted);
    const remark = verdict.status === 'failed' ? remarkOn(law, verdict) : undefined;
    if (remark) {
      remarks.push(remark);
      continue;
    }
    laws.push(verdict);
    // What is slow on small inputs is slow on all.
    if (isTooSlow(verdict) && !law.isLarge) isEndless = true;
    if (verdict.status !== 'failed') continue;
    isEndless = verdict.isEndless === true;
    if (!isRefuted) onRefuted?.(laws);
    isRefuted = true;
  }
  blameForChanges(level.laws, laws, recorder);
  return { laws, remarks };
}

/** The law that guards arguments is broken by whatever law or gate made the call. */
function blameForChanges(laws: readonly Law<never>[], verdicts: LawVerdict[], { guard }: Recorder): void {
  for (const law of laws) {
    const i = verdicts.findIndex(({ name, status }) => name === law.name && status === 'passed');
    const changed = i < 0 ? undefined : guard.changed(law);
    if (changed) verdicts[i] = lawFailed(law.name, changed.broken, changed.calls);
  }
}

function remarkOn({ remark }: Law<never>, verdict: LawFailed): Remark | undefined {
  if (!remark || (remark.only === 'overflow' && !verdict.isOverflow)) return undefined;
  return { ...verdict, status: 'remark', advice: remark.advice };
}

/** Whether a law was tried and could not be judged, as the attempt is too slow. */
export const isTooSlow = (law: LawVerdict): boolean => law.status === 'not-judged' && law.message !== undefined;

const notJudged = (name: string): LawVerdict => ({ name, status: 'not-judged' });

/** A level as its laws alone tell. */
function verdictOn(level: string, laws: readonly LawVerdict[], remarks: readonly Remark[]): LevelVerdict {
  const correct = !laws.some(({ status }) => status === 'failed');
  const isSlow = correct && laws.some(isTooSlow);
  const status = correct && !isSlow ? 'passed' : 'failed';
  return { level, status, correct, efficient: isSlow ? false : null, laws, remarks, growth: [], gatesLeft: 0 };
}

const refuted = (level: string, laws: readonly LawVerdict[]): LevelVerdict => verdictOn(level, laws, []);

/** A level of which no function is there. */
export const notStarted = (level: string): LevelVerdict => ({
  level,
  status: 'not-started',
  correct: null,
  efficient: null,
  laws: [],
  remarks: [],
  growth: [],
  gatesLeft: 0,
});
