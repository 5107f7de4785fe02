import type { GrowthVerdict, LawFailed, LevelVerdict, Problem, Remark, Verdict } from '../judge/verdict.ts';
import { counted } from '../values/counted.ts';
import { visible } from '../values/visible.ts';
import { type Colours, noColours } from './colours.ts';

const PRINTED_LINES = 10;
const NAMED_LAWS = 6;

/** A verdict for a person: reason first, then the call, then how to see it again. Ends without a line break. */
export const verdictText = (verdict: Verdict, colours: Colours = noColours): string =>
  textOf(verdict, levelText, colours);

/** How the text of a verdict begins, up to the first broken law, when no more is known yet. */
export const openingText = (verdict: Verdict, colours: Colours = noColours): string =>
  textOf(
    verdict,
    (level, ...rest) => (level.correct === false ? openingOf(level, ...rest) : levelText(level, ...rest)),
    colours,
  );

function textOf(
  verdict: Verdict,
  textOfLevel: (level: LevelVerdict, seed: number, colours: Colours) => string,
  colours: Colours,
): string {
  const heading = colours.bold(verdict.drill);
  if (verdict.problem) {
    const file = verdict.attempt.split(/[\\/]/).at(-1) ?? verdict.attempt;
    return `${heading}\n${indent(problemText({ file, ...verdict.problem }, colours))}`;
  }
  const begun = verdict.levels.filter(({ status }) => status !== 'not-started');
  const unbegun = verdict.levels.filter(({ status }) => status === 'not-started');
  const waiting = unbegun.filter(({ note }) => !note).map(({ level }) => level);
  const parts = begun.map((level) => indent(textOfLevel(level, verdict.seed, colours)));
  for (const { level, note } of unbegun)
    if (note) parts.push(indent(`${colours.dim('-')} ${level}: not started. ${visible(note)}.`));
  if (waiting.length > 0) parts.push(indent(colours.dim(`- ${waiting.join(', ')}: not started`)));
  return [heading, ...parts].join('\n');
}

/** What stopped a grade: where, what and what to do. */
export function problemText({ file, line, column, message, printed }: Problem, colours: Colours = noColours): string {
  const place = [file ?? (line === undefined ? undefined : 'attempt.ts'), line, column]
    .filter((part) => part !== undefined)
    .join(':');
  return `${colours.red('x')} ${place === '' ? '' : `${colours.bold(visible(place))}  `}${visible(message)}.${printed ? `\n${printedText(printed)}` : ''}`;
}

function levelText(level: LevelVerdict, seed: number, colours: Colours): string {
  const gates = level.growth.length;
  if (level.status === 'passed') {
    const growth = gates === 0 ? '' : ` and ${counted(gates, 'gate')} on growth`;
    const heading = `${colours.green('+')} ${colours.bold(level.level)}: passed, with ${counted(level.laws.length, 'law')}${growth}`;
    const remarks = level.remarks.map((remark) => indent(remarkText(remark, colours)));
    return [heading, ...remarks].join('\n') + alsoPrinted(level);
  }
  if (!level.correct) return wrongText(level, seed, colours);
  const isAsItGrows = level.growth.some(({ status }) => status === 'failed');
  const slow = isAsItGrows ? 'right, but too slow as the input grows' : 'right so far, but too slow';
  const heading = `${colours.red('x')} ${colours.bold(level.level)}: ${slow}`;
  return `${heading}\n${indent(slowText(level, colours))}${alsoPrinted(level)}`;
}

/** What is wrong first, and the call that shows it. */
function openingOf({ level, laws }: LevelVerdict, seed: number, colours: Colours): string {
  const heading = `${colours.red('x')} ${colours.bold(level)}: not right yet`;
  const first = laws.find((law) => law.status === 'failed');
  if (!first) return heading;
  const parts = [`${colours.yellow('Rule')}: ${first.name}`, lawText(first, colours)];
  if (first.counterexample !== undefined) parts.push(colours.dim(`seed ${seed}`));
  return `${heading}\n${indent(parts.join('\n\n'))}`;
}

function wrongText(verdict: LevelVerdict, seed: number, colours: Colours): string {
  const { laws } = verdict;
  const parts: string[] = [];
  const failed = laws.filter((law) => law.status === 'failed');
  const others = failed.slice(1);
  if (others.length > 0) parts.push(`Also broken:${alsoBroken(others.map(({ name }) => name))}`);
  const held = laws.filter(({ status }) => status === 'passed').length;
  const holding =
    held === 0
      ? `None of the ${counted(laws.length, 'law')} holds yet.`
      : `${held} of the ${counted(laws.length, 'law')} ${held === 1 ? 'holds' : 'hold'}.`;
  const unjudged = laws.length - held - failed.length;
  const rest =
    unjudged === 0
      ? ''
      : ` ${counted(unjudged, 'more law')} ${unjudged === 1 ? 'waits' : 'wait'} for ${failed.length === 1 ? 'this one' : 'these'}.`;
  parts.push(colours.dim(`${holding}${rest}`));
  return `${openingOf(verdict, seed, colours)}\n\n${indent(parts.join('\n\n'))}${alsoPrinted(verdict)}`;
}

