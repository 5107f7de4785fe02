import type { CasesScore } from '../interview/casesScore.ts';
import type { LevelScore, Scorecard } from '../interview/scorecard.ts';
import type { ClaimVerdict } from '../judge/judgeClaim.ts';
import { counted } from '../values/counted.ts';
import { visible } from '../values/visible.ts';
import { type Colours, noColours } from './colours.ts';

const SHOWN = 5;

/** A scorecard for a person. Ends without a line break. */
export function scorecardText(card: Scorecard, colours: Colours = noColours): string {
  const { bold } = colours;
  const over = card.minutesOver > 0 ? `, ${card.minutesOver} of them after the time was over` : '';
  const parts = [
    `${bold(`Scorecard: ${card.drill}`)}\n${card.minutesUsed} of ${counted(card.minutes, 'minute')}${over}; ${counted(card.hints, 'hint')}`,
    section(
      'Levels',
      card.levels.map((level) => levelText(level, colours)),
      colours,
    ),
    section(
      'Cost, as you said it',
      card.complexity.map((claim) => claimText(claim, colours)),
      colours,
    ),
    section('Your test cases', casesLines(card.cases, colours), colours),
    section('Questions', questionLines(card.clarifications, colours), colours),
    section(
      'Discussion',
      card.discussion.map(({ question, made, points }) => `${made} of ${counted(points, 'point')}: ${question}`),
      colours,
    ),
    section(
      'Next',
      card.next.map((sentence, i) => `${i + 1}. ${sentence}`),
      colours,
    ),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function section(title: string, lines: readonly string[], { bold }: Colours): string {
  return lines.length === 0
    ? ''
    : `${bold(title)}\n${lines.map((line) => `  ${line.replaceAll('\n', '\n  ')}`).join('\n')}`;
}

/** What became of a level, in a word or two. */
export function standingOf({ status, correct, isInTime }: LevelScore): string {
  switch (status) {
    case 'passed':
      return isInTime ? 'passed' : 'passed late';
    case 'failed':
      return correct ? 'right, too slow' : 'not right';
    case 'not-started':
      return 'not started';
    case 'not-reached':
      return 'not reached';
    default:
      return status satisfies never;
  }
}

function levelText(level: LevelScore, { green, red, dim }: Colours): string {
  const standing = standingOf(level);
  const colour = level.status === 'passed' ? green : level.status === 'failed' ? red : dim;
  const head = `${colour(standing.padEnd(15))} ${level.level}`;
  if (level.status === 'not-reached') return head;
  const facts = [
    `${level.minutes} min`,
    counted(level.saves, 'grade'),
    ...(level.hints > 0 ? [counted(level.hints, 'hint')] : []),
  ];
  const broken = level.broken === undefined ? '' : `\n                ${level.broken}`;
  const remarks = level.remarks.map((name) => `\n                remark: ${name}`).join('');
  return `${head}${dim(`  ${facts.join(', ')}`)}${broken}${remarks}`;
}

function claimText(
  { function: name, of, claim, right, verdict, message, counted: contradictions, isMeasured }: ClaimVerdict,
  { green, red, yellow, dim }: Colours,
) {
  const what = `${name}, ${of}`;
  const marks = {
    right: contradictions.length > 0 ? yellow('right, but not of this code') : green('right'),
    wrong: red('wrong'),
    unreadable: yellow('not read'),
    'not-said': dim('not said'),
  };
  const unseen = verdict === 'right' && !isMeasured ? dim(' (not measured on your code)') : '';
  const head = `${marks[verdict]}  ${what}: ${claim === null ? dim(`it is ${right}`) : visible(claim)}${unseen}`;
  const more = [...(message === undefined ? [] : [`${message}.`]), ...contradictions.map((text) => `${text}.`)];
  return [head, ...more.map((text) => `       ${text.charAt(0).toUpperCase()}${visible(text.slice(1))}`)].join('\n');
}

function casesLines(cases: CasesScore | null, { dim }: Colours): string[] {
  if (!cases) return [dim('none written')];
  if (cases.problem) return [`They could not be run: ${visible(cases.problem.message)}.`];
  const lines = [`${cases.killed} of ${cases.mutants} wrong solutions refuted by ${counted(cases.accepted, 'case')}`];
  for (const { name, reason } of cases.setAside) lines.push(`set aside: ${visible(name)}, as ${reason}`);
  for (const { name, reason } of cases.failed) lines.push(`failed: ${visible(name)}, as ${reason}`);
  const shown = cases.survivors.slice(0, SHOWN);
  if (shown.length > 0) lines.push('not refuted: a solution that', ...shown.map((says) => `  - ${says}`));
  if (cases.survivors.length > shown.length) lines.push(dim(`  and ${cases.survivors.length - shown.length} more`));
  return lines;
}

function questionLines(
  { asked, notAsked, mattered, gaveUp }: Scorecard['clarifications'],
  { dim, yellow }: Colours,
): string[] {
  const lines = [
    `${asked.length} asked of the ${asked.length + notAsked.length} that were worth asking${gaveUp ? ', with the list of them' : ''}`,
  ];
  for (const { question, laws } of mattered)
    lines.push(`${yellow('it mattered')}: ${question} ${dim(`(a save broke: ${laws[0]})`)}`);
  const others = notAsked.filter((question) => !mattered.some((one) => one.question === question));
  for (const question of others.slice(0, SHOWN)) lines.push(dim(`not asked: ${question}`));
  if (others.length > SHOWN) lines.push(dim(`and ${others.length - SHOWN} more`));
  return lines;
}
