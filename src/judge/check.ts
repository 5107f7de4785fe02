import { type Drill, levelName } from '../drill/defineDrill.ts';
import type { Level } from '../drill/level.ts';
import { judgeGrowth } from './judgeGrowth.ts';
import { judgeLaw } from './judgeLaw.ts';
import { recordCalls } from './recorder.ts';
import type { Subject } from './subject.ts';
import type { GrowthVerdict, LawVerdict, LevelVerdict } from './verdict.ts';

export interface CheckOptions {
  readonly seed: number;
  /** Judge this level only. */
  readonly level?: string | undefined;
  /** The reference, counted like the attempt; without it growth is not judged. */
  readonly reference?: Subject | undefined;
  /** Told before each law and gate, so that whoever watches knows how far it got. */
  readonly onStep?: (level: string, step: string) => void;
}

/** Judges an attempt at a drill. Pure: the same subject and seed give the same verdict anywhere. */
export function check<Solution>(drill: Drill<Solution>, attempt: Subject, options: CheckOptions): LevelVerdict[] {
  return drill.levels
    .filter((level) => options.level === undefined || levelName(level) === options.level)
    .map((level) => checkLevel(level, attempt, options));
}

function checkLevel<Solution>(
  level: Level<Solution>,
  attempt: Subject,
  { seed, reference, onStep }: CheckOptions,
): LevelVerdict {
  const name = levelName(level);
  if (!level.functions.some((wanted) => wanted in attempt.functions)) return notStarted(name);
  const recorder = recordCalls(attempt, level);
  attempt.meter.start();
  const laws: LawVerdict[] = [];
  let isEndless = false;
  for (const law of level.laws) {
    if (!isEndless) onStep?.(name, law.name);
    const verdict: LawVerdict = isEndless
      ? { name: law.name, status: 'not-judged' }
      : judgeLaw(
          law,
          attempt,
          recorder,
          seed,
          laws.every(({ status }) => status === 'passed'),
        );
    isEndless ||= verdict.status === 'failed' && verdict.isEndless === true;
    laws.push(verdict);
  }
  const correct = laws.every((law) => law.status === 'passed');
  const growth: GrowthVerdict[] = [];
  for (const gate of correct && reference ? level.growth : []) {
    onStep?.(name, growthName(gate));
    growth.push(...judgeGrowth(gate, attempt, reference as Subject, seed)); // the loop is empty without a reference
  }
  const efficient = correct && reference ? growth.every((gate) => gate.status === 'passed') : null;
  return {
    level: name,
    status: correct && efficient !== false ? 'passed' : 'failed',
    correct,
    efficient,
    laws,
    growth,
  };
}

/** A gate as a sentence. */
export const growthName = ({ variable, on }: { variable: string; on: string }): string =>
  `grows with ${variable} no faster than it must, on ${on}`;

const notStarted = (level: string): LevelVerdict => ({
  level,
  status: 'not-started',
  correct: null,
  efficient: null,
  laws: [],
  growth: [],
});
