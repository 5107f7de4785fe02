import type { Discussed } from '../../discussion/cardsFor.ts';
import type { CardEvent } from '../../history/event.ts';
import type { Interview } from '../../interview/interview.ts';
import { colours } from '../terminal.ts';
import { mistake, type Reply } from './reply.ts';

/** The part of an interview that follows the code: a question, an answer, and the points that it made. */
export class Discussion {
  readonly #cards: readonly Discussed[];
  readonly #note: (event: CardEvent) => void;
  /** How to go on, said after a question. */
  readonly #guide: string;
  #card: Discussed | undefined;
  #answer: string | undefined;

  constructor(cards: readonly Discussed[], note: (event: CardEvent) => void, guide = '') {
    this.#cards = cards;
    this.#note = note;
    this.#guide = guide;
  }

  questionOf(id: string): string {
    return this.#cards.find((card) => card.id === id)?.question ?? id;
  }

  /** Lists the questions, or asks the one of this number or name. */
  discuss(choice: string | undefined, interview?: Interview): Reply {
    const { bold, dim } = colours();
    if (choice === undefined) {
      const answered = new Set(interview?.cards.map(({ card }) => card));
      const lines = this.#cards.map(({ id, question }, i) => {
        const text = answered.has(id) ? dim(`${question} (answered)`) : question;
        return `${String(i + 1).padStart(3)}  ${text}`;
      });
      return {
        text:
          this.#guide === ''
            ? this.#cards.map(({ id, question }) => `${question}\n  ${dim(id)}`).join('\n')
            : `${lines.join('\n')}\n\n${dim('discuss and a number asks one.')}`,
        data: { cards: this.#cards.map(({ id, question }) => ({ id, question })) },
      };
    }
    const card = this.#cards[Number(choice) - 1] ?? this.#cards.find(({ id }) => id === choice);
    if (!card) return mistake(`discuss ${choice}: choose a number from 1 to ${this.#cards.length}`);
    this.#card = card;
    this.#answer = undefined;
    const text = this.#guide === '' ? bold(card.question) : `${bold(card.question)}\n\n${dim(this.#guide)}`;
    return { text, data: { card: card.id, question: card.question } };
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
    const text = `${pointsText(this.#card)}\n\n${colours().dim('Which did you make? made 1 3, or made none')}`;
    return { text, data: { card: id, answer: this.#answer ?? null, points, tradeOffs, followUps } };
  }

  /** Notes the points made, by their numbers; a name of a card may stand before them. */
  made(words: readonly string[]): Reply {
    const named = this.#cards.find(({ id }) => id === words[0]);
    const card = named ?? this.#card;
    if (!card) return nothingAsked;
    const total = card.points.length;
    const numbers = words
      .slice(named ? 1 : 0)
      .filter((word) => word !== 'none')
      .map(Number);
    if (numbers.some((number) => !Number.isInteger(number) || number < 1 || number > total))
      return mistake(`made takes numbers from 1 to ${total}, or none`);
    const made = [...new Set(numbers)].sort((a, b) => a - b).map((number) => number - 1);
    const answer = this.#answer === undefined ? {} : { answer: this.#answer };
    this.#note({ event: 'card', card: card.id, made, points: total, ...answer });
    const next = this.#cards.indexOf(card) + 2;
    const more = next <= this.#cards.length ? `\n${colours().dim(`Next: discuss ${next}`)}` : '';
    return {
      text: `${made.length} of ${total} points.${more}`,
      data: { card: card.id, made: made.length, points: total },
    };
  }
}

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
