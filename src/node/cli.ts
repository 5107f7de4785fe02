#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { UsageError, warn, write } from './terminal/terminal.ts';
import { commandLine } from './workspace/commandLine.ts';
import { findHome } from './workspace/home.ts';

// Each command is a file of its own and is read only when it is used: `grade` starts in an instant.

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE' || error.code === 'EIO') process.exit(process.exitCode ?? 0); // nobody reads us any more
  throw error;
});

// A signal is handled between two synchronous steps: no file is left half moved. A command that ends in its own way comes first.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) process.exit(128 + os.constants.signals[signal]);
  });
}

const home = findHome(process.cwd());
const { version } = JSON.parse(readFileSync(path.join(home.packageRoot, 'package.json'), 'utf8')) as {
  version: string;
}; // our own package.json

const program = new Command('ml-drills')
  .description('Machine-learning coding drills as interviews set them, graded by laws and by counted steps.')
  .version(version)
  .exitOverride()
  .configureOutput({ writeOut: write, writeErr: (text) => warn(text.trimEnd()) })
  .showSuggestionAfterError()
  .configureHelp({ sortSubcommands: false });

program
  .command('start [drill]')
  .description('open a drill: makes the attempt, shows the question, grades every save')
  .action(async (slug?: string) => (await import('./commands/start.ts')).start(home, slug));

program
  .command('grade [drill]')
  .description('grade an attempt, or all that are begun; exit code 1 when something failed, 2 for wrong usage')
  .option('--attempt <file>', 'grade this file instead of the attempt of the drill')
  .option('--level <name>', 'judge this level only; a level is named after its first function')
  .option('--seed <number>', 'generate other inputs; 1 when left out')
  .option('--json', 'print one JSON object for each drill, one on a line, and nothing else')
  .action(async (slug: string | undefined, options) => {
    process.exitCode = await (await import('./commands/grade.ts')).grade(home, slug, options);
  });

program
  .command('list [filter]')
  .description('show the status of each drill and level, of those whose name contains the filter')
  .option('--status <status>', 'passed, failed or not-started')
  .option('--json', 'print JSON')
  .action(async (filter: string | undefined, options) =>
    (await import('./commands/list.ts')).list(home, filter, options),
  );

program
  .command('hint [drill] [level]')
  .description('show one hint more each time')
  .action(async (slug?: string, level?: string) => (await import('./commands/hint.ts')).hint(home, slug, level));

program
  .command('interview [drill]')
  .description('sit the interview of a drill, or go on with the one that is open')
  .option('--minutes <minutes>', 'how long it takes; as the drill says when left out')
  .option(
    '--new',
    'end the open interview of this drill, if any, and begin another with a new attempt; yours is kept beside it',
  )
  .option('--keep', 'with --new: go on with the attempt that is there')
  .option('--do <command...>', 'run these commands and leave: --do "ask 2" grade end')
  .option('--json', 'print one JSON object for each command')
  .action(async (slug: string | undefined, options) =>
    (await import('./commands/interview.ts')).interview(home, slug, options),
  );

program
  .command('cases [drill]')
  .description('run your own test cases on right and on wrong solutions; exit code 1 when one refuses a right solution')
  .option('--file <file>', 'judge this file instead of the cases.ts of the drill')
  .option('--json', 'print one JSON object and nothing else')
  .action(async (slug: string | undefined, options) => {
    process.exitCode = await (await import('./commands/cases.ts')).cases(home, slug, options);
  });

program
  .command('discuss [card]')
  .description('talk about one question: answer it, see what a strong answer covers, and say which points you made')
  .option('--made <points...>', 'note the points that were made: --made 1 3, or --made none')
  .option('--json', 'print JSON')
  .action(async (card: string | undefined, options) =>
    (await import('./commands/discuss.ts')).discuss(home, card, options),
  );

program
  .command('next')
  .description('propose what to do now, and why')
  .option('--json', 'print JSON')
  .action(async (options) => (await import('./commands/next.ts')).next(home, options));

program
  .command('stats')
  .description('show streaks, what is due, and how far each drill is')
  .option('--json', 'print JSON')
  .action(async (options) => (await import('./commands/stats.ts')).stats(home, options));

program
  .command('merge <history>')
  .description('take over what the history of another machine has: its history.jsonl, or the folder it is in')
  .action(async (file: string) => (await import('./commands/merge.ts')).merge(home, file));

program
  .command('reset [drill]')
  .description('begin an attempt anew; the old one is kept beside it')
  .option('--all', 'reset every attempt')
  .action(async (slug: string | undefined, { all = false }: { all?: boolean }) =>
    (await import('./commands/reset.ts')).reset(home, slug, all),
  );

program
  .command('demo')
  .description('grade three shipped attempts: a wrong one, a slow one, a right one')
  .action(async () => {
    process.exitCode = await (await import('./commands/demo.ts')).demo(home);
  });

program
  .command('check-types [drill]')
  .description('show the type errors of an attempt')
  .option('--attempt <file>', 'check this file instead')
  .action(async (slug: string | undefined, { attempt }: { attempt?: string }) => {
    process.exitCode = await (await import('./commands/checkTypes.ts')).checkTypes(home, slug, attempt);
  });

program
  .command('init <folder>')
  .description('make a practice folder, for use without a clone')
  .action(async (folder: string) => (await import('./commands/init.ts')).init(home, folder));

program
  .command('new-drill <slug> <function>')
  .description('for maintainers: write the folders of a new drill, with a first level')
  .action(async (slug: string, name: string) => (await import('./commands/newDrill.ts')).newDrill(home, slug, name));

program
  .command('new-level <slug> <function>')
  .description('for maintainers: write one more level of a drill')
  .action(async (slug: string, name: string) => (await import('./commands/newDrill.ts')).newLevel(home, slug, name));

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = 2;
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) process.exitCode = 0;
    if (error.code === 'commander.missingArgument') warn(`It is: ${usageOf(process.argv[2])}`);
    if (error.code === 'commander.unknownCommand') warn(`The commands are: ${commandNames(program)}`);
  } else if (error instanceof UsageError || isOfTheMachine(error)) warn(error.message);
  else {
    process.exitCode = 1;
    warn(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

function usageOf(name = ''): string {
  const command = program.commands.find((candidate) => candidate.name() === name);
  return commandLine(home, name, ...(command?.registeredArguments.map((argument) => `<${argument.name()}>`) ?? []));
}

function commandNames({ commands }: Command): string {
  return commands.map((command) => command.name()).join(', ');
}

/** A full disk, a folder that may not be written: told in one line, as it is no mistake of ours. */
function isOfTheMachine(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}
