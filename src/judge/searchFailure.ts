import fc from 'fast-check';
import type { Law } from '../drill/law.ts';
import { toCode } from '../values/code.ts';
import { type Failure, stepsOf } from './lawFailed.ts';

/** How many steps these tries may take together, where calls do not end. */
const SHRINK_STEPS = 3_000_000;

/** Tries a law on an input: as its first, or after all that came before. */
export type FailureOf = (input: unknown, isFirst?: boolean) => Failure | undefined;

/** An input on which a law fails. */
export interface Found {
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

/** How an input is looked for on which a law fails. */
export interface Search<Solution> {
  readonly law: Law<Solution>;
  readonly failureOf: FailureOf;
  readonly seed: number;
  readonly numRuns: number;
  readonly examples: readonly unknown[];
  readonly shrinkRuns: number;
  /** Each input is tried where nothing was called before. */
  readonly isRenewing?: boolean;
}

/** An input on which a law fails, made as small as the search allows; undefined where there is none. */
export function searchFailure<Solution>(search: Search<Solution>): Found | undefined {
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
