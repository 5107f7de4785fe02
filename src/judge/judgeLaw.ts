import fc from 'fast-check';
import type { Broken, Law } from '../drill/law.ts';
import { toCode } from '../values/code.ts';
import { laidOut } from '../values/layout.ts';
import type { Call } from './calls.ts';
import { WrongShape } from './outcome.ts';
import { NotWritten, type Recorder } from './recorder.ts';
import { describeFailure, type Subject, SubjectError } from './subject.ts';
import type { LawFailed, LawNotJudged, LawVerdict } from './verdict.ts';

const RUNS = 300;

/** How many smaller inputs are tried once an input has failed, for the law shown first and for others after it. */
const SHRINK_RUNS = 400;
const LATER_SHRINK_RUNS = 150;

/** How many steps these tries may take together, where calls do not end. */
const SHRINK_STEPS = 3_000_000;

/** Other seeds tried for a smaller failing input than the first: shrinking alone may end at one that is not the smallest. */
const MORE_SEARCHES = 4;
const MORE_RUNS = 100;
const MORE_SHRINK_RUNS = 100;

/** Tries a law on generated inputs and, where it fails, looks for the smallest input on which it still does. */
export function judgeLaw<Solution>(
  law: Law<Solution>,
  subject: Subject,
  recorder: Recorder,
  seed: number,
  isFirstToFail = true,
): LawVerdict {
  const solution = recorder.solution as Solution; // a missing function throws NotWritten when called
  const failureOf = (input: unknown, isFirst = false) => {
    if (isFirst) subject.renew?.();
    return failureOn(law, solution, input, subject, recorder);
  };
  const shrinkRuns = law.isLarge ? 0 : isFirstToFail ? SHRINK_RUNS : LATER_SHRINK_RUNS;
  const search = { law, failureOf, seed, numRuns: law.runs ?? RUNS, examples: law.examples, shrinkRuns };

  const first = searchFailure(search);
  if (!first) return { name: law.name, status: 'passed' };
  // What was left by earlier calls may have broken it: then smaller inputs are looked for where nothing was called before.
  let smallest = first.isAlone ? first : (searchFailure({ ...search, isRenewing: true }) ?? first);
  const mayBeSmaller = !law.isLarge && smallest.steps === 0 && first.isAlone;
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
  if (law.fuel !== undefined || law.isLarge) return tooSlow(verdict);
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

/** Tries a law on an input: as its first, or after all that came before. */
type FailureOf = (input: unknown, isFirst?: boolean) => Failure | undefined;

/** An input on which a law fails. */
interface Found {
  readonly input: unknown;
  /** What was broken when it was found. */
  readonly failure: Failure;
  /** It is an example of the law, of which nothing smaller can be tried. */
  readonly isExample: boolean;
  /** The law fails on it also where nothing was called before. */
  readonly isAlone: boolean;
  /** How long it is when it is written down. */
  readonly size: number;
  /** Steps taken by calls that did not end. */
  readonly steps: number;
}

interface Search<Solution> {
  readonly law: Law<Solution>;
  readonly failureOf: FailureOf;
  readonly seed: number;
  readonly numRuns: number;
  readonly examples: readonly unknown[];
  readonly shrinkRuns: number;
  /** Each input is tried where nothing was called before. */
  readonly isRenewing?: boolean;
}

function searchFailure<Solution>(search: Search<Solution>): Found | undefined {
  const { law, failureOf, seed, numRuns, examples, shrinkRuns, isRenewing = false } = search;
  const tried = { runs: 0, steps: 0 };
  let found: Failure | undefined;
  const holds = (input: unknown): boolean => {
    if (found && (tried.runs++ > shrinkRuns || tried.steps > SHRINK_STEPS)) return true;
    const failure = failureOf(input, isRenewing);
    if (!failure) return true;
    tried.steps += stepsOf(failure);
    found = failure;
    return false;
  };
  const result = fc.check(
    fc.property(law.inputs, (input) => holds(input)),
    { seed, numRuns, examples: examples.map((example): [unknown] => [example]) },
  );
  if (!result.failed) return undefined;
  if (result.counterexample === null || !found) {
    throw new Error(`The law "${law.name}" never found an input it could judge`, { cause: result.errorInstance });
  }
  const [input] = result.counterexample;
  const isAlone = isRenewing || law.isLarge || tried.steps > SHRINK_STEPS || failureOf(input, true) !== undefined;
  const isExample = result.numRuns <= examples.length;
  return { input, failure: found, isExample, isAlone, size: toCode(input).length, steps: tried.steps };
}

type Failure = Broken | SubjectError | WrongShape | NotWritten;

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

const stepsOf = (failure: Failure): number =>
  failure instanceof SubjectError && failure.failure.kind === 'out-of-fuel' ? failure.failure.steps : 0;

/** Runs the smallest failing input once more, to tell what it was, what came back and what was printed meanwhile. */
function explain(
  name: string,
  { input, failure: found }: Found,
  failureOf: FailureOf,
  subject: Subject,
  recorder: Recorder,
): LawFailed {
  subject.takePrinted();
  const failure = failureOf(input, true);
  const printed = subject.takePrinted();
  // What is held against what the call before gave is told of a second or last one, and shown with that call.
  const { at, isOfAll: isAll } = brokenOf(failure) ?? {};
  const calls = recorder.calls(isAll ? 'related' : /\b(second|last)\b/.test(at ?? '') ? 'all' : 'needed');
  const told = lawFailed(name, failure ?? found, calls, { printed, last: recorder.last() });
  return failure ? told : { ...told, message: `${told.message}. That is after other calls: made first, it holds` };
}

/** A law that is broken by these calls, of which the last failed so. */
export function lawFailed(
  name: string,
  failure: Failure,
  calls: readonly string[],
  { printed = [], last }: { readonly printed?: readonly string[]; readonly last?: Call | undefined } = {},
): LawFailed {
  const { at: place, isOfAll } = brokenOf(failure) ?? {};
  const returned =
    place !== undefined && !isOfAll && last?.outcome && !last.outcome.failure && !last.made
      ? laidOut(last.outcome.result, place)
      : undefined;
  const line = failure instanceof SubjectError ? failure.line : undefined;
  return {
    name,
    status: 'failed',
    message: messageOf(failure),
    ...(failure instanceof NotWritten ? {} : { counterexample: calls.join('\n') }),
    ...(returned === undefined || place === undefined ? {} : { returned, place }),
    ...(printed.length > 0 ? { printed } : {}),
    ...(line === undefined ? {} : { line }),
    ...(stepsOf(failure) > 0 ? { isEndless: true } : {}),
    ...(failure instanceof SubjectError && failure.failure.kind === 'stack-overflow' ? { isOverflow: true } : {}),
  };
}

/** The rule that is broken, where it is one about what a call gave. */
const brokenOf = (failure: Failure | undefined): Broken | undefined => {
  if (failure instanceof WrongShape) return failure.broken;
  return failure instanceof Error ? undefined : failure;
};

function messageOf(failure: Failure): string {
  if (failure instanceof NotWritten) return failure.message;
  if (failure instanceof SubjectError) return `The call ${describeFailure(failure)}`;
  const { at, came, asked } = failure instanceof WrongShape ? failure.broken : failure;
  const verb = /^the (\w+ )?call$/.test(at) ? '' : 'is ';
  const place = at.charAt(0) === 't' && at.startsWith('the ') ? `T${at.slice(1)}` : at;
  return `${place} ${verb}${inWords(came)}; the rule asks for ${inWords(asked)}`;
}

/** A string is words already; everything else is printed as code. */
const inWords = (value: unknown): string => (typeof value === 'string' ? value : toCode(value, 200));
