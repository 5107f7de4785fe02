import { fork } from 'node:child_process';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { gradeCases } from '../src/node/grading/cases.ts';
import { createGrader } from '../src/node/grading/grade.ts';
import { loadingFor } from '../src/node/grading/loading.ts';
import { attemptFile } from './sandboxed.ts';

const root = path.resolve(import.meta.dirname, '..');
const home = { packageRoot: root, workspace: root };
const loading = loadingFor(home);
const grader = createGrader(home);
afterAll(() => grader.close());

/** Code that nests as deep as it is told. */
const nested: Readonly<Record<string, (depth: number) => string>> = {
  parentheses: (n) => `const a = ${'('.repeat(n)}1${')'.repeat(n)};`,
  brackets: (n) => `const a = ${'['.repeat(n)}${']'.repeat(n)};`,
  blocks: (n) => `${'{'.repeat(n)}${'}'.repeat(n)}`,
  objects: (n) => `const a = ${'{ a: '.repeat(n)}1${'}'.repeat(n)};`,
  'arrows without parentheses': (n) => `const a = ${'b => '.repeat(n)}1;`,
  'arrows with parentheses': (n) => `const a = ${'(b) => '.repeat(n)}1;`,
  functions: (n) => `${'function f() {'.repeat(n)}${'}'.repeat(n)}`,
  classes: (n) => `const a = ${'class { a = '.repeat(n)}1${'}'.repeat(n)};`,
  types: (n) => `type A<T> = T; type B = ${'A<'.repeat(n)}1${'>'.repeat(n)};`,
  'types of functions': (n) => `type A = ${'(a: '.repeat(n)}1${') => 1'.repeat(n)};`,
  'conditional types': (n) => `type A = ${'1 extends 1 ? 1 : '.repeat(n)}1;`,
  'types of lists': (n) => `type A = B${'[]'.repeat(n)};`,
  'a sum': (n) => `const a = ${'1 + '.repeat(n)}1;`,
  'a sum over many lines': (n) => `const a =\n${'1 +\n'.repeat(n)}1;`,
  powers: (n) => `const a = ${'1 ** '.repeat(n)}1;`,
  conditions: (n) => `const a = ${'1 ? 1 : '.repeat(n)}1;`,
  'else if': (n) => `if (1) {}${' else if (1) {}'.repeat(n)}`,
  'if in if': (n) => `${'if (1) '.repeat(n)};`,
  'signs before a value': (n) => `const a = ${'!'.repeat(n)}1;`,
  'new before a value': (n) => `const a = () => ${'new '.repeat(n)}A;`,
  'texts in texts': (n) => `const a = ${'`${'.repeat(n)}1${'}`'.repeat(n)};`,
  'calls after calls': (n) => `const a = () => b${'()'.repeat(n)};`,
  members: (n) => `const a = () => b${'.c'.repeat(n)};`,
  assignments: (n) => `let a; ${'a = '.repeat(n)}1;`,
  patterns: (n) => `const f = (${'['.repeat(n)}a${']'.repeat(n)}) => a;`,
  'what may be an arrow': (n) => `let a; a = ${'(a = ('.repeat(n)}1${'))'.repeat(n)};`,
  casts: (n) => `const a = ${'<any>'.repeat(n)}1;`,
};
const answer = '\nexport function kMeans() { return 1; }\n';

describe('code that is nested too deep is refused with its line:', () => {
  test.each(Object.entries(nested))('%s', async (_, code) => {
    const deep = await grader.grade({ slug: 'k-means', attemptFile: attemptFile(`\n${code(6_000)}${answer}`) });
    expect(deep.problem).toMatchObject({ kind: 'cannot-load', file: 'attempt.ts' });
    expect(deep.problem?.message).toMatch(/^It is nested too deep: .* Take it apart$/);
    expect(deep.problem?.line).toBeGreaterThanOrEqual(2);
  });

  test('so are test cases', async () => {
    const file = attemptFile(
      `export default {\n  deep: (kMeans, t) => ${nested.parentheses?.(6_000).slice(10, -1)},\n};`,
    );
    expect(await gradeCases(home, 'k-means', file)).toMatchObject({
      problem: { kind: 'cannot-load', line: 2 },
      levels: [],
    });
  });

  test('a long list is not deep', async () => {
    const source = `export const f = () => [${'1, '.repeat(30_000)}];`;
    expect(await loading.load(attemptFile(source))).toMatchObject({ ok: true });
  });

  test('and what is just not too deep is run, too', async () => {
    const blocks: string[] = [];
    for (const code of Object.values(nested)) {
      const allowed = [480, 290, 240, 160, 120, 90].map((depth) => `{ ${code(depth)} }`);
      for (const block of allowed) {
        if (!(await loading.load(attemptFile(block))).ok) continue;
        blocks.push(block);
        break;
      }
    }
    expect(blocks).toHaveLength(Object.keys(nested).length);
    const file = attemptFile(`${blocks.join('\n')}${answer}`);
    const { problem, levels } = await grader.grade({ slug: 'k-means', attemptFile: file, level: 'kMeans' });
    expect([problem, levels[0]?.status]).toEqual([null, 'failed']);
  });
});

describe('the process that loads', () => {
  const file = attemptFile('export const f = () => 3;');

  test('is told of when it dies of a file, and is started again', async () => {
    const slow = attemptFile(`export const g = [${'1, '.repeat(30_000)}];`); // which it still reads when it is killed
    const answers = [loading.load(slow), loading.load(file)];
    await Promise.resolve();
    loading.start().kill('SIGKILL');
    const died = {
      ok: false,
      problem: { kind: 'cannot-load', message: expect.stringContaining('ends when it reads it') },
    };
    expect(await Promise.all(answers)).toEqual([died, expect.objectContaining({ ok: true })]);
    loading.start().kill('SIGKILL');
    await new Promise((resolve) => loading.start().once('exit', resolve));
    expect(await loading.load(file)).toMatchObject({ ok: true, code: { exported: ['f'] } });
  });

  test.each([0, 20, 60, 400])('ends with who started it, also %d milliseconds after its start', async (after) => {
    const child = fork(path.join(root, 'dist/src/node/grading/loadingProcess.js'), { execArgv: [] });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await new Promise((resolve) => setTimeout(resolve, after));
    child.disconnect();
    await ended;
  });
});
