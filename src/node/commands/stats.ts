import { levelName } from '../../drill/defineDrill.ts';
import { activityOf, dayOf, streaksOf } from '../../history/activity.ts';
import { type Item, reviewsOf } from '../../history/reviews.ts';
import { type Due, scheduleOf } from '../../history/schedule.ts';
import { calendarText } from '../../report/calendar.ts';
import { type Home, listSlugs } from '../home.ts';
import { loadDrill } from '../loadDrill.ts';
import { colours, say, warn } from '../terminal.ts';
import { recall } from '../workspace/history.ts';

/** Shows how it is going: streaks, what is due, each drill as a picture, and the last weeks day by day. */
export async function stats(home: Home, { json = false }: { json?: boolean }): Promise<void> {
  const now = new Date();
  const events = recall(home, warn);
  const activity = activityOf(events);
  const streaks = streaksOf(activity, dayOf(now));
  const reviews = reviewsOf(events);
  const schedule = scheduleOf(reviews);
  const dueOf = (kind: Item['kind']) => schedule.filter(({ item, due }) => item.kind === kind && due <= now).length;
  const due = { levels: dueOf('level'), cards: dueOf('card') };
  const drills = await Promise.all(
    listSlugs(home).map(async (slug) => {
      const levels = (await loadDrill(home, slug)).levels.map(levelName);
      return { drill: slug, levels: levels.map((level) => standing(level, slug, schedule, now)) };
    }),
  );
  if (json) {
    say(JSON.stringify({ streak: streaks, due, drills, activity: Object.fromEntries(activity) }));
    return;
  }
  const { bold, dim, green, yellow } = colours();
  say(`${bold('Streak')}  ${counted(streaks.now, 'day')} in a row; the longest was ${counted(streaks.longest, 'day')}`);
  say(`${bold('Due')}     ${counted(due.levels, 'level')}, ${counted(due.cards, 'card')}\n`);
  const width = Math.max(...drills.map(({ drill }) => drill.length));
  const marks = {
    known: green('\u25a0'),
    due: yellow('\u25a7'),
    shaky: yellow('\u25a1'),
    'never passed': dim('\u00b7'),
  };
  for (const { drill, levels } of drills) {
    const picture = levels.map(({ standing: how }) => marks[how]).join(' ');
    const dates = levels.flatMap(({ due: date }) => (date === null ? [] : [date])).sort();
    say(`  ${drill.padEnd(width)}  ${picture}${dates[0] === undefined ? '' : dim(`   next ${dates[0].slice(0, 10)}`)}`);
  }
  say(
    dim(
      `\n  one mark a level: ${marks.known} known  ${marks.due} due  ${marks.shaky} tried, not passed  ${marks['never passed']} never tried\n`,
    ),
  );
  say(calendarText(activity, now));
}

/** How well a level is known now. */
function standing(level: string, drill: string, schedule: readonly Due[], now: Date) {
  const found = schedule.find(({ item }) => item.kind === 'level' && item.drill === drill && item.level === level);
  if (!found) return { level, standing: 'never passed', due: null } as const;
  const how = found.recalled === 'again' ? 'shaky' : found.due <= now ? 'due' : 'known';
  return { level, standing: how, due: found.due.toISOString() } as const;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
