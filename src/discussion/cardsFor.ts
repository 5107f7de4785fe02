import type { Drill } from '../drill/defineDrill.ts';
import type { Card } from './card.ts';
import { cards } from './cards.ts';

/** A question that can be discussed: a card, or one that a drill brings. */
export interface Discussed extends Pick<Card, 'id' | 'question' | 'points' | 'followUps'> {
  readonly tradeOffs: readonly string[];
  /** Author, year and title, in one line; absent for a drill's own, whose sources stand with the drill. */
  readonly source?: string;
}

/** The questions of a drill, each sentence of the answer a point of its own, and then all cards. */
export const cardsFor = (slug: string, drill: Drill<unknown>): Discussed[] => [
  ...drillCards(slug, drill),
  ...cards.map(asDiscussed),
];

export const drillCards = (slug: string, { discussion }: Drill<unknown>): Discussed[] =>
  discussion.map(({ question, answer }) => ({
    id: `${slug}-${kebab(question)}`,
    question,
    points: answer.split(/(?<=[a-z)\d]\.) (?=[A-Z])/),
    tradeOffs: [],
    followUps: [],
  }));

export function asDiscussed({ id, question, points, tradeOffs = [], followUps, source }: Card): Discussed {
  const { author, year, title, section } = source;
  const place = section === undefined ? '' : `, ${section}`;
  return { id, question, points, tradeOffs, followUps, source: `${author} ${year}, ${title}${place}` };
}

/** Eight words of a question, as the end of a name. */
const kebab = (text: string): string =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .slice(0, 8)
    .join('-');
