import { createInterface, type Interface } from 'node:readline';
import { clockText, leftOf, warningBetween } from '../../interview/clock.ts';
import { clearLine, colours, isScreen, say, shown } from '../terminal/terminal.ts';
import { onEverySave, stateOf } from '../workspace/onEverySave.ts';
import type { Opened } from './opening.ts';
import type { Reply } from './reply.ts';
import type { Room } from './room.ts';

const TICK_MS = 1_000;

/** An interview in a terminal: the clock stands in the prompt, and every save is graded above it. */
export class TerminalRoom {
  readonly #room: Room;
  readonly #clock: { readonly startedAt: Date; readonly minutes: number };
  readonly #lines: Interface;
  /** Commands and saves take turns. */
  #work: Promise<void> = Promise.resolve();
  #left: number;
  #isOver = false;
  /** Whether nothing can be typed any more: a prompt would wait for it for ever. */
  #isClosed = false;
  #isGrading = false;

  constructor(room: Room) {
    this.#room = room;
    this.#clock = room.interview;
    this.#left = leftOf(this.#clock, new Date());
    this.#lines = createInterface({ input: process.stdin, output: process.stdout, prompt: this.#prompt() });
  }

  /** Stays until the candidate ends the interview or leaves. */
  async stay(opened: Opened): Promise<void> {
    const lines = this.#lines;
    const left = new Promise<void>((resolve) => lines.once('close', resolve));
    lines.once('close', () => {
      this.#isClosed = true;
    });
    const found = stateOf(this.#room.attempt);
    this.#show(this.#room.greeting(opened));
    const ticking = setInterval(() => this.#tick(), TICK_MS);
    const stopWatching = onEverySave(
      this.#room.attempt,
      (_, signal) => this.#inTurn(() => this.#grade(signal), signal),
      () => this.#say('The attempt is gone. Save it again, and it is graded.'),
      found,
    );
    const leave = (): void => lines.close();
    process.once('SIGHUP', leave).once('SIGTERM', leave);
    lines.on('SIGINT', () => {
      if (lines.line !== '') lines.write(null, { ctrl: true, name: 'u' });
      else void this.#inTurn(() => this.#room.run('quit'));
    });
    lines.on('line', (line) => {
      if (line.trim() === '') lines.prompt();
      else void this.#inTurn(() => this.#room.run(line));
    });
    try {
      await left;
      await this.#inTurn(() => this.#room.run('quit')); // an end of input leaves as quit does, after what was begun
    } finally {
      clearInterval(ticking);
      stopWatching();
      process.off('SIGHUP', leave).off('SIGTERM', leave);
      lines.close();
    }
  }

  /** What a signal has ended is no error: a newer save is graded next. */
  #inTurn(work: () => Promise<Reply>, signal?: AbortSignal): Promise<void> {
    this.#work = this.#work.then(async () => {
      if (this.#isOver) return;
      try {
        const reply = await work();
        this.#show(reply);
      } catch (error) {
        if (signal?.aborted) return;
        this.#say(error instanceof Error ? error.message : String(error));
      }
    });
    return this.#work;
  }

  /** Says at the prompt that a save was noticed: a grade may take a second. */
  async #grade(signal: AbortSignal): Promise<Reply> {
    this.#isGrading = true;
    if (isScreen()) this.#redraw();
    try {
      return await this.#room.grade(signal);
    } finally {
      this.#isGrading = false;
    }
  }

  #show({ text, isOver }: Reply): void {
    this.#isOver ||= isOver === true;
    this.#say(text);
    if (isOver) this.#lines.close();
  }

  /** Prints above the prompt, which keeps what is typed in it. */
  #say(text: string): void {
    clearLine();
    say(`${text}\n`);
    if (!this.#isOver) this.#redraw();
  }

  #tick(): void {
    const before = this.#left;
    this.#left = leftOf(this.#clock, new Date());
    const warning = warningBetween(before, this.#left);
    if (warning !== undefined) this.#say(colours().yellow(warning));
    else if (isScreen()) this.#redraw(); // elsewhere each prompt is a line more
  }

  #redraw(): void {
    if (this.#isClosed) return;
    this.#lines.setPrompt(this.#prompt());
    this.#lines.prompt(true);
  }

  #prompt(): string {
    const { dim, yellow, red } = colours();
    const text = `[${clockText(this.#left)}]`;
    const minutes = this.#left / 60_000;
    return shown(
      `${minutes <= 2 ? red(text) : minutes <= 10 ? yellow(text) : dim(text)}${this.#isGrading ? dim(' grading ...') : ''} > `,
    );
  }
}
