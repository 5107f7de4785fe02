import { closest, distance } from 'fastest-levenshtein';

/** Whether a word is most likely another one with a slip in it: other letters' case, a letter too many, two exchanged. */
export const isMisspelt = (word: string, other: string): boolean => distance(bare(word), bare(other)) <= 2;

const bare = (word: string): string => word.toLowerCase().replaceAll(/[_-]/g, '');

/** The candidate that is spelt most like a word, or begins most like it, if any is close. */
export function nearest(given: string, candidates: readonly string[]): string | undefined {
  const word = bare(given);
  const whole = candidates.map(bare);
  const all = [...whole, ...whole.map((candidate) => candidate.slice(0, word.length + 1))];
  const best = all.indexOf(closest(word, all));
  return distance(word, all[best] ?? '') <= Math.max(2, word.length / 3) ? candidates[best % whole.length] : undefined;
}
