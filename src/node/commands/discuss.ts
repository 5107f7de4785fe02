import { createInterface } from 'node:readline';
import { cardsFor } from '../../discussion/cardsFor.ts';
import { commandLine } from '../commandLine.ts';
import { type Home, listSlugs } from '../home.ts';
import { Discussion } from '../interview/discussion.ts';
import { note } from '../interview/note.ts';
import type { Reply } from '../interview/reply.ts';
import { loadDrill } from '../loadDrill.ts';
import { nearest } from '../nearest.ts';
import { say, sayAtLength, UsageError } from '../terminal.ts';

export interface DiscussOptions {
  /** The points that were made, by their numbers: 1 3, or none. */
  readonly made?: readonly string[];
  readonly json?: boolean;
}

/** Asks one card outside an interview: its question, then its points, then which of them were made. Without a card: lists them. */
export async function discuss(home: Home, id: string | undefined, { made, json }: DiscussOptions): Promise<void> {
  const slugs = listSlugs(home);
  const drills = await Promise.all(slugs.map(async (slug) => cardsFor(slug, await loadDrill(home, slug))));
  const cards = [...new Map(drills.flat().map((card) => [card.id, card])).values()];
  const discussion = new Discussion(cards, (event) =>
    note(home, slugs.find((slug) => event.card.startsWith(slug)) ?? '', event),
  );
  const show = ({ text, data }: Reply): void => (json ? say(JSON.stringify(data)) : sayAtLength(`${text}\n`));
  if (id !== undefined && !cards.some((card) => card.id === id)) {
    const close = nearest(
      id,
      cards.map((card) => card.id),
    );
    throw new UsageError(
      `There is no card "${id}".${close ? ` Did you mean ${close}?` : ''} ${commandLine(home, 'discuss')} lists them`,
    );
  }
  show(discussion.discuss(id));
  if (id === undefined) return;
  if (made) {
    show(discussion.made(made));
    return;
  }
  if (!process.stdin.isTTY) {
    show(discussion.points());
    return;
  }
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const ask = (prompt: string): Promise<string> => new Promise((resolve) => lines.question(prompt, resolve));
  lines.once('close', () => process.stdin.destroy());
  const answer = (await ask('Your answer (or nothing, if you say it aloud): ')).trim();
  show(answer === '' ? discussion.points() : discussion.answer(answer));
  for (;;) {
    const reply = discussion.made((await ask('Points made, by number (or none): ')).trim().split(/\s+/));
    show(reply);
    if (!('mistake' in reply.data)) break;
  }
  lines.close();
}
