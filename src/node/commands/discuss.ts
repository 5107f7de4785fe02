import { createInterface } from 'node:readline/promises';
import { cards } from '../../discussion/cards.ts';
import { asDiscussed, drillCards } from '../../discussion/cardsFor.ts';
import { nearest } from '../../values/nearest.ts';
import { Discussion, type Guide } from '../interview/discussion.ts';
import { note } from '../interview/note.ts';
import { mistake, type Reply } from '../interview/reply.ts';
import { say, sayJson, UsageError } from '../terminal/terminal.ts';
import { commandLine } from '../workspace/commandLine.ts';
import { type Home, listSlugs } from '../workspace/home.ts';
import { loadDrill } from '../workspace/loadDrill.ts';

export interface DiscussOptions {
  /** The points that were made, by their numbers: 1 3, or none. */
  readonly made?: readonly string[];
  readonly json?: boolean;
}

/**
 * Asks one card outside an interview: its question, then its points, then which of them were made. Without a card, or with
 * the name of a drill, it lists them; where a person looks on it asks which.
 */
export async function discuss(home: Home, choice: string | undefined, { made, json }: DiscussOptions): Promise<void> {
  const slugs = listSlugs(home);
  const own = await Promise.all(slugs.map(async (slug) => drillCards(slug, await loadDrill(home, slug))));
  const isPerson = Boolean(process.stdin.isTTY && process.stdout.isTTY) && !json;
  const all = [...own.flat(), ...cards.map(asDiscussed)];
  const discussion = new Discussion(
    all,
    (event) => note(home, slugs.find((slug) => event.card.startsWith(slug)) ?? '', event),
    isPerson ? forPerson(home) : forScript(home),
  );
  const show = (reply: Reply): Reply => {
    if ('mistake' in reply.data && !isPerson) throw new UsageError(`${reply.data.mistake}`);
    if (json) sayJson(JSON.stringify(reply.data));
    else say(`${reply.text}\n`);
    return reply;
  };
  const asked = discussion.discuss(choice);
  const close = 'mistake' in asked.data && nearest(choice ?? '', [...slugs, ...all.map(({ id }) => id)]);
  const reply = show(close ? mistake(`${asked.data.mistake}. Did you mean ${close}?`) : asked);
  if (isPerson) return talk(discussion, reply, made, show);
  if ('card' in reply.data) show(made ? discussion.made(made) : discussion.points());
}

/** What is asked of somebody who sits at the terminal; an end of input ends it. */
async function talk(
  discussion: Discussion,
  first: Reply,
  made: readonly string[] | undefined,
  show: (reply: Reply) => Reply,
): Promise<void> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const leaving = new AbortController();
  lines.once('close', () => leaving.abort());
  const ask = async (prompt: string): Promise<string> =>
    (await lines.question(prompt, { signal: leaving.signal })).trim();
  try {
    for (let reply = first; !('card' in reply.data); ) {
      const number = await ask('Which one? (a number, or nothing to leave) ');
      if (number === '') return;
      reply = show(discussion.discuss(number));
    }
    if (made) {
      show(discussion.made(made));
      return;
    }
    const answer = await ask('Your answer (or nothing, if you say it aloud): ');
    show(answer === '' ? discussion.points() : discussion.answer(answer));
    let noted: Reply;
    do noted = show(discussion.made((await ask('Points made, by number (or none; Ctrl-C leaves): ')).split(/[\s,]+/)));
    while ('mistake' in noted.data);
  } catch (error) {
    if (!leaving.signal.aborted) throw error;
    say('');
  } finally {
    lines.close();
  }
}

const forPerson = (home: Home): Guide => ({
  list: () => '',
  asked: '',
  points: () => '',
  discuss: (number) => commandLine(home, 'discuss', String(number)),
});

const forScript = (home: Home): Guide => ({
  ...forPerson(home),
  list: (first) => `${commandLine(home, 'discuss', String(first))} asks the first`,
  points: (card) => `Which did you make? ${commandLine(home, 'discuss', card, '--made', '1')}, or --made none`,
});
