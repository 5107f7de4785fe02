import { existsSync } from 'node:fs';
import { levelName } from '../../drill/defineDrill.ts';
import type { Status } from '../../judge/verdict.ts';
import { createGrader, type Grader } from '../grade.ts';
import { attemptPath, type Home, listSlugs } from '../home.ts';
import { loadDrill } from '../loadDrill.ts';
import { colours, say, UsageError } from '../terminal.ts';

export interface ListOptions {
  readonly status?: string;
  readonly json?: boolean;
}

interface Row {
  readonly drill: string;
  readonly minutes: number;
  readonly levels: readonly { readonly level: string; readonly title: string; readonly status: Status }[];
}

const STATUSES: readonly string[] = ['passed', 'failed', 'not-started'] satisfies Status[];

/** Prints the status of each drill and level, of those whose name contains `filter`. Begun attempts are graded for it. */
export async function list(home: Home, filter: string | undefined, { status, json }: ListOptions): Promise<void> {
  if (status !== undefined && !STATUSES.includes(status))
    throw new UsageError(`--status ${status}: it is one of ${STATUSES.join(', ')}`);
  const slugs = listSlugs(home).filter((slug) => slug.includes(filter ?? ''));
  const grader = createGrader(home);
  try {
    const rows = await inLanes(LANES, slugs, (slug) => rowOf(home, slug, grader));
    const wanted = rows
      .map((row) => ({ ...row, levels: row.levels.filter((level) => status === undefined || level.status === status) }))
      .filter(({ levels }) => levels.length > 0);
    if (json) say(JSON.stringify(wanted));
    else say(wanted.length === 0 ? 'No drill matches.' : wanted.map(rowText).join('\n'));
  } finally {
    await grader.close();
  }
}

/** As many attempts as are graded at once. */
const LANES = 2;

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

async function rowOf(home: Home, slug: string, grader: Grader): Promise<Row> {
  const drill = await loadDrill(home, slug);
  const attemptFile = attemptPath(home, slug);
  const verdict = existsSync(attemptFile) ? await grader.grade({ slug, attemptFile }) : undefined;
  const statusOf = (name: string): Status =>
    verdict?.problem ? 'failed' : (verdict?.levels.find(({ level }) => level === name)?.status ?? 'not-started');
  const levels = drill.levels.map((level) => ({
    level: levelName(level),
    title: level.title,
    status: statusOf(levelName(level)),
  }));
  return { drill: slug, minutes: drill.minutes, levels };
}

function rowText({ drill, minutes, levels }: Row): string {
  const { bold, dim, green, red } = colours();
  const marks: Record<Status, string> = {
    passed: green('passed     '),
    failed: red('failed     '),
    'not-started': dim('not started'),
  };
  const width = Math.max(...levels.map(({ level }) => level.length));
  const lines = levels.map(({ level, title, status }) => `  ${marks[status]}  ${level.padEnd(width)}  ${dim(title)}`);
  return [`${bold(drill)}${dim(`  ${minutes} min`)}`, ...lines].join('\n');
}
