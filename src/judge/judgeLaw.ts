import type { Law } from '../drill/law.ts';
import { NotWritten, WrongShape } from '../subject/outcome.ts';
import { type Subject, SubjectError } from '../subject/subject.ts';
import { brokenOf, type Failure, lawFailed, stepsOf } from './lawFailed.ts';
import type { Recorder } from './recorder.ts';
import { type FailureOf, type Found, searchFailure } from './searchFailure.ts';
import type { LawFailed, LawNotJudged, LawVerdict } from './verdict.ts';

const RUNS = 300;

/** How many smaller inputs are tried once an input has failed, for the law shown first and for others after it. */
const SHRINK_RUNS = 400;
const LATER_SHRINK_RUNS = 150;

/** Other seeds tried for a smaller failing input than the first: shrinking alone may end at one that is not the smallest. */
const MORE_SEARCHES = 4;
const MORE_RUNS = 100;
const MORE_SHRINK_RUNS = 100;

/** Tries a law on generated inputs and, where it fails and nobody asks otherwise, looks for the smallest input on which it still does. */
export function judgeLaw<Solution>(
  law: Law<Solution>,
  subject: Subject,
  recorder: Recorder,
  seed: number,
  isFirstToFail = true,
  isShrinking = true,
): LawVerdict {
  const solution = recorder.solution as Solution; // a missing function throws NotWritten when called
  const failureOf = (input: unknown, isFirst = false) => {
    if (isFirst) subject.renew?.();
    return failureOn(law, solution, input, subject, recorder);
  };
  const shrinkRuns = law.isLarge || !isShrinking ? 0 : isFirstToFail ? SHRINK_RUNS : LATER_SHRINK_RUNS;
  const { examples, runs = RUNS } = law;
  const numRuns = Math.max(runs, examples.length); // examples count among the runs, and none is left out
  const search = { law, failureOf, seed, numRuns, examples, shrinkRuns };

  const first = searchFailure(search);
  if (!first) return { name: law.name, status: 'passed' };
  // What was left by earlier calls may have broken it: then smaller inputs are looked for where nothing was called before.
  let smallest = first.isAlone ? first : (searchFailure({ ...search, isRenewing: true }) ?? first);
  const mayBeSmaller = isShrinking && !law.isLarge && smallest.steps === 0 && first.isAlone;
  const searches = !mayBeSmaller ? 0 : isFirstToFail ? MORE_SEARCHES : Number(first.isExample);
  for (let i = 1; i <= searches; i++) {
    const numRuns = Math.min(MORE_RUNS, search.numRuns);
    const more = { numRuns, seed: seed + i * 7919, examples: [], shrinkRuns: MORE_SHRINK_RUNS };
    const other = searchFailure({ ...search, ...more });
    if (other?.isAlone && other.size < smallest.size) smallest = other;
  }
  const { input, steps } = smallest;
  const verdict = explain(law.name, smallest, failureOf, subject, recorder);
  if (steps === 0 || !verdict.isEndless) return verdict;
  if (law.fuel !== undefined || law.isLarge || law.stage === 'larger') return tooSlow(verdict);
  // What ends all the same, with more fuel, is slow and not endless.
  const patient = { ...law, fuel: Math.min(PATIENCE * steps, MAX_PATIENCE) };
  const failure = failureOn(patient, solution, input, subject, recorder);
  if (failure && stepsOf(failure) > 0) return verdict;
  return failure ? lawFailed(law.name, failure, recorder.calls()) : tooSlow(verdict);
}

/** How many times as many steps a call may take that ran out of fuel, before it is told that it does not end. */
const PATIENCE = 20;
const MAX_PATIENCE = 20_000_000;

/** A call that was stopped on inputs that ask for much, or ended with more fuel. */
const tooSlow = ({ name, message, isEndless: _, ...rest }: LawFailed): LawNotJudged => ({
  ...rest,
  name,
  status: 'not-judged',
  message: message.replace(/: [^:]*$/, ', and was stopped: too slow for inputs like this'),
});

function failureOn<Solution>(
  law: Law<Solution>,
  solution: Solution,
  input: unknown,
  subject: Subject,
  recorder: Recorder,
): Failure | undefined {
  recorder.clear();
  recorder.guard.try(law);
  if (law.fuel !== undefined) subject.meter.start(law.fuel);
  try {
    const anew = () => {
      subject.renew?.();
      recorder.clear();
    };
    return law.holds(solution, input as never, anew) ?? recorder.guard.now(); // made by this law's own generator
  } catch (error) {
    if (error instanceof SubjectError || error instanceof WrongShape || error instanceof NotWritten) return error;
    throw error;
  } finally {
    recorder.guard.try(undefined);
    if (law.fuel !== undefined) subject.meter.start();
  }
}

/** Runs the smallest failing input once more, to tell what it was, what came back and what was printed meanwhile. */
function explain(
  name: string,
  { input, failure: found }: Found,
  failureOf: FailureOf,
  subject: Subject,
  recorder: Recorder,
): LawFailed {
  subject.renew?.();
  subject.takePrinted();
  const failure = failureOf(input);
  const printed = subject.takePrinted();
  // What is held against what the call before gave is told of a second or last one, and shown with that call.
  const { at, isOfAll: isAll } = brokenOf(failure) ?? {};
  const calls = recorder.calls(isAll ? 'related' : /\b(second|last)\b/.test(at ?? '') ? 'all' : 'needed');
  if (failure) return lawFailed(name, failure, calls, { printed, last: recorder.last() });
  const told = lawFailed(name, found, calls, { printed }); // what came back now is right
  return { ...told, message: `${told.message}. That is after other calls: made first, it holds`, isAfterOthers: true };
}
