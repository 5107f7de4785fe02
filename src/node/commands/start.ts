import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { watch } from 'chokidar';
import { levelName } from '../../drill/defineDrill.ts';
import { verdictText } from '../../report/text.ts';
import { chooseSlug } from '../choose.ts';
import { createGrader, type Grader } from '../grade.ts';
import { attemptPath, type Home, listSlugs } from '../home.ts';
import { type Keys, listenToKeys } from '../keys.ts';
import { loadDrill } from '../loadDrill.ts';
import { colours, say, warn } from '../terminal.ts';
import { createAttempt, resetAttempt } from '../workspace/attempts.ts';
import { recall } from '../workspace/history.ts';
import { rememberGrade } from './grade.ts';
import { currentLevel, nextHint } from './hint.ts';

const KEYS = 'h hint   q question   r reset   n next drill   x exit';

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
  /** When the save that is not graded yet was noticed; undefined when every save is graded. */
  #savedAt: number | undefined;
  #isGrading = false;
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
    createAttempt(this.#home, this.#slug);
    await this.#showQuestion();
    // The folder is watched, not the file: editors that save by renaming replace the file.
    const watcher = watch(path.dirname(this.#attempt), { ignoreInitial: true, depth: 0 });
    watcher.on('all', (event, file) => {
      if (path.resolve(file) === this.#attempt) this.#saved(event);
    });
    const stop = () => this.#end(undefined);
    process.once('SIGINT', stop).once('SIGTERM', stop).once('SIGHUP', stop);
    const keys = listenToKeys((key) => this.#pressed(key, keys));
    this.#saved('change');
    try {
      return await ended;
    } finally {
      keys.close();
      process.off('SIGINT', stop).off('SIGTERM', stop).off('SIGHUP', stop);
      await watcher.close();
    }
  }

  #saved(event: string): void {
    if (event === 'unlink' && !existsSync(this.#attempt))
      say(`${this.#place} is gone. Save it again, or press r to begin anew.`);
    if (event !== 'add' && event !== 'change') return;
    this.#savedAt ??= performance.now();
    if (!this.#isGrading) void this.#gradeUntilDone();
  }

  /** Grades what is on disk, and again when it was saved meanwhile: the last save always gets its verdict. */
  async #gradeUntilDone(): Promise<void> {
    this.#isGrading = true;
    while (this.#savedAt !== undefined && existsSync(this.#attempt)) {
      const savedAt = this.#savedAt;
      this.#savedAt = undefined;
      const verdict = await this.#grader.grade({ slug: this.#slug, attemptFile: this.#attempt });
      const elapsed = Math.round(performance.now() - savedAt);
      if (process.stdout.isTTY) process.stdout.write('\u001b[2J\u001b[3J\u001b[H');
      say(`${verdictText(verdict, colours())}\n`);
      say(colours().dim(`${this.#place}, saved to verdict in ${elapsed} ms`));
      if (process.stdin.isTTY) say(colours().dim(KEYS));
      rememberGrade(this.#home, verdict);
    }
    this.#isGrading = false;
  }

  async #showQuestion(): Promise<void> {
    const { bold, dim } = colours();
    const question = readFileSync(path.join(this.#home.packageRoot, 'drills', this.#slug, 'README.md'), 'utf8');
    say(`${question.trimEnd()}\n`);
    say(`Write it in ${bold(this.#place)}; every save is graded. ${dim('Ctrl-C ends.')}`);
    if (process.stdin.isTTY) say(dim(KEYS));
  }

  async #pressed(key: string, keys: Keys): Promise<void> {
    switch (key) {
      case 'h':
        return say(`\n${nextHint(this.#home, this.#slug, await currentLevel(this.#home, this.#slug))}`);
      case 'q':
        return this.#showQuestion();
      case 'n':
        return this.#end(following(listSlugs(this.#home), this.#slug));
      case 'r':
        return keys.ask('Begin this drill anew? Your attempt is kept beside it. (y/n) ', (yes) => {
          if (yes)
            say(
              `The old attempt is ${path.relative(process.cwd(), resetAttempt(this.#home, this.#slug, new Date()) ?? '')}`,
            );
        });
      case 'x':
      case '\u0003':
        return this.#end(undefined);
      default:
        return undefined;
    }
  }

  get #place(): string {
    return path.relative(process.cwd(), this.#attempt);
  }
}

const following = (slugs: readonly string[], slug: string): string =>
  slugs[(slugs.indexOf(slug) + 1) % slugs.length] ?? slug;

/** The first drill with a level that had not passed when it was last graded. */
async function firstUnfinished(home: Home): Promise<string> {
  const slugs = listSlugs(home);
  const events = recall(home, warn);
  for (const slug of slugs) {
    const last = events.findLast((event) => event.event === 'grade' && event.drill === slug);
    const { levels } = await loadDrill(home, slug);
    if (last?.event !== 'grade' || levels.some((level) => last.levels[levelName(level)] !== 'passed')) return slug;
  }
  const [first] = slugs;
  if (first === undefined) throw new Error('There are no drills in this package');
  say('Every drill has passed. Here is the first one again.');
  return first;
}
