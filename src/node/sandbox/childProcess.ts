import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Drill } from '../../drill/defineDrill.ts';
import type { LevelCases } from '../../judge/casesVerdict.ts';
import type { LevelVerdict, Problem } from '../../judge/verdict.ts';
import { isProblem, workedOut, workedOutCases } from '../../judge/workOut.ts';
import type { CasesRequest, FromChild, JudgeRequest, PrepareRequest, ToChild } from '../../sandbox/messages.ts';
import { hasEndedWith } from './ending.ts';

/** Of plain objects and lists; array buffers are counted by the child itself. */
const HEAP_MB = 256;

/** How Node exits after an error that nobody caught: the child catches what attempts throw. */
const UNCAUGHT = 1;

export interface Judged {
  readonly problem: Problem | null;
  readonly levels: readonly LevelVerdict[];
}

export interface CasesJudged {
  readonly problem: Problem | null;
  readonly attemptProblem: Problem | null;
  readonly levels: readonly LevelCases[];
}

/** A process that judges one attempt and is then killed, whatever has become of it. */
export class GradingProcess {
  readonly #process: ChildProcess;
  readonly #ready: Promise<void>;
  #errors = '';
  /** Nothing outlives the grader, however it ends. */
  readonly #killAtExit = (): void => this.kill();

