import type { Card } from './card.ts';

/** All cards, those of the source first. */
export const cards: readonly Card[] = [];
