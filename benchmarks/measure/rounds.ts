import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { interquartileRange, median, min } from 'simple-statistics';
import { createRandom } from '../../src/index.ts';
import type { FromContender } from '../contender.ts';
import type { ContenderReport, WorkloadReport } from '../report/schema.ts';
import type { Workload } from '../workload.ts';
import { hashOf, type Prepared, type Running, startNode, startPython } from './process.ts';

export interface RoundsOptions {
  readonly root: string;
  readonly seed: number;
  readonly rounds: number;
  readonly python: string | undefined;
  /** Attempts by their drills, compiled. */
  readonly attempts: ReadonlyMap<string, string>;
  readonly isInterrupted: () => boolean;
  readonly onRound: (round: number, of: number) => void;
}

interface Entry {
  readonly name: string;
  readonly running: Running | undefined;
  readonly version?: string;
  reason?: string;
  status: ContenderReport['status'];
  result?: unknown;
  megabytes: number;
  readonly samples: number[];
}

/**
 * Measures all contenders of a workload: a first run each, whose result is checked and whose time is left out, and then rounds in
 * which each runs once, and short ones for 50 ms more, beginning with another each time. Undefined when it was interrupted.
 */
export async function measure(
  workload: Workload<never, unknown>,
  options: RoundsOptions,
): Promise<WorkloadReport | undefined> {
  const { root, seed, python, isInterrupted, onRound } = options;
  const data = workload.data(createRandom(`${seed}/${workload.name}`)) as never;
  const bytes = hashOf(workload.bytes(data));
  const contenderFile = path.join(root, 'dist/benchmarks/contender.js');
  const entries: Entry[] = [];
  try {
    for (const contender of Object.keys(workload.contenders)) {
      const prepare = { type: 'prepare', workload: workload.name, contender, seed } as const;
      entries.push(entryOf(contender, await startNode(contenderFile, prepare), bytes));
    }
    const attempt = options.attempts.get(workload.slug);
    if (attempt !== undefined) {
      const prepare = { type: 'prepare', workload: workload.name, contender: 'your attempt', seed, attempt } as const;
      entries.push(entryOf('your attempt', await startNode(contenderFile, prepare), bytes));
    }
    if (workload.python && python !== undefined) {
      const script = path.join(root, 'benchmarks/contender.py');
      entries.push(entryOf('scikit-learn', await startPython(python, script, workload, data), bytes));
    } else if (workload.python)
      entries.push({
        name: 'scikit-learn',
        running: undefined,
        status: 'left-out',
        reason: 'python3 has no sklearn here',
        megabytes: 0,
        samples: [],
      });
    for (const entry of entries) {
      if (isInterrupted()) return undefined;
      await runOnce(entry, true);
    }
    check(workload, entries);
    for (const entry of entries) await warmUp(entry);
    const rounds = workload.rounds ?? options.rounds;
    for (let round = 0; round < rounds; round++) {
      onRound(round + 1, rounds);
      for (let i = 0; i < entries.length; i++) {
        if (isInterrupted()) return undefined;
        const entry = entries[(i + round) % entries.length];
        if (entry) await runOnce(entry, false);
      }
    }
    const { name, slug, describes, size } = workload;
    return { name, slug, describes, size, bytes, contenders: entries.map(reportOn) };
  } finally {
    for (const { running } of entries) running?.close();
  }
}

function entryOf(name: string, { running, answer }: Prepared, bytes: string): Entry {
  const version = 'version' in answer && answer.version !== undefined ? { version: answer.version } : {};
  const entry: Entry = { name, running, status: 'right', megabytes: 0, samples: [], ...version };
  if (answer.type === 'failed') {
    entry.status = /Cannot find (module|package)/.test(answer.reason) ? 'left-out' : 'failed';
    entry.reason = entry.status === 'left-out' ? 'it is not installed: npm ci --prefix benchmarks' : answer.reason;
  } else if (answer.type === 'prepared' && answer.bytes !== undefined && answer.bytes !== bytes) {
    entry.status = 'failed';
    entry.reason = 'it made other inputs';
  }
  return entry;
}

async function runOnce(entry: Entry, isFirst: boolean): Promise<void> {
  if (!entry.running || entry.status === 'failed' || entry.status === 'left-out') return;
  const answer: FromContender = await entry.running.ask({ type: 'run', withResult: isFirst });
  if (answer.type === 'failed') {
    entry.status = 'failed';
    entry.reason = answer.reason;
  }
  if (answer.type !== 'ran') return;
  entry.megabytes = Math.max(entry.megabytes, answer.megabytes);
  if (isFirst) entry.result = answer.result;
  else entry.samples.push(answer.ms);
}

/** Short tasks run some more before they are timed, until the engine has compiled them. */
const WARM_MS = 300;

async function warmUp({ running, status }: Entry): Promise<void> {
  for (let spent = 0, runs = 0; spent < WARM_MS && runs < 30; runs++) {
    const answer =
      status === 'right' || status === 'wrong' ? await running?.ask({ type: 'run', withResult: false }) : undefined;
    if (answer?.type !== 'ran') return;
    spent += answer.ms;
  }
}

/** A fast wrong answer is marked wrong: all are held against the first, which is a reference. */
function check(workload: Workload<never, unknown>, entries: readonly Entry[]): void {
  const [oracle] = entries;
  for (const entry of entries) {
    if (entry.status !== 'right') continue;
    const reason = workload.check(entry.result, oracle?.result);
    if (reason === undefined) continue;
    entry.status = 'wrong';
    entry.reason = reason;
  }
}

function reportOn({ name, version, status, reason, samples, megabytes }: Entry): ContenderReport {
  const common = {
    name,
    status,
    samples,
    ...(version === undefined ? {} : { version }),
    ...(reason === undefined ? {} : { reason }),
  };
  if (samples.length === 0) return common;
  const spread = samples.length > 1 ? interquartileRange(samples) : 0;
  return { ...common, min: min(samples), median: median(samples), spread, megabytes: Math.round(megabytes) };
}

/** A Python that has scikit-learn: that of the path, or the system's. */
export function findPython(): string | undefined {
  return ['python3', '/usr/bin/python3'].find((python) => {
    try {
      execFileSync(python, ['-c', 'import sklearn'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
}
