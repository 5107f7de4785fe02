import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { type HistoryEvent, parseEvent } from '../../history/event.ts';
import { type Missing, missingFrom } from '../../history/merge.ts';
import type { Home } from '../home.ts';

export const historyPath = ({ workspace }: Home): string => path.join(workspace, '.ml-drills', 'history.jsonl');

/**
 * Appends one event, in one write, so that two programs can write at once and a crash costs one line at most.
 * A grade or a hint does not fail because its history cannot be written: then it warns.
 */
export function remember(home: Home, event: HistoryEvent, warn: (message: string) => void): void {
  try {
    append(historyPath(home), JSON.stringify(event));
  } catch (error) {
    warn(`The history could not be written to ${historyPath(home)} (${reasonOf(error)}); everything else works`);
  }
}

/** Everything that happened, oldest first. A line that cannot be read is reported and left where it is. */
export function recall(home: Home, warn: (message: string) => void): HistoryEvent[] {
  const file = historyPath(home);
  const events = readHistory(file, warn)
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return [];
      const event = parseEvent(line);
      if (!event) warn(`${file}:${i + 1} cannot be read and is passed over`);
      return event ? [event] : [];
    });
  // Lines that were merged stand at the end.
  return events.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Appends what another log has and this one has not; both stay whole. Throws what the machine says when it cannot. */
export function mergeHistory(home: Home, other: string): Missing {
  const file = historyPath(home);
  const missing = missingFrom(existsSync(file) ? readFileSync(file, 'utf8') : '', readFileSync(other, 'utf8'));
  if (missing.lines.length > 0) append(file, missing.lines.join('\n'));
  return missing;
}

function append(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const descriptor = openSync(file, 'a+');
  try {
    writeFileSync(descriptor, `${endsTorn(descriptor) ? '\n' : ''}${text}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function readHistory(file: string, warn: (message: string) => void): string {
  if (!existsSync(file)) return '';
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    warn(`The history cannot be read (${reasonOf(error)})`);
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
