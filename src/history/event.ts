import type { Status } from '../judge/verdict.ts';

/** Something that happened in a workspace, one line of the log; `at` is an ISO time, `drill` a slug. */
export type HistoryEvent = { readonly at: string; readonly drill: string } & (
  | { readonly event: 'hint'; readonly level: string; readonly rung: number }
  | GradeEvent
  | { readonly event: 'reset' }
  | InterviewEvent
  | CardEvent
);

export interface GradeEvent {
  readonly event: 'grade';
  readonly levels: Readonly<Record<string, Status>>;
  readonly seed: number;
  /** The laws and gates that did not hold; only told within an interview. */
  readonly broken?: readonly string[];
}

/** An interview: `interview` names it. */
export type InterviewEvent =
  | {
      readonly event: 'interview-started';
      readonly interview: string;
      readonly minutes: number;
      /** Present when it began with an attempt in which something was written before. */
      readonly goesOn?: boolean;
    }
  | { readonly event: 'asked'; readonly interview: string; readonly question: string }
  | { readonly event: 'gave-up-asking'; readonly interview: string }
  | { readonly event: 'interview-ended'; readonly interview: string };

/** A card of the discussion was answered: how many of its points were made. */
export interface CardEvent {
  readonly event: 'card';
  readonly card: string;
  /** The points made, counted from 0, and how many there are. */
  readonly made: readonly number[];
  readonly points: number;
  /** What the candidate wrote, if anything. */
  readonly answer?: string;
  readonly interview?: string;
}

/** The event of one kind. */
export type EventOf<Kind extends HistoryEvent['event']> = Extract<HistoryEvent, { event: Kind }>;

/** Whether the attempt of the drill was begun anew with it. */
export const beginsAnew = (event: HistoryEvent): boolean =>
  event.event === 'reset' || (event.event === 'interview-started' && event.goesOn !== true);

/** Reads one line of a log; undefined for one that is damaged. Kinds of other versions are kept as they are: nobody reads them here. */
export function parseEvent(line: string): HistoryEvent | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { at, drill, event, ...rest } = value as Record<string, unknown>; // any object can be read by name
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return undefined;
  if (typeof drill !== 'string' || typeof event !== 'string') return undefined;
  const fields = FIELDS[event];
  const isWhole = fields === undefined || Object.entries(fields).every(([name, isRight]) => isRight(rest[name]));
  return isWhole ? (value as HistoryEvent) : undefined; // its fields were looked at
}

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const numbers: Check = (value) => Array.isArray(value) && value.every(number);
const record: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What each kind must have. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  hint: { level: text, rung: number },
  grade: { levels: record },
  reset: {},
  'interview-started': { interview: text, minutes: number },
  asked: { interview: text, question: text },
  'gave-up-asking': { interview: text },
  'interview-ended': { interview: text },
  card: { card: text, made: numbers, points: number },
};
