import type { LevelCases } from '../judge/casesVerdict.ts';
import type { LevelVerdict, Problem } from '../judge/verdict.ts';
import type { LoadedCode } from '../load/load.ts';

/** What the child is asked to judge. */
export interface JudgeRequest {
  /** Stands on everything the child answers; the attempt cannot know it. */
  readonly nonce: string;
  /** The compiled drill, as a file URL. */
  readonly drill: string;
  readonly attempt: LoadedCode;
  readonly reference: LoadedCode;
  readonly seed: number;
  readonly level?: string | undefined;
}

/** What the child is asked to get ready for, before there is an attempt. */
export interface PrepareRequest {
  readonly drill: string;
  readonly reference: LoadedCode;
  /** The functions that the last attempt had, and the seed of its grade: those of the next will be much the same. */
  readonly functions: readonly string[];
  readonly seed: number;
}

/** A test case of the learner's, and what it is run on. */
export interface WantedCase {
  readonly name: string;
  /** Where it stands in the default export. */
  readonly keys: readonly string[];
  readonly functions: readonly string[];
  readonly takesObject: boolean;
  readonly line: number;
}

/** A solution of a bank, loaded: the name of its module, and what it is. */
export interface LoadedSolution {
  readonly isRight: boolean;
  readonly says: string;
  readonly file: string;
}

/** The cases of one level, and its right and wrong solutions. */
export interface LevelBank {
  readonly level: string;
  readonly cases: readonly WantedCase[];
  readonly solutions: readonly LoadedSolution[];
}

/** The learner's own attempt, beside the cases and the reference in a realm of their own. */
export interface OwnAttempt {
  readonly code: LoadedCode;
  readonly attemptFile: string;
  /** The functions that are written. */
  readonly functions: readonly string[];
}

/** What the child is asked to run test cases on. */
export interface CasesRequest {
  readonly nonce: string;
  readonly drill: string;
  /** The cases, the reference and the banks, in one realm. */
  readonly code: LoadedCode;
  readonly casesFile: string;
  readonly referenceFile: string;
  readonly own?: OwnAttempt | undefined;
  readonly levels: readonly LevelBank[];
}

export type ToChild =
  | ({ readonly type: 'prepare' } & PrepareRequest)
  | ({ readonly type: 'judge' } & JudgeRequest)
  | ({ readonly type: 'cases' } & CasesRequest);

export type FromChild =
  | { readonly type: 'ready' }
  | { readonly type: 'step'; readonly nonce: string; readonly step: string }
  | { readonly type: 'refuted'; readonly nonce: string; readonly levels: readonly LevelVerdict[] }
  /** The grader itself has failed. */
  | { readonly type: 'failed'; readonly nonce: string; readonly message: string }
  | {
      readonly type: 'done';
      readonly nonce: string;
      readonly problem: Problem | null;
      readonly levels: readonly LevelVerdict[];
    }
  | {
      readonly type: 'cases-done';
      readonly nonce: string;
      readonly problem: Problem | null;
      readonly attemptProblem: Problem | null;
      readonly levels: readonly LevelCases[];
    };
