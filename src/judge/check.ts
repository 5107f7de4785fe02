import { type Drill, levelName } from '../drill/defineDrill.ts';
import type { Level } from '../drill/level.ts';
import { judgeGrowth } from './judgeGrowth.ts';
import { judgeLaw } from './judgeLaw.ts';
import { recordCalls } from './recorder.ts';
import type { Subject } from './subject.ts';
import type { GrowthVerdict, LawFailed, LawVerdict, LevelVerdict } from './verdict.ts';

/** When the gates of a level have taken so many steps, seconds of time, those after one that failed are left out. */
const ENOUGH_STEPS = 50_000_000;

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
  const laws: LawVerdict[] = [];
  let isEndless = false;
  let correct = true;
  /** Laws on large inputs that ran out of fuel, by their place. */
  const tooSlow = new Map<number, LawFailed>();
  for (const [i, law] of level.laws.entries()) {
    if (isEndless) {
      laws.push(notJudged(law.name));
      continue;
    }
    onStep?.(name, law.name, law.isLarge);
    const verdict = judgeLaw(law, attempt, recorder, seed, correct);
    const mayBeSlow = law.isLarge && reference && level.growth.length > 0;
    if (verdict.status === 'failed' && verdict.isEndless && mayBeSlow) {
      tooSlow.set(i, verdict);
      laws.push(notJudged(law.name));
      continue;
    }
    laws.push(verdict);
    if (verdict.status !== 'failed') continue;
    isEndless = verdict.isEndless === true;
    if (correct) onRefuted?.(laws);
    correct = false;
  }
  const growth: GrowthVerdict[] = [];
  let taken = 0;
  const gates = correct && reference ? level.growth : [];
  for (const gate of gates) {
    if (taken > ENOUGH_STEPS && growth.some(isFailed)) break;
    const onSize = () => onStep?.(name, growthName(gate), true);
    const judged = judgeGrowth(gate, attempt, reference as Subject, seed, onSize); // there are no gates without a reference
    growth.push(...judged.verdicts);
    taken += judged.taken;
  }
  const efficient = correct && reference ? !growth.some(isFailed) : null;
  if (efficient !== false && tooSlow.size > 0) {
    // No gate tells why: then it is the call that does not end.
    for (const [i, verdict] of tooSlow) laws[i] = verdict;
    correct = false;
  }
  return {
    level: name,
    status: correct && efficient !== false ? 'passed' : 'failed',
    correct,
    efficient,
    laws,
    growth,
    gatesLeft: gates.flatMap(({ measures }) => measures).length - growth.length,
  };
}

const isFailed = ({ status }: GrowthVerdict): boolean => status === 'failed';

const notJudged = (name: string): LawVerdict => ({ name, status: 'not-judged' });

const refuted = (level: string, laws: readonly LawVerdict[]): LevelVerdict => ({
  level,
  status: 'failed',
  correct: false,
  efficient: null,
  laws,
  growth: [],
  gatesLeft: 0,
});

/** A gate as a sentence. */
export const growthName = ({ variable, on }: { variable: string; on: string }): string =>
  `grows with ${variable} no faster than it must, on ${on}`;

/** A level of which no function is there. */
export const notStarted = (level: string): LevelVerdict => ({
  level,
  status: 'not-started',
  correct: null,
  efficient: null,
  laws: [],
  growth: [],
  gatesLeft: 0,
});
