import type { Status } from '../judge/verdict.ts';
import { beginsAnew, type HistoryEvent } from './event.ts';

/** The status of each level of a drill when it was last graded, since the attempt was last begun anew. */
export function lastStatuses(events: readonly HistoryEvent[], drill: string): Readonly<Record<string, Status>> {
  let statuses: Readonly<Record<string, Status>> = {};
  for (const event of events) {
    if (event.drill !== drill) continue;
    if (event.event === 'grade') statuses = { ...statuses, ...event.levels };
    if (beginsAnew(event)) statuses = {};
  }
  return statuses;
}
