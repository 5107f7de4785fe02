import type { HistoryEvent } from './event.ts';

/** The day of a time on the clock of this place: `2026-11-23`. */
export const dayOf = (time: Date): string =>
  `${time.getFullYear()}-${String(time.getMonth() + 1).padStart(2, '0')}-${String(time.getDate()).padStart(2, '0')}`;

export const dayBefore = (day: string): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return dayOf(new Date(year, month - 1, date - 1, 12));
};

/** How much was done on each day: grades and cards. */
export function activityOf(events: readonly HistoryEvent[]): ReadonlyMap<string, number> {
  const days = new Map<string, number>();
  for (const { event, at } of events) {
    if (event !== 'grade' && event !== 'card') continue;
    const day = dayOf(new Date(at));
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return days;
}

/** Days in a row on which something was done: up to today or yesterday, and the longest ever. */
export function streaksOf(days: ReadonlyMap<string, number>, today: string): { now: number; longest: number } {
  const lengthUpTo = (day: string): number => {
    let length = 0;
    for (let at = day; days.has(at); at = dayBefore(at)) length++;
    return length;
  };
  const now = lengthUpTo(days.has(today) ? today : dayBefore(today));
  return { now, longest: Math.max(0, ...[...days.keys()].map(lengthUpTo)) };
}
