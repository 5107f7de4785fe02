import type { Status } from '../judge/verdict.ts';
import { beginsAnew, type HistoryEvent } from './event.ts';

/** How a level was graded last, and when. */
export interface LastGrade {
  readonly status: Status;
  readonly at: string;
}

/** The last grade of each level of a drill, since the attempt was last begun anew. */
export function lastGrades(events: readonly HistoryEvent[], drill: string): Readonly<Record<string, LastGrade>> {
  let grades: Readonly<Record<string, LastGrade>> = {};
  for (const event of events) {
    if (event.drill !== drill) continue;
    if (beginsAnew(event)) grades = {};
    if (event.event !== 'grade') continue;
    const { at, levels } = event;
    const graded = Object.entries(levels).map(([level, status]) => [level, { status, at }]);
    grades = { ...grades, ...Object.fromEntries(graded) };
  }
  return grades;
}

/** The status of each level of a drill when it was last graded, since the attempt was last begun anew. */
export const lastStatuses = (events: readonly HistoryEvent[], drill: string): Readonly<Record<string, Status>> =>
  Object.fromEntries(Object.entries(lastGrades(events, drill)).map(([level, { status }]) => [level, status]));
