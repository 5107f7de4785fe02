import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { activityOf, streaksOf } from '../src/history/activity.ts';
import { type HistoryEvent, parseEvent } from '../src/history/event.ts';
import { readLog } from '../src/history/log.ts';
import { missingFrom } from '../src/history/merge.ts';
import { type Review, reviewsOf } from '../src/history/reviews.ts';
import { scheduleOf } from '../src/history/schedule.ts';
import type { Status } from '../src/judge/verdict.ts';
import { attemptIn, cleanUp, KNN, ml, practiceFolder } from './run.ts';

afterAll(cleanUp);

const at = (day: number, hour = 12): string => new Date(Date.UTC(2026, 0, day, hour)).toISOString();
const grade = (day: number, level: string, status: Status, hour = 12): HistoryEvent => ({
  at: at(day, hour),
  drill: 'trees',
  event: 'grade',
  levels: { [level]: status },
  seed: 1,
});
const recalledOf = (events: readonly HistoryEvent[]) => reviewsOf(events).map(({ recalled }) => recalled);

describe('a log', () => {
  test.each([
    ['half a line', '{"at":"2026-01-01T00:00:00Z","drill":"trees","ev'],
    ['no object', '17'],
    ['no time', '{"drill":"trees","event":"reset"}'],
    ['a grade without levels', '{"at":"2026-01-01T00:00:00Z","drill":"trees","event":"grade"}'],
    [
      'a card whose points are text',
      '{"at":"2026-01-01T00:00:00Z","drill":"x","event":"card","card":"a","made":"1","points":2}',
    ],
  ])('passes over %s', (_, line) => {
    expect(parseEvent(line)).toBeUndefined();
  });

  test('keeps kinds of events that it does not know', () => {
    expect(parseEvent('{"at":"2026-01-01T00:00:00Z","drill":"trees","event":"of-a-later-version"}')).toBeDefined();
  });

  test('merged with another has each event once, however often and in whatever order', () => {
    const [a, b, c] = [1, 2, 3].map((day) => JSON.stringify(grade(day, 'predict', 'failed')));
    const mine = `${a}\n${b}\n`;
    const theirs = `${b}\n{"torn\n${c}`;
    const linesOf = (text: string) => readLog(text, new Date(at(9))).lines;
    expect(missingFrom(mine, linesOf(theirs))).toEqual([` ${c}`]);
    expect(missingFrom(`${mine} ${c}\n`, linesOf(theirs))).toEqual([]);
    expect(missingFrom(theirs, linesOf(mine))).toEqual([` ${a}`]);
  });
});

describe('a clock that was wrong', () => {
  const now = new Date(at(300));
  const text = (...times: (number | string)[]): string =>
    times
      .map((time) =>
        JSON.stringify({ ...grade(1, 'predict', 'passed'), at: typeof time === 'number' ? at(time) : time }),
      )
      .join('\n');
  const passedOver = (log: string) => readLog(log, now).passedOver.map(({ line, why }) => `${line} ${why}`);

  test.each([
    ['in the future', text(1, '2031-05-01T00:00:00Z', 2), [/^2 is of 2031-05-01, which is still to come/]],
    ['before there was this program', text('1970-01-01T00:00:09Z', 1, 2), [/^1 is of 1970-01-01, before/]],
    ['in the past', text(100, 101, 3, 102), [/^3 is of 2026-01-03, out of order/]],
    ['in a future that has come meanwhile', text(1, 2, 250, 251, 3, 4, 5), [/^3 is of .* out of order/, /^4 is of/]],
    ['at the end', text(100, 3), [/^2 is of 2026-01-03, out of order/]],
  ])('%s: its lines are passed over', (_, log, expected) => {
    expect(passedOver(log)).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });

  test('by minutes, or on another machine whose log was merged, is let pass', () => {
    expect(passedOver(text(at(9, 12), at(9, 11), at(9, 13)))).toEqual([]);
    const merged = missingFrom('', text(1, 2, 50).split('\n')).join('\n');
    expect(passedOver(`${text(40, 41)}\n${merged}\n${text(42)}`)).toEqual([]);
  });
});

