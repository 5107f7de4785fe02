import { describe, expect, test } from 'vitest';
import type { LevelVerdict, Verdict } from '../src/index.ts';
import { openingText, verdictText } from '../src/report/text.ts';
import { wrapped } from '../src/report/wrap.ts';

describe('long lines on a terminal', () => {
  test('break at spaces, and a list goes on below its text', () => {
    expect(wrapped('- one two three\nfour five', 9)).toBe('- one two\n  three\nfour five');
  });

  test('are measured by what is seen, and left as they are where they are code', () => {
    const measure = {
      seen: (text: string) => text.replaceAll('*', ''),
      isCode: (line: string) => line.includes('!'),
    };
    expect(wrapped('**a** b c\nx y z !', 5, measure)).toBe('**a** b c\nx y z !');
    expect(wrapped('12  one two three', 9, measure)).toBe('12  one\n    two\n    three');
    expect(wrapped('**  - ab cd**', 7, measure)).toBe('**  - ab\n    cd**');
    expect(wrapped('  - abcdefghi jk', 7, measure)).toBe('  - abcdefghi\n    jk');
  });

  test('go on below the last column where they are the row of a table', () => {
    const row = '  not started  kMeansBounded          The same result with few calls of an expensive distance';
    expect(wrapped(row, 80)).toBe(
      `${row.slice(0, row.indexOf(' expensive'))}\n${' '.repeat(row.indexOf('The'))}expensive distance`,
    );
    expect(wrapped(`${'-'.repeat(60)}  one two three four five`, 80)).toMatch(/\nfive$/);
  });

  test('keep a word that is longer than the line', () => {
    expect(wrapped('abcdefghij klm', 5)).toBe('abcdefghij\nklm');
  });

  test('are left as they are in code', () => {
    expect(wrapped('```ts\nconst a = 1;\n```\na b', 3)).toBe('```ts\nconst a = 1;\n```\na b');
  });
});

describe('the first broken law, shown before the others are judged', () => {
  const passed: LevelVerdict = {
    level: 'first',
    status: 'passed',
    correct: true,
    efficient: true,
    laws: [{ name: 'a law', status: 'passed' }],
    remarks: [],
    growth: [],
    gatesLeft: 0,
  };
  const broken: LevelVerdict = {
    ...passed,
    level: 'second',
    status: 'failed',
    correct: false,
    efficient: null,
    laws: [
      { name: 'a rule', status: 'passed' },
      {
        name: 'another rule',
        status: 'failed',
        message: 'The answer is 1; the rule asks for 2',
        counterexample: 'f(1)',
      },
    ],
  };
  const verdictOn = (levels: LevelVerdict[]): Verdict => ({
    drill: 'drill',
    attempt: 'attempt.ts',
    seed: 1,
    durationMs: 1,
    problem: null,
    levels,
  });

  test('counts in words that agree: laws that hold, gates that pass', () => {
    const passing = { name: 'a law', status: 'passed' } as const;
    const failing = broken.laws.filter(({ status }) => status === 'failed');
    const ofLaws = (held: number) =>
      verdictText(verdictOn([{ ...broken, laws: [...Array<typeof passing>(held).fill(passing), ...failing] }]));
    expect([0, 1, 2].map((held) => /\S+ of the .*/.exec(ofLaws(held))?.[0])).toEqual([
      'None of the 1 law holds yet.',
      '1 of the 2 laws holds.',
      '2 of the 3 laws hold.',
    ]);
    const gate = { variable: 'n', on: 'rows', measure: 'steps', slope: 1, limit: 0.4, size: 8 } as const;
    const counts = { attempt: 1, reference: 1, counts: [] };
    const ofGates = (right: number, slow: number) => {
      const gates = [...Array(right).fill('passed'), ...Array(slow).fill('failed')] as ('passed' | 'failed')[];
      const growth = gates.map((status) => ({ ...gate, ...counts, status }));
      return verdictText(verdictOn([{ ...passed, status: 'failed', efficient: false, growth }]));
    };
    expect([ofGates(0, 1), ofGates(0, 2), ofGates(1, 1)].map((text) => /; (.*)$/.exec(text)?.[1])).toEqual([
      'the gate on growth does not pass.',
      '0 of the 2 gates on growth pass.',
      '1 of the 2 gates on growth passes.',
    ]);
  });

  test('is how the whole verdict begins', () => {
    const later = { name: 'a third rule', status: 'failed', message: 'The answer is 3; the rule asks for 4' } as const;
    const whole = verdictOn([passed, { ...broken, laws: [...broken.laws, later] }]);
    const opening = openingText(verdictOn([passed, broken]));
    expect(opening).toContain('Rule: another rule\n\n    The answer is 1; the rule asks for 2.\n\n      f(1)');
    expect(verdictText(whole).slice(0, opening.length)).toBe(opening);
    expect(verdictText(whole).slice(opening.length)).toContain('Also broken:\n      - a third rule');
  });
});
