import path from 'node:path';
import { chooseSlug } from '../choose.ts';
import type { Home } from '../home.ts';
import { say, UsageError } from '../terminal.ts';
import { resetAttempt } from '../workspace/attempts.ts';
import { begunSlugs } from './grade.ts';

/** Begins an attempt, or all of them, anew; the old ones are kept beside it. */
export function reset(home: Home, slug: string | undefined, all: boolean): void {
  if ((slug === undefined) === !all)
    throw new UsageError('Say which drill to reset, or all of them: ml-drills reset <slug>, or ml-drills reset --all');
  const slugs = slug === undefined ? begunSlugs(home) : [chooseSlug(home, slug)];
  if (slugs.length === 0) say('No drill is begun: there is nothing to reset.');
  for (const each of slugs) {
    const aside = resetAttempt(home, each, new Date());
    say(aside ? `${each}: begun anew. The old attempt is ${path.relative(process.cwd(), aside)}` : `${each}: begun.`);
  }
}
