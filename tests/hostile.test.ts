import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Verdict } from '../src/judge/verdict.ts';
import { createGrader } from '../src/node/grade.ts';
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

/** How a grade ended, on one line. */
function ending({ problem, levels }: Verdict): string {
  if (problem) return `${problem.kind}: ${problem.message} (line ${problem.line})`;
  const failed = levels.flatMap(({ laws }) => laws).find(({ status }) => status === 'failed');
  return failed?.status === 'failed' ? `failed: ${failed.message}` : `not refuted: ${JSON.stringify(levels)}`;
}
