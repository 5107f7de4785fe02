import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { codeOf, giveName, withDraft } from './writeNew.ts';

/**
 * Moves cases.ts to cases.20261123-142501.ts, with a number where that is taken. Returns the new name; undefined when there
 * is no such file. At every moment the text has a name, whenever the program is killed.
 */
export function moveAside(file: string, now: Date): string | undefined {
  const aside = keepBeside(file, now);
  if (aside !== undefined) rmSync(file, { force: true });
  return aside;
}

/** Puts a text in the place of a file that is kept under another name, which is returned. There is a whole file at every moment. */
export function replaceKeeping(file: string, text: string, now: Date): string | undefined {
  let aside: string | undefined;
  withDraft(file, text, (draft) => {
    aside = keepBeside(file, now);
    renameSync(draft, file);
  });
  return aside;
}

/** Gives a file a second name with the time in it. */
function keepBeside(file: string, now: Date): string | undefined {
  if (!existsSync(file)) return undefined;
  const stamp = now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  for (let i = 0; ; i++) {
    const name = path.join(path.dirname(file), `${path.basename(file, '.ts')}.${stamp}${i === 0 ? '' : `-${i}`}.ts`);
    try {
      giveName(file, name);
      return name;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}
