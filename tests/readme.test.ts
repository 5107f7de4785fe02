import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { root } from './bank.ts';
import { cleanUp } from './run.ts';
import { interviewTranscript } from './transcript.ts';

afterAll(cleanUp);

const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const { scripts, dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

const run = (...args: string[]): string =>
  execFileSync('npm', args, { cwd: root, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });

/** What differs from run to run: how long it took. */
const timeless = (text: string): string => text.replaceAll(/[\d.]+ ms/g, 'N ms').trim();

/** And when it was, and how long an interview took. */
const undated = (text: string): string =>
  text
    .replaceAll(/\d{8}-\d{6}-\d{3}/g, 'TIME')
    .replaceAll(/[\d.]+ (of 35 minutes|min,)/g, 'N $1')
    .trim();

describe('the README', () => {
  test('shows what the demo prints', () => {
    const shown = /What the demo prints:\n\n```text\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    expect(timeless(run('run', '-s', 'demo'))).toBe(timeless(shown));
  });

  test('shows what an interview prints', async () => {
    const shown = /an interview, driven by a script[\s\S]*?```text\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    expect(undated(await interviewTranscript())).toBe(undated(shown));
  });

  test('names scripts that exist', () => {
    const named = [...readme.matchAll(/npm (?:run (?:-s )?)?([a-z][\w:-]*)/g)].map(([, name]) => name ?? '');
    const builtIn = ['ci', 'start', 'test'];
    expect(named.filter((name) => !builtIn.includes(name) && !(name in scripts))).toEqual([]);
  });

  test.each([['run', '-s', 'list'], ['test'], ['run', '-s', 'grade', '--', 'k-means', '--json']])(
    'has commands that run: npm %s %s %s',
    (...args) => {
      expect(() => run(...args.filter(Boolean))).not.toThrow();
    },
  );

  test('gives a reason for each runtime dependency', () => {
    for (const name of Object.keys(dependencies)) expect(readme).toContain(name);
  });
});
