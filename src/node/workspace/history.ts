import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Status } from '../../judge/verdict.ts';
import type { Home } from '../home.ts';

/** Something that happened in a workspace; `at` is an ISO time. */
export type HistoryEvent =
  | {
      readonly at: string;
      readonly event: 'hint';
      readonly drill: string;
      readonly level: string;
      readonly rung: number;
    }
  | {
      readonly at: string;
      readonly event: 'grade';
      readonly drill: string;
      readonly levels: Readonly<Record<string, Status>>;
      readonly seed: number;
    }
  | { readonly at: string; readonly event: 'reset'; readonly drill: string };

export const historyPath = ({ workspace }: Home): string => path.join(workspace, '.ml-drills', 'history.jsonl');

/**
 * Appends one event, in one write, so that two programs can write at once and a crash costs one line at most.
 * A grade or a hint does not fail because its history cannot be written: then it warns.
 */
export function remember(home: Home, event: HistoryEvent, warn: (message: string) => void): void {
  const file = historyPath(home);
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const descriptor = openSync(file, 'a+');
    try {
      writeSync(descriptor, `${endsTorn(descriptor) ? '\n' : ''}${JSON.stringify(event)}\n`);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    warn(
      `The history could not be written to ${file} (${error instanceof Error ? error.message : String(error)}); everything else works`,
    );
  }
}

/** Everything that happened, oldest first. A line that cannot be read is reported and left where it is. */
export function recall(home: Home, warn: (message: string) => void): HistoryEvent[] {
  const file = historyPath(home);
  return readHistory(file, warn)
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return [];
      const event = parseEvent(line);
      if (!event) warn(`${file}:${i + 1} cannot be read and is passed over`);
      return event ? [event] : [];
    });
}

/** The status of each level of a drill when it was last graded, since the attempt was last begun anew. */
export function lastStatuses(events: readonly HistoryEvent[], drill: string): Readonly<Record<string, Status>> {
  let statuses: Readonly<Record<string, Status>> = {};
  for (const event of events) {
    if (event.drill !== drill) continue;
    if (event.event === 'grade') statuses = { ...statuses, ...event.levels };
    if (event.event === 'reset') statuses = {};
  }
  return statuses;
}

function readHistory(file: string, warn: (message: string) => void): string {
  if (!existsSync(file)) return '';
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    warn(`The history cannot be read (${error instanceof Error ? error.message : String(error)})`);
    return '';
  }
}

/** Whether the last write was cut off: then the next one begins a line of its own. */
function endsTorn(descriptor: number): boolean {
  const { size } = fstatSync(descriptor);
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  readSync(descriptor, last, 0, 1, size - 1);
  return last.toString() !== '\n';
}

function parseEvent(line: string): HistoryEvent | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const isEvent = typeof value === 'object' && value !== null && 'event' in value && 'drill' in value;
    return isEvent ? (value as HistoryEvent) : undefined; // written by `remember`
  } catch {
    return undefined;
  }
}
