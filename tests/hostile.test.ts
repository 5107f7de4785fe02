import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { Verdict } from '../src/judge/verdict.ts';
import { createGrader } from '../src/node/grade.ts';
import { load } from '../src/node/load/load.ts';
import { GradingProcess } from '../src/node/sandbox/childProcess.ts';
import { attacks } from './hostile.ts';
import { attemptFile } from './sandboxed.ts';

const root = path.resolve(import.meta.dirname, '..');
const grader = createGrader({ packageRoot: root, workspace: root });
afterAll(() => grader.close());

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

/** How a grade ended, on one line. */
function ending({ problem, levels }: Verdict): string {
  if (problem) return `${problem.kind}: ${problem.message} (line ${problem.line})`;
  const failed = levels.flatMap(({ laws }) => laws).find(({ status }) => status === 'failed');
  return failed?.status === 'failed' ? `failed: ${failed.message}` : `not refuted: ${JSON.stringify(levels)}`;
}
