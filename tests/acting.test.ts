import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { fail } from '../src/node/vitest/fail.ts';
import { visible, visibleLines } from '../src/values/visible.ts';
import { attemptIn, cleanUp, KNN, ml, practiceFolder, root } from './run.ts';
import { terminal } from './terminal.ts';

afterAll(cleanUp);

/** Clears the screen, rings, colours, sets a title, turns the direction, hides, and half a pair. */
const ACTS =
  '\u001b[2J\u0007\u001b[32mpassed\u001b]0;title\u0007\u009b2J\u202e\u2066\u200b\u00ad\u2028\u0085\ud800\u{e0041}';
const ACTING = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: our own colours, and what ends a line in a terminal
const OURS = /\u001b\[(?:[12]|22|3[1236]|39)m|\r\n/g;

const quoted = JSON.stringify(ACTS); // escapes of C0 only: the others are raw, as an editor would save them
const raw = ACTS.replaceAll(/[\u2028\u0085\ud800]/g, ''); // what may stand in a name

const ATTEMPTS = {
  'a returned string': `export const kNearest = () => ${quoted};`,
  'returned keys and values': `export const kNearest = () => [{ [${quoted}]: ${quoted} }];`,
  'an error': `export const kNearest = () => { const e = new Error(${quoted}); e.name = ${quoted}; throw e; };`,
  'a thrown string': `export const kNearest = () => { throw ${quoted}; };`,
  'what is printed': `export const kNearest = () => { console.log(${quoted}, { [${quoted}]: [${quoted}] }); return []; };`,
  'an error while it is loaded': `throw new Error(${quoted});`,
  'the name of an export': `const kNearest = 1;\nexport { kNearest as ${JSON.stringify(raw)} };`,
  'the name of an import': `import { ${JSON.stringify(raw)} as x } from './${raw}.ts';\nexport const kNearest = () => x;`,
  'what is called': `export const kNearest = () => { ({})[\`${raw}\`](); };`,
  'a syntax error': `export const kNearest = (${raw}) => ;`,
  'a word that is none': `export const kNearest = ${raw};`,
  'a text that does not end': `export const kNearest = "${raw};\n`,
  'a regular expression': `export const kNearest = () => { /${raw}/; return new RegExp(${JSON.stringify(`(${raw}`)}); };`,
} satisfies Record<string, string>;

const CASES = `export default { kNearest: {
  ${quoted}: (f, t) => { t.equal(f([[1]], [0], 1), ${quoted}, ${quoted}); },
  ${JSON.stringify(`a\n+ b ${raw}`)}: (f, t) => { throw new Error(${quoted}); },
} };`;

const COMPLEXITY = `export const kNearest = () => [0];\nexport const complexity = { kNearest: { time: ${quoted}, memory: ${JSON.stringify(`n\n${raw}`)} } };`;

/** What a history says that a stranger wrote. */
const eventsOf = (at: string): object[] => [
  { at, drill: ACTS, event: 'card', card: ACTS, made: [], points: 2 },
  { at, drill: KNN, event: 'grade', levels: { kNearest: 'failed', [ACTS]: 'failed' }, seed: 1 },
  { at, drill: KNN, event: 'interview-started', interview: `../${ACTS}`, minutes: 30 },
  { at, drill: KNN, event: 'asked', interview: `../${ACTS}`, question: ACTS },
  { at, drill: KNN, event: 'card', card: ACTS, made: [], points: 2, interview: `../${ACTS}` },
];

function folderWith({ attempt, cases, history }: { attempt?: string; cases?: string; history?: object[] }): string {
  const folder = practiceFolder('right');
  if (attempt !== undefined) writeFileSync(attemptIn(folder), attempt);
  if (cases !== undefined) writeFileSync(path.join(path.dirname(attemptIn(folder)), 'cases.ts'), cases);
  if (history) {
    mkdirSync(path.join(folder, '.ml-drills'));
    const lines = [...history.map((event) => JSON.stringify(event)), `{"at":"${ACTS}`];
    writeFileSync(path.join(folder, '.ml-drills/history.jsonl'), `${lines.join('\n')}\n`);
  }
  return folder;
}

async function expectQuiet(folder: string, ...args: string[]): Promise<string> {
  const { out, err } = await ml(folder, args);
  expect(out + err).not.toMatch(ACTING);
  return out;
}

describe('nothing of a stranger acts on the terminal:', () => {
  test.each(Object.entries(ATTEMPTS))('%s', async (_, attempt) => {
    const folder = folderWith({ attempt });
    await expectQuiet(folder, 'grade', KNN);
    const json = await expectQuiet(folder, 'grade', KNN, '--json');
    expect(JSON.parse(json)).toMatchObject({ drill: KNN });
    await expectQuiet(folder, 'check-types', KNN);
  });

  test('names of cases', async () => {
    const folder = folderWith({ cases: CASES });
    const out = await expectQuiet(folder, 'cases', KNN);
    expect(out).not.toMatch(/^ *\+ b/m);
    expect(JSON.stringify(JSON.parse(await expectQuiet(folder, 'cases', KNN, '--json')))).toContain('\u202e');
  });

  test('costs, cases and a history, in an interview and on its scorecard', async () => {
    const folder = folderWith({ attempt: COMPLEXITY, cases: CASES, history: eventsOf(new Date().toISOString()) });
    for (const args of [['next'], ['next', '--json'], ['stats'], ['list'], ['hint', KNN]])
      await expectQuiet(folder, ...args);
    await expectQuiet(
      folder,
      'interview',
      KNN,
      '--do',
      'status',
      'grade',
      'cases',
      'discuss',
      raw,
      `ask ${raw}`,
      'end',
    );
    await expectQuiet(
      folder,
      'interview',
      KNN,
      '--json',
      '--do',
      `discuss ${raw}`,
      'discuss 1',
      `answer ${raw}`,
      'end',
    );
  });

  test('what is typed, and the names of files', async () => {
    const folder = practiceFolder();
    const name = `${raw}.ts`;
    writeFileSync(path.join(folder, name), ATTEMPTS['a syntax error']);
    await expectQuiet(folder, 'grade', KNN, '--attempt', name);
    await expectQuiet(folder, 'grade', KNN, '--attempt', name, '--json');
    for (const command of ['grade', 'interview', 'discuss', 'list', 'merge', 'init', raw, `--${raw}`])
      await expectQuiet(folder, command, raw);
  });

  test('in a terminal that has colours: there are ours, and no others', async () => {
    const folder = folderWith({ attempt: ATTEMPTS['a returned string'] });
    const session = terminal(folder, { NO_COLOR: '' }, 'grade', KNN);
    await session.closed;
    const printed = await session.until('not right yet');
    expect(printed).toContain('\u001b[31mx\u001b[39m');
    expect(printed.replaceAll(OURS, '').replaceAll('\n', '')).not.toMatch(ACTING);
    expect(printed).not.toContain('\u001b[32m');
    const dumb = terminal(folder, { NO_COLOR: '', TERM: 'dumb' }, 'grade', KNN);
    await dumb.closed;
    expect((await dumb.until('not right yet')).replaceAll('\r\n', '')).not.toMatch(ACTING);
  });

  test('a test of vitest that fails', () => {
    expect(() => fail(`two\n${ACTS}`)).toThrow(visibleLines(`two\n${ACTS}`));
    expect(visibleLines(`two\n${ACTS}`).replace('\n', '')).not.toMatch(ACTING);
  });
});

test('made visible, text says which characters they were, and JSON still means the same', () => {
  expect(visible('a\u001b\n\t\u202e\ud800\u{e0041}b')).toBe('a\\u001b\\n\\t\\u202e\\ud800\\udb40\\udc41b');
  expect(visible('né 漢字 👍 ✓')).toBe('né 漢字 👍 ✓');
  const json = JSON.stringify({ [ACTS]: ACTS });
  expect(JSON.parse(visibleLines(json))).toEqual({ [ACTS]: ACTS });
});

test('text leaves in one place, and what writes by itself writes no text', () => {
  const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const writing = /process\.std(?:out|err)\.write|console\.(?:log|error|warn)/;
  const found = sources.filter(
    (file) => file.endsWith('.ts') && writing.test(readFileSync(path.join(root, 'src', file), 'utf8')),
  );
  // Vitest prints the score of cases, which is ours, and what was printed, which was made visible where it was heard.
  expect(found.sort()).toEqual(['node/terminal/terminal.ts', 'node/vitest/casesHost.ts', 'node/vitest/host.ts']);
});
