import { afterAll, describe, test } from 'vitest';
import { levelName } from '../../drill/defineDrill.ts';
import type { Level } from '../../drill/level.ts';
import { growthName } from '../../judge/judgeGates.ts';
import type { LevelVerdict, Verdict } from '../../judge/verdict.ts';
import { lawNames } from '../../judge/workOut.ts';
import { growthText, lawText, problemText } from '../../report/text.ts';
import { createGrader, type Grader } from '../grading/grade.ts';
import { loadingFor } from '../grading/loading.ts';
import { rememberGrade } from '../workspace/history.ts';
import { findHome } from '../workspace/home.ts';
import { loadDrill } from '../workspace/loadDrill.ts';
import { fail } from './fail.ts';

/** Registers one test for each law and each gate of the levels that an attempt has begun. All of them await one verdict. */
export async function gradeHere(slug: string, attemptFile: string): Promise<void> {
  const home = findHome(process.cwd());
  const drill = await loadDrill(home, slug);
  let grader: Grader | undefined;
  let verdict: Promise<Verdict> | undefined;
  // Nothing runs until a test does: `-t` may leave this drill out.
  const graded = (): Promise<Verdict> => {
    grader ??= createGrader(home);
    verdict ??= grader.grade({ slug, attemptFile }).then((found) => {
      rememberGrade(home, found);
      return found;
    });
    return verdict;
  };
  afterAll(() => grader?.close());
  const loaded = await loadingFor(home).load(attemptFile);

  describe(slug, () => {
    test('the attempt can be graded', async () => {
      const { problem, levels } = await graded();
      if (problem) fail(problemText(problem));
      for (const { level, status, printed } of levels)
        if (printed && status === 'passed') console.log(`${level} printed:\n${printed.join('\n')}`);
    });
    if (!loaded.ok) return;
    const begun = loaded.code.exported.filter((name) => !loaded.code.unwritten.includes(name));
    for (const level of drill.levels) {
      if (level.functions.some((name) => begun.includes(name))) registerLevel(level, graded);
      else test.todo(`${levelName(level)} is not started`);
    }
  });
}

function registerLevel(level: Level<unknown>, graded: () => Promise<Verdict>): void {
  describe(levelName(level), () => {
    const verdictOn = async (): Promise<LevelVerdict | undefined> => {
      const { levels } = await graded();
      return levels.find((candidate) => candidate.level === levelName(level));
    };
    for (const name of lawNames(level)) {
      test(name, async ({ skip }) => {
        const verdict = await verdictOn();
        const law = verdict?.laws.find((candidate) => candidate.name === name);
        if (law?.status === 'not-judged' && law.message !== undefined) fail(lawText({ ...law, message: law.message }));
        const remark = verdict?.remarks.find((candidate) => candidate.name === name);
        if (remark) return skip(`passed, with a remark: ${remark.message}; ${remark.advice}`);
        if (!law || law.status === 'not-judged')
          return skip(law?.waitsFor === undefined ? 'not judged: see what failed first' : `waits for: ${law.waitsFor}`);
        if (law.status === 'failed') fail(lawText(law));
      });
    }
    for (const gate of level.growth) {
      for (const measure of gate.measures) {
        test(`${measure === 'steps' ? '' : 'memory '}${growthName(gate)}`, async ({ skip }) => {
          const verdict = await verdictOn();
          const found = verdict?.growth.find(
            (candidate) =>
              candidate.on === gate.on && candidate.variable === gate.variable && candidate.measure === measure,
          );
          if (!found)
            return skip(
              verdict?.correct ? 'not counted: see which gate failed first' : 'growth is measured once every law holds',
            );
          if (found.status === 'failed') fail(growthText(found));
        });
      }
    }
  });
}
