import { describe, expect, test } from 'vitest';
import type { Interview } from '../src/interview/interview.ts';
import { type Ended, type Scorecard, scorecardOf } from '../src/interview/scorecard.ts';
import { loadDrill } from '../src/node/workspace/loadDrill.ts';
import { scorecardText } from '../src/report/scorecardText.ts';
import { KNN, root } from './run.ts';

const drill = await loadDrill({ packageRoot: root, workspace: root }, KNN);

/** So many minutes after the interview began. */
const at = (minutes: number): string => new Date(minutes * 60_000).toISOString();

const grade = (minutes: number, levels: Interview['grades'][number]['levels']): Interview['grades'][number] => ({
  at: at(minutes),
  event: 'grade',
  levels,
  seed: 1,
});

function scorecard(interview: Partial<Interview>, ended: Partial<Ended> = {}): Scorecard {
  const verdict = { drill: KNN, attempt: '', seed: 1, durationMs: 1, problem: null, levels: [] };
  const whole = { id: 'one', drill: KNN, minutes: 35, startedAt: new Date(0), gaveUp: false };
  return scorecardOf({
    drill,
    interview: { ...whole, asked: [], hints: [], grades: [], cards: [], ...interview },
    now: new Date(10 * 60_000),
    verdict,
    claims: {},
    cases: null,
    questionOf: (id) => id,
    typed: (...words) => words.join(' '),
    ...ended,
  });
}

describe('a scorecard', () => {
  test('counts a grade for the level that was asked for then', () => {
    const grades = [
      grade(1, { kNearest: 'failed' }),
      grade(2, {}), // it could not be loaded
      grade(3, { kNearest: 'passed', createNearest: 'not-started' }),
      grade(4, { kNearest: 'passed', createNearest: 'not-started' }),
      grade(5, { kNearest: 'passed', createNearest: 'failed' }),
    ];
    expect(scorecard({ grades }).levels.slice(0, 3)).toMatchObject([
      { level: 'kNearest', minutes: 3, saves: 3 },
      { level: 'createNearest', minutes: 7, saves: 2 },
      { level: 'buildKdTree', minutes: 0, saves: 0 },
    ]);
    const both = [grade(1, {}), grade(2, { kNearest: 'passed', createNearest: 'passed' }), grade(3, {})];
    expect(scorecard({ grades: both }).levels.map(({ saves }) => saves)).toEqual([2, 1, 1, 0, 0]);
  });

  test('says of a cost that is right whether it was held against what was counted', () => {
    const gate = {
      variable: 'nSamples',
      on: 'rows',
      measure: 'steps',
      status: 'passed',
      slope: 0,
      limit: 0.4,
    } as const;
    const growth = [
      { ...gate, size: 2048, attempt: 1, reference: 1, counts: [], exponents: { attempt: 1.1, reference: 1.1 } },
    ];
    const level = {
      level: 'kNearest',
      status: 'passed',
      correct: true,
      efficient: true,
      laws: [],
      remarks: [],
    } as const;
    const levels = [{ ...level, growth, gatesLeft: 0 }];
    const verdict = { drill: KNN, attempt: '', seed: 1, durationMs: 1, problem: null, levels };
    const claims = { kNearest: { time: 'n d + n log n', memory: 'k' } };
    const card = scorecard({}, { verdict, claims });
    expect(card.complexity.slice(0, 2)).toMatchObject([
      { of: 'time', verdict: 'right', isMeasured: true },
      { of: 'memory', verdict: 'right', isMeasured: false },
    ]);
    expect(scorecardText(card)).toMatch(/time: n d \+ n log n\n.*memory: k \(not measured on your code\)/);
  });

  test('tells of a card what was said of it last', () => {
    const card = (minutes: number, made: number[]) => ({ at: at(minutes), event: 'card', card: 'a', made, points: 4 });
    const cards = [card(1, [0, 1]), card(2, [2])] as Interview['cards'];
    expect(scorecard({ cards }).discussion).toEqual([{ card: 'a', question: 'a', made: 1, points: 4 }]);
  });

  test('sends nobody to the next level whose file cannot be loaded', () => {
    const problem = { kind: 'cannot-load', message: 'Syntax error: no' } as const;
    const verdict = { drill: KNN, attempt: '', seed: 1, durationMs: 1, problem, levels: [] };
    const { next, levels } = scorecard({ grades: [grade(1, {})] }, { verdict });
    expect(levels[0]).toMatchObject({ status: 'failed', saves: 1 });
    expect(next).toHaveLength(3);
    expect(next[0]).toContain('could not be graded');
    expect(next.join()).not.toMatch(/Go on to|you have it in code/);
  });
});
