import { parseEvent } from './event.ts';

/** What a log lacks of another. */
export interface Missing {
  /** Whole lines, in their order, to be appended. */
  readonly lines: readonly string[];
  /** Lines of the other that are damaged, counted from 1: they stay where they are. */
  readonly damaged: readonly number[];
}

/** The events of another log that are not in this one. What was merged before is not merged again. */
export function missingFrom(own: string, other: string): Missing {
  const known = new Set(own.split('\n').map((line) => line.trim()));
  const lines: string[] = [];
  const damaged: number[] = [];
  other.split('\n').forEach((raw, i) => {
    const line = raw.trim();
    if (line === '' || known.has(line)) return;
    known.add(line);
    if (parseEvent(line)) lines.push(line);
    else damaged.push(i + 1);
  });
  return { lines, damaged };
}
