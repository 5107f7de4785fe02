import { cards } from '../../discussion/cards.ts';
import { levelName } from '../../drill/defineDrill.ts';
import { type Item, itemKey, reviewsOf } from '../../history/reviews.ts';
import { type Due, scheduleOf } from '../../history/schedule.ts';
import { openInterview } from '../../interview/interview.ts';
import { commandLine } from '../commandLine.ts';
import { type Home, listSlugs } from '../home.ts';
import { loadDrill } from '../loadDrill.ts';
import { colours, say, warn } from '../terminal.ts';
import { recall } from '../workspace/history.ts';

const SHOWN = 8;

/** Something to do now, and why. */
interface Proposal {
  readonly what: string;
  readonly why: string;
  readonly command: string;
  readonly due?: string;
}

/** Proposes what to do now: an interview that is open, what is due, and what was never tried. */
export async function next(home: Home, { json = false }: { json?: boolean }): Promise<void> {
  const now = new Date();
  const proposals = await proposalsFor(home, now);
  if (json) return say(JSON.stringify(proposals));
  const { bold, dim } = colours();
  const [first, ...others] = proposals;
  if (!first) return say('Nothing is due, and every level was tried. Come back tomorrow.');
  say(`${bold(first.what)}\n  ${first.why}\n  ${dim('$')} ${first.command}`);
  if (others.length > 0) say(`\nThen:`);
  for (const { what, why } of others.slice(0, SHOWN)) say(`  ${what}${dim(`  ${why}`)}`);
  if (others.length > SHOWN) say(dim(`  and ${others.length - SHOWN} more`));
}

async function proposalsFor(home: Home, now: Date): Promise<Proposal[]> {
  const events = recall(home, warn);
  const proposals: Proposal[] = [];
  const open = openInterview(events);
  if (open)
    proposals.push({
      what: `the interview on ${open.drill}`,
      why: 'It was begun and not ended; its clock runs.',
      command: commandLine(home, 'interview', open.drill),
    });
  const schedule = scheduleOf(reviewsOf(events));
  const due = schedule.filter((one) => one.due <= now);
  proposals.push(...due.map((one) => ({ ...dueProposal(home, one, now), due: one.due.toISOString() })));
  const tried = new Set(schedule.map(({ item }) => itemKey(item)));
  for (const slug of listSlugs(home)) {
    const { levels } = await loadDrill(home, slug);
    const untried = levels.map(levelName).find((level) => !tried.has(itemKey({ kind: 'level', drill: slug, level })));
    if (untried === undefined) continue;
    const isBegun = levels[0] !== undefined && untried !== levelName(levels[0]);
    const why = isBegun ? 'It is the next level, and was never passed.' : 'This drill was never passed.';
    proposals.push({ what: `${slug}, ${untried}`, why, command: commandLine(home, 'start', slug) });
  }
  const upcoming = schedule.find((one) => one.due > now);
  if (proposals.length === 0 && upcoming)
    proposals.push({
      what: `nothing until ${upcoming.due.toISOString().slice(0, 10)}`,
      why: `Then comes ${nameOf(upcoming.item)}.`,
      command: commandLine(home, 'stats'),
    });
  return proposals;
}

const RECALLED = {
  again: 'it did not go well',
  hard: 'it went with hints, or in part',
  good: 'it went well after a mistake or two',
  easy: 'it went at once',
};

function dueProposal(home: Home, { item, due, last, recalled }: Due, now: Date): Proposal {
  const late = days(now.getTime() - due.getTime());
  const since = late === 0 ? 'today' : `since ${late} day${late === 1 ? '' : 's'}`;
  return {
    what: nameOf(item),
    why: `Due ${since}: on ${last.toISOString().slice(0, 10)} ${RECALLED[recalled]}.`,
    command:
      item.kind === 'card'
        ? commandLine(home, 'discuss', item.card)
        : commandLine(home, 'interview', item.drill, '--new'),
  };
}

const days = (milliseconds: number): number => Math.floor(milliseconds / 86_400_000);

function nameOf(item: Item): string {
  if (item.kind === 'level') return `${item.drill}, ${item.level}`;
  return `"${cards.find(({ id }) => id === item.card)?.question ?? item.card}"`;
}
