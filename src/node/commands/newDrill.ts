import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { say, UsageError } from '../terminal/terminal.ts';
import { commandLine } from '../workspace/commandLine.ts';
import type { Home } from '../workspace/home.ts';
import { drillFiles } from './drillFiles.ts';

/** Writes the two folders of a new drill: a small one that works and is judged, to be turned into another. */
export function newDrill(home: Home, slug: string): void {
  const { packageRoot } = home;
  if (!existsSync(path.join(packageRoot, 'tsup.config.ts')))
    throw new UsageError('new-drill is for maintainers: it works in a clone only');
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(slug)) {
    throw new UsageError(
      `"${slug}" cannot name a drill: use lower-case words with dashes between them, such as random-forest`,
    );
  }
  for (const folder of ['drills', 'reference']) {
    if (existsSync(path.join(packageRoot, folder, slug)))
      throw new UsageError(`${folder}/${slug} exists already: nothing was written`);
  }
  for (const [file, text] of Object.entries(drillFiles(slug))) {
    const target = path.join(packageRoot, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text, { flag: 'wx' });
    say(file);
  }
  say(`
It is judged as it is: npx tsup, then ${commandLine({ ...home, workspace: packageRoot }, 'start', slug)}. Turn README.md into your question, then write the
bank from its words, 20 mutants and 5 right answers a level, before you look at the laws. Last: npm run check`);
}
