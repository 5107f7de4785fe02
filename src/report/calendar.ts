import { dayOf } from '../history/activity.ts';

const WEEKS = 16;
const SHADES = ['\u00b7', '\u2591', '\u2592', '\u2593', '\u2588'];
const NAMES = ['Mon', '', 'Wed', '', 'Fri', '', 'Sun'];

/** The last weeks day by day, a column each, darker where more was done; ends with the week of `now`. */
export function calendarText(activity: ReadonlyMap<string, number>, now: Date): string {
  const monday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - ((now.getDay() + 6) % 7), 12);
  const lines = NAMES.map((name, weekday) => {
    const marks = Array.from({ length: WEEKS }, (_, week) => {
      const day = new Date(monday);
      day.setDate(monday.getDate() + weekday - 7 * (WEEKS - 1 - week));
      return day > now && dayOf(day) !== dayOf(now) ? ' ' : shade(activity.get(dayOf(day)) ?? 0);
    });
    return `  ${name.padEnd(4)}${marks.join(' ')}`.trimEnd();
  });
  return [
    ...lines,
    `  each mark a day: ${SHADES[0]} nothing, ${SHADES.slice(1).join(' ')} one, four, ten, twenty grades or cards`,
  ].join('\n');
}

function shade(count: number): string {
  const level = [20, 10, 4, 1].findIndex((least) => count >= least);
  return (level < 0 ? SHADES[0] : SHADES[4 - level]) ?? '';
}
