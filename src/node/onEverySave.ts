import { existsSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { watch } from 'chokidar';

/** Some editors empty a file before they write it: what comes within this time is one save. */
const SETTLE_MS = 15;

/**
 * Calls `saved` for a file as it is now and after every save, one call at a time. Saves that come during a call are
 * followed by one more, so that the last is never missed. `noticedAt` is a time of `performance.now()`.
 * Calls `gone` when the file is deleted, and goes on waiting for it. Returns what ends the watch.
 */
export function onEverySave(
  file: string,
  saved: (noticedAt: number) => Promise<void>,
  gone: () => void,
): () => Promise<void> {
  let noticedAt: number | undefined;
  let isCatchingUp = false;
  const catchUp = async (): Promise<void> => {
    isCatchingUp = true;
    while (noticedAt !== undefined) {
      const at = noticedAt;
      await sleep(SETTLE_MS);
      noticedAt = undefined;
      if (existsSync(file)) await saved(at);
    }
    isCatchingUp = false;
  };
  const notice = (): void => {
    noticedAt ??= performance.now();
    if (!isCatchingUp) void catchUp();
  };
  // The folder is watched, not the file: editors that save by renaming replace the file.
  const watcher = watch(path.dirname(file), { ignoreInitial: true, depth: 0 });
  watcher.on('all', (event, changed) => {
    if (path.resolve(changed) !== file) return;
    if (event === 'add' || event === 'change') notice();
    if (event === 'unlink' && !existsSync(file)) gone();
  });
  notice();
  return async () => {
    noticedAt = undefined;
    await watcher.close();
  };
}
