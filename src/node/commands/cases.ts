import { existsSync } from 'node:fs';
import path from 'node:path';
import { type CasesVerdict, refusalOf } from '../../judge/casesVerdict.ts';
import { casesJson, casesText } from '../../report/casesText.ts';
import { gradeCases } from '../grading/cases.ts';
import { colours, say, sayJson, UsageError } from '../terminal/terminal.ts';
import { casesPath, createCases } from '../workspace/casesFile.ts';
import { slugFor } from '../workspace/choose.ts';
import type { Home } from '../workspace/home.ts';
import { loadDrill } from '../workspace/loadDrill.ts';

export interface CasesOptions {
  readonly file?: string;
  readonly json?: boolean;
}

/** Judges a learner's test cases of a drill. Resolves to the exit code: 1 when one of them refuses a right solution, or the learner's own. */
export async function cases(
  home: Home,
  slugArgument: string | undefined,
  { file, json }: CasesOptions,
): Promise<number> {
  const slug = slugFor(home, 'cases', slugArgument);
  const given = file === undefined ? casesPath(home, slug) : path.resolve(file);
  if (!existsSync(given)) {
    if (file !== undefined) throw new UsageError(`--file ${file}: there is no such file`);
    createCases(home, slug, await loadDrill(home, slug));
    if (!json) {
      say(`Made ${path.relative(process.cwd(), given)}. Write your test cases in it, and run this again.`);
      return 0;
    }
  }
  const verdict = await gradeCases(home, slug, given);
  if (json) sayJson(casesJson(verdict));
  else say(casesText(verdict, colours()));
  return hasRefused(verdict) ? 1 : 0;
}

/** Whether some case is no good, or the attempt fails it or cannot be tried: survivors are a score and no failure. */
export const hasRefused = ({ problem, attemptProblem, levels }: CasesVerdict): boolean =>
  problem !== null ||
  attemptProblem !== null ||
  levels.some((level) => level.cases.some((one) => refusalOf(one) !== undefined));
