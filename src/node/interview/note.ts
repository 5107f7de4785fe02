import type { HistoryEvent } from '../../history/event.ts';
import { warn } from '../terminal/terminal.ts';
import { remember } from '../workspace/history.ts';
import type { Home } from '../workspace/home.ts';

/** An event without its time and drill. */
export type NewEvent = HistoryEvent extends infer Event
  ? Event extends unknown
    ? Omit<Event, 'at' | 'drill'>
    : never
  : never;

/** Appends an event of a drill to the log, as of now. */
export function note(home: Home, drill: string, event: NewEvent): void {
  remember(home, { at: new Date().toISOString(), drill, ...event } as HistoryEvent, warn); // the fields of one kind, and the two left out
}
