import { createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs';
import { type Item, itemKey, type Recalled, type Review } from './reviews.ts';

/** When something that was tried should be tried again. */
export interface Due {
  readonly item: Item;
  readonly due: Date;
  readonly last: Date;
  readonly recalled: Recalled;
  /** How often it was tried. */
  readonly times: number;
}

const RATINGS: Readonly<Record<Recalled, Grade>> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
};

/** Days, not minutes: nobody implements k-means again after ten minutes. No chance in it, so that two machines agree. */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });

/** The next date of each item, soonest first: the FSRS algorithm on all its reviews, in the order of their times. */
export function scheduleOf(reviews: readonly Review[]): Due[] {
  const byItem = new Map<string, Review[]>();
  for (const review of reviews) {
    const key = itemKey(review.item);
    byItem.set(key, [...(byItem.get(key) ?? []), review]);
  }
  return [...byItem.values()].map(dueAfter).sort((a, b) => a.due.getTime() - b.due.getTime());
}

function dueAfter(unordered: readonly Review[]): Due {
  const reviews = [...unordered].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const [first] = reviews;
  const latest = reviews.at(-1);
  if (!first || !latest) throw new Error('an item without reviews has no date');
  let card = createEmptyCard(new Date(first.at));
  for (const { at, recalled } of reviews) card = scheduler.next(card, new Date(at), RATINGS[recalled]).card;
  const { item, at, recalled } = latest;
  return { item, due: card.due, last: new Date(at), recalled, times: reviews.length };
}
