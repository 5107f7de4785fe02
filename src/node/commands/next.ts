import { levelName } from '../../drill/defineDrill.ts';
import type { HistoryEvent } from '../../history/event.ts';
import { type Item, itemKey, reviewsOf } from '../../history/reviews.ts';
import { type Due, scheduleOf } from '../../history/schedule.ts';
import { lastGrades } from '../../history/statuses.ts';
import { leftOf } from '../../interview/clock.ts';
import { type Interview, openInterview } from '../../interview/interview.ts';
import { counted } from '../../values/counted.ts';
import { colours, say, sayJson, warn } from '../terminal/terminal.ts';
import { commandLine } from '../workspace/commandLine.ts';
import { recall } from '../workspace/history.ts';
import { type Home, listSlugs } from '../workspace/home.ts';
import { loadDrill } from '../workspace/loadDrill.ts';
import { knownItems } from './knownItems.ts';

const SHOWN = 8;

/** Something to do now, and why. */
interface Proposal {
  readonly what: string;
  readonly why: string;
  readonly command: string;
  readonly due?: string;
}

/** Proposes what to do now: what failed last or is an open interview, what is due, and what was never tried. */
export async function next(home: Home, { json = false }: { json?: boolean }): Promise<void> {
  const now = new Date();
  const proposals = await proposalsFor(home, now);
  if (json) return sayJson(JSON.stringify(proposals));
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
  const drills = await Promise.all(
    listSlugs(home).map(async (slug) => ({ slug, levels: (await loadDrill(home, slug)).levels.map(levelName) })),
  );
  const names = await knownItems(home);
  const nameOf = (item: Item): string => names.get(itemKey(item)) ?? '';
  const last = openInterview(events);
  const open = drills.some(({ slug }) => slug === last?.drill) ? last : undefined;
  const failed = drills.flatMap(({ slug, levels }) => failedLevels(home, events, slug, levels, open));
  const underWay = [
    ...failed,
    ...(open && !failed.some(({ drill }) => drill === open.drill) ? [opened(home, open, now)] : []),
  ];
  const proposals: Proposal[] = underWay
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .map(({ what, why, command }) => ({ what, why, command }));
  const taken = new Set(proposals.map(({ what }) => what));
  const schedule = scheduleOf(reviewsOf(events).filter(({ item }) => names.has(itemKey(item))));
  const due = schedule.filter((one) => one.due <= now && !taken.has(nameOf(one.item)));
  proposals.push(
    ...due.map((one) => ({ what: nameOf(one.item), ...dueProposal(home, one, now), due: one.due.toISOString() })),
  );
  const tried = new Set(schedule.map(({ item }) => itemKey(item)));
  for (const { slug, levels } of drills) {
    if (failed.some(({ drill }) => drill === slug)) continue;
    const untried = levels.find((level) => !tried.has(itemKey({ kind: 'level', drill: slug, level })));
    if (untried === undefined) continue;
    const why = untried === levels[0] ? 'This drill was never passed.' : 'It is the next level, and was never passed.';
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

/** Something that was begun and is not done, and when it was last touched. */
interface UnderWay extends Proposal {
  readonly drill: string;
  readonly at: string;
}

/** The levels of a drill that failed when they were last graded: where one left off. */
function failedLevels(
  home: Home,
  events: readonly HistoryEvent[],
  slug: string,
  levels: readonly string[],
  open: Interview | undefined,
): UnderWay[] {
  const grades = lastGrades(events, slug);
  return levels.flatMap((level) => {
    const last = grades[level];
    if (last?.status !== 'failed') return [];
    const isOpen = open?.drill === slug;
    return {
      drill: slug,
      at: last.at,
      what: `${slug}, ${level}`,
      why: `It did not pass when it was last graded, on ${last.at.slice(0, 10)}${isOpen ? '; its interview is open' : ''}.`,
      command: commandLine(home, isOpen ? 'interview' : 'start', slug),
    };
  });
}

function opened(home: Home, open: Interview, now: Date): UnderWay {
  const isOver = leftOf(open, now) < 0;
  return {
    drill: open.drill,
    at: open.startedAt.toISOString(),
    what: `the interview on ${open.drill}`,
    why: `It was begun and not ended; its ${isOver ? 'time is over' : 'clock runs'}.`,
    command: commandLine(home, 'interview', open.drill),
  };
}

const RECALLED = {
  again: 'it did not go well',
  hard: 'it went with hints, or in part',
  good: 'it went well after a mistake or two',
  easy: 'it went at once',
};

function dueProposal(home: Home, { item, due, last, recalled }: Due, now: Date): Omit<Proposal, 'what'> {
  const late = days(now.getTime() - due.getTime());
  const since = late === 0 ? 'today' : `since ${counted(late, 'day')}`;
  return {
    why: `Due ${since}: on ${last.toISOString().slice(0, 10)} ${RECALLED[recalled]}.`,
    command:
      item.kind === 'card'
        ? commandLine(home, 'discuss', item.card)
        : commandLine(home, 'interview', item.drill, '--new'),
  };
}

const days = (milliseconds: number): number => Math.floor(milliseconds / 86_400_000);
