import type { Status } from '../judge/verdict.ts';
import { beginsAnew, type HistoryEvent } from './event.ts';

/** How well something was recalled: not at all, with help, after a mistake, at once. */
export type Recalled = 'again' | 'hard' | 'good' | 'easy';

/** One time that a level or a card was tried. */
export interface Review {
  readonly item: Item;
  readonly at: string;
  readonly recalled: Recalled;
}

/** What is scheduled. */
export type Item =
  | { readonly kind: 'level'; readonly drill: string; readonly level: string }
  | { readonly kind: 'card'; readonly card: string };

export const itemKey = (item: Item): string =>
  item.kind === 'level' ? `${item.drill}/${item.level}` : `card/${item.card}`;

/** What was done with one level since its attempt was begun. */
interface Progress {
  hints: number;
  failures: number;
  isSettled: boolean;
}

/**
 * The reviews that a log amounts to. A level is reviewed when an attempt passes it first, and whenever an interview ends in
 * which it was tried and had not passed.
 */
export function reviewsOf(events: readonly HistoryEvent[]): Review[] {
  const reviews: Review[] = [];
  const progress = new Map<string, Map<string, Progress>>();
  const levelsOf = (drill: string): Map<string, Progress> => {
    const levels = progress.get(drill) ?? new Map<string, Progress>();
    progress.set(drill, levels);
    return levels;
  };
  const levelOf = (drill: string, level: string): Progress => {
    const levels = levelsOf(drill);
    const known = levels.get(level) ?? { hints: 0, failures: 0, isSettled: false };
    levels.set(level, known);
    return known;
  };
  const review = (drill: string, level: string, at: string, recalled: Recalled): void => {
    reviews.push({ item: { kind: 'level', drill, level }, at, recalled });
  };
  for (const event of events) {
    const { at, drill } = event;
    if (beginsAnew(event)) progress.delete(drill);
    switch (event.event) {
      case 'hint':
        levelOf(drill, event.level).hints++;
        break;
      case 'grade':
        for (const [level, status] of Object.entries(event.levels) as [string, Status][]) {
          const known = levelOf(drill, level);
          if (known.isSettled || status === 'not-started') continue;
          if (status === 'failed') known.failures++;
          else {
            known.isSettled = true;
            review(drill, level, at, recalledAs(known));
          }
        }
        break;
      case 'interview-ended':
        for (const [level, known] of levelsOf(drill)) {
          if (known.failures === 0 || known.isSettled) continue;
          review(drill, level, at, 'again');
          known.failures = 0;
          known.hints++; // what passes later passes with the help of what was told here
        }
        break;
      case 'card':
        reviews.push({
          item: { kind: 'card', card: event.card },
          at,
          recalled: shareAs(event.made.length, event.points),
        });
        break;
      default:
        break;
    }
  }
  return reviews;
}

function recalledAs({ hints, failures }: Progress): Recalled {
  if (hints > 0) return 'hard';
  return failures === 0 ? 'easy' : 'good';
}

function shareAs(made: number, points: number): Recalled {
  if (made >= points) return 'easy';
  if (made >= 0.6 * points) return 'good';
  return made > 0 ? 'hard' : 'again';
}
