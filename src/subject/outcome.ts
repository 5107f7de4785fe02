import { isSame } from '../values/same.ts';
import type { Broken } from './broken.ts';
import { SubjectError } from './subject.ts';

/** A result that has not the form the question gives. */
export class WrongShape extends Error {
  readonly broken: Broken;
  readonly result: unknown;

  constructor(broken: Broken, result: unknown) {
    super('wrong shape');
    this.broken = broken;
    this.result = result;
  }
}

/** Called although the attempt has no such function. */
export class NotWritten extends Error {
  readonly functionName: string;

  constructor(functionName: string) {
    super(`${functionName} is not written yet`);
    this.functionName = functionName;
  }
}

/** What a call came to: a result, of whatever form, or what the attempt did instead of giving one. */
export interface Outcome {
  readonly result?: unknown;
  readonly failure?: SubjectError;
}

/** Makes a call of a subject; what else than its failures is thrown is thrown on. */
export function outcomeOf(call: () => unknown): Outcome {
  try {
    return { result: call() };
  } catch (error) {
    if (error instanceof SubjectError) return { failure: error };
    if (error instanceof WrongShape) return { result: error.result };
    throw error;
  }
}

/** What an attempt did instead of giving a result, for laws about errors: `failureOf(() => kNearest(X, query, 0))`. */
export const failureOf = (call: () => unknown): SubjectError | undefined => outcomeOf(call).failure;

/**
 * What the attempt's own function gives, for rules of another function that is built on it: a mistake of the one is then no
 * mistake of the other. Undefined where it gives nothing, or nothing of the right form.
 */
export function ownAnswer<Result>(call: () => Result): Result | undefined {
  try {
    return call();
  } catch (error) {
    if (error instanceof SubjectError || error instanceof WrongShape || error instanceof NotWritten) return undefined;
    throw error;
  }
}

/** Whether two calls came to the same: equal results, or the same kind of failure. */
export const isSameOutcome = (a: Outcome, b: Outcome): boolean =>
  a.failure || b.failure
    ? a.failure?.failure.kind === b.failure?.failure.kind && isSame(a.failure?.failure, b.failure?.failure)
    : isSame(a.result, b.result);
