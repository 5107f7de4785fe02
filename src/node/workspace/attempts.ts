import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { attemptPath, type Home } from './home.ts';
import { replaceKeeping } from './moveAside.ts';
import { writeNew } from './writeNew.ts';

/** Makes a drill's attempt from its stub, unless there is one; the question beside it, if wanted. Tells whether it made the attempt. */
export function createAttempt(home: Home, slug: string, { withQuestion = true } = {}): boolean {
  const attempt = attemptPath(home, slug);
  const question = path.join(path.dirname(attempt), 'README.md');
  if (withQuestion && !existsSync(attempt) && !existsSync(question))
    writeNew(question, readFileSync(path.join(home.packageRoot, 'drills', slug, 'README.md'), 'utf8'));
  return writeNew(attempt, stubText(home, slug));
}

/** A new attempt, as it is before anything is written. */
const stubText = ({ packageRoot }: Home, slug: string): string =>
  readFileSync(path.join(packageRoot, 'drills', slug, 'stub.ts'), 'utf8').replaceAll("'./stub.ts'", "'./attempt.ts'");

/** Whether there is an attempt in which something was written since it was begun. Anything but a file is left unread. */
export function isWritten(home: Home, slug: string): boolean {
  const attempt = attemptPath(home, slug);
  const stub = stubText(home, slug);
  const found = statSync(attempt, { throwIfNoEntry: false });
  const mayBeStub = found?.isFile() && found.size === Buffer.byteLength(stub);
  return found !== undefined && !(mayBeStub && readFileSync(attempt, 'utf8') === stub);
}

/**
 * Begins an attempt anew from the stub and keeps the old one beside it, always, under a name with the time in it. Returns
 * where the old one is; undefined when there was none.
 */
export function resetAttempt(home: Home, slug: string, now: Date): string | undefined {
  if (createAttempt(home, slug)) return undefined;
  return replaceKeeping(attemptPath(home, slug), stubText(home, slug), now);
}
