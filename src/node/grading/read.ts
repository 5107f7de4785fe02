import { readFileSync, type Stats, statSync } from 'node:fs';
import { LoadProblem } from '../../load/problem.ts';

const MAX_BYTES = 200_000;

/**
 * The text of a source file; `file` is its name in messages. Throws `LoadProblem` where there is none to read: what is
 * no file may never end, so kind and size are looked at before anything is read.
 */
export function readSource(absolute: string, file: string): string {
  const problem = (message: string) => new LoadProblem({ kind: 'cannot-load', message, file });
  try {
    const stats = statSync(absolute);
    if (!stats.isFile())
      throw problem(`It is ${kindOf(stats)} and no file: move it away, and write a file of that name`);
    if (stats.size > MAX_BYTES) throw problem(`It is larger than ${MAX_BYTES.toLocaleString('en-US')} bytes`);
    return readFileSync(absolute, 'utf8');
  } catch (error) {
    if (error instanceof LoadProblem) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw problem(code === 'ENOENT' ? 'It does not exist. Save it again' : `It cannot be read (${code})`);
  }
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a named pipe';
  return stats.isSocket() ? 'a socket' : 'a device';
}
