import type { CasesVerdict, CaseVerdict, LevelCases } from '../judge/casesVerdict.ts';
import { visible } from '../values/visible.ts';
import { type Colours, noColours } from './colours.ts';
import { printedText, problemText } from './text.ts';

const SHOWN_SURVIVORS = 12;

/** A verdict on test cases for a person: each case, then what slipped through. Ends without a line break. */
export function casesText(verdict: CasesVerdict, colours: Colours = noColours): string {
  const heading = colours.bold(`${verdict.drill}, your test cases`);
  if (verdict.problem) {
    const file = verdict.file.split(/[\\/]/).at(-1) ?? verdict.file;
    return `${heading}\n  ${problemText({ file, ...verdict.problem }, colours)}`;
  }
  if (verdict.levels.length === 0) return `${heading}\n  There are none yet.`;
  const untried = verdict.attemptProblem
    ? [`  Your own code could not be tried:\n  ${problemText(verdict.attemptProblem, colours)}`]
    : [];
  return [heading, ...untried, ...verdict.levels.map((level) => levelText(level, colours))].join('\n');
}

function levelText(level: LevelCases, colours: Colours): string {
  const { bold, dim } = colours;
  const accepted = level.cases.filter(({ status }) => status === 'accepted').length;
  const score = accepted === 0 ? 'no case counts yet' : `${level.killed} of ${level.mutants} wrong solutions refuted`;
  const lines = [
    `  ${bold(level.level)}: ${score}`,
    ...level.cases.map((one) => `    ${caseText(one, colours)}${heard(one)}`),
  ];
  if (accepted > 0 && level.survivors.length > 0) {
    const shown = level.survivors.slice(0, SHOWN_SURVIVORS);
    const more = level.survivors.length - shown.length;
    lines.push('', '    What slips through all of them, a solution that', ...shown.map((says) => `      - ${says}`));
    if (more > 0) lines.push(dim(`      and ${more} more`));
  }
  return lines.join('\n');
}

const heard = ({ printed }: CaseVerdict): string =>
  printed ? `\n      ${printedText(printed).replaceAll('\n', '\n      ')}` : '';

function caseText(one: CaseVerdict, { green, red, yellow, dim }: Colours): string {
  const refusedText = ({ name, line }: { name: string; line?: number }, why: string): string =>
    `${red('x')} ${visible(name)}${line === undefined ? '' : dim(` (line ${line})`)}
      ${why}.`;
  if (one.status === 'set-aside') return refusedText(one, `Set aside, as ${one.reason}`);
  if (one.attempt?.status === 'failed') return refusedText({ ...one, ...one.attempt }, capital(one.attempt.reason));
  const name = visible(one.name);
  if (one.kills === 0) return `${yellow('-')} ${name}${dim(': refutes none of the wrong solutions')}`;
  const alone = one.alone === 0 ? '' : `, ${one.alone} that no other case does`;
  return `${green('+')} ${name}${dim(`: refutes ${one.kills}${alone}`)}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A verdict on test cases as one line of JSON, for other programs. */
export const casesJson = ({ drill, file, durationMs, problem, attemptProblem, levels }: CasesVerdict): string =>
  JSON.stringify({ drill, file, durationMs, problem, attemptProblem, levels });
