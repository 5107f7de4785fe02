import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** Writes a file whole or not at all, and never over another: whoever comes first wins. */
export function writeNew(file: string, text: string): boolean {
  mkdirSync(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    const descriptor = openSync(unfinished, 'w');
    try {
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    moveNew(unfinished, file);
    return true;
  } catch (error) {
    if (existsSync(file)) return false;
    throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Moves a file to a name that nobody has: fails with EEXIST rather than replace a file, which a rename would do. */
export function moveNew(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL); // some disks know no links
  }
  rmSync(from);
}

/** The code of an error of the machine: ENOENT, EEXIST. */
export const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);
