import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Folders of a clone that are compiled into dist/. */
const COMPILED = ['src', 'drills', 'reference'];

/**
 * In a clone, compiles the package anew when a source is younger than what was compiled, so that nobody grades with
 * yesterday's laws. An installed package has no sources to compile and is left alone. Tells whether it compiled.
 */
export function compileIfStale(packageRoot: string): boolean {
  if (!existsSync(path.join(packageRoot, 'tsup.config.ts'))) return false;
  const stamp = path.join(packageRoot, 'dist', '.compiled');
  const compiledAt = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const youngest = Math.max(...COMPILED.map((folder) => youngestIn(path.join(packageRoot, folder))));
  if (youngest <= compiledAt) return false;
  const startedAt = new Date();
  execFileSync(process.execPath, [path.join(packageRoot, 'node_modules/tsup/dist/cli-default.js')], {
    cwd: packageRoot,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(stamp, '');
  utimesSync(stamp, startedAt, startedAt); // what was saved while it compiled is younger
  return true;
}

/** When the youngest source below a folder was written, in milliseconds; what learners write does not count. */
function youngestIn(folder: string): number {
  let youngest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) youngest = Math.max(youngest, youngestIn(file));
    else if (entry.name.endsWith('.ts') && !/^(attempt|cases)\b/.test(entry.name)) {
      youngest = Math.max(youngest, statSync(file).mtimeMs);
    }
  }
  return youngest;
}
