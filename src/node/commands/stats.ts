import { activityOf, dayOf, streaksOf } from '../../history/activity.ts';
import { type Item, itemKey, reviewsOf } from '../../history/reviews.ts';
import { type Due, scheduleOf } from '../../history/schedule.ts';
import { calendarText } from '../../report/calendar.ts';
import { counted } from '../../values/counted.ts';
import { colours, say, sayJson, warn } from '../terminal/terminal.ts';
import { recall } from '../workspace/history.ts';
import { type Home, listSlugs } from '../workspace/home.ts';
import { knownItems } from './knownItems.ts';
import { type Standing, standingsNow } from './standing.ts';

/** Shows how it is going: streaks, what is due, each drill as a picture, and the last weeks day by day. */
export async function stats(home: Home, { json = false }: { json?: boolean }): Promise<void> {
  const now = new Date();
  const standings = await standingsNow(home, listSlugs(home));
  const events = recall(home, warn);
  const activity = activityOf(events);
  const streaks = streaksOf(activity, dayOf(now));
  const known = await knownItems(home);
  const reviews = reviewsOf(events).filter(({ item }) => known.has(itemKey(item)));
  const schedule = scheduleOf(reviews);
  const dueOf = (kind: Item['kind']) => schedule.filter(({ item, due }) => item.kind === kind && due <= now).length;
  const due = { levels: dueOf('level'), cards: dueOf('card') };
  const drills = standings.map(({ drill, levels }) => ({
    drill,
    levels: levels.map((level) => standing(level, drill, schedule, now)),
  }));
  if (json) {
    sayJson(JSON.stringify({ streak: streaks, due, drills, activity: Object.fromEntries(activity) }));
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
      `\n  one mark a level: ${marks.known} passed  ${marks.due} passed, due again  ${marks.shaky} tried, does not pass  ${marks['never passed']} never passed\n`,
    ),
  );
  say(calendarText(activity, now));
}

/** How well a level is known now: as the attempt at it stands, and where none is begun, as it went before. */
function standing({ level, status }: Standing['levels'][number], drill: string, schedule: readonly Due[], now: Date) {
  const found = schedule.find(({ item }) => item.kind === 'level' && item.drill === drill && item.level === level);
  const isShaky = status === 'failed' || (status === 'not-started' && found?.recalled === 'again');
  const passed = found && found.due <= now ? 'due' : 'known';
  const how = isShaky ? 'shaky' : found || status === 'passed' ? passed : 'never passed';
  return { level, status, standing: how, due: found?.due.toISOString() ?? null } as const;
}
