import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { attemptPath, type Home } from '../home.ts';
import { moveAside } from './moveAside.ts';
import { moveNew, writeNew } from './writeNew.ts';

/** Makes a drill's attempt from its stub, unless there is one; the question beside it, if wanted. Tells whether it made the attempt. */
export function createAttempt(home: Home, slug: string, { withQuestion = true } = {}): boolean {
  const attempt = attemptPath(home, slug);
  if (existsSync(attempt)) return false;
  const shipped = path.join(home.packageRoot, 'drills', slug);
  const folder = path.dirname(attempt);
  mkdirSync(folder, { recursive: true });
  const question = path.join(folder, 'README.md');
  if (withQuestion && !existsSync(question)) writeNew(question, readFileSync(path.join(shipped, 'README.md'), 'utf8'));
  return writeNew(attempt, stubText(home, slug));
}

/** A new attempt, as it is before anything is written. */
export const stubText = ({ packageRoot }: Home, slug: string): string =>
  readFileSync(path.join(packageRoot, 'drills', slug, 'stub.ts'), 'utf8').replaceAll("'./stub.ts'", "'./attempt.ts'");

/**
 * Moves an attempt aside, under a name with the time in it, and begins anew from the stub. The old one is kept, always;
 * when the new one cannot be written it goes back to its place. Returns where the old one is; undefined when there was none.
 */
export function resetAttempt(home: Home, slug: string, now: Date): string | undefined {
  const attempt = attemptPath(home, slug);
  const aside = existsSync(attempt) ? moveAside(attempt, now) : undefined;
  try {
    createAttempt(home, slug);
  } catch (error) {
    if (aside !== undefined && !existsSync(attempt)) moveNew(aside, attempt);
    throw error;
  }
  return aside;
}
