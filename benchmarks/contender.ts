import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { createRandom } from '../src/index.ts';
import type { Contender, Libraries } from './workload.ts';
import { workloads } from './workloads.ts';

// A process of its own for each contender: no other's garbage, and nothing the engine learned from another's code.

/** What the parent asks for. */
export type ToContender =
  | {
      readonly type: 'prepare';
      readonly workload: string;
      readonly contender: string;
      readonly seed: number;
      readonly attempt?: string;
    }
  | { readonly type: 'run'; readonly withResult: boolean };

export type FromContender =
  | { readonly type: 'prepared'; readonly bytes: string; readonly version?: string }
  | { readonly type: 'ran'; readonly ms: number; readonly megabytes: number; readonly result?: unknown }
  | { readonly type: 'failed'; readonly reason: string };

const benchmarks = path.resolve(import.meta.dirname, '../../benchmarks');
const require = createRequire(path.join(benchmarks, 'package.json'));
const libraries: Libraries = (name) => import(pathToFileURL(require.resolve(name)).href);

let data: unknown;
let contender: Contender<unknown, unknown> | undefined;
let run: (() => unknown) | undefined;

process.on('message', async (message: ToContender) => {
  try {
    process.send?.(message.type === 'prepare' ? await prepare(message) : ran(message.withResult));
  } catch (error) {
    process.send?.({ type: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }
});
process.on('disconnect', () => process.exit());

type Prepare = Extract<ToContender, { type: 'prepare' }>;

async function prepare(asked: Prepare): Promise<FromContender> {
  const workload = workloads.find(({ name }) => name === asked.workload);
  contender = (await chosen(workload, asked)) as Contender<unknown, unknown> | undefined; // made for this data
  if (!workload || !contender) throw new Error('it has not the functions for this');
  data = workload.data(createRandom(`${asked.seed}/${workload.name}`));
  run = await contender.prepare(data, libraries);
  const hash = createHash('sha256');
  for (const row of workload.bytes(data as never)) hash.update(Float64Array.from(row));
  const version = contender.from === undefined ? {} : { version: versionOf(contender.from) };
  return { type: 'prepared', bytes: hash.digest('hex').slice(0, 16), ...version };
}

/** The contender of that name; an attempt is imported as the plain program that it is. */
async function chosen(workload: (typeof workloads)[number] | undefined, { contender: name, attempt }: Prepare) {
  if (attempt === undefined) return workload?.contenders[name];
  return workload?.attempt((await import(pathToFileURL(attempt).href)) as Record<string, unknown>);
}

/** Tasks shorter than this run again until so much time has gone: a single run shows how fast a processor wakes up. */
const BATCH_MS = 50;

function ran(withResult: boolean): FromContender {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let started = performance.now();
  const raw = run?.();
  let ms = performance.now() - started;
  const megabytes = Math.max(0, (process.memoryUsage.rss() - before) / 1e6);
  if (ms < BATCH_MS) {
    started = performance.now();
    let runs = 0;
    for (; performance.now() - started < BATCH_MS; runs++) run?.();
    ms = (performance.now() - started) / runs;
  }
  return {
    type: 'ran',
    ms,
    megabytes,
    ...(withResult ? { result: plain(contender?.result(raw as never, data)) } : {}),
  };
}

/** Typed arrays as arrays: results travel as JSON. */
const plain = (value: unknown): unknown =>
  ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value;

const versionOf = (name: string): string =>
  (require(path.join(benchmarks, 'node_modules', name, 'package.json')) as { version: string }).version;
