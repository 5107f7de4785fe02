import type { Interview } from './interview.ts';

/** Minutes before the end at which the candidate is warned. */
export const WARNINGS = [10, 2, 0];

/** Milliseconds left; negative once the time is over. Nothing stops it. */
export const leftOf = ({ startedAt, minutes }: Pick<Interview, 'startedAt' | 'minutes'>, now: Date): number =>
  startedAt.getTime() + minutes * 60_000 - now.getTime();

/** Time left as it is shown: `09:05`, and `+01:30` for what is over. */
export function clockText(left: number): string {
  const seconds = left >= 0 ? Math.ceil(left / 1000) : Math.floor(-left / 1000);
  const text = `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
  return left >= 0 ? text : `+${text}`;
}

/** The warning that falls due between two moments, given by the time left at each: the last where there are several. */
export function warningBetween(before: number, now: number): string | undefined {
  const due = WARNINGS.filter((minutes) => before > minutes * 60_000 && now <= minutes * 60_000).at(-1);
  if (due === undefined) return undefined;
  return due === 0 ? 'The time is over. Go on if you like: the scorecard shows it.' : `${due} minutes left.`;
}
