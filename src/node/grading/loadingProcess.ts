import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { findCases, load, loadTogether } from './load.ts';
import { graderFailed, type Job } from './loading.ts';

// The process in which files are loaded, one at a time. A parser of native code ends its process where code is nested deeper
// than its stack; this one may die, and has so large a stack that files of the size that is read do not kill it.

/** Megabytes of address space, of which only what is used is ever taken. */
const STACK_MB = 256;

/** What loading a file may compute: it takes milliseconds. */
const MAX_MICROSECONDS = 20_000_000;
const WATCH_MS = 500;

const work = { load, loadTogether, findCases } as const;

if (isMainThread) {
  const [, script = ''] = process.argv;
  const worker = new Worker(script, { resourceLimits: { stackSizeMb: STACK_MB } });
  // To exit would wait for the parser.
  const end = () => process.kill(process.pid, 'SIGKILL');
  let watch: NodeJS.Timeout | undefined;
  process.on('message', (job) => {
    const before = process.cpuUsage();
    watch = setInterval(() => {
      if (process.cpuUsage(before).user > MAX_MICROSECONDS) end();
    }, WATCH_MS);
    worker.postMessage(job);
  });
  worker.on('message', (answer) => {
    clearInterval(watch);
    process.send?.(answer);
  });
  process.on('disconnect', end);
  if (!process.connected) end(); // whoever asked was gone before that could be heard
} else {
  parentPort?.on('message', (job: Job) => parentPort?.postMessage(answerTo(job)));
}

function answerTo({ name, input }: Job): unknown {
  try {
    return (work[name] as (given: unknown) => unknown)(input); // each name goes with its input
  } catch (error) {
    return graderFailed(String(error));
  }
}
