import { closest, distance } from 'fastest-levenshtein';

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
