import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { levelName } from '../../drill/defineDrill.ts';
import { lastStatuses } from '../../history/statuses.ts';
import type { Verdict } from '../../judge/verdict.ts';
import { questionText } from '../../report/question.ts';
import { readable } from '../../report/readable.ts';
import { openingText, verdictText } from '../../report/text.ts';
import { createGrader, type Grader } from '../grading/grade.ts';
import { type Keys, listenToKeys } from '../terminal/keys.ts';
import { clearLine, clearScreen, colours, isScreen, say, warn, write } from '../terminal/terminal.ts';
import { createAttempt } from '../workspace/attempts.ts';
import { chooseSlug } from '../workspace/choose.ts';
import { recall, rememberGrade } from '../workspace/history.ts';
import { attemptPath, type Home, listSlugs } from '../workspace/home.ts';
import { loadDrill } from '../workspace/loadDrill.ts';
import { onEverySave } from '../workspace/onEverySave.ts';
import { currentLevel, nextHint } from './hint.ts';
import { list } from './list.ts';
import { beginAnew } from './reset.ts';

const KEYS = 'h hint   w whole question   n next drill   l list   r reset   q quit';

/** Opens a drill: makes the attempt, shows the question, and gives a verdict on every save until told to stop. */
export async function start(home: Home, slugArgument: string | undefined): Promise<void> {
  let slug: string | undefined =
    slugArgument === undefined ? await firstUnfinished(home) : chooseSlug(home, slugArgument);
  const grader = createGrader(home);
  try {
    while (slug !== undefined) slug = await new Session(home, slug, grader).run();
  } finally {
    await grader.close();
  }
}

/** One drill being watched. */
class Session {
  readonly #home: Home;
  readonly #slug: string;
  readonly #grader: Grader;
  readonly #attempt: string;
  /** The verdict on the screen; empty while there is something else to read. */
  #shown = '';
  #end: (next: string | undefined) => void = () => {};

  constructor(home: Home, slug: string, grader: Grader) {
    this.#home = home;
    this.#slug = slug;
    this.#grader = grader;
    this.#attempt = attemptPath(home, slug);
  }

  /** Watches until the learner leaves; resolves to the drill to go on with, if any. */
  async run(): Promise<string | undefined> {
    const ended = new Promise<string | undefined>((resolve) => {
      this.#end = resolve;
    });
    const stop = () => this.#end(undefined);
    process.once('SIGINT', stop).once('SIGTERM', stop).once('SIGHUP', stop);
    createAttempt(this.#home, this.#slug);
    const level = await currentLevel(this.#home, this.#slug);
    this.#showQuestion(questionText(this.#readme(), levelName(level)));
    const keys = listenToKeys((key) => telling(() => this.#pressed(key, keys)));
    const stopWatching = onEverySave(
      this.#attempt,
      (noticedAt, signal) => telling(() => this.#grade(noticedAt, signal), signal),
      () => say(`${this.#place} is gone. Save it again, or press r to begin anew.`),
    );
    try {
      return await ended;
    } finally {
      keys.close();
      process.off('SIGINT', stop).off('SIGTERM', stop).off('SIGHUP', stop);
      stopWatching();
    }
  }

  async #grade(noticedAt: number, signal: AbortSignal): Promise<void> {
    const elapsed = () => Math.round(performance.now() - noticedAt);
    const { dim } = colours();
    this.#showGrading();
    let opening = '';
    let openedAfter: number | undefined;
    const onRefuted = (early: Verdict): void => {
      if (signal.aborted) return;
      opening = openingText(early, colours());
      this.#makeRoom();
      write(opening);
      openedAfter = elapsed();
    };
    const verdict = await this.#grader.grade({ slug: this.#slug, attemptFile: this.#attempt, onRefuted, signal });
    const text = verdictText(verdict, colours());
    if (opening === '') this.#makeRoom();
    this.#shown = text;
    // What ends the process after a law was broken makes another verdict.
    say(`${text.startsWith(opening) ? text.slice(opening.length) : `\n${text}`}\n`);
    const first = openedAfter === undefined ? '' : `${openedAfter} ms, all laws in `;
    say(dim(`${this.#place}, saved to verdict in ${first}${elapsed()} ms`));
    if (process.stdin.isTTY) say(dim(KEYS));
    rememberGrade(this.#home, verdict);
  }

  /** Says at once that a save was noticed: what it says of the save before is dimmed until there is another verdict. */
  #showGrading(): void {
    if (!isScreen()) return;
    const { dim, bold } = colours();
    if (this.#shown !== '') clearScreen();
    write(`${this.#shown === '' ? '' : `${dim(this.#shown)}\n\n`}${bold('grading ...')}`);
  }

  /** The first verdict leaves what was said before on the screen. */
  #makeRoom(): void {
    if (this.#shown !== '') clearScreen();
    else if (isScreen()) clearLine();
  }

  async #pressed(key: string, keys: Keys): Promise<void> {
    switch (key) {
      case 'h':
        return say(`\n${nextHint(this.#home, this.#slug, await currentLevel(this.#home, this.#slug))}`);
      case 'w':
        return this.#showQuestion(this.#readme());
      case 'l':
        return list(this.#home, undefined, {});
      case 'n':
        return this.#end(following(listSlugs(this.#home), this.#slug));
      case 'r':
        return keys.ask('Begin this drill anew? Your attempt is kept beside it. (y/n) ', (yes) => {
          if (yes) void telling(() => this.#beginAnew());
          else say(`Your attempt stays as it is.\n${colours().dim(KEYS)}`);
        });
      case 'q':
      case CTRL_C:
      case CTRL_D:
        return this.#end(undefined);
      default:
        return undefined;
    }
  }

  #beginAnew(): void {
    say(beginAnew(this.#home, this.#slug));
    this.#shown = '';
  }

  #showQuestion(question: string): void {
    const { bold, dim } = colours();
    say(`${readable(question, colours())}\n`);
    say(`Write it in ${bold(this.#place)}; every save is graded. ${dim('Ctrl-C ends.')}`);
    if (process.stdin.isTTY) say(dim(KEYS));
  }

  #readme(): string {
    return readFileSync(path.join(this.#home.packageRoot, 'drills', this.#slug, 'README.md'), 'utf8');
  }

  get #place(): string {
    return path.relative(process.cwd(), this.#attempt);
  }
}

// What a terminal in raw mode sends instead of a signal and an end of input.
const CTRL_C = '\u0003';
const CTRL_D = '\u0004';

/** Does something that the session outlives: an error is told, and the watch goes on. What a signal has ended is no error. */
async function telling(work: () => Promise<void> | void, signal?: AbortSignal): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (signal?.aborted) return;
    warn(error instanceof Error ? error.message : String(error));
  }
}

const following = (slugs: readonly string[], slug: string): string =>
  slugs[(slugs.indexOf(slug) + 1) % slugs.length] ?? slug;

/** The first drill that is not begun, or has a level that had not passed when it was last graded. */
async function firstUnfinished(home: Home): Promise<string> {
  const slugs = listSlugs(home);
  const events = recall(home, warn);
  for (const slug of slugs) {
    const statuses = lastStatuses(events, slug);
    const { levels } = await loadDrill(home, slug);
    if (!existsSync(attemptPath(home, slug)) || levels.some((level) => statuses[levelName(level)] !== 'passed'))
      return slug;
  }
  const [first] = slugs;
  if (first === undefined) throw new Error('There are no drills in this package');
  say('Every drill has passed. Here is the first one again.');
  return first;
}
