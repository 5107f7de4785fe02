import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { HistoryEvent } from '../src/history/event.ts';
import { clockText, warningBetween } from '../src/interview/clock.ts';
import type { Scorecard } from '../src/interview/scorecard.ts';
import { attemptIn, cleanUp, KNN, ml, practiceFolder, root, sampleFile, saveAttempt } from './run.ts';
import { terminal } from './terminal.ts';

afterAll(cleanUp);

const logOf = (folder: string): string => path.join(folder, '.ml-drills/history.jsonl');
const casesIn = (folder: string): string => path.join(path.dirname(attemptIn(folder)), 'cases.ts');
const eventsOf = (folder: string): HistoryEvent[] =>
  readFileSync(logOf(folder), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as HistoryEvent);

/** Runs commands of an interview on k-nearest-neighbors, and gives the answer to each. */
async function said(
  folder: string,
  commands: readonly string[],
  ...options: string[]
): Promise<Record<string, never>[]> {
  const { code, out, err } = await ml(folder, ['interview', KNN, '--json', ...options, '--do', ...commands]);
  expect([code, err]).toEqual([0, '']);
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, never>);
}

/** An interview that began so many minutes ago. */
function folderBegun(minutesAgo: number, minutes = 40): string {
  const folder = practiceFolder();
  mkdirSync(path.join(folder, '.ml-drills'));
  const started = {
    at: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
    drill: KNN,
    event: 'interview-started',
    interview: 'earlier',
    minutes,
  };
  writeFileSync(logOf(folder), `${JSON.stringify(started)}\n`);
  return folder;
}

const QUADRATIC_CLAIMS = `
export const complexity = { kNearest: { time: 'n * d + n log n', memory: 'n' }, knnClassify: { time: 'O(n^3)', memory: 'many' } };
`;

const CASES = `export default {
  'ties go to the lower index': (kNearest, t) => { t.equal(kNearest([[1], [1]], [0], 1), [0]); },
  'the farthest first': (kNearest, t) => { t.equal(kNearest([[1], [2]], [0], 2), [1, 0]); },
};`;