function alsoBroken(names: readonly string[]): string {
  const shown = names.length > NAMED_LAWS ? names.slice(0, NAMED_LAWS - 1) : names;
  const more = names.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].map((name) => `\n  - ${name}`).join('');
}

/** What a broken law says below its name: what came back, and the smallest call that shows it. */
export function lawText(
  {
    message,
    counterexample,
    returned,
    printed,
  }: Pick<LawFailed, 'message' | 'counterexample' | 'returned' | 'printed'>,
  colours: Colours = noColours,
): string {
  const parts = [`${message}.`];
  if (counterexample !== undefined) parts.push(indent(colours.cyan(counterexample)));
  const isSaid = returned !== undefined && message.includes(` is ${returned};`);
  if (returned !== undefined && !isSaid) parts.push(`It returned:\n\n${indent(returned)}`);
  if (printed) parts.push(printedText(printed));
  return parts.join('\n\n');
}

/** The first lines of what was printed. */
export function printedText(printed: readonly string[]): string {
  const lines = printed.slice(0, PRINTED_LINES).map((line) => `  | ${line}`);
  const more = printed.length - lines.length;
  return `It printed:\n${lines.join('\n')}${more > 0 ? `\n  | ... and ${counted(more, 'more line')}` : ''}`;
}

/** What was printed, at the end of a level: unless a call that is shown has printed something itself. */
function alsoPrinted({ printed, laws }: LevelVerdict): string {
  const isShown = laws.find(({ status }) => status === 'failed');
  return !printed || (isShown?.status === 'failed' && isShown.printed) ? '' : `\n\n${indent(printedText(printed))}`;
}

function slowText({ growth, gatesLeft, laws }: LevelVerdict, colours: Colours): string {
  const [first, ...others] = growth.filter(({ status }) => status === 'failed');
  if (!first) return slowCallText(laws, colours);
  const parts = [growthText(first)];
  if (others.length > 0) parts.push(`Also too steep:${alsoBroken(others.map(({ on }) => on))}`);
  const passed = growth.length - 1 - others.length;
  const left = gatesLeft === 0 ? '' : ` ${counted(gatesLeft, 'more gate')} will be counted once it is faster.`;
  const gates =
    growth.length === 1
      ? 'the gate on growth does not pass'
      : `${passed} of the ${growth.length} gates on growth ${passed === 1 ? 'passes' : 'pass'}`;
  parts.push(colours.dim(`${holding(laws)}; ${gates}.${left}`));
  return parts.join('\n\n');
}

/** The first call that was stopped, where no gate tells of it. */
function slowCallText(laws: LevelVerdict['laws'], colours: Colours): string {
  const slow = laws.find((law) => law.status === 'not-judged' && law.message !== undefined);
  if (slow?.status !== 'not-judged' || slow.message === undefined) return '';
  const told = lawText({ ...slow, message: slow.message }, colours);
  return [`${colours.yellow('Rule')}: ${slow.name}`, told, colours.dim(`${holding(laws)}.`)].join('\n\n');
}

/** What is told of a level that passes. */
const remarkText = ({ message, advice, name, counterexample }: Remark, { yellow, cyan }: Colours): string =>
  [
    `${yellow('Remark')}: ${name}. ${message}; ${advice}.`,
    ...(counterexample ? [indent(cyan(counterexample))] : []),
  ].join('\n');

/** Laws on inputs that are too large for slow code wait. */
function holding(laws: LevelVerdict['laws']): string {
  const waiting = laws.filter(({ status }) => status === 'not-judged').length;
  if (waiting === 0) return `All ${laws.length} laws hold`;
  return `${counted(laws.length - waiting, 'law')} ${laws.length - waiting === 1 ? 'holds' : 'hold'}, ${counted(waiting, 'law')} on large inputs will be judged once it is fast enough`;
}

/** Why a gate on growth failed. */
export const growthText = ({ message, variable, slope, limit, counts }: GrowthVerdict): string =>
  `${message ?? `It grows too fast with ${variable}`}.` +
  (counts.length < 2
    ? ''
    : `\nIt gains ${variable}^${slope.toFixed(2)} on the reference; up to ${variable}^${limit} is allowed.`);

const indent = (text: string): string => text.replace(/^(?=.)/gm, '  ');
