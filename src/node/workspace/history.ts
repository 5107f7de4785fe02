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
import type { HistoryEvent } from '../../history/event.ts';
import { type Log, readLog } from '../../history/log.ts';
import { missingFrom } from '../../history/merge.ts';
import type { Verdict } from '../../judge/verdict.ts';
import { warn } from '../terminal/terminal.ts';
import type { Home } from './home.ts';

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

/** Everything that happened, oldest first. A line that is passed over is told of once, and left where it is. */
export function recall(home: Home, warn: (message: string) => void): readonly HistoryEvent[] {
  const file = historyPath(home);
  const { events, passedOver } = readLog(readHistory(file, warn), new Date());
  tell(file, passedOver, warn);
  return events;
}

/** Appends what another log has and this one has not; both stay whole. Returns how many lines; throws what the machine says when it cannot. */
export function mergeHistory(home: Home, other: string, warn: (message: string) => void): number {
  const file = historyPath(home);
  const { lines, passedOver } = readLog(readFileSync(other, 'utf8'), new Date());
  tell(other, passedOver, warn);
  const missing = missingFrom(existsSync(file) ? readFileSync(file, 'utf8') : '', lines);
  if (missing.length > 0) append(file, missing.join('\n'));
  return missing.length;
}

/** How many lines are told of, each by itself. */
const TOLD = 5;

/** What was told already: a command reads its history more than once. */
const told = new Set<string>();

function tell(file: string, passedOver: Log['passedOver'], warn: (message: string) => void): void {
  const messages = passedOver.slice(0, TOLD).map(({ line, why }) => `${file}:${line} ${why}. It is passed over`);
  if (passedOver.length > TOLD) messages.push(`${file}: ${passedOver.length - TOLD} more lines are passed over`);
  for (const message of messages.filter((text) => !told.has(text))) {
    told.add(message);
    warn(message);
  }
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

/** Notes a grade; `broken`: the laws and gates that do not hold, where they are of use later. */
export function rememberGrade(home: Home, { drill, levels, seed }: Verdict, broken?: readonly string[]): void {
  const statuses = Object.fromEntries(levels.map(({ level, status }) => [level, status]));
  const event = { event: 'grade', drill, levels: statuses, seed } as const;
  remember(home, { at: new Date().toISOString(), ...event, ...(broken ? { broken } : {}) }, warn);
}
