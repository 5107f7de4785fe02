import { execFile, execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import type { HistoryEvent } from '../src/history/event.ts';
import { lastStatuses } from '../src/history/statuses.ts';
import type { Status, Verdict } from '../src/judge/verdict.ts';
import { questionText } from '../src/report/question.ts';
import {
  attemptIn,
  cleanUp,
  cloneOfThis,
  emptyFolder,
  installedPackage,
  KNN,
  ml,
  practiceFolder,
  root,
  running,
  sampleFile,
  saveAttempt,
} from './run.ts';

afterAll(cleanUp);

const drillFolder = (folder: string): string => path.dirname(attemptIn(folder));
const historyFile = (folder: string): string => path.join(folder, '.ml-drills', 'history.jsonl');
const eventsIn = (folder: string): unknown[] =>
  readFileSync(historyFile(folder), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe('grade', () => {
  test('prints one JSON object with the promised keys, in order, and exits 0 when nothing failed', async () => {
    const { code, out, err } = await ml(practiceFolder('right'), ['grade', KNN, '--json']);
    expect([code, err]).toEqual([0, '']);
    expect(out.endsWith('}\n')).toBe(true);
    const verdict = JSON.parse(out) as { levels: { laws: object[]; growth: object[] }[] };
    expect(Object.keys(verdict)).toEqual(['drill', 'attempt', 'seed', 'durationMs', 'problem', 'levels']);
    const [level] = verdict.levels;
    expect(Object.keys(level ?? {})).toEqual(['level', 'status', 'correct', 'efficient', 'laws', 'growth', 'remarks']);
    expect(Object.keys(level?.laws[0] ?? {})).toEqual(['name', 'status']);
    expect(Object.keys(level?.growth[0] ?? {}).slice(0, 7)).toEqual([
      'variable',
      'measure',
      'status',
      'slope',
      'limit',
      'attempt',
      'reference',
    ]);
  });

  test('says the rule first, then the call, and exits 1 when a level failed', async () => {
    const { code, out } = await ml(practiceFolder('wrong'), ['grade', KNN]);
    expect(code).toBe(1);
    expect(out).toMatch(/not right yet[\s\S]*Rule: [\s\S]*the rule asks for[\s\S]*\n {6}knnClassify\([\s\S]*seed 1/);
    expect(out).not.toMatch(/\n\s+at /);
  });

  test('takes a file from anywhere and remembers nothing of it', async () => {
    const folder = practiceFolder();
    const { code, out } = await ml(folder, ['grade', KNN, '--attempt', sampleFile('wrong'), '--seed', '7', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ attempt: sampleFile('wrong'), seed: 7, problem: null });
    expect(existsSync(historyFile(folder))).toBe(false);
  });

  test.each(['right', 'quadratic', 'wrong'] as const)(
    'shows what was printed, whatever the verdict: %s',
    async (sample) => {
      const folder = practiceFolder(sample);
      const printing = readFileSync(attemptIn(folder), 'utf8').replace(
        /(export function kNearest\([\s\S]*?\{\n)/,
        (found) => `${found}  console.log('k is', k);\n`,
      );
      writeFileSync(attemptIn(folder), `console.log('loaded');\n${printing}`);
      const text = await ml(folder, ['grade', KNN]);
      // A call that shows what is wrong has what it printed beside it, and nothing else.
      expect(text.out).toMatch(
        sample === 'wrong'
          ? /It printed:\n( +\| k is 2\n)+\n/
          : /It printed:\n +\| loaded\n +\| k is \d+\n[\s\S]*\| \.\.\. and \d+ more lines/,
      );
      expect(text.out.match(/It printed/g)).toHaveLength(1);
      const { levels } = JSON.parse((await ml(folder, ['grade', KNN, '--json'])).out) as {
        levels: { printed?: string[] }[];
      };
      expect(levels.map(({ printed }) => printed?.length)).toEqual([50, undefined, undefined, undefined, undefined]);
    },
  );

  test('shows what was printed before a file threw while it was loaded', async () => {
    const folder = practiceFolder();
    const file = path.join(folder, 'thrown.ts');
    writeFileSync(file, "console.log('so far');\nexport const kNearest = null!.x;\n");
    const grading = ['grade', KNN, '--attempt', file];
    expect((await ml(folder, grading)).out).toMatch(/thrown\.ts:2 .*throws TypeError[\s\S]*It printed:\n +\| so far/);
    expect(JSON.parse((await ml(folder, [...grading, '--json'])).out)).toMatchObject({
      problem: { kind: 'threw-on-load', line: 2, printed: ['so far'] },
    });
  });

  test.each([
    ["'no'", 'throws a value that is not an Error at line 2: no'],
    ['{ code: 1 }', 'throws an object that is not an Error at line 2'],
    ["new TypeError('It ends.')", 'throws TypeError at line 2: It ends'],
  ])('tells the line of what is thrown: %s', async (thrown, message) => {
    const folder = practiceFolder();
    const file = path.join(folder, 'thrown.ts');
    writeFileSync(file, `export function kNearest() {\n  throw ${thrown};\n}\n`);
    const { levels } = JSON.parse((await ml(folder, ['grade', KNN, '--attempt', file, '--json'])).out) as Verdict;
    expect(levels[0]?.laws.find(({ status }) => status === 'failed')).toMatchObject({
      message: expect.stringContaining(message),
      line: 2,
    });
  });

  test('tells the file, line and column of what cannot be graded', async () => {
    const folder = practiceFolder();
    const file = path.join(folder, 'mine.ts');
    writeFileSync(file, 'export function kNearest() {\n  return eval("1");\n}\n');
    const text = await ml(folder, ['grade', KNN, '--attempt', 'mine.ts']);
    expect([text.code, text.out]).toEqual([1, expect.stringContaining('mine.ts:2:10')]);
    const json = await ml(folder, ['grade', KNN, '--attempt', 'mine.ts', '--json']);
    expect(JSON.parse(json.out)).toMatchObject({ problem: { kind: 'not-allowed', line: 2 } });
  });

  test('without a drill grades every begun attempt, one object on a line', async () => {
    const folder = practiceFolder('wrong');
    await ml(folder, ['reset', 'decision-tree-pruning']);
    const { code, out } = await ml(folder, ['grade', '--json']);
    const drills = out
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { drill: string }).drill);
    expect([code, drills]).toEqual([1, ['decision-tree-pruning', KNN]]);
  });

  test('of a drill that is not begun fails nothing and says how to begin', async () => {
    const folder = practiceFolder();
    const text = await ml(folder, ['grade', KNN]);
    expect([text.code, text.out]).toEqual([0, expect.stringContaining(`ml-drills start ${KNN}`)]);
    const json = await ml(folder, ['grade', KNN, '--json']);
    const { problem, levels } = JSON.parse(json.out) as { problem: unknown; levels: { status: string }[] };
    expect([problem, ...levels.map(({ status }) => status)]).toEqual([null, ...Array(5).fill('not-started')]);
    const all = await ml(folder, ['grade', '--json']);
    expect([all.code, all.out]).toEqual([0, '']);
  });

  test('of a fresh stub fails nothing', async () => {
    const folder = practiceFolder();
    await ml(folder, ['reset', KNN]);
    const { code, out } = await ml(folder, ['grade']);
    expect([code, out]).toEqual([0, expect.stringMatching(/kNearest, .*createDynamicIndex: not started/)]);
  });

  test.each([
    { name: 'an unknown drill', args: ['k-nearest-neighbor'], says: /Did you mean k-nearest-neighbors\?.*drills are:/ },
    { name: 'an unknown level', args: [KNN, '--level', 'kNearset'], says: /Did you mean kNearest\?.*levels are:/ },
    { name: 'a seed that is no integer', args: [KNN, '--seed', '1.5'], says: /--seed 1\.5: .*integer/ },
    { name: 'a seed of more than 32 bits', args: [KNN, '--seed', '4294967296'], says: /integer from .* to 4294967295/ },
    { name: 'a file that is missing', args: [KNN, '--attempt', 'no.ts'], says: /--attempt no\.ts: there is no such/ },
    { name: 'a folder as a file', args: [KNN, '--attempt', '.'], says: /--attempt \.: there is no such file/ },
    {
      name: '--attempt without a drill',
      args: ['--attempt', sampleFile('right')],
      says: /npx ml-drills grade <drill> --attempt FILE/,
    },
    { name: 'an unknown option', args: ['--sead', '1'], says: /unknown option '--sead'[\s\S]*Did you mean --seed/ },
  ])('with $name is wrong usage, told on stderr', async ({ args, says }) => {
    const { code, out, err } = await ml(practiceFolder(), ['grade', ...args, '--json']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(says);
  });

  test.each([
    ['a folder', (file: string) => mkdirSync(file)],
    ['a named pipe', (file: string) => execFileSync('mkfifo', [file])],
    ['a device', (file: string) => symlinkSync('/dev/zero', file)],
    ['larger than 200,000 bytes', (file: string) => writeFileSync(file, ' '.repeat(200_001))],
  ])('of what is %s reads nothing and says so, also of cases and imports', async (kind, make) => {
    const folder = practiceFolder('right');
    const besides = path.join(drillFolder(folder), 'beside.ts');
    make(besides);
    make(path.join(drillFolder(folder), 'cases.ts'));
    const [imports, read] = [attemptIn(folder), path.join(folder, 'mine.ts')];
    writeFileSync(imports, "\nimport './beside.ts';\n");
    make(read);
    const problems = [
      ['grade', KNN, '--json'],
      ['cases', KNN, '--json'],
    ].map(async (args) => {
      const { code, out } = await ml(folder, args);
      const { problem } = JSON.parse(out) as { problem: unknown };
      return [code, problem];
    });
    const [ofImport, ofCases] = await Promise.all(problems);
    const said = { kind: 'cannot-load', message: expect.stringContaining(kind) };
    expect(ofCases).toEqual([1, { ...said, file: 'cases.ts' }]);
    expect(ofImport).toMatchObject([1, { message: expect.stringMatching(/is no file|outside|larger/) }]);
    rmSync(imports);
    make(imports);
    const { code, out } = await ml(folder, ['grade', KNN]);
    expect([code, out]).toEqual([1, expect.stringMatching(new RegExp(`attempt\\.ts {2}It is .*${kind}`))]);
    expect(await ml(folder, ['check-types', KNN])).toMatchObject({ code: 1, out: expect.stringContaining(kind) });
    if (kind === 'a folder') return; // wrong usage, as a file that is missing
    expect(await ml(folder, ['grade', KNN, '--attempt', read])).toMatchObject({
      code: 1,
      out: expect.stringContaining(kind),
    });
  });

  test('works when the history cannot be written, and warns', async () => {
    const folder = practiceFolder('wrong');
    writeFileSync(path.join(folder, '.ml-drills'), 'a file where a folder is expected');
    const { code, out, err } = await ml(folder, ['grade', KNN, '--json']);
    expect([code, JSON.parse(out)]).toMatchObject([1, { drill: KNN }]);
    expect(err).toMatch(/history could not be written/);
  });

  test.skipIf(!existsSync('/dev/full'))('works when the disk is full, and warns', async () => {
    const folder = practiceFolder('wrong');
    mkdirSync(path.dirname(historyFile(folder)));
    symlinkSync('/dev/full', historyFile(folder));
    const { code, err } = await ml(folder, ['grade', KNN, '--json']);
    expect([code, err]).toEqual([1, expect.stringMatching(/history could not be written.*ENOSPC/)]);
  });

  test('ends quietly when its reader has seen enough', async () => {
    const cli = path.join(root, 'dist/src/node/cli.js');
    const line = `'${process.execPath}' '${cli}' grade ${KNN} --attempt '${sampleFile('wrong')}' | head -n 1`;
    const { stdout, stderr } = await promisify(execFile)('sh', ['-c', line]);
    expect([stdout, stderr]).toEqual([`${KNN}\n`, '']);
  });
});

describe('start', () => {
  test('makes the attempt, shows the question and gives a verdict on every save, however it is saved', async () => {
    const folder = practiceFolder();
    const session = running(folder, ['start', KNN]);
    expect(await session.until('not started')).toContain('## Level 1: `kNearest`');
    expect(readFileSync(attemptIn(folder), 'utf8')).toContain("import('./attempt.ts')");
    saveAttempt(folder, 'wrong');
    await session.until('not right yet');
    expect(await session.until('saved to verdict in ')).not.toContain('\u001b');
    for (const saved of ['export const broken = ;\n', readFileSync(sampleFile('wrong'), 'utf8')]) {
      const unfinished = `${attemptIn(folder)}~`;
      writeFileSync(unfinished, saved);
      renameSync(unfinished, attemptIn(folder)); // as editors do that save by renaming
      await session.until(saved.startsWith('export const') ? 'attempt.ts:1:23' : 'not right yet');
    }
    session.signal('SIGINT');
    expect(await session.finished).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(attemptIn(folder), 'utf8')).toBe(readFileSync(sampleFile('wrong'), 'utf8'));
  });

  test('gives a verdict on the last of many saves', async () => {
    const folder = practiceFolder('right');
    const session = running(folder, ['start', KNN]);
    await session.until('Write it in');
    for (let i = 0; i < 10; i++) {
      writeFileSync(attemptIn(folder), `export const kNearest = ${i};\n`);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    saveAttempt(folder, 'wrong');
    await session.until('not right yet');
    session.signal('SIGTERM');
    expect((await session.finished).code).toBe(0);
  });

  test('a newer save ends the grade of an older one, and leaving ends it too', async () => {
    const folder = practiceFolder('right');
    const endless = `export function kNearest() {\n  return [Number(/^(a+)+$/.test('${'a'.repeat(40)}b'))];\n}\n`;
    const session = running(folder, ['start', KNN]);
    await session.until('saved to verdict');
    for (const isLast of [false, true]) {
      writeFileSync(attemptIn(folder), endless);
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      if (!isLast) saveAttempt(folder, 'wrong');
      if (!isLast) await session.until('saved to verdict');
    }
    const leftAt = performance.now();
    session.signal('SIGINT');
    const { code, out } = await session.finished;
    expect([code, out.match(/saved to verdict/g)?.length]).toEqual([0, 2]);
    expect(performance.now() - leftAt).toBeLessThan(8_000); // what is built in is stopped after 15 seconds
  });

  test('misses no save by renaming, however soon it follows another', async () => {
    const folder = practiceFolder('right');
    const session = running(folder, ['start', KNN]);
    await session.until('saved to verdict');
    for (let i = 1; i <= 20; i++) {
      for (const text of ['', `\n`.repeat(i)]) {
        writeFileSync(`${attemptIn(folder)}~`, `${text}export const unfinished = ;\n`);
        renameSync(`${attemptIn(folder)}~`, attemptIn(folder));
        await new Promise((resolve) => setTimeout(resolve, i));
      }
      await session.until(`attempt.ts:${i + 1}:`);
    }
    session.signal('SIGINT');
    expect((await session.finished).code).toBe(0);
  });

  test('waits for an attempt that was deleted', async () => {
    const folder = practiceFolder('wrong');
    const session = running(folder, ['start', KNN]);
    await session.until('saved to verdict');
    rmSync(attemptIn(folder));
    await session.until('is gone');
    saveAttempt(folder, 'wrong');
    await session.until('saved to verdict');
    session.signal('SIGINT');
    expect((await session.finished).code).toBe(0);
  });

  test('twice at once makes one attempt, and both give verdicts', async () => {
    const folder = practiceFolder();
    const sessions = [running(folder, ['start', KNN]), running(folder, ['start', KNN])];
    await Promise.all(sessions.map((session) => session.until('not started')));
    saveAttempt(folder, 'wrong');
    await Promise.all(sessions.map((session) => session.until('not right yet')));
    await Promise.all(sessions.map((session) => session.until('saved to verdict')));
    for (const session of sessions) session.signal('SIGINT');
    for (const { finished } of sessions) expect(await finished).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(drillFolder(folder)).sort()).toEqual(['README.md', 'attempt.ts']);
    expect(eventsIn(folder).length).toBeGreaterThanOrEqual(4);
  });

  test('never writes over an attempt', async () => {
    const folder = practiceFolder();
    mkdirSync(drillFolder(folder), { recursive: true });
    writeFileSync(attemptIn(folder), '// mine\n');
    const session = running(folder, ['start', KNN]);
    await session.until('saved to verdict');
    session.signal('SIGHUP');
    await session.finished;
    expect(readFileSync(attemptIn(folder), 'utf8')).toBe('// mine\n');
  });

  test('without a drill opens the first that has not passed', async () => {
    const folder = practiceFolder();
    const session = running(folder, ['start']);
    await session.until('## Level 1: `predict`');
    session.signal('SIGINT');
    expect((await session.finished).code).toBe(0);
    expect(existsSync(path.join(folder, 'drills/decision-tree-inference/attempt.ts'))).toBe(true);
  });

  test('says in one line that it cannot write, and leaves nothing behind', async () => {
    const folder = practiceFolder();
    writeFileSync(drillFolder(folder), 'a file where a folder is expected');
    const { code, err } = await ml(folder, ['start', KNN]);
    expect([code, err.trim().split('\n').length]).toEqual([2, 1]);
    expect(readdirSync(path.join(folder, 'drills'))).toEqual([KNN]);
  });
});

describe('the question', () => {
  const readme =
    '# Trees\n\n## Level 1: `grow`\n\nGrow it.\n\n## Level 2: `prune`\n\nPrune it.\n\n## Rules for every level\n\nNo saws.\n';

  test('is shown for one level, with what holds for all', () => {
    expect(questionText(readme, 'prune')).toBe(
      '# Trees\n\n## Level 2: `prune`\n\nPrune it.\n\n## Rules for every level\n\nNo saws.',
    );
  });

  test('is shown whole when it has no section of that level', () => {
    expect(questionText(readme, 'plant')).toBe(readme.trimEnd());
  });
});

describe('the history', () => {
  const grade = (drill: string, levels: Record<string, Status>): HistoryEvent => ({
    at: '2026-11-23T00:00:00.000Z',
    event: 'grade',
    drill,
    levels,
    seed: 1,
  });
  const passed = [grade('trees', { grow: 'passed', prune: 'failed' }), grade('trees', { prune: 'passed' })];

  test('knows each level as it was last graded', () => {
    expect(lastStatuses([...passed, grade('means', { mean: 'failed' })], 'trees')).toEqual({
      grow: 'passed',
      prune: 'passed',
    });
  });

  test('knows nothing of an attempt that was begun anew', () => {
    const reset: HistoryEvent = { at: '2026-11-23T00:00:01.000Z', event: 'reset', drill: 'trees' };
    expect(lastStatuses([...passed, reset], 'trees')).toEqual({});
  });
});

describe('list', () => {
  test('shows the status of each drill and level, as the attempts are now', async () => {
    const folder = practiceFolder('wrong');
    const { code, out } = await ml(folder, ['list']);
    expect(code).toBe(0);
    expect(out).toMatch(/failed\s+kNearest/);
    expect(out).toMatch(/not started\s+predict/);
  });

  test('filters by name and by status, and prints JSON', async () => {
    const folder = practiceFolder();
    const { out } = await ml(folder, ['list', 'nearest', '--status', 'not-started', '--json']);
    expect(JSON.parse(out)).toMatchObject([{ drill: KNN, levels: Array(5).fill({ status: 'not-started' }) }]);
    expect((await ml(folder, ['list', '--status', 'passed'])).out).toBe('No drill matches.\n');
    expect((await ml(folder, ['list', '--status', 'done'])).code).toBe(2);
  });
});

describe('hint', () => {
  test('shows one rung more each time, and the last again when there are no more', async () => {
    const folder = practiceFolder();
    const shown: string[] = [];
    for (let i = 0; i < 9 && !shown.at(-1)?.includes('no more'); i++) shown.push((await ml(folder, ['hint', KNN])).out);
    const total = shown.length - 1;
    expect(total).toBeGreaterThanOrEqual(3);
    expect(shown.map((text) => text.slice(0, 'Hint 1'.length))).toEqual(
      [...Array(total).keys(), total - 1].map((i) => `Hint ${i + 1}`),
    );
    expect(eventsIn(folder)).toHaveLength(total);
  });

  test('passes over a torn line of the history, keeps it, and writes on a line of its own', async () => {
    const folder = practiceFolder();
    await ml(folder, ['hint', KNN]);
    const torn = `${readFileSync(historyFile(folder), 'utf8')}{"at":"2026-11-2`;
    writeFileSync(historyFile(folder), torn);
    const { code, out, err } = await ml(folder, ['hint', KNN]);
    expect([code, out]).toEqual([0, expect.stringContaining('Hint 2 ')]);
    expect(err).toMatch(/history\.jsonl:2 cannot be read/);
    const [first, second, third] = readFileSync(historyFile(folder), 'utf8').split('\n');
    expect(`${first}\n${second}`).toBe(torn);
    expect(JSON.parse(third ?? '')).toMatchObject({ event: 'hint', rung: 2 });
  });

  test('for an unknown level lists the levels', async () => {
    const { code, err } = await ml(practiceFolder(), ['hint', KNN, 'kFarthest']);
    expect([code, err]).toEqual([2, expect.stringContaining('Its levels are: kNearest')]);
  });
});

describe('reset', () => {
  test('keeps every old attempt, also when there are several in one second', async () => {
    const folder = practiceFolder('wrong');
    const old = readFileSync(attemptIn(folder), 'utf8');
    const both = await Promise.all([1, 2, 3, 4].map(() => ml(folder, ['reset', KNN])));
    expect(both.map(({ code, err }) => [code, err])).toEqual(both.map(() => [0, '']));
    const kept = readdirSync(drillFolder(folder)).filter((file) => /^attempt\.\d{8}-\d{6}(-\d+)?\.ts$/.test(file));
    expect(kept.map((file) => readFileSync(path.join(drillFolder(folder), file), 'utf8'))).toContain(old);
    expect(readFileSync(attemptIn(folder), 'utf8')).toContain('TODO: kNearest');
    expect(readdirSync(drillFolder(folder)).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });

  test('wants a drill or --all', async () => {
    expect((await ml(practiceFolder('wrong'), ['reset'])).code).toBe(2);
    expect((await ml(practiceFolder('wrong'), ['reset', KNN, '--all'])).code).toBe(2);
  });

  test('forgets what had passed', async () => {
    const folder = practiceFolder();
    await ml(folder, ['reset', KNN]);
    expect(eventsIn(folder)).toMatchObject([{ event: 'reset', drill: KNN }]);
  });
});

describe('demo', () => {
  test('grades a wrong, a slow and a right attempt, as announced', async () => {
    const { code, out } = await ml(emptyFolder(), ['demo']);
    expect([code, out]).toEqual([0, expect.stringMatching(/not right yet[\s\S]*too slow[\s\S]*kNearest: passed/)]);
  });
});

describe('init', () => {
  test('makes a practice folder in which the commands work', async () => {
    const folder = emptyFolder();
    expect((await ml(folder, ['init', 'My practice'])).code).toBe(0);
    const made = path.join(folder, 'My practice');
    expect(readdirSync(made).sort()).toEqual(['.gitignore', 'README.md', 'drills', 'package.json', 'tsconfig.json']);
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    expect(JSON.parse(readFileSync(path.join(made, 'package.json'), 'utf8'))).toMatchObject({
      name: 'my-practice',
      private: true,
      type: 'module',
      scripts: { test: 'ml-drills grade', start: 'ml-drills start' },
      dependencies: { 'ml-drills': `^${version}` },
    });
    expect((await ml(made, ['grade'])).code).toBe(0);
  });

  test('says how to go on, from where one stands', async () => {
    const { out } = await ml(emptyFolder(), ['init', '.']);
    expect(out).toBe('This is a practice folder now.\n\nGo on with:\n\n  npm install\n  npm start\n');
    expect((await ml(emptyFolder(), ['init', 'mine'])).out).toMatch(
      /^Made a practice folder: mine\n[\s\S]*\n {2}cd mine\n/,
    );
  });

  test('refuses a folder that has something in it, and a file, without touching them', async () => {
    const folder = emptyFolder();
    writeFileSync(path.join(folder, 'thesis.md'), 'mine');
    for (const target of ['.', 'thesis.md']) expect((await ml(folder, ['init', target])).code).toBe(2);
    expect(readdirSync(folder)).toEqual(['thesis.md']);
    expect(readFileSync(path.join(folder, 'thesis.md'), 'utf8')).toBe('mine');
  });
});

describe('new-drill', () => {
  test('writes a drill, and then a level, that compile and grade, and never over another', async () => {
    const clone = cloneOfThis();
    expect(await ml(clone, ['new-drill', 'running-mean', 'mean'], clone)).toMatchObject({ code: 0, err: '' });
    expect(await ml(clone, ['new-level', 'running-mean', 'centre'], clone)).toMatchObject({ code: 0, err: '' });
    const node = (script: string, ...args: string[]) =>
      execFileSync(process.execPath, [path.join(root, 'node_modules', script), ...args], { cwd: clone });
    node('typescript/bin/tsc', '--noEmit', '--project', 'drills');
    node('tsup/dist/cli-default.js');
    const reference = path.join(clone, 'reference/running-mean/index.ts');
    const graded = await ml(clone, ['grade', 'running-mean', '--attempt', reference], clone);
    expect([graded.code, graded.out]).toEqual([0, expect.stringMatching(/mean: passed[\s\S]*centre: passed/)]);
    expect((await ml(clone, ['new-drill', 'running-mean', 'mean'], clone)).code).toBe(2);
    expect((await ml(clone, ['new-level', 'running-mean', 'centre'], clone)).code).toBe(2);
    expect((await ml(clone, ['new-level', 'no-drill', 'mean'], clone)).code).toBe(2);
  });

  test.each(['Mean', '1-mean', 'a--b', '../mean', 'mean-'])('refuses the name %s', async (slug) => {
    const { code, err } = await ml(emptyFolder(), ['new-drill', slug, 'mean']);
    expect([code, err]).toEqual([2, expect.stringContaining('cannot name a drill')]);
    expect(existsSync(path.join(root, 'drills', slug))).toBe(false);
  });
});

describe('check-types', () => {
  test('passes a stub and shows file, line and column of a type error', async () => {
    const folder = practiceFolder();
    await ml(folder, ['reset', KNN]);
    expect(await ml(folder, ['check-types', KNN])).toMatchObject({
      code: 0,
      out: expect.stringContaining('no type errors'),
    });
    writeFileSync(attemptIn(folder), 'const k: number = "three";\nexport default k;\n');
    const { code, out } = await ml(folder, ['check-types', KNN]);
    expect([code, out]).toEqual([1, expect.stringMatching(/attempt\.ts:1:7 {2}Type 'string' is not assignable/)]);
  });

  test('knows console, which an attempt may print with', async () => {
    const folder = practiceFolder();
    await ml(folder, ['reset', KNN]);
    writeFileSync(attemptIn(folder), 'console.log(1, "two"); console.table([[3]]);\nconsole.nope();\n', { flag: 'a' });
    const { out } = await ml(folder, ['check-types', KNN]);
    expect(out).toMatch(/Property 'nope' does not exist[\s\S]*\n1 type error\.\n$/);
  });

  test('shows a misspelt export', async () => {
    const folder = practiceFolder();
    await ml(folder, ['reset', KNN]);
    writeFileSync(
      attemptIn(folder),
      readFileSync(attemptIn(folder), 'utf8').replace('function kNearest', 'function kNeares'),
    );
    expect(await ml(folder, ['check-types', KNN])).toMatchObject({ code: 1, out: expect.stringContaining('kNeares') });
  });

  test('without TypeScript says how to install it', async () => {
    const { code, err } = await ml(practiceFolder('right'), ['check-types', KNN], installedPackage());
    expect([code, err]).toEqual([2, expect.stringContaining('npm install --save-dev typescript')]);
  });
});

describe('ml-drills', () => {
  test('for an unknown command names the nearest and lists them', async () => {
    const { code, err } = await ml(emptyFolder(), ['grad']);
    expect(code).toBe(2);
    expect(err).toMatch(/Did you mean grade\?[\s\S]*The commands are: start, grade, list/);
  });

  test('explains itself', async () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    expect(await ml(emptyFolder(), ['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
    const { code, out } = await ml(emptyFolder(), ['grade', '--help']);
    expect([code, out]).toEqual([0, expect.stringMatching(/--attempt[\s\S]*--level[\s\S]*--seed[\s\S]*--json/)]);
  });

  test('grades as an installed package, without the tools of a clone', async () => {
    const { code, out } = await ml(
      practiceFolder(),
      ['grade', KNN, '--attempt', sampleFile('right')],
      installedPackage(),
    );
    expect([code, out]).toEqual([0, expect.stringContaining('kNearest: passed')]);
  });
});

describe('a command without what it needs', () => {
  test.each([
    ['hint', /^Say which drill: npx ml-drills hint <drill>\. The drills are: .*k-means/],
    ['cases', /^Say which drill: npx ml-drills cases <drill>/],
    ['check-types', /^Say which drill: npx ml-drills check-types <drill>/],
    ['interview', /^Say which drill: npx ml-drills interview <drill>/],
    ['reset', /^Say which drill to reset.* npx ml-drills reset <drill>/],
    ['merge', /It is: npx ml-drills merge <history>/],
    ['init', /It is: npx ml-drills init <folder>/],
  ])('%s says how it is typed', async (command, says) => {
    expect(await ml(practiceFolder(), [command])).toMatchObject({ code: 2, err: expect.stringMatching(says) });
  });
});

describe('discuss', () => {
  test('with a drill lists its questions, by numbers that work', async () => {
    const folder = practiceFolder();
    const { code, out } = await ml(folder, ['discuss', 'k-means']);
    const [, number = '', question = ''] = /^ *(\d+) {2}(.*)$/m.exec(out) ?? [];
    expect([code, question]).toEqual([0, 'What does it cost in time and memory, and why?']);
    expect(out).toContain(`discuss ${number} asks the first`);
    const asked = await ml(folder, ['discuss', number]);
    expect(asked.out).toMatch(/^What does it cost in time[\s\S]*A strong answer covers[\s\S]*--made 1/);
    expect((await ml(folder, ['discuss', number, '--made', '1'])).out).toMatch(/1 of \d+ points?/);
    expect(eventsIn(folder)).toMatchObject([{ event: 'card', drill: 'k-means', made: [0] }]);
    const all = await ml(folder, ['discuss']);
    expect(all.out).toContain(`${number}  ${question}`);
  });

  test.each([
    { args: ['k-meens'], says: 'Did you mean k-means?' },
    { args: ['9999'], says: 'choose a number from 1 to' },
    { args: ['1', '--made', '99'], says: 'by their numbers, from 1 to' },
  ])('$args is wrong usage', async ({ args, says }) => {
    expect(await ml(practiceFolder(), ['discuss', ...args])).toMatchObject({
      code: 2,
      err: expect.stringContaining(says),
    });
  });
});
