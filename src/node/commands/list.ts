import type { Status } from '../../judge/verdict.ts';
import { colours, say, sayJson, UsageError } from '../terminal/terminal.ts';
import { type Home, listSlugs } from '../workspace/home.ts';
import { type Standing, standingsNow } from './standing.ts';

export interface ListOptions {
  readonly status?: string;
  readonly json?: boolean;
}

const STATUSES: readonly string[] = ['passed', 'failed', 'not-started'] satisfies Status[];

/** Prints the status of each drill and level, of those whose name contains `filter`. Begun attempts are graded for it. */
export async function list(home: Home, filter: string | undefined, { status, json }: ListOptions): Promise<void> {
  if (status !== undefined && !STATUSES.includes(status))
    throw new UsageError(`--status ${status}: it is one of ${STATUSES.join(', ')}`);
  const slugs = listSlugs(home).filter((slug) => slug.includes(filter ?? ''));
  const rows = await standingsNow(home, slugs);
  const wanted = rows
    .map((row) => ({ ...row, levels: row.levels.filter((level) => status === undefined || level.status === status) }))
    .filter(({ levels }) => levels.length > 0);
  if (json) sayJson(JSON.stringify(wanted));
  else say(wanted.length === 0 ? 'No drill matches.' : wanted.map(rowText).join('\n'));
}

function rowText({ drill, minutes, levels }: Standing): string {
  const { bold, dim, green, red } = colours();
  const marks: Record<Status, string> = {
    passed: green('passed     '),
    failed: red('failed     '),
    'not-started': dim('not started'),
  };
  const width = Math.max(...levels.map(({ level }) => level.length));
  const lines = levels.map(({ level, title, status, passedAt }) => {
    const earlier = status === 'passed' || passedAt === undefined ? '' : `; passed on ${passedAt.slice(0, 10)}`;
    return `  ${marks[status]}  ${level.padEnd(width)}  ${dim(`${title}${earlier}`)}`;
  });
  return [`${bold(drill)}${dim(`  ${minutes} min`)}`, ...lines].join('\n');
}