describe('an interview by a script', () => {
  test('from the first question to the scorecard', async () => {
    const folder = practiceFolder();
    const [start, list, asked, hint] = await said(folder, ['ask list', 'ask 3', 'hint'], '--minutes', '30');
    expect(start).toMatchObject({ minutes: 30, level: 'kNearest', passed: [], isResumed: false });
    expect(readFileSync(attemptIn(folder), 'utf8')).toContain('TODO: kNearest');
    expect(existsSync(path.join(folder, 'drills', KNN, 'README.md'))).toBe(false); // it holds the answers
    expect((list as unknown as { questions: string[] }).questions.length).toBeGreaterThanOrEqual(6);
    expect(asked).toMatchObject({
      question: 'What if two rows are equally far?',
      answer: expect.stringContaining('lower'),
    });
    expect(hint).toMatchObject({ level: 'kNearest', rung: 1 });

    saveAttempt(folder, 'wrong');
    const [, wrong] = await said(folder, ['grade']);
    expect(wrong).toMatchObject({ verdict: { levels: [{ level: 'kNearest', correct: false }] }, demand: null });

    saveAttempt(folder, 'quadratic');
    writeFileSync(attemptIn(folder), QUADRATIC_CLAIMS, { flag: 'a' });
    const [, slow] = await said(folder, ['grade']);
    expect(slow).toMatchObject({ verdict: { levels: [{ correct: true, efficient: false }] }, demand: null });

    cpSync(sampleFile('right'), attemptIn(folder));
    const [again, right] = await said(folder, ['grade']);
    expect([again, right]).toMatchObject([
      { isResumed: true, asked: ['What if two rows are equally far?'] },
      { demand: 'createNearest' },
    ]);

    writeFileSync(casesIn(folder), CASES);
    const [, cases, , points, made] = await said(folder, ['cases', 'discuss 1', 'answer it depends', 'made 1']);
    expect(cases).toMatchObject({ cases: { levels: [{ cases: [{ status: 'accepted' }, { status: 'set-aside' }] }] } });
    expect(points).toMatchObject({ answer: 'it depends', points: expect.any(Array) });
    expect(made).toMatchObject({ made: 1 });

    saveAttempt(folder, 'quadratic');
    writeFileSync(attemptIn(folder), QUADRATIC_CLAIMS, { flag: 'a' });
    const replies = await said(folder, ['end']);
    const { scorecard, files } = replies.at(-1) as unknown as {
      scorecard: Scorecard;
      files: { json: string; html: string };
    };
    expect(scorecard).toMatchObject({ drill: KNN, minutes: 30, minutesOver: 0, hints: 1, problem: null });
    expect(scorecard.levels.slice(0, 3)).toMatchObject([
      { level: 'kNearest', status: 'failed', correct: true, efficient: false, isInTime: true, hints: 1 },
      { level: 'createNearest', status: 'not-started' },
      { level: 'buildKdTree', status: 'not-reached' },
    ]);
    expect(scorecard.complexity).toMatchObject([
      {
        function: 'kNearest',
        of: 'time',
        verdict: 'right',
        counted: [expect.stringMatching(/you said n \* d .* grow like nSamples\^\d.* at line \d+/), expect.anything()],
      },
      { function: 'kNearest', of: 'memory', verdict: 'right' },
      { function: 'knnClassify', of: 'time', verdict: 'wrong' },
      { function: 'knnClassify', of: 'memory', verdict: 'unreadable' },
    ]);
    expect(scorecard.cases).toMatchObject({ accepted: 1, setAside: [{ name: 'the farthest first' }] });
    expect(scorecard.clarifications.asked).toEqual(['What if two rows are equally far?']);
    expect(scorecard.discussion).toMatchObject([{ made: 1 }]);
    expect(new Set(scorecard.next).size).toBe(3);
    expect(JSON.parse(readFileSync(files.json, 'utf8'))).toEqual(scorecard);
    const page = readFileSync(files.html, 'utf8');
    expect(page).toContain('<h2>Levels</h2>');
    expect(page).not.toMatch(/<script|<link|src=|https?:/);
    expect(eventsOf(folder).at(-1)).toMatchObject({ event: 'interview-ended' });
  });

  test('goes on with an attempt and test cases that are there, and says how to begin with empty ones', async () => {
    const folder = practiceFolder('right');
    writeFileSync(casesIn(folder), CASES);
    const { out } = await ml(folder, ['interview', KNN, '--do', 'grade']);
    expect(out).toMatch(/attempt\.ts has what you wrote before[\s\S]*interview k-nearest-neighbors --new/);
    expect(out).toContain('Level 2: `createNearest`');
    expect(readFileSync(attemptIn(folder), 'utf8')).toBe(readFileSync(sampleFile('right'), 'utf8'));
    expect(readFileSync(casesIn(folder), 'utf8')).toBe(CASES);
    expect((await ml(folder, ['interview', KNN, '--do', 'quit'])).out).not.toContain('--new');
  });

  test('--new begins with an empty attempt, keeps the old one and says where; --keep leaves it in its place', async () => {
    const folder = practiceFolder('right');
    writeFileSync(casesIn(folder), CASES);
    const [start] = await said(folder, ['status'], '--new');
    const { aside } = start as unknown as { aside: string[] };
    expect(aside).toEqual([
      expect.stringMatching(/attempt\.\d{8}-\d{6}\.ts$/),
      expect.stringMatching(/cases\.\d{8}-\d{6}\.ts$/),
    ]);
    expect(aside.map((file) => readFileSync(file, 'utf8'))).toEqual([readFileSync(sampleFile('right'), 'utf8'), CASES]);
    expect(readFileSync(attemptIn(folder), 'utf8')).toContain('TODO: kNearest');
    expect(existsSync(casesIn(folder))).toBe(false);
    expect((await said(folder, ['status'], '--new'))[0]).toMatchObject({ aside: [], goesOn: false });
    cpSync(sampleFile('wrong'), attemptIn(folder));
    const { out } = await ml(folder, ['interview', KNN, '--new', '--do', 'quit']);
    expect(out).toMatch(
      /What you wrote before is kept in drills\/k-nearest-neighbors\/attempt\.\d{8}-\d{6}(-\d+)?\.ts/,
    );
    cpSync(sampleFile('right'), attemptIn(folder));
    const [, grade] = await said(folder, ['grade'], '--new', '--keep');
    expect(grade).toMatchObject({ demand: 'createNearest' });
  });

  test('which questions are worth asking is told to whoever gives up, and not before', async () => {
    const folder = practiceFolder();
    const { out } = await ml(folder, ['interview', KNN, '--do', 'ask', 'help']);
    expect(out).toContain('Ask in your own words: ask TEXT');
    expect(out).not.toMatch(/Which distance|equally far|twice/);
    const [, before, list, after] = await said(folder, ['ask', 'ask list', 'ask']);
    expect(before).not.toHaveProperty('questions');
    expect(list).toMatchObject({ questions: expect.arrayContaining(['Which distance?']) });
    expect(after).toEqual({ ...list, command: 'ask' });
    const [, end] = await said(folder, ['end']);
    expect((end as unknown as { scorecard: Scorecard }).scorecard.clarifications.gaveUp).toBe(true);
  });

  test('several numbers are answered together, and what is asked in words by what comes nearest', async () => {
    const folder = practiceFolder();
    const [, three, ties, plain] = await said(folder, [
      'ask 1 2 3',
      'ask how are ties broken in the vote',
      'May k be zero?',
    ]);
    expect(three).toMatchObject({
      answers: [
        { question: 'Which distance?' },
        { question: 'What is returned, and in what order?' },
        { question: 'What if two rows are equally far?', answer: expect.stringContaining('lower index') },
      ],
    });
    expect(ties).toMatchObject({ question: 'What if two labels have equally many votes?' });
    expect(plain).toMatchObject({ question: 'Can k be larger than the number of rows, or zero?' });
    const [start, none, mistaken] = await said(folder, ['ask about the weather in Spain', 'ask 1 99']);
    expect((start as unknown as { asked: string[] }).asked).toHaveLength(5);
    expect(none).toMatchObject({ mistake: expect.stringContaining('in other words') });
    expect(mistaken).toMatchObject({ mistake: expect.stringContaining('ask 99') });
  });

  test('reads commands from standard input when none are given', async () => {
    const folder = practiceFolder();
    const child = spawn(process.execPath, [path.join(root, 'dist/src/node/cli.js'), 'interview', KNN], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child.stdin.end('ask 1\nasl\nmade 1\nquit\nstatus\n');
    const chunks: Buffer[] = [];
    for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
    const out = Buffer.concat(chunks).toString();
    expect(out).toMatch(/> ask 1\nWhich distance\?\nEuclidean/);
    expect(out).toContain('"asl" is not understood. Did you mean ask?');
    expect(out).toContain('Nothing was asked yet');
    expect(out).toContain('The clock runs on');
    expect(out).not.toContain('> status');
  });

  test('wrong usage says what is right', async () => {
    const folder = practiceFolder();
    expect(await ml(folder, ['interview', '--do', 'status'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('Say which drill'),
    });
    expect(await ml(folder, ['interview', 'knn'])).toMatchObject({ code: 2 });
    expect(await ml(folder, ['interview', KNN, '--minutes', 'ten'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--minutes ten'),
    });
    expect(existsSync(logOf(folder))).toBe(false);
    await said(folder, ['status']);
    expect(await ml(folder, ['interview', KNN, '--minutes', '20'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('goes on'),
    });
  });

  test('a question that was not asked and mattered is on the scorecard', async () => {
    const folder = practiceFolder();
    await said(folder, ['status']);
    saveAttempt(folder, 'wrong');
    const replies = await said(folder, ['grade', 'end']);
    const { scorecard } = replies.at(-1) as unknown as { scorecard: Scorecard };
    // The save breaks a second rule, on which labels there are: it may break in the wake of the first.
    expect(scorecard.clarifications.mattered).toEqual([
      {
        question: 'What if two labels have equally many votes?',
        laws: ['the smallest of the labels that tie for most votes wins'],
      },
    ]);
  });

  test('a rule matters only where something was written that breaks it', async () => {
    const folder = practiceFolder();
    await said(folder, ['status']);
    writeFileSync(
      attemptIn(folder),
      "export function kNearest() { throw new Error('TODO: kNearest'); }\nexport function knnClassify() { return 0; }\n",
    );
    const [, , end] = await said(folder, ['grade', 'end']);
    const { scorecard } = end as unknown as { scorecard: Scorecard };
    expect(scorecard.clarifications.mattered.flatMap(({ laws }) => laws)).not.toContainEqual(
      expect.stringMatching(/^kNearest/),
    );
  });
});

describe('the clock', () => {
  test.each([
    [40 * 60_000, '40:00'],
    [61_001, '01:02'],
    [0, '00:00'],
    [-90_500, '+01:30'],
  ])('shows %d ms as %s', (left, text) => {
    expect(clockText(left)).toBe(text);
  });

  test('warns once at ten minutes, at two, and at the end', () => {
    expect(warningBetween(600_001, 600_000)).toBe('10 minutes left.');
    expect(warningBetween(600_000, 599_000)).toBeUndefined();
    expect(warningBetween(120_500, 119_500)).toBe('2 minutes left.');
    expect(warningBetween(500, -500)).toMatch(/time is over/);
    expect(warningBetween(700_000, -500)).toMatch(/time is over/);
  });

  test('does not stop while nobody is there', async () => {
    const folder = folderBegun(31);
    const [start] = await said(folder, ['status']);
    expect((start as unknown as { secondsLeft: number }).secondsLeft).toBeLessThanOrEqual(9 * 60);
    expect(start).toMatchObject({ isResumed: true });
  });

  test('lets the candidate go on after the end, and the scorecard shows it', async () => {
    const folder = folderBegun(50);
    saveAttempt(folder, 'right');
    const replies = await said(folder, ['grade', 'end']);
    const { scorecard } = replies.at(-1) as unknown as { scorecard: Scorecard };
    expect(scorecard.minutesOver).toBeGreaterThanOrEqual(10);
    expect(scorecard.levels[0]).toMatchObject({ status: 'passed', isInTime: false });
  });
});

describe('in a terminal', () => {
  test('the clock stands at the prompt, warns, and a save is graded', async () => {
    const folder = folderBegun(29.8); // it has twelve seconds to start
    const room = terminal(folder, {}, 'interview', KNN);
    await room.until('[10:');
    await room.until('10 minutes left.');
    await room.until('[09:5');
    saveAttempt(folder, 'wrong');
    expect(await room.until('seed 1')).toContain('knnClassify([[');
    saveAttempt(folder, 'right');
    expect(await room.until('Level 2: `createNearest`')).toContain('That works.');
    room.type('ask 1\r');
    await room.until('Euclidean');
    room.type('end\r');
    await room.until('Scorecard: k-nearest-neighbors');
    await room.closed;
  });

  test('that is killed, nothing is lost', async () => {
    const folder = practiceFolder();
    const room = terminal(folder, {}, 'interview', KNN, '--minutes', '35');
    await room.until('[34:5');
    room.type('ask 2\r');
    await room.until('nearest first');
    saveAttempt(folder, 'wrong');
    await room.until('seed 1');
    room.hangUp();
    await room.closed;
    expect(readFileSync(attemptIn(folder), 'utf8')).toBe(readFileSync(sampleFile('wrong'), 'utf8'));
    const [start] = await said(folder, ['status']);
    expect(start).toMatchObject({ isResumed: true, minutes: 35, asked: ['What is returned, and in what order?'] });
    expect(eventsOf(folder).map(({ event }) => event)).toContain('grade');
  });

  test('Ctrl-C leaves, and the interview stays open', async () => {
    const folder = practiceFolder();
    const room = terminal(folder, {}, 'interview', KNN);
    await room.until('[3');
    room.type('\u0003');
    await room.until('The clock runs on.');
    await room.closed;
    expect(eventsOf(folder).map(({ event }) => event)).toEqual(['interview-started']);
  });

  test('an end of input leaves, also while a save is graded', async () => {
    const folder = practiceFolder();
    const room = terminal(folder, {}, 'interview', KNN);
    await room.until('[3');
    saveAttempt(folder, 'wrong');
    await room.until('grading ...');
    room.type('\u0004');
    const printed = await room.until('The clock runs on.');
    await room.closed;
    expect(printed.indexOf('seed 1')).toBeGreaterThan(printed.indexOf('grading ...'));
  });

  test('discuss asks which question, and an end of input leaves', async () => {
    const folder = practiceFolder();
    const talk = terminal(folder, {}, 'discuss', 'k-means');
    const printed = await talk.until('Which one?');
    const [, number = ''] = /(\d+) {2}Does it always end\?/.exec(printed) ?? [];
    talk.type(`${number}\r`);
    await talk.until('Your answer');
    talk.type('\r');
    await talk.until('A strong answer covers');
    await talk.until('Points made');
    talk.type('quit\r');
    expect(await talk.until('by their numbers, from 1 to')).toContain('Ctrl-C leaves');
    talk.type('made 1\r');
    await talk.until('1 of ');
    await talk.closed;
    expect(eventsOf(folder)).toMatchObject([{ event: 'card', drill: 'k-means' }]);
    const left = terminal(folder, {}, 'discuss');
    await left.until('Which one?');
    left.type('\u0004');
    await left.closed;
    expect(await left.until('Which one?')).not.toMatch(/Warning|Error/);
  });

  test('the watcher says at once that it grades, with the old verdict dimmed; a dumb terminal has no colours', async () => {
    const folder = practiceFolder('wrong');
    const session = terminal(folder, { NO_COLOR: '' }, 'start', KNN);
    await session.until('saved to verdict');
    const before = (await session.until('grading ...')).length;
    saveAttempt(folder, 'quadratic');
    const printed = (await session.until('too slow')).slice(before);
    const dimmed = printed.indexOf('\u001b[2J\u001b[3J\u001b[H\u001b[2m\u001b[1mk-nearest-neighbors');
    expect([dimmed >= 0, printed.indexOf('grading ...', dimmed) < printed.indexOf('too slow')]).toEqual([true, true]);
    session.hangUp();
    await session.closed;
    const dumb = terminal(folder, { NO_COLOR: '', TERM: 'dumb' }, 'interview', KNN, '--minutes', '1');
    await dumb.until('k-nearest neighbours, 1 minute.');
    dumb.type('hint\n');
    await dumb.until('Hint 1 of');
    dumb.type('end\n');
    expect(await dumb.until('Kept in')).not.toContain('\u001b');
    await dumb.closed;
  });

  test('the watcher says at once that its list is being made, and begins nothing anew without a yes', async () => {
    const session = terminal(practiceFolder('wrong'), {}, 'start', KNN);
    const before = (await session.until('saved to verdict')).length;
    session.type('l');
    const printed = (await session.until('not started  createNearest')).slice(before);
    expect(printed).toContain('grading ...');
    session.type('r');
    await session.until('(y/n) ');
    session.type('x');
    expect(await session.until('Your attempt stays as it is.\r\nh hint')).toContain('(y/n) x');
    session.type('q');
    await session.closed;
  });

  test('words are wrapped at its width, and code is left whole', async () => {
    const folder = practiceFolder('wrong');
    for (const args of [['grade', KNN], ['hint', KNN], ['list'], ['discuss', 'k-means']]) {
      const session = terminal(folder, {}, ...args);
      if (args[0] === 'discuss') {
        await session.until('Which one?');
        session.type('\u0004');
      }
      await session.closed;
      const lines = (await session.until('\n')).split('\r\n');
      expect(lines.filter((line) => line.length > 80 && !line.includes('knnClassify('))).toEqual([]);
    }
  });
});
