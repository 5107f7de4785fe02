import { cards } from '../../discussion/cards.ts';
import { drillCards } from '../../discussion/cardsFor.ts';
import { levelName } from '../../drill/defineDrill.ts';
import { type Item, itemKey } from '../../history/reviews.ts';
import { type Home, listSlugs } from '../workspace/home.ts';
import { loadDrill } from '../workspace/loadDrill.ts';

/** What there is to try, each by its key, and what it is called: a log may know of drills that are gone. */
export async function knownItems(home: Home): Promise<ReadonlyMap<string, string>> {
  const drills = await Promise.all(listSlugs(home).map(async (slug) => ({ slug, drill: await loadDrill(home, slug) })));
  const items: [Item, string][] = [
    ...drills.flatMap(({ slug, drill }) =>
      drill.levels
        .map(levelName)
        .map((level): [Item, string] => [{ kind: 'level', drill: slug, level }, `${slug}, ${level}`]),
    ),
    ...[...drills.flatMap(({ slug, drill }) => drillCards(slug, drill)), ...cards].map(
      ({ id, question }): [Item, string] => [{ kind: 'card', card: id }, `"${question}"`],
    ),
  ];
  return new Map(items.map(([item, name]) => [itemKey(item), name]));
}
