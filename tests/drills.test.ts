import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseComplexity } from '../src/complexity/parse.ts';
import { drillCards } from '../src/discussion/cardsFor.ts';
import { levelName } from '../src/index.ts';
import { judgeClaim } from '../src/judge/judgeClaim.ts';
import { growthName } from '../src/judge/judgeGates.ts';
import { noColours } from '../src/report/colours.ts';
import { demandText } from '../src/report/demand.ts';
import { questionText } from '../src/report/question.ts';
import { readable } from '../src/report/readable.ts';
import { wrapped } from '../src/report/wrap.ts';
import { drillOf, root, slugs } from './bank.ts';

/** A rule or the name of a law, however it is set. */
const plainWords = (text: string): string =>
  text
    .replace(/^a RangeError is thrown when /, '')
    .replaceAll('`', '')
    .replaceAll(/\s+/g, ' ')
    .toLowerCase();

/** What every drill must have that no type can ask for. */
describe.each(slugs)('%s', async (slug) => {
  const drill = await drillOf(slug);
  const folder = path.join(root, 'drills', slug);
  const readme = readFileSync(path.join(folder, 'README.md'), 'utf8');
  const names = drill.levels.flatMap(({ laws, growth }) => [
    ...laws.map(({ name }) => name),
    ...growth.map(growthName),
  ]);

  test('has six clarifications or more, each with laws that exist', () => {
    expect(drill.clarifications.length).toBeGreaterThanOrEqual(6);
    for (const { question, laws = [] } of drill.clarifications) {
      expect(laws, question).not.toHaveLength(0);
      for (const law of laws) expect(names, question).toContain(law);
    }
  });

  for (const level of drill.levels) {
    const sections = readme.split(/^(?=## )/m);
    const section =
      sections.find((text) => text.startsWith(`## Level`) && text.includes(`\`${levelName(level)}\``)) ?? '';
    if (!section.includes('<details>')) continue; // it is not written for one screen yet

    test(`asks ${levelName(level)} on one screen`, () => {
      const lines = wrapped(readable(questionText(section, levelName(level)), noColours), 80).split('\n');
      expect(lines.filter((line) => line.length > 80)).toEqual([]);
      expect(lines.length, lines.join('\n')).toBeLessThanOrEqual(24);
      expect(section.split('\n')[0]).toMatch(/ \((easy|medium|hard), \d+ minutes\)$/);
    });

    test(`says every rule of ${levelName(level)} in the words of its law`, () => {
      const said = plainWords(section + sections.at(-1));
      const unsaid = level.laws.map(({ name }) => name).filter((name) => !said.includes(plainWords(name)));
      expect(unsaid).toEqual([]);
    });
  }

  test('has three hints or more a level', () => {
    for (const { hints } of drill.levels) expect(hints.length).toBeGreaterThanOrEqual(3);
  });

  test('takes 30 to 45 minutes', () => {
    expect(drill.minutes).toBeGreaterThanOrEqual(30);
    expect(drill.minutes).toBeLessThanOrEqual(45);
  });

  test('says costs that can be read, and every one of them is accepted as a claim', () => {
    const { costs } = drill;
    for (const [name, cost] of Object.entries(costs.of) as [never, { time: string[]; memory: string[] }][]) {
      for (const kind of ['time', 'memory'] as const)
        for (const claim of cost[kind])
          expect(judgeClaim(costs, name, kind, claim, [])).toMatchObject({ verdict: 'right' });
    }
  });

  test('measures growth in variables in which costs are said', () => {
    const { variables } = drill.costs;
    for (const { variable } of drill.levels.flatMap(({ growth }) => growth))
      expect(parseComplexity(variable, variables), variable).toMatchObject({ ok: true });
  });

  test('offers each function of which a cost is said in the stub', () => {
    const stub = readFileSync(path.join(folder, 'stub.ts'), 'utf8');
    for (const name of Object.keys(drill.costs.of)) expect(stub).toContain(`  ${name}: { time: '', memory: '' },`);
  });

  test('demands each level with a sentence and a signature, and no rules', () => {
    for (const level of drill.levels) {
      const demand = demandText(readme, levelName(level));
      expect(demand).toMatch(/^Level \d: .*\n\n".*"\n\n/);
      expect(demand).toContain('function ');
      expect(demand).not.toContain('RangeError');
    }
  });

  test('has questions to discuss, with names of their own', () => {
    const ids = drillCards(slug, drill).map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(3);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
