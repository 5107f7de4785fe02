import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { levelName } from '../../drill/defineDrill.ts';
import { notStarted } from '../../judge/check.ts';
import type { Verdict } from '../../judge/verdict.ts';
import { verdictJson } from '../../report/json.ts';
import { verdictText } from '../../report/text.ts';
import { createGrader, DEFAULT_SEED } from '../grading/grade.ts';
import { colours, say, sayJson, UsageError, warn } from '../terminal/terminal.ts';
import { chooseLevel, chooseSlug } from '../workspace/choose.ts';
import { commandLine } from '../workspace/commandLine.ts';
import { rememberGrade } from '../workspace/history.ts';
import { attemptPath, type Home, listSlugs } from '../workspace/home.ts';
import { loadDrill } from '../workspace/loadDrill.ts';

export interface GradeOptions {
  readonly attempt?: string;
  readonly level?: string;
  readonly seed?: string;
  readonly json?: boolean;
}

/** Grades one attempt, or every attempt that is begun. Resolves to the exit code: 1 when something failed. */
export async function grade(home: Home, slug: string | undefined, options: GradeOptions): Promise<number> {
  const seed = parseSeed(options.seed);
  if (slug === undefined && (options.attempt ?? options.level) !== undefined) {
    throw new UsageError(
      `--attempt and --level need to know the drill: ${commandLine(home, 'grade', '<drill>', '--attempt', 'FILE')}`,
    );
  }
  const grader = createGrader(home);
  try {
    if (slug !== undefined && options.level !== undefined)
      await chooseLevel(home, chooseSlug(home, slug), options.level);
    const slugs = slug === undefined ? begunSlugs(home) : [chooseSlug(home, slug)];
    if (slugs.length === 0)
      (options.json ? warn : say)(`No drill is begun yet. Begin with: ${commandLine(home, 'start')}`);
    let failed = false;
    for (const each of slugs) {
      const attemptFile = options.attempt === undefined ? attemptPath(home, each) : givenFile(options.attempt);
      if (!existsSync(attemptFile)) return await notBegun(home, each, attemptFile, seed, options);
      const verdict = await grader.grade({ slug: each, attemptFile, level: options.level, seed });
      if (options.attempt === undefined) rememberGrade(home, verdict);
      if (options.json) sayJson(verdictJson(verdict));
      else say(verdictText(verdict, colours()));
      failed ||= hasFailed(verdict);
    }
    return failed ? 1 : 0;
  } finally {
    await grader.close();
  }
}

export const hasFailed = ({ problem, levels }: Verdict): boolean =>
  problem !== null || levels.some(({ status }) => status === 'failed');

export const begunSlugs = (home: Home): string[] =>
  listSlugs(home).filter((slug) => existsSync(attemptPath(home, slug)));

/** A drill without an attempt fails nothing: it is told how to begin. */
async function notBegun(home: Home, slug: string, attempt: string, seed: number, options: GradeOptions) {
  if (!options.json) {
    const made = path.relative(home.workspace, attempt);
    say(`${slug} is not started. Begin with: ${commandLine(home, 'start', slug)}   (it makes ${made})`);
    return 0;
  }
  const levels = (await loadDrill(home, slug)).levels.map(levelName).map(notStarted);
  const wanted = levels.filter(({ level }) => options.level === undefined || level === options.level);
  sayJson(verdictJson({ drill: slug, attempt, seed, durationMs: 0, problem: null, levels: wanted }));
  return 0;
}

function givenFile(file: string): string {
  const absolute = path.resolve(file);
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (!stats || stats.isDirectory()) throw new UsageError(`--attempt ${file}: there is no such file`);
  return absolute;
}

/** A seed has 32 bits, with or without a sign. */
const MIN_SEED = -(2 ** 31);
const MAX_SEED = 2 ** 32 - 1;

function parseSeed(text: string | undefined): number {
  if (text === undefined) return DEFAULT_SEED;
  const seed = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (seed >= MIN_SEED && seed <= MAX_SEED) return seed;
  throw new UsageError(`--seed ${text}: a seed is an integer from ${MIN_SEED} to ${MAX_SEED}`);
}
