import { type HistoryEvent, parseEvent } from './event.ts';

/** What a log amounts to. */
export interface Log {
  /** Oldest first. */
  readonly events: readonly HistoryEvent[];
  /** Its lines, by their place; those that are passed over are empty. */
  readonly lines: readonly string[];
  /** The lines that are passed over, counted from 1, and why: the end of a sentence that begins with the line. */
  readonly passedOver: readonly { readonly line: number; readonly why: string }[];
}

/** Stands before a line that was taken over from another log, whose times run beside those of this one. */
export const MERGED = ' ';

const DAY = 86_400_000;

/** Nothing was logged before: a clock that says so was wrong. */
const BEGINNING = Date.parse('2025-01-01T00:00:00Z');

interface Entry {
  readonly line: number;
  readonly at: number;
  readonly event: HistoryEvent;
  readonly isMerged: boolean;
}

/**
 * Reads a log. Passes over what is damaged, and what was written while the clock was wrong, by more than a day: what is still
 * to come, what is older than this program, and what stands out of order among the lines of the machine that wrote it.
 */
export function readLog(text: string, now: Date): Log {
  const raw = text.split('\n');
  const passed = new Map<number, string>();
  const entries = raw.flatMap((content, i): Entry[] => {
    const line = i + 1;
    if (content.trim() === '') return [];
    const event = parseEvent(content);
    if (!event) {
      passed.set(line, 'cannot be read');
      return [];
    }
    const at = Date.parse(event.at);
    const day = event.at.slice(0, 10);
    if (at > now.getTime() + DAY) passed.set(line, `is of ${day}, which is still to come: a clock was wrong`);
    else if (at < BEGINNING) passed.set(line, `is of ${day}, before there was this program: a clock was wrong`);
    return passed.has(line) ? [] : [{ line, at, event, isMerged: content.startsWith(MERGED) }];
  });
  for (const { line, event } of outOfOrder(entries.filter(({ isMerged }) => !isMerged)))
    passed.set(line, `is of ${event.at.slice(0, 10)}, out of order: a clock was wrong`);
  return {
    // Lines that were merged stand at the end.
    events: entries.flatMap(({ line, event }) => (passed.has(line) ? [] : event)).sort(byTime),
    lines: raw.map((content, i) => (passed.has(i + 1) ? '' : content)),
    passedOver: [...passed].map(([line, why]) => ({ line, why })).sort((a, b) => a.line - b.line),
  };
}

const byTime = (a: HistoryEvent, b: HistoryEvent): number => Date.parse(a.at) - Date.parse(b.at);

/** As few entries as can be left out so that the others stand in the order of their times, but for a day. */
function outOfOrder(entries: readonly Entry[]): Entry[] {
  const kept = new Set(longestInOrder(entries));
  const after = new Map<Entry, number>();
  let next = Infinity;
  for (const entry of entries.toReversed()) {
    after.set(entry, next);
    if (kept.has(entry)) next = entry.at;
  }
  let before = -Infinity;
  return entries.filter((entry) => {
    if (kept.has(entry)) {
      before = entry.at;
      return false;
    }
    return entry.at < before - DAY || entry.at > (after.get(entry) ?? Infinity) + DAY;
  });
}

/** The longest part of the entries whose times never fall; of several, one that keeps what stands first. By patience sorting, from the end. */
function longestInOrder(entries: readonly Entry[]): Entry[] {
  const piles: Entry[] = [];
  const next = new Map<Entry, Entry | undefined>();
  for (const entry of entries.toReversed()) {
    let [from, to] = [0, piles.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((piles[middle]?.at ?? 0) >= entry.at) from = middle + 1;
      else to = middle;
    }
    next.set(entry, piles[from - 1]);
    piles[from] = entry;
  }
  const longest: Entry[] = [];
  for (let entry = piles.at(-1); entry; entry = next.get(entry)) longest.push(entry);
  return longest;
}