  /** Starts at once; `distribution` is the folder of the compiled package, the only one that the child may read. */
  constructor(distribution: string) {
    const permission = process.allowedNodeEnvironmentFlags.has('--permission')
      ? '--permission'
      : '--experimental-permission';
    this.#process = fork(path.join(distribution, 'src/node/sandbox/child.js'), [], {
      execArgv: [
        permission,
        '--allow-worker', // the watchdog
        `--allow-fs-read=${path.join(distribution, '*')}`,
        '--no-warnings',
        `--max-old-space-size=${HEAP_MB}`,
        '--min-semi-space-size=16', // short-lived copies die young
        '--max-semi-space-size=32',
        '--disallow-code-generation-from-strings',
        '--experimental-vm-modules', // then `import()` is ours to end
      ],
      env: {},
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    process.once('exit', this.#killAtExit);
    this.#process.stderr?.on('data', (data: Buffer) => {
      if (this.#errors.length < 20_000) this.#errors += data.toString();
    });
    this.#ready = new Promise((resolve, reject) => {
      this.#process.once('message', () => resolve());
      this.#process.once('error', reject);
      this.#process.once('exit', () =>
        reject(new Error(`the grading process did not start: ${this.#errors.slice(0, 500)}`)),
      );
    });
    this.#ready.catch(() => {}); // reported by `judge`
  }

  /** Lets the child read and try a drill before there is an attempt. */
  async prepare(request: PrepareRequest): Promise<void> {
    await this.#ready;
    this.#send({ type: 'prepare', ...request });
  }

  /** `onRefuted` is told of the first broken law before the rest is judged. */
  async judge(
    request: Omit<JudgeRequest, 'nonce'>,
    onRefuted?: (levels: readonly LevelVerdict[]) => void,
  ): Promise<Judged> {
    const nonce = randomUUID();
    const drill = import(/* @vite-ignore */ request.drill) as Promise<{ default: Drill<unknown> }>; // every drill exports its drill
    drill.catch(() => {}); // the child tells
    const done = await this.#ask({ type: 'judge', nonce, ...request }, nonce, 'done', async (levels) => {
      const refuted = workedOut((await drill).default, request.level, levels, false);
      if (refuted) onRefuted?.(refuted);
    });
    if ('kind' in done) return { problem: done, levels: [] };
    const { problem } = done;
    const levels = problem ? [] : workedOut((await drill).default, request.level, done.levels);
    if (levels && (!problem || isProblem(problem))) return { problem, levels };
    return { problem: faultOfTheGrader('at the end', ': the verdict does not add up'), levels: [] };
  }

  async testCases(request: Omit<CasesRequest, 'nonce'>): Promise<CasesJudged> {
    const nonce = randomUUID();
    const none = { attemptProblem: null, levels: [] };
    const done = await this.#ask({ type: 'cases', nonce, ...request }, nonce, 'cases-done');
    if ('kind' in done) return { problem: done, ...none };
    const { problem, attemptProblem } = done;
    const levels = problem ? [] : workedOutCases(request.levels, done.levels);
    const areProblems = [problem, attemptProblem].every((one) => !one || isProblem(one));
    if (levels && areProblems) return { problem, attemptProblem, levels };
    return { problem: faultOfTheGrader('at the end', ': the verdict does not add up'), ...none };
  }

  /** Resolves to the message of the type that ends it, or to what the child died of. */
  async #ask<Type extends 'done' | 'cases-done'>(
    message: ToChild,
    nonce: string,
    end: Type,
    onRefuted?: (levels: readonly LevelVerdict[]) => void,
  ): Promise<Problem | Extract<FromChild, { type: Type }>> {
    await this.#ready;
    try {
      return await new Promise((resolve) => {
        let reached = 'while the file was loaded';
        this.#process.on('message', (heard: FromChild) => {
          if (heard.type === 'ready' || heard.nonce !== nonce) return;
          if (heard.type === 'failed') resolve(faultOfTheGrader(reached, `: ${heard.message.slice(0, 200)}`));
          else if (heard.type === end)
            resolve(heard as Extract<FromChild, { type: Type }>); // as its type says
          else if (heard.type === 'refuted') onRefuted?.(heard.levels);
          else if (heard.type === 'step') reached = `at "${heard.step}"`;
        });
        // After all that it has sent and written is read.
        this.#process.once('close', (code, signal) => resolve(this.#causeOfDeath(code, signal, reached)));
        this.#send(message);
      });
    } finally {
      this.kill();
    }
  }

  kill(): void {
    process.off('exit', this.#killAtExit);
    this.#process.removeAllListeners();
    this.#process.on('error', () => {}); // killing may race with its end
    this.#process.kill('SIGKILL');
  }

  #send(message: ToChild): void {
    this.#process.send(message, () => {}); // a child that has died is told by 'exit'
  }

  #causeOfDeath(code: number | null, signal: string | null, reached: string): Problem {
    if (hasEndedWith(this.#errors, 'silent')) return { kind: 'timed-out', message: timeOutMessage(reached) };
    if (hasEndedWith(this.#errors, 'too long')) return { kind: 'timed-out', message: tooLongMessage(reached) };
    if (hasEndedWith(this.#errors, 'out of memory') || OUT_OF_HEAP.test(this.#errors))
      return { kind: 'out-of-memory', message: `It keeps more and more memory and was stopped, ${reached}` };
    const what = firstError(this.#errors);
    if (code === UNCAUGHT) return faultOfTheGrader(reached, what);
    const cause = signal ?? `exit code ${code}`;
    return {
      kind: 'crashed',
      message: `The process that ran it ended (${cause}), ${reached}${what}`,
    };
  }
}

/** What the engine writes when it ends for want of memory. */
const OUT_OF_HEAP = /heap out of memory|Array buffer allocation failed|invalid (table|array|string)? ?(size|length)/i;

const timeOutMessage = (reached: string): string =>
  `It computed on and on without an answer, ${reached}: it was stopped. ` +
  'Loops and calls are counted and end sooner; look for something built in that runs long, such as a regular expression';

const tooLongMessage = (reached: string): string =>
  `It was stopped after more than a minute of computing, ${reached}: a solution takes a second or two for everything. ` +
  'Loops and calls are counted and end sooner; look for something built in that runs long, or for calls that go too deep and are caught';

const faultOfTheGrader = (reached: string, what: string): Problem => ({
  kind: 'crashed',
  message: `The grader failed, ${reached}${what}. That is a fault of the grader and says nothing of your code: please report it with your file`,
});

/** The line of a crash that says what happened. */
const firstError = (errors: string): string => {
  const line = errors.split('\n').find((text) => /error/i.test(text));
  return line ? `: ${line.trim().slice(0, 200)}` : '';
};
