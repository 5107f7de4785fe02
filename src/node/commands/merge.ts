import { statSync } from 'node:fs';
import path from 'node:path';
import { counted } from '../../values/counted.ts';
import { say, UsageError, warn } from '../terminal/terminal.ts';
import { historyPath, mergeHistory } from '../workspace/history.ts';
import type { Home } from '../workspace/home.ts';

/** Takes over what another history has and this one has not. Nothing is deleted, and the other stays as it is. */
export function merge(home: Home, other: string): void {
  const file = historyFileAt(path.resolve(other));
  if (file === undefined)
    throw new UsageError(`${other} is no history: give a history.jsonl, or the folder with its .ml-drills`);
  if (file === historyPath(home)) throw new UsageError(`${other} is the history of this folder: give that of another`);
  const taken = mergeHistory(home, file, warn);
  say(taken === 0 ? 'Nothing new.' : `Took over ${counted(taken, 'event')}.`);
}

/** A history itself, or that of a workspace. */
function historyFileAt(given: string): string | undefined {
  const candidates = [given, path.join(given, '.ml-drills', 'history.jsonl'), path.join(given, 'history.jsonl')];
  return candidates.find((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}