describe('a level is reviewed', () => {
  test.each([
    ['at once', [grade(1, 'predict', 'passed')], ['easy']],
    ['after a mistake', [grade(1, 'predict', 'failed'), grade(1, 'predict', 'passed', 13)], ['good']],
    [
      'with a hint',
      [
        { at: at(1), drill: 'trees', event: 'hint', level: 'predict', rung: 1 } as const,
        grade(1, 'predict', 'passed', 13),
      ],
      ['hard'],
    ],
    [
      'in an interview that ended without it',
      [
        { at: at(1), drill: 'trees', event: 'interview-started', interview: 'a', minutes: 30 } as const,
        grade(1, 'predict', 'failed', 13),
        { at: at(1, 14), drill: 'trees', event: 'interview-ended', interview: 'a' } as const,
      ],
      ['again'],
    ],
    [
      'again when it passes after an interview that ended without it',
      [
        { at: at(1), drill: 'trees', event: 'interview-started', interview: 'a', minutes: 30 } as const,
        grade(1, 'predict', 'failed', 13),
        { at: at(1, 14), drill: 'trees', event: 'interview-ended', interview: 'a' } as const,
        grade(1, 'predict', 'passed', 15),
        {
          at: at(2),
          drill: 'trees',
          event: 'interview-started',
          interview: 'b',
          minutes: 30,
          goesOn: true,
        } as const,
        grade(2, 'predict', 'passed', 13),
        { at: at(2, 14), drill: 'trees', event: 'interview-ended', interview: 'b' } as const,
      ],
      ['again', 'hard'],
    ],
    [
      'once, however often the same attempt is saved',
      [grade(1, 'predict', 'passed'), grade(2, 'predict', 'passed')],
      ['easy'],
    ],
    [
      'again, when the attempt was begun anew',
      [
        grade(1, 'predict', 'passed'),
        { at: at(9), drill: 'trees', event: 'reset' } as const,
        grade(9, 'predict', 'passed', 13),
      ],
      ['easy', 'easy'],
    ],
  ] as const)('%s', (_, events, recalled) => {
    expect(recalledOf(events)).toEqual(recalled);
  });

  test('and a card by the share of its points that were made', () => {
    const card = (made: number[]): HistoryEvent => ({
      at: at(1),
      drill: '',
      event: 'card',
      card: 'x',
      made,
      points: 4,
    });
    expect(recalledOf([card([]), card([0]), card([0, 1, 2]), card([0, 1, 2, 3])])).toEqual([
      'again',
      'hard',
      'good',
      'easy',
    ]);
  });
});

describe('the next date', () => {
  const item = { kind: 'level', drill: 'trees', level: 'predict' } as const;
  const dueAfter = (...recalled: Review['recalled'][]): number => {
    const reviews = recalled.map((how, i) => ({ item, at: at(1 + 10 * i), recalled: how }));
    const [due] = scheduleOf(reviews);
    return ((due?.due.getTime() ?? 0) - Date.parse(at(1 + 10 * (recalled.length - 1)))) / 86_400_000;
  };

  test('is later the better it went, and never on the same day', () => {
    const days = (['again', 'hard', 'good', 'easy'] as const).map((recalled) => dueAfter(recalled));
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(days[0]).toBeGreaterThanOrEqual(1);
    expect(days[3]).toBeGreaterThan(days[0] ?? Infinity);
  });

  test('moves away with every success', () => {
    expect(dueAfter('good', 'good')).toBeGreaterThan(dueAfter('good'));
    expect(dueAfter('good', 'again')).toBeLessThan(dueAfter('good', 'good'));
  });

  test('does not depend on the order of the lines: two machines agree', () => {
    const reviews = [1, 5, 12].map((day) => ({ item, at: at(day), recalled: 'good' as const }));
    expect(scheduleOf([...reviews].reverse())).toEqual(scheduleOf(reviews));
  });
});

describe('streaks', () => {
  const days = (...list: string[]) => new Map(list.map((day) => [day, 1]));

  test('count to today, or to yesterday while today is still to come', () => {
    const done = days('2026-02-27', '2026-02-28', '2026-03-01');
    expect(streaksOf(done, '2026-03-01').now).toBe(3);
    expect(streaksOf(done, '2026-03-02').now).toBe(3);
    expect(streaksOf(done, '2026-03-03')).toEqual({ now: 0, longest: 3 });
  });

  test('of nothing are none', () => {
    expect(streaksOf(days(), '2026-03-01')).toEqual({ now: 0, longest: 0 });
    expect(activityOf([{ at: at(1), drill: 'trees', event: 'reset' }]).size).toBe(0);
  });
});

