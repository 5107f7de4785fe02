import { describe, test } from 'vitest';
import { type CasesVerdict, refusalOf } from '../../judge/casesVerdict.ts';
import { problemText } from '../../report/text.ts';
import { visible } from '../../values/visible.ts';
import { gradeCases } from '../grading/cases.ts';
import { loadingFor } from '../grading/loading.ts';
import { findHome } from '../workspace/home.ts';
import { fail } from './fail.ts';

/** Registers one test for each of a learner's test cases: it fails where the case refuses a right solution, or the learner's own. All of them await one verdict. */
export async function gradeCasesHere(slug: string, file: string): Promise<void> {
  const home = findHome(process.cwd());
  let verdict: Promise<CasesVerdict> | undefined;
  const graded = (): Promise<CasesVerdict> => {
    verdict ??= gradeCases(home, slug, file);
    return verdict;
  };

  const found = await loadingFor(home).findCases(file); // why there are none where it cannot be read, another test tells

  describe(`${slug}, your test cases`, () => {
    test('the cases can be run', async () => {
      const { problem, levels } = await graded();
      if (problem) fail(problemText(problem));
      for (const { level, killed, mutants, survivors } of levels) {
        const left = survivors.length > 0 ? `; what slips through first: a solution that ${survivors[0]}` : '';
        console.log(`${level}: ${killed} of ${mutants} wrong solutions refuted${left}`);
      }
    });
    for (const { keys } of found.ok ? found.cases : []) {
      test(visible(keys.join(' / ')), async () => {
        const { levels } = await graded();
        const [group] = keys.length > 1 ? keys : [];
        const found = levels
          .flatMap(({ cases }) => cases)
          .find(({ name, tests }) => name === keys.at(-1) && (group === undefined || tests.includes(group)));
        if (found?.printed) console.log(found.printed.join('\n'));
        const refusal = found && refusalOf(found);
        if (refusal) fail(sentence(refusal));
      });
    }
  });
}

const sentence = ({ reason, line }: { reason: string; line?: number }): string =>
  `${reason.charAt(0).toUpperCase()}${reason.slice(1)}${line === undefined ? '' : ` (line ${line})`}.`;
