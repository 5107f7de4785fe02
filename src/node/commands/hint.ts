import { levelName } from '../../drill/defineDrill.ts';
import type { Level } from '../../drill/level.ts';
import { lastStatuses } from '../../history/statuses.ts';
import { colours, say, warn } from '../terminal/terminal.ts';
import { chooseLevel, slugFor } from '../workspace/choose.ts';
import { recall, remember } from '../workspace/history.ts';
import type { Home } from '../workspace/home.ts';
import { loadDrill } from '../workspace/loadDrill.ts';

/** Shows one rung more of a level's hints each time. Without a level: of the first that has not passed. */
export async function hint(home: Home, slug: string | undefined, levelArgument: string | undefined): Promise<void> {
  const drill = slugFor(home, 'hint', slug);
  const level =
    levelArgument === undefined ? await currentLevel(home, drill) : await chooseLevel(home, drill, levelArgument);
  say(nextHint(home, drill, level));
}

/** The next hint as text; the history counts it. */
export function nextHint(home: Home, drill: string, level: Level<unknown>): string {
  const name = levelName(level);
  const shown = recall(home, warn).filter(
    (event) => event.event === 'hint' && event.drill === drill && event.level === name,
  ).length;
  const total = level.hints.length;
  const rung = Math.min(shown + 1, total);
  const { bold, dim } = colours();
  if (shown < total) remember(home, { at: new Date().toISOString(), event: 'hint', drill, level: name, rung }, warn);
  const more =
    rung < total
      ? 'Ask again for more.'
      : shown < total
        ? 'This was the last one.'
        : 'There are no more; this is the last one again.';
  return `${bold(`Hint ${rung} of ${total}`)} for ${name}: ${level.hints[rung - 1] ?? ''}\n${dim(more)}`;
}

/** The first level that had not passed when the drill was last graded. */
export async function currentLevel(home: Home, slug: string): Promise<Level<unknown>> {
  const { levels } = await loadDrill(home, slug);
  const statuses = lastStatuses(recall(home, warn), slug);
  const current = levels.find((level) => statuses[levelName(level)] !== 'passed') ?? levels.at(-1);
  if (!current) throw new Error(`${slug} has no levels`);
  return current;
}
