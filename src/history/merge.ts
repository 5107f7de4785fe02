import { MERGED } from './log.ts';

/** The lines of another log that are not in this one, in their order, marked as taken over. What was merged before is not merged again. */
export function missingFrom(own: string, other: readonly string[]): string[] {
  const known = new Set(own.split('\n').map((line) => line.trim()));
  return other
    .map((line) => line.trim())
    .filter((line) => line !== '' && !known.has(line) && known.add(line))
    .map((line) => MERGED + line);
}
