/** One function of an attempt or of a reference, as the judge calls it: plain values in, plain values out. */
export type SubjectFunction = (...args: unknown[]) => unknown;

/** Steps and allocated elements charged to one place of a source file. */
export interface SiteCount {
  readonly file: string;
  readonly line: number;
  /** What stands there, in words: "the for loop", ".indexOf". */
  readonly construct: string;
  readonly steps: number;
  readonly allocation: number;
}

/** Counts what a subject does. */
export interface Meter {
  /** Sets the counts to zero. With a budget, the calls that follow share it; without, each call gets its own by the size of its arguments. */
  start(budget?: number): void;
  /** What was counted since the last start: steps, and elements allocated. */
  total(): { readonly steps: number; readonly allocation: number };
  /** The same by places of the source, in their order there. */
  sites(): readonly SiteCount[];
}

/** Code under judgement. Its functions throw `SubjectError` and nothing else. */
export interface Subject {
  readonly functions: Readonly<Record<string, SubjectFunction>>;
  readonly meter: Meter;
  /** What it printed since the last call of this function. */
  takePrinted(): readonly string[];
  /** Evaluates its code anew, so that nothing is left of earlier calls. */
  renew?(): void;
}

/** Why a call of a subject gave no result. */
export type SubjectFailure =
  | { readonly kind: 'threw'; readonly name: string; readonly message: string; readonly isRangeError: boolean }
  | { readonly kind: 'stack-overflow' }
  | { readonly kind: 'out-of-fuel'; readonly construct: string; readonly steps: number }
  | { readonly kind: 'not-plain'; readonly reason: string };

/** A place in a source. */
export interface Place {
  readonly file: string;
  readonly line: number | undefined;
}

/** A call of a subject that gave no result: a learner's mistake, carried as data to the verdict. */
export class SubjectError extends Error {
  /** What was printed before, where nobody takes it from the subject: while a file is loaded. */
  printed: readonly string[] = [];
  readonly failure: SubjectFailure;
  readonly #findPlace: () => Place | undefined;

  /** `findPlace` is called when somebody asks for the place: most errors are the ones asked for. */
  constructor(failure: SubjectFailure, findPlace: () => Place | undefined = () => undefined) {
    super(failure.kind);
    this.failure = failure;
    this.#findPlace = findPlace;
  }

  /** The file of the attempt where it went wrong, where that is known. */
  get file(): string | undefined {
    return this.#findPlace()?.file;
  }

  /** The line of the attempt where it went wrong, where that is known. */
  get line(): number | undefined {
    return this.#findPlace()?.line;
  }
}

/** The engine says what is frozen, and not why: what a call is given may be. */
const reminder = (message: string): string =>
  /^Cannot (assign to read only|delete) property|is not extensible$/.test(message)
    ? ' (what a call is given must not be changed)'
    : '';

/** What went wrong in a call, as the end of the sentence "the call ...". */
export function describeFailure({ failure, line }: SubjectError): string {
  const at = line === undefined ? '' : ` at line ${line}`;
  switch (failure.kind) {
    case 'threw':
      return `throws ${failure.name}${at}${failure.message === '' ? '' : `: ${failure.message.replace(/\.$/, '')}`}${reminder(failure.message)}`;
    case 'stack-overflow':
      return `overflows the call stack${at}: recursion goes too deep for it, or never ends`;
    case 'out-of-fuel':
      return `did not end within ${failure.steps.toLocaleString('en-US')} steps${at}, in ${failure.construct}: an endless loop, or far more steps than its input needs`;
    case 'not-plain':
      return `gives back ${failure.reason}`;
    default:
      return failure satisfies never;
  }
}
