import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { Problem } from '../../judge/verdict.ts';

import type { OrProblem } from '../../load/problem.ts';
import type { findCases, load, loadTogether } from './load.ts';

/** What the process is asked to do. */
export type Job =
  | { readonly name: 'load'; readonly input: Parameters<typeof load>[0] }
  | { readonly name: 'loadTogether'; readonly input: Parameters<typeof loadTogether>[0] }
  | { readonly name: 'findCases'; readonly input: Parameters<typeof findCases>[0] };

/** Loads files where the parser may die of them: in one process for all, which is started again when it has died. */
export class Loading {
  readonly #script: string;
  #process: ChildProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(packageRoot: string) {
    this.#script = path.join(packageRoot, 'dist/src/node/grading/loadingProcess.js');
  }

  readonly load = (entry: string) => this.#ask<ReturnType<typeof load>>({ name: 'load', input: entry });

  readonly loadTogether = (...[parts]: Parameters<typeof loadTogether>) =>
    this.#ask<ReturnType<typeof loadTogether>>({ name: 'loadTogether', input: parts });

  readonly findCases = (file: string) => this.#ask<ReturnType<typeof findCases>>({ name: 'findCases', input: file });

  /** Starts the process ahead of time. It keeps no program from ending, and ends with it. */
  start(): ChildProcess {
    if (this.#process) return this.#process;
    const started = fork(this.#script, [], { execArgv: [], env: {}, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const kill = () => started.kill('SIGKILL');
    const forget = (): void => {
      process.off('exit', kill);
      if (this.#process === started) this.#process = undefined;
    };
    started.once('exit', forget).once('error', forget);
    process.once('exit', kill);
    rest(started);
    this.#process = started;
    return started;
  }

  /** One at a time, so that it is known of which file it died. */
  #ask<Answer extends OrProblem<object>>(job: Job): Promise<Answer> {
    const turn = this.#last.then(() => this.#answer(job) as Promise<Answer>); // the job says what is answered
    this.#last = turn.catch(() => {});
    return turn;
  }

  #answer(job: Job): Promise<OrProblem<object>> {
    return new Promise((resolve, reject) => {
      const child = this.start();
      child.channel?.ref();
      const end = (answer: OrProblem<object>): void => {
        child.removeListener('exit', died).removeListener('message', end).removeListener('error', reject);
        rest(child);
        resolve(answer);
      };
      const died = (code: number | null): void =>
        end(
          code === UNCAUGHT
            ? graderFailed('its parser could not be run')
            : problem(
                'cannot-load',
                'The parser ends when it reads it: it is nested too deep, or too long. Take it apart',
              ),
        );
      child.once('exit', died).once('message', end).once('error', reject);
      child.send(job, () => {}); // a process that has died is told by 'exit'
    });
  }
}

function rest(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

const problem = (kind: Problem['kind'], message: string): OrProblem<never> => ({
  ok: false,
  problem: { kind, message },
});

/** How Node exits after an error that nobody caught; a parser that has no stack left gives another sign. */
const UNCAUGHT = 1;

export const graderFailed = (why: string): OrProblem<never> =>
  problem(
    'crashed',
    `The grader failed as it read the file: ${why}. That is a fault of the grader and says nothing of your code: please report it with your file`,
  );

const known = new Map<string, Loading>();

/** What loads files for a package; all that is loaded in one process shares it. */
export function loadingFor({ packageRoot }: { readonly packageRoot: string }): Loading {
  const loading = known.get(packageRoot) ?? new Loading(packageRoot);
  known.set(packageRoot, loading);
  return loading;
}
