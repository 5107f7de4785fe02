import { closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { codeOf } from './writeNew.ts';

/**
 * Moves attempt.ts to attempt.20261123-142501.ts, with a number where that is taken. The name is reserved by an empty file, which the rename
 * then replaces: of several that move the same file, one does. Returns the new name; undefined when there is no such file.
 */
export function moveAside(file: string, now: Date): string | undefined {
  if (!existsSync(file)) return undefined;
  const stamp = now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  for (let i = 0; ; i++) {
    const name = path.join(path.dirname(file), `${path.basename(file, '.ts')}.${stamp}${i === 0 ? '' : `-${i}`}.ts`);
    if (!reserve(name)) continue;
    try {
      renameSync(file, name);
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
