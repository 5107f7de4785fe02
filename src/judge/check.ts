import { type Drill, levelName } from '../drill/defineDrill.ts';
import type { Level } from '../drill/level.ts';
import type { Subject } from '../subject/subject.ts';
import { judgeGates } from './judgeGates.ts';
import { blameForChanges, judgeLaws, notJudged } from './judgeLaws.ts';
import { lawFailed } from './lawFailed.ts';
import { overhear } from './overhear.ts';
import { recordCalls } from './recorder.ts';
import type { LawVerdict, LevelVerdict } from './verdict.ts';
import { LARGER, standingOf } from './workOut.ts';

/** How an attempt is judged. */
export interface CheckOptions {
  readonly seed: number;
  /** Whether the smallest call that breaks a law is looked for; yes when left out. */
  readonly isShrinking?: boolean | undefined;
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
  const { subject, heard } = overhear(attempt);
  for (const level of drill.levels) {
    if (options.level !== undefined && levelName(level) !== options.level) continue;
    const hasRefuted = verdicts.some(({ correct }) => correct === false);
    const onRefuted = (laws: readonly LawVerdict[]) =>
      options.onRefuted?.([...verdicts, refuted(levelName(level), [...laws])]);
    const verdict = checkLevel(level, subject, options, hasRefuted ? undefined : onRefuted);
    const printed = verdict.status === 'not-started' ? [] : heard();
    verdicts.push(printed.length === 0 ? verdict : { ...verdict, printed });
  }
  return verdicts;
}

function checkLevel<Solution>(
  level: Level<Solution>,
  attempt: Subject,
  { seed, isShrinking, reference, onStep }: CheckOptions,
  onRefuted: ((laws: readonly LawVerdict[]) => void) | undefined,
): LevelVerdict {
  const name = levelName(level);
  if (!level.functions.some((wanted) => wanted in attempt.functions)) return notStarted(name);
  const recorder = recordCalls(attempt, level);
  attempt.meter.start();
  const { laws, remarks } = judgeLaws({
    ...{ level, attempt, recorder, seed, isShrinking, onRefuted },
    onStep: (step, isLong) => onStep?.(name, step, isLong),
  });
  const isRefuted = () => laws.some(({ status }) => status === 'failed');
  const hasGates = level.growth.length > 0;
  const told = { level: name, laws, remarks, growth: [], gatesLeft: 0 };
  if (!reference) return standingOf(told, false);
  if (isRefuted())
    return standingOf(
      {
        ...told,
        laws: hasGates ? [...laws, notJudged(LARGER, laws.find(({ status }) => status === 'failed')?.name)] : laws,
      },
      false,
    );
  const onSize = (step: string) => onStep?.(name, step, true);
  const { growth, gatesLeft, wrong } = judgeGates(level, attempt, reference, recorder, seed, onSize);
  if (wrong)
    laws.push(lawFailed(LARGER, wrong.failure, wrong.calls, { printed: attempt.takePrinted(), last: wrong.last }));
  else if (hasGates) laws.push(gatesLeft > 0 ? notJudged(LARGER) : { name: LARGER, status: 'passed' });
  blameForChanges(level.laws, laws, recorder);
  if (isRefuted()) onRefuted?.(laws);
  return standingOf(isRefuted() ? told : { ...told, growth, gatesLeft }, true);
}

const refuted = (level: string, laws: readonly LawVerdict[]): LevelVerdict =>
  standingOf({ level, laws, remarks: [], growth: [], gatesLeft: 0 }, false);

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
