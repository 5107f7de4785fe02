import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanUp, cloneOfThis, emptyFolder, KNN, ml, root, saveAttempt } from './run.ts';

afterAll(cleanUp);

const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const names = Object.values(scripts).flatMap((script) => /cli\.js ([\w-]+)$/.exec(script)?.[1] ?? []);

/** A practice folder as `init` makes it, with this package installed in it. */
async function madeByInit(): Promise<string> {
  const folder = emptyFolder();
  await ml(folder, ['init', 'practice']);
  const made = path.join(folder, 'practice');
  mkdirSync(path.join(made, 'node_modules/.bin'), { recursive: true });
  symlinkSync(root, path.join(made, 'node_modules/ml-drills'));
  symlinkSync('../ml-drills/dist/src/node/cli.js', path.join(made, 'node_modules/.bin/ml-drills'));
  return made;
}

/** What is said in a folder in which one does what a newcomer does. */
async function saidIn(folder: string, from: string): Promise<string> {
  const said: string[] = [];
  const run = async (...args: string[]): Promise<void> => {
    const { out, err } = await ml(folder, args, from);
    said.push(out, err);
  };
  await run('grade');
  await run('grade', KNN);
  await run('grade', '--level', 'kNearest');
  await run('check-types', KNN);
  for (const command of ['reset', 'hint', 'cases', 'check-types', 'merge']) await run(command);
  await run('interview');
  await run('discuss', 'no-such-card');
  await run('next');
  saveAttempt(folder, 'right');
  await run('interview', KNN, '--do', 'help', 'quit');
  await run('interview', KNN, '--new', '--do', 'end');
  await run('demo');
  await run('next', '--json');
  return said.join('\n');
}

/** A command and its arguments: names of drills and cards, options, and what stands for them. */
const COMMAND =
  /\b(?:npm (?:start|test|run)|npx ml-drills)(?: (?:--?[a-z-]*|<drill>|FILE|drills\/\S+|[a-z]+(?:-[a-z]+)*))*/g;

describe.each([
  { place: 'a clone', make: async () => cloneOfThis(), isOurs: /^npm (start|run) / },
  { place: 'a practice folder', make: madeByInit, isOurs: /^npx ml-drills / },
])('in $place', ({ make, isOurs }) => {
  let folder: string;
  let commands: string[];
  beforeAll(async () => {
    folder = await make();
    const said = await saidIn(folder, isOurs.test('npm start ') ? folder : root);
    expect(said.replaceAll(COMMAND, '')).not.toMatch(/\bml-drills [a-z]/);
    commands = [...new Set(said.match(COMMAND)?.map((text) => text.trim()))];
  });

  test('every command that is printed exists as it is printed', () => {
    expect(commands.length).toBeGreaterThanOrEqual(8);
    for (const printed of commands) {
      if (printed === 'npm start') continue; // what `npm start` does is another test's
      expect(printed).toMatch(isOurs);
      const [program = '', ...words] = printed.replace('<drill>', KNN).split(' ');
      const dashes = printed.startsWith('npm') && !words.includes('--') ? ['--'] : [];
      const help = execFileSync(program, [...words, ...dashes, '--help'], { cwd: folder, encoding: 'utf8' });
      expect(help, printed).toContain('Usage: ml-drills');
      for (const option of words.filter((word) => /^--./.test(word))) expect(help, printed).toContain(option);
    }
  });

  test('every command is a script', () => {
    const made = JSON.parse(
      readFileSync(path.join(folder, 'package.json'), 'utf8'),
    ) as typeof import('../package.json');
    const known = Object.values(made.scripts).flatMap(
      (script) => /(?:cli\.js|ml-drills) ([\w-]+)$/.exec(script)?.[1] ?? [],
    );
    expect(known).toEqual(expect.arrayContaining(names.filter((name) => !name.startsWith('new-'))));
  });
});

test('no text names a command but through the one function that knows where it is printed', () => {
  const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const naming = new RegExp(`(?:ml-drills|npm(?: run)?) (?:${names.join('|')})\\b`);
  const found = sources.filter((file) =>
    readFileSync(path.join(root, 'src', file), 'utf8')
      .split('\n')
      .some((line) => naming.test(line) && !/^\s*(?:\/\/|\/?\*)/.test(line)),
  );
  expect(found.sort()).toEqual(['node/commands/init.ts', 'node/workspace/commandLine.ts']);
});
