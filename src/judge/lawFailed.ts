import type { Broken } from '../subject/broken.ts';
import { NotWritten, WrongShape } from '../subject/outcome.ts';
import { describeFailure, SubjectError } from '../subject/subject.ts';
import { toCode } from '../values/code.ts';
import { laidOut } from '../values/layout.ts';
import type { Call } from './calls.ts';
import type { LawFailed } from './verdict.ts';

/** How a law came to be broken. */
export type Failure = Broken | SubjectError | WrongShape | NotWritten;

/** Steps that a call took which did not end; 0 for another failure. */
export const stepsOf = (failure: Failure): number =>
  failure instanceof SubjectError && failure.failure.kind === 'out-of-fuel' ? failure.failure.steps : 0;

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
export const brokenOf = (failure: Failure | undefined): Broken | undefined => {
  if (failure instanceof WrongShape) return failure.broken;
  return failure instanceof Error ? undefined : failure;
};

function messageOf(failure: Failure): string {
  if (failure instanceof NotWritten) return failure.message;
  if (failure instanceof SubjectError) return `The call ${describeFailure(failure)}`;
  const { at, actual, expected } = failure instanceof WrongShape ? failure.broken : failure;
  const verb = /^the (\w+ )?call$/.test(at) ? '' : 'is ';
  const place = at.charAt(0) === 't' && at.startsWith('the ') ? `T${at.slice(1)}` : at;
  return `${place} ${verb}${inWords(actual)}; the rule asks for ${inWords(expected)}`;
}

/** A string is words already; everything else is printed as code. */
const inWords = (value: unknown): string => (typeof value === 'string' ? value : toCode(value, 200));
