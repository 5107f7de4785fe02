import { existsSync } from 'node:fs';
import { levelName } from '../../drill/defineDrill.ts';
import { itemKey, reviewsOf } from '../../history/reviews.ts';
import { lastStatuses } from '../../history/statuses.ts';
import type { Status, Verdict } from '../../judge/verdict.ts';
import { createGrader, type Grader } from '../grading/grade.ts';
import { clearLine, colours, isScreen, warn, write } from '../terminal/terminal.ts';
import { recall, rememberGrade } from '../workspace/history.ts';
import { attemptPath, type Home } from '../workspace/home.ts';
import { loadDrill } from '../workspace/loadDrill.ts';

/** How the attempt at a drill stands now. */
export interface Standing {
  readonly drill: string;
  readonly minutes: number;
  readonly levels: readonly {
    readonly level: string;
    readonly title: string;
    readonly status: Status;
    /** When an attempt last passed it first, if one ever did. */
    readonly passedAt?: string;
  }[];
}

/** As many attempts as are graded at once. */
const LANES = 2;

/** Grades what is begun of these drills, and notes what the log does not know: whoever asks how things stand hears the same. */
export async function standingsNow(home: Home, slugs: readonly string[]): Promise<Standing[]> {
  const grader = createGrader(home);
  if (isScreen()) write(colours().bold('grading ...'));
  try {
    return await inLanes(LANES, slugs, (slug) => standingOf(home, slug, grader));
  } finally {
    if (isScreen()) clearLine();
    await grader.close();
  }
}

/** Works on the items in order, `lanes` at a time; the results come in the order of the items. */
async function inLanes<Item, Result>(
  lanes: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const lane = async (): Promise<void> => {
    for (const [i, item] of waiting) results[i] = await work(item); // an entry is handed to one lane only
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

async function standingOf(home: Home, slug: string, grader: Grader): Promise<Standing> {
  const drill = await loadDrill(home, slug);
  const attemptFile = attemptPath(home, slug);
  const verdict = existsSync(attemptFile) ? await grader.grade({ slug, attemptFile }) : undefined;
  if (verdict && isNews(home, verdict)) rememberGrade(home, verdict);
  const events = recall(home, warn);
  const stopped = verdict?.problem ? begunLevels(drill.levels.map(levelName), lastStatuses(events, slug)) : [];
  const statusOf = (name: string): Status =>
    stopped.includes(name) ? 'failed' : (verdict?.levels.find(({ level }) => level === name)?.status ?? 'not-started');
  const passes = reviewsOf(events).filter(({ recalled }) => recalled !== 'again');
  const levels = drill.levels.map((level) => {
    const name = levelName(level);
    const key = itemKey({ kind: 'level', drill: slug, level: name });
    const passedAt = passes.findLast(({ item }) => itemKey(item) === key)?.at;
    return {
      level: name,
      title: level.title,
      status: statusOf(name),
      ...(passedAt === undefined ? {} : { passedAt }),
    };
  });
  return { drill: slug, minutes: drill.minutes, levels };
}

/** The levels that had been begun when they were last graded; the first where none had. */
function begunLevels(names: readonly string[], statuses: Readonly<Record<string, Status>>): readonly string[] {
  const begun = names.filter((name) => (statuses[name] ?? 'not-started') !== 'not-started');
  return begun.length > 0 ? begun : names.slice(0, 1);
}

/** Whether a level stands otherwise than the log has it. */
function isNews(home: Home, { drill, levels }: Verdict): boolean {
  const known = lastStatuses(recall(home, warn), drill);
  return levels.some(({ level, status }) => status !== (known[level] ?? 'not-started'));
}
