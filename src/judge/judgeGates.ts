import type { Level } from '../drill/level.ts';
import type { Subject } from '../subject/subject.ts';
import { judgeGrowth } from './judgeGrowth.ts';
import type { Recorder } from './recorder.ts';
import type { WrongAnswer } from './refuted.ts';
import type { GrowthVerdict } from './verdict.ts';

/** When the gates of a level have taken so many steps, seconds of time, those after one that failed are left out. */
const ENOUGH_STEPS = 50_000_000;

export interface GatesJudged {
  readonly growth: readonly GrowthVerdict[];
  /** How many were not counted, because those before them tell of a very slow attempt. */
  readonly gatesLeft: number;
  /** The first wrong answer, after which no more is counted. */
  readonly wrong?: WrongAnswer;
}

/** Judges the gates of a level on growth, and the answers to what they count. `onSize` is told before each size of each. */
export function judgeGates<Solution>(
  level: Level<Solution>,
  attempt: Subject,
  reference: Subject,
  recorder: Recorder,
  seed: number,
  onSize: (gate: string) => void,
): GatesJudged {
  const growth: GrowthVerdict[] = [];
  let taken = 0;
  for (const gate of level.growth) {
    if (taken > ENOUGH_STEPS && growth.some(({ status }) => status === 'failed')) break;
    const judged = judgeGrowth(gate, attempt, reference, seed, { onSize: () => onSize(growthName(gate)), recorder });
    if (judged.wrong) return { growth: [], gatesLeft: 0, wrong: judged.wrong };
    growth.push(...judged.verdicts);
    taken += judged.taken;
  }
  return { growth, gatesLeft: level.growth.flatMap(({ measures }) => measures).length - growth.length };
}

/** A gate as a sentence. */
export const growthName = ({ variable, on }: { variable: string; on: string }): string =>
  `grows with ${variable} no faster than it must, on ${on}`;
