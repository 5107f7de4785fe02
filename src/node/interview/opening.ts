import { type Interview, openInterview } from '../../interview/interview.ts';
import { UsageError, warn } from '../terminal/terminal.ts';
import { createAttempt, isWritten, resetAttempt } from '../workspace/attempts.ts';
import { casesPath } from '../workspace/casesFile.ts';
import { slugFor } from '../workspace/choose.ts';
import { recall, remember } from '../workspace/history.ts';
import type { Home } from '../workspace/home.ts';
import { loadDrill } from '../workspace/loadDrill.ts';
import { moveAside } from '../workspace/moveAside.ts';

export interface OpeningOptions {
  /** How long it takes; as the drill says when left out. */
  readonly minutes?: string;
  /** Ends the interview of this drill that goes on, if any, and begins another with a new attempt and no test cases. */
  readonly new?: boolean;
  /** With `new`: leaves the attempt and the test cases that are there. */
  readonly keep?: boolean;
}

/** An interview that was begun or is gone on with. */
export interface Opened {
  readonly interview: Interview;
  readonly isResumed: boolean;
  /** Whether it begins with an attempt in which something was written before. */
  readonly goesOn: boolean;
  /** Where the attempt and the test cases that were there are kept now. */
  readonly aside: readonly string[];
}

/** The interview that goes on; undefined when none does. */
export const openNow = (home: Home, slug?: string): Interview | undefined => openInterview(recall(home, warn), slug);

/** Goes on with the interview of a drill that was not ended, or begins one. */
export async function openAt(home: Home, slugArgument: string | undefined, options: OpeningOptions): Promise<Opened> {
  const slug = slugFor(home, 'interview', slugArgument ?? openNow(home)?.drill);
  const open = openNow(home, slug);
  if (open && !options.new) {
    if (options.minutes !== undefined)
      throw new UsageError(
        `An interview on ${slug} goes on, and its clock with it. Begin another with --new, or leave --minutes out`,
      );
    createAttempt(home, slug, { withQuestion: false });
    return { interview: open, isResumed: true, goesOn: false, aside: [] };
  }
  const drill = await loadDrill(home, slug);
  const minutes = options.minutes === undefined ? drill.minutes : parseMinutes(options.minutes);
  const now = new Date();
  const at = now.toISOString();
  if (open) remember(home, { at, drill: slug, event: 'interview-ended', interview: open.id }, warn);
  const aside = options.new && !options.keep ? putAside(home, slug, now) : [];
  createAttempt(home, slug, { withQuestion: false });
  const goesOn = isWritten(home, slug);
  const id = `${slug}-${at.slice(0, 23).replaceAll(/[-:]/g, '').replaceAll(/[T.]/g, '-')}`;
  const started = {
    at: new Date().toISOString(),
    drill: slug,
    event: 'interview-started',
    interview: id,
    minutes,
    ...(goesOn ? { goesOn } : {}),
  } as const;
  remember(home, started, warn);
  const interview = openNow(home, slug);
  if (!interview)
    throw new UsageError(
      `An interview needs its history, which cannot be written here, or a clock that is right: it is ${started.at} now`,
    );
  return { interview, isResumed: false, goesOn, aside };
}

/** Makes room for a new attempt and new test cases: those that were written before are kept beside them. */
function putAside(home: Home, slug: string, now: Date): string[] {
  const attempt = isWritten(home, slug) ? resetAttempt(home, slug, now) : undefined;
  return [attempt, moveAside(casesPath(home, slug), now)].filter((file) => file !== undefined);
}

function parseMinutes(text: string): number {
  const minutes = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (minutes > 0 && minutes <= 480) return minutes;
  throw new UsageError(`--minutes ${text}: give a number of minutes, up to 480`);
}
