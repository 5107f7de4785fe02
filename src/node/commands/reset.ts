import path from 'node:path';
import { say, UsageError, warn } from '../terminal/terminal.ts';
import { resetAttempt } from '../workspace/attempts.ts';
import { chooseSlug } from '../workspace/choose.ts';
import { commandLine } from '../workspace/commandLine.ts';
import { remember } from '../workspace/history.ts';
import type { Home } from '../workspace/home.ts';
import { begunSlugs } from './grade.ts';

/** Begins an attempt, or all of them, anew; the old ones are kept beside it. */
export function reset(home: Home, slug: string | undefined, all: boolean): void {
  if ((slug === undefined) === !all)
    throw new UsageError(
      `Say which drill to reset, or all of them: ${commandLine(home, 'reset', '<drill>')}, or ${commandLine(home, 'reset', '--all')}`,
    );
  const slugs = slug === undefined ? begunSlugs(home) : [chooseSlug(home, slug)];
  if (slugs.length === 0) say('No drill is begun: there is nothing to reset.');
  for (const each of slugs) {
    say(beginAnew(home, each));
  }
}

/** Resets one attempt and tells where the old one is. */
export function beginAnew(home: Home, slug: string): string {
  const now = new Date();
  const aside = resetAttempt(home, slug, now);
  remember(home, { at: now.toISOString(), event: 'reset', drill: slug }, warn);
  return aside ? `${slug}: begun anew. The old attempt is ${path.relative(process.cwd(), aside)}` : `${slug}: begun.`;
}
