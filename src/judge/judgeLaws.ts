import type { Law } from '../drill/law.ts';
import type { Level } from '../drill/level.ts';
import { STAGES } from '../drill/stage.ts';
import { outcomeOf } from '../subject/outcome.ts';
import type { Subject } from '../subject/subject.ts';
import { judgeLaw } from './judgeLaw.ts';
import { lawFailed } from './lawFailed.ts';
import type { Recorder } from './recorder.ts';
import type { LawFailed, LawNotJudged, LawVerdict, Remark } from './verdict.ts';
import { isTooSlow } from './workOut.ts';

export interface LawsJudged {
  /** In the order of the level, without those that are remarks. */
  readonly laws: LawVerdict[];
  readonly remarks: readonly Remark[];
}

export interface LawsToJudge<Solution> {
  readonly level: Level<Solution>;
  readonly attempt: Subject;
  readonly recorder: Recorder;
  readonly seed: number;
  readonly isShrinking?: boolean | undefined;
  /** Told once, when it is known which law is broken first: all laws up to that one. */
  readonly onRefuted?: ((laws: readonly LawVerdict[]) => void) | undefined;
  readonly onStep?: (law: string, isLong?: boolean) => void;
}

/** Judges the laws of a level stage by stage: those of a later stage wait for one that is broken. */
export function judgeLaws<Solution>(judging: LawsToJudge<Solution>): LawsJudged {
  return new LawsOfLevel(judging).judge();
}

class LawsOfLevel<Solution> {
  readonly #judging: LawsToJudge<Solution>;
  readonly #verdicts = new Map<Law<Solution>, LawVerdict>();
  readonly #remarks: Remark[] = [];
  #first: LawFailed | undefined;
  /** Nothing more is judged: a call did not end, or another law is the cause of what is broken. */
  #isOver = false;

  constructor(judging: LawsToJudge<Solution>) {
    this.#judging = judging;
  }

  judge(): LawsJudged {
    const { level, recorder } = this.#judging;
    for (const stage of STAGES) {
      for (const law of level.laws.filter((one) => (one.stage ?? 'rule') === stage)) {
        if (this.#isOver) break;
        this.#try(law);
      }
      if (this.#first) break;
    }
    const laws = this.#inOrder();
    if (!this.#first) blameForChanges(level.laws, laws, recorder);
    return { laws, remarks: this.#remarks };
  }

  #try(law: Law<Solution>): void {
    const verdict = this.#verdictOn(law);
    const remark = verdict.status === 'failed' ? remarkOn(law, verdict) : undefined;
    if (remark) {
      this.#remarks.push(remark);
      return;
    }
    // What is slow on small inputs is slow on all.
    if (isTooSlow(verdict) && !law.isLarge) this.#isOver = true;
    if (verdict.status !== 'failed') {
      this.#verdicts.set(law, verdict);
      return;
    }
    const cause = this.#first ? undefined : this.#causeOf(law, verdict);
    if (cause) this.#isOver = true;
    const [broken, told] = cause ?? [law, verdict];
    this.#verdicts.set(broken, told);
    if (verdict.isEndless) this.#isOver = true;
    if (this.#first) return;
    this.#first = told;
    this.#judging.onRefuted?.(this.#inOrder().slice(0, this.#judging.level.laws.indexOf(broken) + 1));
  }

  #verdictOn(law: Law<Solution>): LawVerdict {
    const { attempt, recorder, seed, isShrinking, onStep } = this.#judging;
    onStep?.(law.name, law.isLarge);
    return judgeLaw(law, attempt, recorder, seed, !this.#first, isShrinking);
  }

  /** A law on inputs or on state, where that is why another one is broken: an attempt that sorts its input gives wrong answers too. */
  #causeOf(law: Law<Solution>, { isAfterOthers }: LawFailed): readonly [Law<Solution>, LawFailed] | undefined {
    const { level, recorder } = this.#judging;
    const others = level.laws.filter((one) => one !== law && !this.#verdicts.has(one));
    for (const other of others) {
      if (!other.guards && !(other.stage === 'state' && isAfterOthers)) continue;
      const verdict = this.#verdictOn(other.guards ? onInputsAlone(other) : other);
      // Without a call it is broken by a function that is not there, which is no cause.
      if (verdict.status === 'failed' && verdict.counterexample !== undefined) return [other, verdict];
      const changed = recorder.guard.changed(other);
      if (changed) return [other, lawFailed(other.name, changed.broken, changed.calls())];
    }
    return undefined;
  }

  #inOrder(): LawVerdict[] {
    const { laws } = this.#judging.level;
    const told = laws.filter(({ name }) => !this.#remarks.some((remark) => remark.name === name));
    return told.map((law) => this.#verdicts.get(law) ?? notJudged(law.name, this.#first?.name));
  }
}

/** A law that guards arguments, of which only what became of them is judged: what its calls give may be wrong for any reason. */
const onInputsAlone = <Solution>(law: Law<Solution>): Law<Solution> => ({
  ...law,
  holds: (solution, input, anew) => {
    outcomeOf(() => law.holds(solution, input, anew));
    return undefined;
  },
});

/** The law that guards arguments is broken by whatever law or gate made the call. */
export function blameForChanges(laws: readonly Law<never>[], verdicts: LawVerdict[], { guard }: Recorder): void {
  for (const law of laws) {
    const i = verdicts.findIndex(({ name, status }) => name === law.name && status === 'passed');
    const changed = i < 0 ? undefined : guard.changed(law);
    if (changed) verdicts[i] = lawFailed(law.name, changed.broken, changed.calls());
  }
}

function remarkOn({ remark }: Law<never>, verdict: LawFailed): Remark | undefined {
  if (!remark || (remark.only === 'overflow' && !verdict.isOverflow)) return undefined;
  return { ...verdict, status: 'remark', advice: remark.advice };
}

/** A law that waits for another one, where that is broken. */
export const notJudged = (name: string, waitsFor?: string): LawNotJudged => ({
  name,
  status: 'not-judged',
  ...(waitsFor === undefined ? {} : { waitsFor }),
});
