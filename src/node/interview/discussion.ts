import type { Discussed } from '../../discussion/cardsFor.ts';
import type { CardEvent } from '../../history/event.ts';
import type { Interview } from '../../interview/interview.ts';
import { counted } from '../../values/counted.ts';
import { colours } from '../terminal/terminal.ts';
import { mistake, type Reply } from './reply.ts';

/** How to go on, where the discussion takes place; empty where that needs no words. */
export interface Guide {
  /** Below a list, by the number of its first question. */
  readonly list: (first: number) => string;
  readonly asked: string;
  readonly points: (card: string) => string;
  /** How the question of this number is asked. */
  readonly discuss: (number: number) => string;
}

/** The part of an interview that follows the code: a question, an answer, and the points that it made. */
export class Discussion {
  readonly #cards: readonly Discussed[];
  readonly #note: (event: CardEvent) => void;
  readonly #guide: Guide;
  #card: Discussed | undefined;
  #answer: string | undefined;

  constructor(cards: readonly Discussed[], note: (event: CardEvent) => void, guide: Guide) {
    this.#cards = cards;
    this.#note = note;
    this.#guide = guide;
  }

  questionOf(id: string): string {
    return this.#cards.find((card) => card.id === id)?.question ?? id;
  }

  /** Lists the questions, all or those of a drill; or asks the one of this number or name. */
  discuss(choice: string | undefined, interview?: Interview): Reply {
    const { bold } = colours();
    if (choice === undefined) return this.#listOf(this.#cards, interview);
    const card = this.#cards[Number(choice) - 1] ?? this.#cards.find(({ id }) => id === choice);
    const ofDrill = this.#cards.filter(({ id }) => id.startsWith(`${choice}-`));
    if (!card && ofDrill.length > 0) return this.#listOf(ofDrill, interview);
    if (!card) return mistake(`discuss ${choice}: choose a number from 1 to ${this.#cards.length}`);
    this.#card = card;
    this.#answer = undefined;
    return {
      text: withGuide(bold(card.question), this.#guide.asked),
      data: { card: card.id, question: card.question },
    };
  }

  #listOf(cards: readonly Discussed[], interview: Interview | undefined): Reply {
    const answered = new Set(interview?.cards.map(({ card }) => card));
    const numberOf = (card: Discussed | undefined): number => (card ? this.#cards.indexOf(card) + 1 : 1);
    const lines = cards.map((card) => {
      const text = answered.has(card.id) ? colours().dim(`${card.question} (answered)`) : card.question;
      return `${String(numberOf(card)).padStart(3)}  ${text}`;
    });
    return {
      text: withGuide(lines.join('\n'), this.#guide.list(numberOf(cards[0]))),
      data: { cards: cards.map(({ id, question }) => ({ id, question })) },
    };
  }

  answer(text: string): Reply {
    if (!this.#card) return nothingAsked;
    if (text === '') return mistake('answer takes your answer on the same line');
    this.#answer = text;
    return this.points();
  }

  /** What a strong answer covers. Nobody but the candidate says which points were made. */
  points(): Reply {
    if (!this.#card) return nothingAsked;
    const { id, points, tradeOffs, followUps } = this.#card;
    const text = withGuide(pointsText(this.#card), this.#guide.points(id));
    return { text, data: { card: id, answer: this.#answer ?? null, points, tradeOffs, followUps } };
  }

  /** Notes the points made, by their numbers; a name of a card may stand before them, or `made` where that is asked for. */
  made(given: readonly string[]): Reply {
    const words = given[0] === 'made' ? given.slice(1) : given;
    const named = this.#cards.find(({ id }) => id === words[0]);
    const card = named ?? this.#card;
    if (!card) return nothingAsked;
    const total = card.points.length;
    const numbers = words
      .slice(named ? 1 : 0)
      .filter((word) => word !== 'none')
      .map(Number);
    if (numbers.some((number) => !Number.isInteger(number) || number < 1 || number > total))
      return mistake(`Say which points were made by their numbers, from 1 to ${total}, or none`);
    const made = [...new Set(numbers)].sort((a, b) => a - b).map((number) => number - 1);
    const answer = this.#answer === undefined ? {} : { answer: this.#answer };
    this.#note({ event: 'card', card: card.id, made, points: total, ...answer });
    const next = this.#cards.indexOf(card) + 2;
    const more = next <= this.#cards.length ? `\n${colours().dim(`Next: ${this.#guide.discuss(next)}`)}` : '';
    return {
      text: `${made.length} of ${counted(total, 'point')}.${more}`,
      data: { card: card.id, made: made.length, points: total },
    };
  }
}

const withGuide = (text: string, guide: string): string => (guide === '' ? text : `${text}\n\n${colours().dim(guide)}`);

const nothingAsked = mistake('Nothing was asked yet: discuss asks a question');

function pointsText({ points, tradeOffs, followUps, source }: Discussed): string {
  const { bold, dim } = colours();
  const parts = [
    `${bold('A strong answer covers')}\n${points.map((point, i) => `${String(i + 1).padStart(3)}  ${point}`).join('\n')}`,
  ];
  if (tradeOffs.length > 0)
    parts.push(`${bold('What decides')}\n${tradeOffs.map((text) => `  -  ${text}`).join('\n')}`);
  if (followUps.length > 0)
    parts.push(
      `${bold('And then')}\n${followUps.map(({ question, answer }) => `  -  ${question} ${dim(answer)}`).join('\n')}`,
    );
  if (source !== undefined) parts.push(dim(source));
  return parts.join('\n\n');
}
