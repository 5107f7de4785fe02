import { createHash } from 'node:crypto';
import { existsSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import type { LoadMachine } from '../../load/machine.ts';
import { sourceLine } from '../sandbox/sourceLine.ts';
import { readSource } from './read.ts';

/** What the loader has here: files on a disk, and Node's own engine. */
export const loadMachine: LoadMachine = {
  read: readSource,
  placeOf: (entry) => {
    const absolute = path.resolve(entry);
    return { absolute, folder: path.dirname(absolute), name: path.basename(absolute) };
  },
  find: (folder, importer, specifier) => {
    const named = path.resolve(path.dirname(importer), specifier);
    const absolute = [named, `${named}.ts`].find(isFile);
    const file = path.relative(folder, absolute ?? named);
    const isOutside = file.startsWith('..') || path.isAbsolute(file) || !isInside(folder, named);
    return { ...(absolute === undefined ? {} : { absolute }), file, isOutside, isOther: existsSync(named) };
  },
  compile: (parameters, body, filename) => {
    vm.compileFunction(body, [...parameters], { filename });
  },
  digest: (text) => createHash('sha256').update(text).digest('hex').slice(0, 16),
  sourceLine,
};

const isFile = (candidate: string): boolean => statSync(candidate, { throwIfNoEntry: false })?.isFile() ?? false;

/** Whether a file, links followed, is in a folder. */
function isInside(folder: string, file: string): boolean {
  try {
    return realpathSync(file).startsWith(realpathSync(folder) + path.sep);
  } catch {
    return true; // it does not exist, which is told apart later
  }
}
