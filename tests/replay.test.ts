import { describe, expect, test } from 'vitest';
import {
  asItIsNow,
  check,
  createRandom,
  deepFrozen,
  describeFailure,
  type LawFailed,
  levelName,
  type Subject,
  SubjectError,
  toCode,
} from '../src/index.ts';
import { keysOf, laidOut, valueAt } from '../src/values/layout.ts';
import { bankOf, drillOf, isThorough, slugs } from './bank.ts';

/** One mutant in so many is tried, the same ones always; a thorough check tries every one. */
const SAMPLE = isThorough ? 1 : 12;

const hashOf = (text: string): number =>
  Array.from(text).reduce((hash, c) => (hash * 31 + c.charCodeAt(0)) % 65_521, 7);

/** A replay needs no limit of its own: what does not end is not replayed. */
const FUEL = 5_000_000_000;

/** What the printed calls come to, run by themselves. */
function replayed(code: string, subject: Subject): { readonly result?: unknown; readonly failure?: SubjectError } {
  // What one call after another gets as the same object is the same object in the realm when it is frozen.
  const source = code
    .replace(/^const (shared\d*) = (.*)$/gm, 'const $1 = deepFrozen($2)')
    .replace(/^earlier\d*$/m, 'asItIsNow($&)'); // an attempt's list is a copy out here
  const scope: Record<string, unknown> = { ...subject.functions, deepFrozen, createRandom, asItIsNow, source };
  subject.renew?.();
  subject.meter.start(FUEL);
  try {
    return { result: new Function(...Object.keys(scope), 'return eval(source)')(...Object.values(scope)) };
  } catch (error) {
    if (error instanceof SubjectError) return { failure: error };
    throw new Error(`${error}\n${code}`); // it is no code, or leaves out what it needs
  }
}

/** Where a stack overflows depends on how deep it was. */
const withoutLine = (text: string): string => text.replace(/ at line \d+/, '');

/** Whether these words are said of this value. */
function isSaidOf(words: string, value: unknown): boolean {
  const code = toCode(value, 200);
  if ([code, ...[',', ' '].map((end) => code + end)].some((start) => words.startsWith(start))) return true;
  if (typeof value === 'string') return words === `${JSON.stringify(value)}, a string`;
  const { kind = 'split' } = (value ?? {}) as { kind?: string }; // any value can be asked by name
  return words.startsWith(`a ${kind}`);
}

function judgeLaw({ message, counterexample = '', returned, place = '' }: LawFailed, subject: Subject): void {
  const { result, failure } = replayed(counterexample, subject);
  if (/made first, it holds$/.test(message) || /what a call is given must not be changed/.test(message)) return;
  const said = `${message}\n${counterexample}`;
  const [, throws] =
    /^The (?:\w+ )?call ((?:throws|overflows|gives back|keeps) .*?)(?:; the rule asks for [^;]*)?$/s.exec(message) ??
    [];
  if (throws !== undefined) {
    expect(failure && withoutLine(describeFailure(failure)), said).toBe(withoutLine(throws));
    return;
  }
  if (failure) throw new Error(`It ${describeFailure(failure)}: ${said}`);
  if (returned === undefined) return; // an object of functions, or what is said of all calls together
  expect(returned, said).toBe(laidOut(result, place));
  const keys = keysOf(place);
  const [, words = ''] = / is (.*?); the rule asks for/s.exec(message) ?? [];
  if (keys && words !== '' && !isSaidOf(words, valueAt(result, keys)))
    throw new Error(`There is ${toCode(valueAt(result, keys), 200)}: ${said}`);
}

for (const slug of slugs) {
  const drill = await drillOf(slug);
  for (const level of drill.levels) {
    const bank = await bankOf(slug, level);
    const mutants = bank.filter(({ kind, says }) => kind !== 'right' && hashOf(says) % SAMPLE === 0);
    describe(`${slug}, ${levelName(level)}: what is said of the mutant that`, () => {
      for (const { says, load } of mutants) {
        test(`${says} is seen when the printed calls are made`, () => {
          const subject = load();
          const [verdict] = check(drill, subject, { seed: 1, level: levelName(level) });
          const wrong: string[] = [];
          for (const law of verdict?.laws ?? []) {
            if (law.status !== 'failed' || law.isEndless) continue;
            try {
              judgeLaw(law, subject);
            } catch (error) {
              wrong.push(`${law.name}: ${error instanceof Error ? error.message : error}`);
            }
          }
          expect(wrong.join('\n\n')).toBe('');
        });
      }
    });
  }
}
