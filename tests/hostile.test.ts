import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { Verdict } from '../src/judge/verdict.ts';
import { createGrader } from '../src/node/grading/grade.ts';
import { load } from '../src/node/grading/load.ts';
import { GradingProcess } from '../src/node/sandbox/childProcess.ts';
import { attacks } from './hostile.ts';
import { cleanUp, emptyFolder, running } from './run.ts';
import { attemptFile } from './sandboxed.ts';

const root = path.resolve(import.meta.dirname, '..');
const grader = createGrader({ packageRoot: root, workspace: root });
afterAll(() => grader.close());
afterAll(cleanUp);

describe('a hostile attempt gets a clear verdict and never a pass:', () => {
  for (const { name, ends, source } of attacks) {
    test(name, async () => {
      const verdict = await grader.grade({ slug: 'k-means', attemptFile: attemptFile(source) });
      expect(ending(verdict)).toMatch(ends);
      expect(verdict.levels.some(({ status }) => status === 'passed')).toBe(false);
    });
  }
});

test('a fault of the grader says that it is one', async () => {
  const loaded = load(attemptFile('export const kMeans = () => 1;'));
  if (!loaded.ok) throw new Error(loaded.problem.message);
  const drill = pathToFileURL(path.join(root, 'dist/drills/no-such-drill.js')).href;
  const graderProcess = new GradingProcess(path.join(root, 'dist'));
  const { problem } = await graderProcess.judge({ drill, attempt: loaded.code, reference: loaded.code, seed: 1 });
  expect(problem).toMatchObject({ kind: 'crashed', message: expect.stringContaining('That is a fault of the grader') });
});

test.each([
  ['array buffers', 'new Float64Array(90_000).fill(1)'],
  ['small things', 'Array.from({ length: 10_000 }, (_, i) => ({ i, of: [i] }))'],
])('%s that a right attempt keeps use up memory, at the same law each time', async (_, made) => {
  const file = attemptFile(`import { kMeans as right } from './mine/kMeans.ts';
    const kept: unknown[] = [];
    export const kMeans: typeof right = (...given) => { kept.push(${made}); return right(...given); };`);
  cpSync(path.join(root, 'reference/k-means'), path.join(path.dirname(file), 'mine'), { recursive: true });
  const grades = [1, 2].map(() => grader.grade({ slug: 'k-means', attemptFile: file, level: 'kMeans' }));
  const [first, second] = await Promise.all(grades);
  expect(first?.problem).toEqual(second?.problem);
  expect(first?.problem).toMatchObject({
    kind: 'out-of-memory',
    message: expect.stringMatching(/^It keeps more and more memory and was stopped, at "[^"]+"$/),
  });
});

test('nothing goes on when the grader is killed, also where an attempt never gives back control', async () => {
  const never = attemptFile('export const kMeans = () => /^(a+)+$/.test("a".repeat(60) + "b");');
  const grading = running(emptyFolder(), ['grade', 'k-means', '--attempt', never]);
  const ps = (...args: string[]): string => spawnSync('ps', args, { encoding: 'utf8' }).stdout.trim();
  const child = await eventually(
    // Files are loaded in another child.
    () =>
      ps('-A', '-ww', '-o', 'pid=,ppid=,args=').match(
        new RegExp(`^\\s*(\\d+)\\s+${grading.pid}\\s.*sandbox/child`, 'm'),
      )?.[1],
  );
  // Its own start costs less than this.
  await eventually(() => secondsIn(ps('-o', 'time=', '-p', child)) >= 2 || undefined);
  grading.signal('SIGKILL');
  await grading.finished;
  expect(await eventually(() => (ps('-o', 'stat=', '-p', child).replace(/^Z.*/, '') === '' ? 'gone' : undefined))).toBe(
    'gone',
  );
});

/** Asks until there is an answer; the test has no time of its own but vitest's. */
async function eventually<Answer>(ask: () => Answer | undefined): Promise<Answer> {
  for (let answer = ask(); ; answer = ask()) {
    if (answer !== undefined) return answer;
    await sleep(50);
  }
}

/** The seconds in a time of `ps`, as 00:00:02 or 0:02.31. */
const secondsIn = (time: string): number => time.split(':').reduce((sum, part) => 60 * sum + Number(part), 0);

/** How a grade ended, on one line. */
function ending({ problem, levels }: Verdict): string {
  if (problem) return `${problem.kind}: ${problem.message} (line ${problem.line})`;
  const failed = levels.flatMap(({ laws }) => laws).find(({ status }) => status === 'failed');
  return failed?.status === 'failed' ? `failed: ${failed.message}` : `not refuted: ${JSON.stringify(levels)}`;
}
