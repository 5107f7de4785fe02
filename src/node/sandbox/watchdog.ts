import { workerData } from 'node:worker_threads';
import { endWith } from './ending.ts';
import { PATIENCE, SIGNS, type Watched } from './watched.ts';

// A thread of the child that goes on where an attempt never gives back control, and ends the process.

/** How often it looks, in milliseconds. */
const LOOK_EVERY = 50;

const { signs, memoryLimit } = workerData as Watched; // given by the main thread
const parent = process.ppid;
const nothing = new Int32Array(new SharedArrayBuffer(4));

/** Milliseconds for which this process has computed, in all its threads: much the same however busy the machine is. */
const computed = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Milliseconds of computing for all that is asked of the child: a solution takes a second or two. */
const TOTAL_MS = 90_000;

/** How often it looks at a process that hardly computes before that counts as silence: a minute or more. One that waits for its turn on a busy machine gets some. */
const IDLE_LOOKS = 1200;
/** What counts as hardly, in milliseconds for each look; the looks themselves take less. */
const IDLE_MS = 0.5;

Atomics.wait(signs, SIGNS, 0); // until there is something to judge
const begun = computed();
for (let heard = 0, since = 0, looks = 0; ; Atomics.wait(nothing, 0, 0, LOOK_EVERY)) {
  const now = Atomics.load(signs, SIGNS);
  if (now !== heard) [heard, since, looks] = [now, computed(), 0];
  const spent = computed() - since;
  if (spent > Atomics.load(signs, PATIENCE)) endWith('silent');
  if (computed() - begun > TOTAL_MS) endWith('too long');
  if (++looks > IDLE_LOOKS && spent < looks * IDLE_MS) endWith('silent');
  if (process.memoryUsage.rss() > memoryLimit) endWith('out of memory');
  if (process.ppid !== parent) endWith('nobody listens');
}
