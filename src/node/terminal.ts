import { closest, distance } from 'fastest-levenshtein';
import pico from 'picocolors';
import type { Colours } from '../report/colours.ts';
import { noColours } from '../report/colours.ts';

/** Colours where a person looks on, and nowhere else. */
export const colours = (): Colours =>
  process.stdout.isTTY && !process.env.NO_COLOR ? pico.createColors(true) : noColours;

export const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** To where it does not disturb what other programs read. */
export const warn = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** Wrong usage: ends the program with exit code 2 and what is right. */
export class UsageError extends Error {}

/** The candidate that is spelt most like a word, or begins most like it, if any is close. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const beginnings = candidates.map((candidate) => candidate.slice(0, word.length + 1));
  const best =
    [...candidates, ...beginnings].indexOf(closest(word, [...candidates, ...beginnings])) % candidates.length;
  const found = candidates[best];
  if (found === undefined) return undefined;
  const edits = Math.min(distance(word, found), distance(word, found.slice(0, word.length + 1)));
  return edits <= Math.max(2, word.length / 3) ? found : undefined;
}
