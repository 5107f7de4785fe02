import type { Clarification, Source } from '../drill/defineDrill.ts';

/** What a card is about. */
export type Topic =
  | 'clustering'
  | 'neighbours'
  | 'trees and ensembles'
  | 'deep learning'
  | 'evaluation'
  | 'probability and statistics'
  | 'optimisation'
  | 'systems and data';

/** A question of the discussion, and what a strong answer covers. */
export interface Card {
  /** Stands for the card in a history: never changed once published. Kebab-case. */
  readonly id: string;
  readonly topic: Topic;
  /** One that has an answer, or an open problem that is discussed. */
  readonly kind: 'question' | 'open';
  /** As the interviewer says it. */
  readonly question: string;
  /** What a strong answer covers, most important first; each is one claim that can be ticked by itself. */
  readonly points: readonly string[];
  /** Choices, and what decides between them; open problems have at least three. */
  readonly tradeOffs?: readonly string[];
  /** What the interviewer asks next, with the answer. */
  readonly followUps: readonly Clarification[];
  readonly source: Source;
}
