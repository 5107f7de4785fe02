import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** Writes a file whole or not at all, and never over another: whoever comes first wins. Tells whether it wrote. */
export function writeNew(file: string, text: string): boolean {
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    withDraft(file, text, (draft) => giveName(draft, file));
    return true;
  } catch (error) {
    if (existsSync(file)) return false;
    throw error;
  }
}

/** Writes the text beside a file, whole, and has `use` put it in its place; nothing is left behind, by this program or one that was killed. */
export function withDraft(file: string, text: string, use: (draft: string) => void): void {
  sweep(file);
  const draft = `${file}.${process.pid}.tmp`;
  try {
    const descriptor = openSync(draft, 'w');
    try {
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    use(draft);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Gives a file a second name that nobody has: fails with EEXIST rather than replace a file, which a rename would do. */
export function giveName(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    copyFileSync(file, name, constants.COPYFILE_EXCL); // some disks know no links
  }
}

/** Removes the drafts of a file that killed programs left: their names end with the number of a process that is gone. */
function sweep(file: string): void {
  const beginning = `${path.basename(file)}.`;
  for (const name of readdirSync(path.dirname(file))) {
    const [, pid] = name.startsWith(beginning) ? (/^(\d+)\.tmp$/.exec(name.slice(beginning.length)) ?? []) : [];
    if (pid !== undefined && isGone(Number(pid))) rmSync(path.join(path.dirname(file), name), { force: true });
  }
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0); // only looks whether it is there
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

/** The code of an error of the machine: ENOENT, EEXIST. */
export const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);
