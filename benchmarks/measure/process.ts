import { type ChildProcess, fork, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { FromContender, ToContender } from '../contender.ts';
import type { Workload } from '../workload.ts';

/** A contender in a process of its own. */
export interface Running {
  ask(message: { readonly type: 'run'; readonly withResult: boolean }): Promise<FromContender>;
  close(): void;
}

export interface Prepared {
  readonly running: Running;
  readonly answer: FromContender;
}

/** Starts a contender in Node and hands it the seed. */
export async function startNode(
  contenderFile: string,
  prepare: Extract<ToContender, { type: 'prepare' }>,
): Promise<Prepared> {
  const child = fork(contenderFile, [], {
    execArgv: ['--expose-gc', '--max-old-space-size=6144', '--stack-size=4000'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ask = (message: ToContender): Promise<FromContender> =>
    answered(child, (resolve) => {
      child.once('message', (answer) => resolve(answer as FromContender));
      child.send(message);
    });
  return { running: { ask, close: () => child.kill('SIGKILL') }, answer: await ask(prepare) };
}

/** Starts scikit-learn and hands it the very numbers, in a file. */
export async function startPython<Data>(
  python: string,
  script: string,
  workload: Workload<Data>,
  data: Data,
): Promise<Prepared> {
  const task = workload.python;
  if (!task) throw new Error(`${workload.name} is nothing for Python`);
  const folder = mkdtempSync(path.join(tmpdir(), 'ml-drills-bench-'));
  const file = path.join(folder, 'data');
  const arrays = task.arrays(data);
  const all = Object.values(arrays).flat();
  const numbers = new Float64Array(all.reduce((sum, row) => sum + row.length, 0));
  let at = 0;
  for (const row of all) for (let j = 0; j < row.length; j++) numbers[at++] = row[j] ?? 0;
  writeFileSync(file, numbers);
  const shapes = Object.fromEntries(
    Object.entries(arrays).map(([name, rows]) => [name, [rows.length, rows[0]?.length ?? 0]]),
  );
  const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface({ input: child.stdout });
  const ask = (message: object): Promise<FromContender> =>
    answered(child, (resolve) => {
      lines.once('line', (line) => resolve(JSON.parse(line) as FromContender));
      child.stdin.write(`${JSON.stringify(message)}\n`);
    });
  const answer = await ask({ type: 'prepare', task: task.task, options: task.options(data), file, arrays: shapes });
  rmSync(folder, { recursive: true, force: true });
  return { running: { ask, close: () => child.kill('SIGKILL') }, answer };
}

/** Waits for an answer, or for the process to end without one. */
function answered(
  child: ChildProcess,
  ask: (resolve: (answer: FromContender) => void) => void,
): Promise<FromContender> {
  return new Promise((resolve) => {
    const ended = (code: number | null, signal: string | null): void =>
      resolve({ type: 'failed', reason: `its process ended (${signal ?? `exit code ${code}`})` });
    const broken = (error: Error): void => resolve({ type: 'failed', reason: error.message });
    child.once('exit', ended).once('error', broken);
    ask((answer) => {
      child.off('exit', ended).off('error', broken);
      resolve(answer);
    });
  });
}

/** Shows that two contenders had the same numbers. */
export function hashOf(rows: Iterable<ArrayLike<number>>): string {
  const hash = createHash('sha256');
  for (const row of rows) hash.update(Float64Array.from(row));
  return hash.digest('hex').slice(0, 16);
}
