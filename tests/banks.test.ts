import { describe, expect, test } from 'vitest';
import { check, type LevelVerdict, levelName } from '../src/index.ts';
import { bankOf, drillOf, type Entry, isThorough, referenceOf, slugs } from './bank.ts';

/** On a push one attempt in so many is tried, chosen by what it says; all of them where one level is worked on. */
const EVERY = isThorough || process.env.LEVEL !== undefined ? 1 : 3;

const hashOf = (text: string): number =>
  Array.from(text).reduce((hash, c) => (hash * 31 + c.charCodeAt(0)) % 65_521, 7);

/** What refutes an attempt, in the words of the verdict. */
function whyNot({ laws, growth }: LevelVerdict): string[] {
  const broken = laws.flatMap((law) => (law.status === 'failed' ? [`${law.name}: ${law.message}`] : []));
  return [...broken, ...growth.flatMap((gate) => (gate.status === 'failed' ? [`too slow: ${gate.message}`] : []))];
}

for (const slug of slugs) {
  const drill = await drillOf(slug);
  const reference = referenceOf(slug, drill);
  for (const level of drill.levels) {
    const name = levelName(level);
    const whole = (await bankOf(slug, level)).filter(({ kind }) => kind !== 'right');
    const bank = whole.filter(({ says }) => hashOf(says) % EVERY === 0);
    const verdictOn = ({ load }: Entry): LevelVerdict | undefined =>
      check(drill, load(), { seed: 1, isShrinking: false, level: name, reference })[0];

    describe(`${slug}, ${name}: an attempt of the bank`, () => {
      test('is one of fifteen or more', () => expect(whole.length).toBeGreaterThanOrEqual(15));
      const killers = new Map<string, number>();
      for (const entry of bank.filter(({ kind }) => kind !== 'slow')) {
        test(`that ${entry.says} is refused for what it answers`, () => {
          const verdict = verdictOn(entry);
          expect(verdict && whyNot(verdict)).not.toEqual([]);
          expect(verdict?.correct, 'not for its cost alone').toBe(false);
          const [first] = verdict?.laws.filter(({ status }) => status === 'failed') ?? [];
          if (first) killers.set(first.name, (killers.get(first.name) ?? 0) + 1);
          if (entry.told !== undefined) expect(first?.name).toBe(entry.told);
          expect(level.laws.find((law) => law.name === first?.name)?.stage, `a law of its own`).not.toBe('net');
        });
      }
      for (const entry of bank.filter(({ kind }) => kind === 'slow')) {
        test(`that ${entry.says} is refused for its cost alone`, () => {
          const verdict = verdictOn(entry);
          expect(verdict?.correct === false ? whyNot(verdict) : []).toEqual([]);
          expect(verdict?.efficient).toBe(false);
        });
      }
      test('breaks each law first, or nobody does', () => {
        const lines = [...killers].sort(([, a], [, b]) => b - a).map(([law, count]) => `${count}  ${law}`);
        const idle = level.laws.filter((law) => !killers.has(law.name)).map((law) => `0  ${law.name}`);
        console.log([`${slug} ${name}:`, ...lines, ...idle].join('\n'));
      });
    });
  }
}
