import type { Problem } from '../judge/verdict.ts';
import { CLAIMS } from '../load/claims.ts';
import type { LoadedCode } from '../load/load.ts';
import type { Offer } from '../load/offers.ts';
import { isMisspelt, nearest } from '../values/nearest.ts';

/**
 * The problem of a file that has something, but not under a name that is asked for. `wanted` are the functions to be judged,
 * `asked` all of the question's. Where some of these are there, what the file uses itself is a helper of theirs and may have
 * any name.
 */
export function missingExport(
  wanted: readonly string[],
  asked: readonly string[],
  { exported, offers }: LoadedCode,
): Problem | undefined {
  const others = exported.filter((name) => name !== CLAIMS && name !== 'default' && !asked.includes(name));
  const known = offers.filter(({ name, as }) => as !== 'exported' || !asked.includes(name));
  const ofOtherFiles = others.filter((other) => !known.some(({ name }) => name === other));
  const candidates = [...known, ...ofOtherFiles.map((name): Offer => ({ name, as: 'exported', isUsed: true }))];
  const missing = wanted.filter((name) => !exported.includes(name));
  const isBegun = asked.some((name) => exported.includes(name));
  const possible = isBegun ? candidates.filter(({ isUsed }) => !isUsed) : candidates;
  const isClose = (name: string, wish: string) =>
    isBegun ? isMisspelt(name, wish) : nearest(name, [wish]) !== undefined;
  for (const isMeant of [(name: string, wish: string) => name === wish, isClose]) {
    for (const wish of missing) {
      const meant = possible.find(({ name }) => isMeant(name, wish));
      if (meant) return problem(sayingOf(meant, wish), meant.line);
    }
  }
  const [first] = missing;
  if (isBegun || first === undefined || (candidates.length === 0 && !exported.includes('default'))) return undefined;
  return problem(
    others.length > 0
      ? `It exports ${list(others)}, but none of what the question asks for: ${list(missing)}`
      : `It exports no function by its name, and the question asks for ${list(missing)}. ${remedy(first)}`,
  );
}

/** The problem of something that is exported under a name that is asked for, and is no function. */
export function noFunction(name: string, value: unknown, { offers }: LoadedCode): Problem {
  const line = offers.find((offer) => offer.as === 'exported' && offer.name === name)?.line;
  return problem(`\`${name}\` is exported, but it is ${kindOf(value)} and no function. ${remedy(name)}`, line);
}

function sayingOf({ name, as }: Offer, wish: string): string {
  const meant = name === wish ? '' : `. Did you mean \`${wish}\`?`;
  const butAsked = name === wish ? '' : ', and the question does not ask for it';
  switch (as) {
    case 'exported':
      return `It exports \`${name}\`, which the question does not ask for${meant} ${remedy(wish)}`;
    case 'default':
      return `\`${name}\` is exported as the default, which gives it no name${butAsked}${meant || '.'} ${remedy(wish)}, without \`default\``;
    case 'not-exported':
      return `\`${name}\` is not exported${butAsked}${meant || '.'} ${remedy(wish)}`;
  }
}

const remedy = (name: string): string => `Write \`export function ${name}(...) { ... }\``;

const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

const problem = (message: string, line?: number): Problem => ({
  kind: 'missing-export',
  message,
  ...(line === undefined ? {} : { line }),
});

function kindOf(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (Array.isArray(value)) return 'a list';
  return `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;
}
