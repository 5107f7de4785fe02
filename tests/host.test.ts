import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanUp, cloneOfThis, KNN, root, saveAttempt } from './run.ts';

afterAll(cleanUp);

/** A test as vitest reports it. */
interface Reported {
  readonly fullName: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
}

let clone: string;

beforeAll(() => {
  clone = cloneOfThis();
  mkdirSync(path.join(clone, 'tests'));
  for (const file of ['vitest.config.ts', 'tests/setup.ts']) cpSync(path.join(root, file), path.join(clone, file));
});

/** Runs `npm test -- ...`; resolves to the exit code and the tests that ran. */
function npmTest(...args: string[]): Promise<{ code: number; tests: Reported[] }> {
  const report = path.join(clone, 'report.json');
  writeFileSync(report, '{ "testResults": [] }');
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const all = ['run', '--project', 'attempts', '--reporter=json', `--outputFile=${report}`, ...args];
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH, HOME: process.env.HOME };
    execFile(process.execPath, [vitest, ...all], { cwd: clone, env }, (error) => {
      const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
        testResults: { assertionResults: Reported[] }[];
      };
      const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
      resolve({ code: Number(error?.code ?? 0), tests: tests.filter(({ status }) => status !== 'skipped') });
    });
  });
}

describe('npm test', () => {
  test('without an attempt fails nothing', async () => {
    expect(await npmTest()).toEqual({ code: 0, tests: [] });
  });

  test('says once which drills are not started, and what to do next', async () => {
    const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
    const env = { PATH: process.env.PATH, HOME: process.env.HOME };
    const said = () =>
      promisify(execFile)(process.execPath, [vitest, 'run', '--project', 'attempts'], { cwd: clone, env });
    expect((await said()).stderr).toContain('No drill is begun yet. Begin with: npm start\n');
    saveAttempt(clone, 'right');
    const others = ['decision-tree-inference', 'decision-tree-learning', 'decision-tree-pruning', 'k-means'];
    expect((await said()).stderr).toContain(`Not started: ${others.join(', ')}. Begin with: npm start\n`);
  });

  test('has a test for each law, whose failure is the message and no stack', async () => {
    saveAttempt(clone, 'wrong');
    const { code, tests } = await npmTest();
    const failed = tests.filter(({ status }) => status === 'failed');
    expect([code, failed.length]).toEqual([1, 1]);
    expect(failed[0]?.fullName).toBe(`${KNN} kNearest the smallest of the labels that tie for most votes wins`);
    expect(failed[0]?.failureMessages.join('')).toMatch(/knnClassify\(\[\[/);
    expect(failed[0]?.failureMessages.join('')).not.toMatch(/^\s+at /m);
    expect(tests.filter(({ status }) => status === 'todo').map(({ fullName }) => fullName)).toContain(
      `${KNN} createNearest is not started`,
    );
  });

  test('leaves other drills out with -t', async () => {
    const { code, tests } = await npmTest('-t', 'k-means');
    expect([code, tests.filter(({ status }) => status === 'failed')]).toEqual([0, []]);
  });

  test('has a test for each of the test cases, which fails where it refuses a right solution or the attempt', async () => {
    saveAttempt(clone, 'wrong');
    writeFileSync(
      path.join(clone, 'drills', KNN, 'cases.ts'),
      `export default {
        'one row': (kNearest, t) => { t.equal(kNearest([[1]], [0], 1), [0]); },
        'the farthest first': (kNearest, t) => { t.equal(kNearest([[1], [2]], [0], 2), [1, 0]); },
        'a tie': (knnClassify, t) => { t.equal(knnClassify([[0], [1]], [1, 0], [0], 2), 0); },
      };`,
    );
    const { code, tests } = await npmTest('-t', 'your test cases');
    expect(code).toBe(1);
    expect(tests.map(({ fullName, status }) => [fullName, status])).toEqual([
      [`${KNN}, your test cases the cases can be run`, 'passed'],
      [`${KNN}, your test cases one row`, 'passed'],
      [`${KNN}, your test cases the farthest first`, 'failed'],
      [`${KNN}, your test cases a tie`, 'failed'],
    ]);
    expect(tests[2]?.failureMessages.join('')).toContain('It refuses the model solution');
    expect(tests[3]?.failureMessages.join('')).toContain('Your code gives 1 where the case asks for 0 (line 4).');
  });
});
