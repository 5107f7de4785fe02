import type { Problem } from './verdict.ts';

/** How a learner's own test cases did. Plain JSON: it crosses the process boundary and is what `cases --json` prints. */
export interface CasesVerdict {
  readonly drill: string;
  /** The file that holds the cases. */
  readonly file: string;
  readonly durationMs: number;
  readonly problem: Problem | null;
  /** Why the learner's own attempt could not be tried; null when it was, and when there is none or no case. */
  readonly attemptProblem: Problem | null;
  /** The levels that have cases. */
  readonly levels: readonly LevelCases[];
}

export interface LevelCases {
  readonly level: string;
  readonly cases: readonly CaseVerdict[];
  /** How many wrong solutions there are, and how many of them some accepted case refutes. */
  readonly mutants: number;
  readonly killed: number;
  /** What each of the others does wrong, as the end of the sentence "this attempt ...". */
  readonly survivors: readonly string[];
}

export type CaseVerdict = (CaseAccepted | CaseSetAside) & {
  /** What was printed as it ran on the learner's own code, or else on the right solution that it refuses, or on the model solution. */
  readonly printed?: readonly string[];
};

/** Why a case is red, where it is: it is wrong itself, or the learner's own attempt fails it. */
export function refusalOf(one: CaseVerdict): { readonly reason: string; readonly line?: number } | undefined {
  if (one.status === 'set-aside') return one;
  return one.attempt?.status === 'failed' ? one.attempt : undefined;
}

/** Every right solution passes it. */
export interface CaseAccepted {
  readonly name: string;
  /** The functions that it tests. */
  readonly tests: readonly string[];
  readonly status: 'accepted';
  /** How many wrong solutions it refutes, and how many of them no other case does. */
  readonly kills: number;
  readonly alone: number;
  /** How the learner's own attempt did on it; absent where the functions are not written. */
  readonly attempt?: AttemptOnCase;
}

export type AttemptOnCase =
  | { readonly status: 'passed' }
  | {
      readonly status: 'failed';
      /** What it did, in a sentence without its full stop: "your code gives 3 where the case asks for 2". */
      readonly reason: string;
      /** The line of the case. */
      readonly line: number;
    };

/** It refuses a right solution, or cannot be run: it counts for nothing. */
export interface CaseSetAside {
  readonly name: string;
  readonly tests: readonly string[];
  readonly status: 'set-aside';
  /** Whom it refuses and why, in a sentence without its full stop. */
  readonly reason: string;
  readonly line?: number;
}
