import { type FSWatcher, statSync, watch } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** What comes within this time is one save. */
const SETTLE_MS = 5;

/** Some editors empty a file before they write it: what is empty is looked at once more. */
const EMPTY_MS = 15;

/** Some editors delete a file before they write it: only then is it gone. */
const GONE_AFTER_MS = 200;

/** How often the file is looked at without being told to: no system tells of every change. */
const LOOK_EVERY_MS = 250;

/**
 * Calls `saved` for a file as it is now and after every save, one call at a time. Saves that come during a call are
 * followed by one more, so that the last is never missed; `signal` tells the call that there is a newer one, or that nobody
 * watches any more. `noticedAt` is a time of `performance.now()`.
 * Where the state of the file is `known`, nothing is called for it as it is now.
 * Calls `gone` when the file is deleted, and goes on waiting for it. Returns what ends the watch.
 */
export function onEverySave(
  file: string,
  saved: (noticedAt: number, signal: AbortSignal) => Promise<void>,
  gone: () => void,
  known?: string,
): () => void {
  let noticedAt: number | undefined;
  let current = new AbortController();
  let isCatchingUp = false;
  const catchUp = async (): Promise<void> => {
    isCatchingUp = true;
    while (noticedAt !== undefined) {
      const at = noticedAt;
      await sleep(SETTLE_MS);
      if (isEmpty(file)) await sleep(EMPTY_MS);
      noticedAt = undefined;
      current = new AbortController();
      if (stateOf(file) !== undefined) await saved(at, current.signal);
    }
    isCatchingUp = false;
  };

  let state = known;
  let isMissed: NodeJS.Timeout | undefined;
  const look = (): void => {
    const before = state;
    state = stateOf(file);
    if (state === before) return;
    clearTimeout(isMissed);
    if (state === undefined) {
      isMissed = setTimeout(gone, GONE_AFTER_MS);
      return;
    }
    current.abort();
    noticedAt ??= performance.now();
    if (!isCatchingUp) void catchUp();
  };

  const watcher = watchFolder(path.dirname(file), look);
  const clock = setInterval(look, LOOK_EVERY_MS);
  look();
  return () => {
    noticedAt = undefined;
    current.abort();
    clearTimeout(isMissed);
    clearInterval(clock);
    watcher?.close();
  };
}

/** What changes with every save, whether it is written in place or renamed to its place; undefined when there is no file. */
export function stateOf(file: string): string | undefined {
  const stats = statSync(file, { throwIfNoEntry: false, bigint: true });
  return stats && `${stats.ino} ${stats.size} ${stats.mtimeNs}`;
}

const isEmpty = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.size === 0;

/** The folder is watched, not the file: editors that save by renaming replace the file. Undefined where it cannot be. */
function watchFolder(folder: string, changed: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, changed);
    watcher.on('error', () => watcher.close()); // then it is noticed a little later
    return watcher;
  } catch {
    return undefined;
  }
}
