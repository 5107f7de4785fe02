import { existsSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Drill, levelName } from '../../drill/defineDrill.ts';
import type { CasesVerdict } from '../../judge/casesVerdict.ts';
import type { Problem } from '../../judge/verdict.ts';
import type { FoundCase } from '../../load/findCases.ts';
import type { Part } from '../../load/load.ts';
import { LoadProblem } from '../../load/problem.ts';
import type { LevelBank, LoadedSolution, OwnAttempt, WantedCase } from '../../sandbox/messages.ts';
import { ATTEMPT, OURS } from '../../sandbox/ours.ts';
import { nearest } from '../../values/nearest.ts';
import { type CasesJudged, GradingProcess } from '../sandbox/childProcess.ts';
import { attemptPath, type Home } from '../workspace/home.ts';
import { drillUrl, loadBank, loadDrill } from '../workspace/loadDrill.ts';
import { type Loading, loadingFor } from './loading.ts';

/** A process started ahead of time judges sooner; it is used once. */
export const startCasesProcess = ({ packageRoot }: Home): GradingProcess =>
  new GradingProcess(path.join(packageRoot, 'dist'));

/** Judges a file of test cases: on right solutions first, then on the learner's own attempt, then on wrong ones. */
export async function gradeCases(
  home: Home,
  slug: string,
  file: string,
  child = startCasesProcess(home),
): Promise<CasesVerdict> {
  const started = performance.now();
  const verdictOn = (judged: CasesJudged): CasesVerdict => {
    const durationMs = Math.round((performance.now() - started) * 10) / 10;
    return { drill: slug, file, durationMs, ...judged };
  };
  const stoppedBy = (problem: Problem): CasesVerdict => verdictOn({ problem, attemptProblem: null, levels: [] });
  try {
    const drill = await loadDrill(home, slug);
    const loading = loadingFor(home);
    const found = await loading.findCases(file);
    if (!found.ok) return stoppedBy(found.problem);
    const wanted = wantedCases(drill, found.cases);
    const reference: Part = {
      entry: path.join(home.packageRoot, 'reference', slug, 'index.ts'),
      prefix: `${OURS}reference/`,
    };
    const parts: Part[] = [reference];
    const levels: LevelBank[] = [];
    for (const [level, cases] of wanted) {
      const functions = drill.levels.find((one) => levelName(one) === level)?.functions as readonly string[]; // the names of functions
      const bankPlace = { packageRoot: home.packageRoot, slug, functions };
      const solutions = (await loadBank(bankPlace)).filter(({ kind }) => kind === 'right' || kind === 'wrong');
      const loadedAs = solutions.map(({ kind, says, entry, texts }, i): LoadedSolution => {
        const prefix = `${OURS}${level}/${i}/`;
        parts.push({ entry, prefix, texts });
        return { isRight: kind === 'right', says, file: prefix + path.basename(entry) };
      });
      levels.push({ level, cases, solutions: loadedAs });
    }
    const cases: Part = { entry: file, prefix: '' };
    const loaded = await loading.loadTogether([...parts, cases]);
    if (!loaded.ok) return stoppedBy(loaded.problem);
    const [referenceFile = '', casesFile = ''] = [loaded.entries[0], loaded.entries.at(-1)];
    const own = levels.length > 0 ? await ownAttempt(loading, attemptPath(home, slug), reference, cases) : undefined;
    const [attempt, notLoaded] = own && 'kind' in own ? [undefined, own] : [own, null];
    const judged = await child.testCases({
      drill: drillUrl(home.packageRoot, slug),
      code: loaded.code,
      casesFile,
      referenceFile,
      own: attempt,
      levels,
    });
    return verdictOn({ ...judged, attemptProblem: ofAttempt(notLoaded ?? judged.attemptProblem) });
  } catch (error) {
    if (error instanceof LoadProblem) return stoppedBy(error.problem);
    throw error;
  } finally {
    child.kill();
  }
}

/** The problem of the attempt, with the name that its file has beside the cases. */
const ofAttempt = (problem: Problem | null): Problem | null =>
  problem && { ...problem, file: problem.file?.replace(ATTEMPT, '') ?? 'attempt.ts' };

/** The attempt, where there is one, or why it cannot be loaded. */
async function ownAttempt(
  loading: Loading,
  entry: string,
  reference: Part,
  cases: Part,
): Promise<OwnAttempt | Problem | undefined> {
  const attempt = existsSync(entry) ? await loading.load(entry) : undefined;
  if (!attempt?.ok) return attempt?.problem;
  const together = await loading.loadTogether([reference, { entry, prefix: ATTEMPT }, cases]);
  const { exported, unwritten } = attempt.code;
  const functions = exported.filter((name) => !unwritten.includes(name));
  if (!together.ok) return together.problem;
  return { code: together.code, attemptFile: together.entries[1] ?? '', functions };
}

/** The cases by the level that they test, in the order of the levels. */
function wantedCases(drill: Drill<unknown>, found: readonly FoundCase[]): Map<string, WantedCase[]> {
  const levelOf = new Map<string, string>();
  for (const level of drill.levels)
    for (const name of level.functions as readonly string[]) levelOf.set(name, levelName(level)); // the names of functions
  const known = [...levelOf.keys()];
  const order = drill.levels.map(levelName);
  const byLevel = new Map<string, WantedCase[]>();
  for (const one of found) {
    const functions = functionsOf(one, known);
    const levels = functions.map((name) => order.indexOf(levelOf.get(name) ?? ''));
    const level = order[Math.max(...levels)] ?? '';
    const { keys, takesObject, line } = one;
    const wanted = { name: keys.at(-1) ?? '', keys, functions, takesObject, line };
    byLevel.set(level, [...(byLevel.get(level) ?? []), wanted]);
  }
  return new Map([...byLevel].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}

/** What a case tests: what its first parameter takes apart, or its group, or the name of its parameter, or the first function. */
function functionsOf({ keys, takes, takesObject, line, column }: FoundCase, known: readonly string[]): string[] {
  const unknown = (name: string): never => {
    const close = nearest(name, known);
    const message = `There is no function \`${name}\` to test.${close ? ` Did you mean \`${close}\`?` : ''} There are ${known.join(', ')}`;
    throw new LoadProblem({ kind: 'missing-export', message, line, column });
  };
  if (takesObject) return takes.map((name) => (known.includes(name) ? name : unknown(name)));
  const [group] = keys.length > 1 ? keys : [];
  if (group !== undefined) return [known.includes(group) ? group : unknown(group)];
  const [parameter] = takes;
  if (parameter !== undefined && known.includes(parameter)) return [parameter];
  return known.slice(0, 1);
}
