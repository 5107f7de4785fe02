import { levelName } from '../../drill/defineDrill.ts';
import type { Level } from '../../drill/level.ts';
import { nearest } from '../../values/nearest.ts';
import { UsageError } from '../terminal/terminal.ts';
import { commandLine } from './commandLine.ts';
import { type Home, listSlugs } from './home.ts';
import { loadDrill } from './loadDrill.ts';

/** The drill that a command is given; wrong usage when it is given none. */
export function slugFor(home: Home, command: string, slug: string | undefined): string {
  if (slug !== undefined) return chooseSlug(home, slug);
  throw new UsageError(
    `Say which drill: ${commandLine(home, command, '<drill>')}. The drills are: ${listSlugs(home).join(', ')}`,
  );
}

/** A drill by its slug; wrong usage when there is none of that name. */
export function chooseSlug(home: Home, slug: string): string {
  const slugs = listSlugs(home);
  if (slugs.includes(slug)) return slug;
  const close = nearest(slug, slugs);
  throw new UsageError(
    `There is no drill "${slug}".${close ? ` Did you mean ${close}?` : ''} The drills are: ${slugs.join(', ')}`,
  );
}

/** A level of a drill by its name; wrong usage when there is none. */
export async function chooseLevel(home: Home, slug: string, name: string): Promise<Level<unknown>> {
  const { levels } = await loadDrill(home, slug);
  const level = levels.find((candidate) => levelName(candidate) === name);
  if (level) return level;
  const names = levels.map(levelName);
  const close = nearest(name, names);
  throw new UsageError(
    `${slug} has no level "${name}".${close ? ` Did you mean ${close}?` : ''} Its levels are: ${names.join(', ')}`,
  );
}
