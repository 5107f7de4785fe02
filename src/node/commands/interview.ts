import { confirm, isCancel, select } from '@clack/prompts';
import { counted } from '../../values/counted.ts';
import { createGrader } from '../grading/grade.ts';
import { type Opened, type OpeningOptions, openAt, openNow } from '../interview/opening.ts';
import type { Reply } from '../interview/reply.ts';
import { Room } from '../interview/room.ts';
import { followScript, linesOfInput } from '../interview/script.ts';
import { TerminalRoom } from '../interview/terminal.ts';
import { say, sayJson } from '../terminal/terminal.ts';
import { type Home, listSlugs } from '../workspace/home.ts';
import { loadDrill } from '../workspace/loadDrill.ts';

export interface InterviewOptions extends OpeningOptions {
  /** Commands to run, instead of those typed. */
  readonly do?: readonly string[];
  readonly json?: boolean;
}

/** Runs an interview: in a terminal, or by a script on standard input or in the arguments. */
export async function interview(
  home: Home,
  slugArgument: string | undefined,
  options: InterviewOptions,
): Promise<void> {
  const isPerson = Boolean(process.stdin.isTTY && process.stdout.isTTY) && !options.do && !options.json;
  const slug = slugArgument ?? (isPerson && !openNow(home) ? await chosen(home) : undefined);
  if (isPerson && slug === undefined && slugArgument === undefined && !openNow(home)) return;
  const opened = await openAt(home, slug, options);
  const grader = createGrader(home);
  try {
    const room = await Room.enter(home, opened.interview, grader);
    if (isPerson) await new TerminalRoom(room).stay(opened);
    else await script(room, opened, options);
  } finally {
    await grader.close();
  }
}

async function script(room: Room, opened: Opened, { do: commands, json }: InterviewOptions): Promise<void> {
  const show = (command: string, reply: Reply): void => {
    if (json) sayJson(JSON.stringify({ command, ...reply.data }));
    else say(`> ${command}\n${reply.text}\n`);
  };
  show('start', room.greeting(opened));
  await followScript(room, commands ?? linesOfInput(), show);
}

/** Asks which drill, when nobody said; undefined when the candidate thinks better of it. */
async function chosen(home: Home): Promise<string | undefined> {
  const drills = await Promise.all(listSlugs(home).map(async (slug) => ({ slug, drill: await loadDrill(home, slug) })));
  const slug = await select({
    message: 'What shall it be?',
    options: drills.map(({ slug: value, drill }) => ({
      value,
      label: drill.title,
      hint: counted(drill.minutes, 'minute'),
    })),
  });
  if (isCancel(slug)) return undefined;
  const isReady = await confirm({ message: 'The clock starts now and does not stop. Ready?' });
  return isCancel(isReady) || !isReady ? undefined : slug;
}