describe('next, stats and merge', () => {
  const withLog = (...events: readonly HistoryEvent[]): string => {
    const folder = practiceFolder();
    mkdirSync(path.join(folder, '.ml-drills'));
    writeFileSync(logOf(folder), events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    return folder;
  };
  const logOf = (folder: string): string => path.join(folder, '.ml-drills/history.jsonl');
  const passed: HistoryEvent = { ...grade(1, 'kMeans', 'passed'), drill: 'k-means' };

  test('next proposes what is due and why, and what was never tried', async () => {
    const folder = withLog(passed);
    const { out } = await ml(folder, ['next']);
    expect(out).toMatch(
      /^k-means, kMeans\n {2}Due since \d+ days: on 2026-01-01 it went at once\.\n {2}\$ npx ml-drills interview k-means --new\n/,
    );
    const proposals = JSON.parse((await ml(folder, ['next', '--json'])).out) as { what: string }[];
    expect(proposals.map(({ what }) => what)).toContain('k-means, kMeansPlusPlus');
  });

  test('next proposes the level just failed first, before what is due and what is open', async () => {
    const whatFirst = async (...events: HistoryEvent[]) => {
      const proposals = JSON.parse((await ml(withLog(...events), ['next', '--json'])).out) as Record<string, string>[];
      return proposals.map(({ what, command }) => `${what}: ${command}`).slice(0, 2);
    };
    const begun = { drill: 'k-nearest-neighbors', event: 'interview-started', interview: 'a', minutes: 30 } as const;
    const failed: HistoryEvent = { ...grade(3, 'kMeansPlusPlus', 'failed'), drill: 'k-means' };
    expect(await whatFirst(passed, failed)).toEqual([
      'k-means, kMeansPlusPlus: npx ml-drills start k-means',
      'k-means, kMeans: npx ml-drills interview k-means --new',
    ]);
    expect(await whatFirst({ ...begun, at: at(2) }, failed)).toEqual([
      'k-means, kMeansPlusPlus: npx ml-drills start k-means',
      'the interview on k-nearest-neighbors: npx ml-drills interview k-nearest-neighbors',
    ]);
    expect((await whatFirst(failed, { ...begun, at: at(4) }))[0]).toContain('the interview on');
    expect((await whatFirst({ ...begun, drill: 'k-means', at: at(2) }, failed))[0]).toBe(
      'k-means, kMeansPlusPlus: npx ml-drills interview k-means',
    );
  });

  test.each(['right', 'wrong'] as const)(
    'list and stats agree on a %s attempt that nobody graded before',
    async (sample) => {
      const folder = practiceFolder(sample);
      type Levels = { drill: string; levels: { level: string; status: string; standing?: string }[] }[];
      const stats = (JSON.parse((await ml(folder, ['stats', '--json'])).out) as { drills: Levels }).drills;
      const list = JSON.parse((await ml(folder, ['list', '--json'])).out) as Levels;
      const statusesIn = (drills: Levels) =>
        drills.map(({ levels }) => levels.map(({ level, status }) => `${level}: ${status}`));
      expect(statusesIn(stats)).toEqual(statusesIn(list));
      const standing = stats.find(({ drill }) => drill === 'k-nearest-neighbors')?.levels[0]?.standing;
      expect(standing).toBe(sample === 'right' ? 'known' : 'shaky');
      expect((await ml(folder, ['stats'])).out).toMatch(sample === 'right' ? /k-nearest.* ■ ·/ : /k-nearest.* □ ·/);
      expect(readFileSync(logOf(folder), 'utf8').trimEnd().split('\n')).toHaveLength(1);
    },
  );

  test('a file that cannot be loaded fails the levels that were begun, and the first where none is known', async () => {
    const folder = practiceFolder('right');
    const statuses = async () =>
      (JSON.parse((await ml(folder, ['list', KNN, '--json'])).out) as { levels: { status: string }[] }[]).flatMap(
        ({ levels }) => levels.map(({ status }) => status),
      );
    const right = readFileSync(attemptIn(folder), 'utf8');
    const others = Array(4).fill('not-started');
    writeFileSync(attemptIn(folder), `${right}\nfunction (`);
    expect(await statuses()).toEqual(['failed', ...others]);
    writeFileSync(attemptIn(folder), right);
    expect(await statuses()).toEqual(['passed', ...others]);
    writeFileSync(attemptIn(folder), `${right}\nfunction (`);
    expect(await statuses()).toEqual(['failed', ...others]);
    expect((await ml(folder, ['stats'])).out).toMatch(/k-nearest.* □ · · · ·/);
  });

  test('list says of a level that is begun anew when it passed', async () => {
    const { out } = await ml(withLog(passed), ['list', 'k-means']);
    expect(out).toMatch(/not started {2}kMeans .*; passed on 2026-01-01/);
  });

  test('stats shows each level, and passes over a damaged line', async () => {
    const folder = withLog(passed);
    appendFileSync(logOf(folder), '{"at":"2026-01-0');
    const { code, out, err } = await ml(folder, ['stats', '--json']);
    const { drills, due, streak } = JSON.parse(out) as {
      drills: { drill: string; levels: { standing: string }[] }[];
      due: object;
      streak: object;
    };
    expect([code, err]).toEqual([0, expect.stringContaining('history.jsonl:2 cannot be read')]);
    expect([due, streak]).toEqual([
      { levels: 1, cards: 0 },
      { now: 0, longest: 1 },
    ]);
    const kMeans = drills.find(({ drill }) => drill === 'k-means');
    expect(kMeans?.levels.map(({ standing }) => standing)).toEqual(['due', ...Array(4).fill('never passed')]);
    expect((await ml(folder, ['stats'])).out).toMatch(/k-means .*▧ · · · ·/);
  });

  test.each(['2031-05-01T12:00:00.000Z', '1970-01-01T00:00:01.000Z'])(
    'a pass on %s moves no review, here and in a log that is merged, and it is said',
    async (wrong) => {
      const again: HistoryEvent = { at: at(2), drill: 'k-means', event: 'reset' };
      const late: HistoryEvent = { ...passed, at: at(2, 13) };
      const right = withLog(passed, again, late);
      const bad = withLog({ ...passed, at: wrong }, { ...again, at: wrong }, passed, again, late);
      const merged = withLog(passed);
      const dueIn = async (folder: string) => {
        const { out, err } = await ml(folder, ['stats', '--json']);
        const { drills } = JSON.parse(out) as { drills: { drill: string; levels: { due: string | null }[] }[] };
        return { due: drills.find(({ drill }) => drill === 'k-means')?.levels[0]?.due, err };
      };
      const { due, err } = await dueIn(right);
      expect([typeof due, err]).toEqual(['string', '']);
      const told = await dueIn(bad);
      expect(told.due).toBe(due);
      expect(told.err.match(/history\.jsonl:[12] is of .* a clock was wrong\. It is passed over/g)).toHaveLength(2);
      const taking = await ml(merged, ['merge', bad]);
      expect([taking.out, taking.err.match(/a clock was wrong/g)?.length]).toEqual(['Took over 2 events.\n', 2]);
      expect(await dueIn(merged)).toEqual({ due, err: '' });
    },
  );

  test('merge appends what is missing and changes nothing else', async () => {
    const [mine, theirs] = [withLog(passed), withLog({ ...passed, at: at(2) })];
    const before = [mine, theirs].map((folder) => readFileSync(logOf(folder), 'utf8'));
    expect((await ml(mine, ['merge', theirs])).out).toBe('Took over 1 event.\n');
    expect((await ml(mine, ['merge', logOf(theirs)])).out).toBe('Nothing new.\n');
    expect([readFileSync(logOf(mine), 'utf8'), readFileSync(logOf(theirs), 'utf8')]).toEqual([
      before.join(' '),
      before[1],
    ]);
    expect((await ml(mine, ['merge', 'nowhere'])).code).toBe(2);
    expect((await ml(mine, ['merge', mine])).code).toBe(2);
  });
});
