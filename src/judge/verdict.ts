import type { Measure } from '../drill/growth.ts';

/** How one attempt at a drill did. Plain JSON: it crosses the process boundary and is what `grade --json` prints. */
export interface Verdict {
  readonly drill: string;
  /** The file that was graded. */
  readonly attempt: string;
  readonly seed: number;
  readonly durationMs: number;
  /** Why the attempt could not be judged to the end; null when it was. */
  readonly problem: Problem | null;
  readonly levels: readonly LevelVerdict[];
}

/** Where a level stands; one that was not begun is never failed. */
export type Status = 'passed' | 'failed' | 'not-started';

/** Something that stopped the grade. Line and column count from 1 in `file` (the attempt when left out). */
export interface Problem {
  readonly kind:
    | 'cannot-load'
    | 'not-allowed'
    | 'missing-export'
    | 'threw-on-load'
    | 'timed-out'
    | 'out-of-memory'
    | 'crashed';
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** What was printed before, when the file threw while it was loaded. */
  readonly printed?: readonly string[];
}

/** How one level was done. */
export interface LevelVerdict {
  readonly level: string;
  readonly status: Status;
  /** Whether every law holds; null when the level is not started or was not judged. */
  readonly correct: boolean | null;
  /** Whether every gate on growth holds; null when not measured: it is only of interest once the answer is right. */
  readonly efficient: boolean | null;
  readonly laws: readonly LawVerdict[];
  readonly remarks: readonly Remark[];
  readonly growth: readonly GrowthVerdict[];
  /** How many gates were not counted, because those before them tell of a very slow attempt. */
  readonly gatesLeft: number;
  /** Why a level that is not started may be meant to be: something in the file has nearly its name. */
  readonly note?: string;
  /** What the attempt printed first while the level was judged, and while it was loaded; absent when that was nothing. */
  readonly printed?: readonly string[];
}

/** What became of one law. */
export type LawVerdict = LawPassed | LawFailed | LawNotJudged;

/** A law that held on every input tried. */
export interface LawPassed {
  readonly name: string;
  readonly status: 'passed';
}

/** It waits for a law that is broken; or its inputs are too large for an attempt that is too slow. */
export interface LawNotJudged {
  readonly name: string;
  readonly status: 'not-judged';
  /** The law that has to hold before this one is judged. */
  readonly waitsFor?: string;
  /** What was too slow, with the call, where it was tried. */
  readonly message?: string;
  readonly counterexample?: string;
  readonly printed?: readonly string[];
  readonly line?: number;
}

/** A law that was broken, with the smallest input found on which it is. */
export interface LawFailed {
  readonly name: string;
  readonly status: 'failed';
  /** What came back and what the rule asks at that point, in one or two sentences. */
  readonly message: string;
  /** The smallest failing call found, as code; absent when the function is not written yet. */
  readonly counterexample?: string;
  /** What that call returned, in lines of 80 characters, 20 at most, with a line of ^ below the place that is wrong. */
  readonly returned?: string;
  /** The place that is wrong, as it stands in the message. */
  readonly place?: string;
  /** What the attempt printed during that call. */
  readonly printed?: readonly string[];
  /** The line of the attempt at which it threw or was stopped. */
  readonly line?: number;
  /** Present when the call was stopped because it did not end. */
  readonly isEndless?: true;
  /** Present when the call holds where it is made first. */
  readonly isAfterOthers?: true;
  /** Present when recursion went too deep. */
  readonly isOverflow?: true;
}

/** A rule worth telling and no reason to fail: it was judged, does not hold, and the level passes. */
export interface Remark extends Omit<LawFailed, 'status'> {
  readonly status: 'remark';
  /** What to say of it in an interview. */
  readonly advice: string;
}

/** What attempt and reference cost at one size. */
export interface SizeCounts {
  readonly size: number;
  readonly attempt: number;
  readonly reference: number;
}

/** What a gate says of one measure. */
export interface GrowthVerdict {
  readonly variable: string;
  /** The function whose cost it shows; the first of its level when absent. */
  readonly of?: string;
  /** What the inputs look like: "shuffled rows". */
  readonly on: string;
  readonly measure: Measure;
  readonly status: 'passed' | 'failed';
  /** Exponent by which the attempt grows faster than the reference: the slope of log(ratio) on log(size). */
  readonly slope: number;
  /** The largest slope that passes. */
  readonly limit: number;
  /** The largest size measured, and the counts at that size. */
  readonly size: number;
  readonly attempt: number;
  readonly reference: number;
  /** What both cost at each size. */
  readonly counts: readonly SizeCounts[];
  /** The line that grows fastest, when the gate failed. */
  readonly worstLine?: number;
  /** How each of the two grows by itself: the slope of log(count) on log(size). Absent when there were too few counts. */
  readonly exponents?: { readonly attempt: number; readonly reference: number };
  /** The line that counts most as it grows, whether or not the gate passed. */
  readonly steepestLine?: number;
  readonly message?: string;
}
