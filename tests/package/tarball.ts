import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { slugs } from '../bank.ts';
import { cloneOfThis, emptyFolder, root } from '../run.ts';

/** What can be imported from the package by name: each named, since checkers pass over patterns. */
export const entryPoints: readonly string[] = [
  '.',
  './reference',
  ...slugs.map((slug) => `./reference/${slug}`),
  ...slugs.map((slug) => `./drills/${slug}`),
];

/** Packs the package as it would be published, from a copy, so that what is compiled here stays as it is. Returns the file. */
export function pack(): string {
  const clone = cloneOfThis();
  for (const file of ['README.md', 'LICENSE']) cpSync(path.join(root, file), path.join(clone, file));
  const folder = emptyFolder();
  const out = npm(clone, 'pack', '--silent', '--pack-destination', folder);
  return path.join(folder, out.trim().split('\n').at(-1) ?? '');
}

/** Runs npm in a folder and returns what it printed. */
export const npm = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: environment() });

/** The environment without what npm and vitest tell their children. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^npm_(?!config_(registry|cache|userconfig))|^VITEST|^NODE_ENV$/i.test(name),
  );
  return Object.fromEntries(own);
}
