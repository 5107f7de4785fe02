import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { attemptPath, type Home } from '../home.ts';
import { codeOf, moveNew, writeNew } from './writeNew.ts';

/** Makes a drill's attempt from its stub, unless there is one. Tells whether it did. */
export function createAttempt(home: Home, slug: string): boolean {
  const attempt = attemptPath(home, slug);
  if (existsSync(attempt)) return false;
  const shipped = path.join(home.packageRoot, 'drills', slug);
  const folder = path.dirname(attempt);
  mkdirSync(folder, { recursive: true });
  const question = path.join(folder, 'README.md');
  if (!existsSync(question)) writeNew(question, readFileSync(path.join(shipped, 'README.md'), 'utf8'));
  const stub = readFileSync(path.join(shipped, 'stub.ts'), 'utf8').replaceAll("'./stub.ts'", "'./attempt.ts'");
  return writeNew(attempt, stub);
}

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

/**
 * To attempt.20261123-142501.ts, with a number where that is taken. The name is reserved by an empty file, which the rename
 * then replaces: of several that move the same attempt, one does. Returns the new name; undefined when there is no attempt.
 */
function moveAside(attempt: string, now: Date): string | undefined {
  const stamp = now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  for (let i = 0; ; i++) {
    const name = path.join(path.dirname(attempt), `attempt.${stamp}${i === 0 ? '' : `-${i}`}.ts`);
    if (!reserve(name)) continue;
    try {
      renameSync(attempt, name);
      return name;
    } catch (error) {
      rmSync(name);
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  }
}

/** Takes a name that nobody has. Tells whether it did. */
function reserve(name: string): boolean {
  try {
    closeSync(openSync(name, 'wx'));
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}
