import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Drill } from '../../drill/defineDrill.ts';
import type { Level } from '../../drill/level.ts';
import { judgeGrowth } from '../../judge/judgeGrowth.ts';
import { judgeLaw } from '../../judge/judgeLaw.ts';
import { recordCalls } from '../../judge/recorder.ts';
import type { PrepareRequest } from '../../sandbox/messages.ts';
import { type Subject, SubjectError } from '../../subject/subject.ts';

/** Enough for the engine to compile what runs often. */
const ROUNDS = 2;

/**
 * Judges the reference, and a subject that fails at once, as attempts are judged: then the engine has compiled generators,
 * laws and the crossing into the realm before an attempt comes, and what the reference costs on the gates is counted. Ends
 * early, between two laws, when it is told to.
 */
export async function warmUp(
  drill: Drill<unknown>,
  reference: Subject,
  { functions, seed }: PrepareRequest,
  signal: AbortSignal,
): Promise<void> {
  const levels = drill.levels.filter((level) => level.functions.some((name) => functions.includes(name)));
  for (let round = 0; round < ROUNDS; round++) {
    for (const level of levels) {
      for (const step of steps(level, reference, seed)) {
        if (signal.aborted) return;
        step();
        await nextTurn();
      }
    }
  }
}

function* steps(level: Level<unknown>, reference: Subject, seed: number): Iterable<() => void> {
  for (const subject of [failingLike(reference), reference]) {
    const recorder = recordCalls(subject, level);
    const laws = subject === reference ? level.laws : level.laws.slice(0, 1);
    for (const law of laws) {
      yield () => {
        subject.meter.start();
        judgeLaw(law, subject, recorder, seed);
      };
    }
  }
  for (const gate of level.growth) yield () => judgeGrowth(gate, reference, reference, seed);
}

/** A subject that has the same functions and gives no answer. */
const failingLike = (subject: Subject): Subject => ({
  ...subject,
  functions: Object.fromEntries(
    Object.entries(subject.functions).map(([name, run]) => [
      name,
      (...args) => {
        run(...args);
        throw new SubjectError({ kind: 'stack-overflow' });
      },
    ]),
  ),
});
