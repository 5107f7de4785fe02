import { describe, expect, test } from 'vitest';
import type { LevelVerdict } from '../src/judge/verdict.ts';
import { workedOut, workedOutCases } from '../src/judge/workOut.ts';
import { createGrader } from '../src/node/grading/grade.ts';
import { loadDrill } from '../src/node/workspace/loadDrill.ts';
import { KNN, root, sampleFile } from './run.ts';

const home = { packageRoot: root, workspace: root };
const drill = await loadDrill(home, KNN);
const grader = createGrader(home);
const { levels: graded } = await grader.grade({ slug: KNN, attemptFile: sampleFile('right'), level: 'kNearest' });
const [passed] = graded as [LevelVerdict];
await grader.close();

describe('a verdict is worked out from what it says, not believed:', () => {
  const worked = (level: object): unknown => workedOut(drill, 'kNearest', JSON.parse(JSON.stringify([level])));
  const { laws, growth } = passed;
  const [law] = laws;
  const [gate] = growth;
  const slow = { ...gate, counts: gate?.counts.map((one) => ({ ...one, attempt: one.size ** 2 })) };
  const failed = { name: law?.name, status: 'failed', message: 'no', counterexample: 'f()' };

  test('one that adds up', () => {
    expect(worked(passed)).toEqual([passed]);
    expect(
      worked({
        ...passed,
        status: 'failed',
        correct: false,
        efficient: null,
        growth: [],
        gatesLeft: 0,
        laws: [failed, ...laws.slice(1)],
      }),
    ).toBeDefined();
    expect(
      worked({
        level: 'kNearest',
        status: 'not-started',
        correct: null,
        efficient: null,
        laws: [],
        remarks: [],
        growth: [],
        gatesLeft: 0,
      }),
    ).toBeDefined();
  });

  test.each<[string, object]>([
    ['nothing judged', { laws: [], growth: [] }],
    ['a law left out', { laws: laws.slice(1) }],
    ['a law of another name', { laws: [{ ...law, name: 'all is well' }, ...laws.slice(1)] }],
    ['a law not judged', { laws: [{ ...law, status: 'not-judged' }, ...laws.slice(1)] }],
    ['a law that failed', { laws: [failed, ...laws.slice(1)] }],
    [
      'a law that failed without a message',
      { laws: [{ ...failed, message: 1 }], correct: false, efficient: null, status: 'failed' },
    ],
    ['a gate left out', { growth: growth.slice(1) }],
    ['gates not counted', { growth: [], gatesLeft: growth.length }],
    ['a gate that failed', { growth: [{ ...gate, status: 'failed', message: 'slow' }, ...growth.slice(1)] }],
    ['a gate whose counts are too steep', { growth: [slow, ...growth.slice(1)] }],
    ['a gate without counts', { growth: [{ ...gate, counts: [] }, ...growth.slice(1)] }],
    [
      'a gate with one count',
      { growth: [{ ...gate, counts: gate?.counts.slice(0, 1), slope: 0 }, ...growth.slice(1)] },
    ],
    [
      'a gate that counts NaN',
      {
        growth: [
          { ...gate, slope: Number.NaN, counts: gate?.counts.map((one) => ({ ...one, attempt: Number.NaN })) },
          ...growth.slice(1),
        ],
      },
    ],
    ['a gate with a limit of its own', { growth: [{ ...slow, limit: 99 }, ...growth.slice(1)] }],
    ['another level', { level: 'createNearest' }],
    ['a status that does not follow', { correct: false }],
  ])('%s', (_, changed) => {
    expect(worked({ ...passed, ...changed })).toBeUndefined();
  });

  test.each([[undefined], [null], ['passed'], [[]], [[null]], [[passed, passed]], [{ length: 1, 0: passed }]])(
    '%j',
    (said) => {
      expect(workedOut(drill, 'kNearest', said)).toBeUndefined();
    },
  );
});

describe('how test cases did is held against what was asked:', () => {
  const expected = [{ level: 'kNearest', cases: [{ name: 'one' }, { name: 'two' }] }];
  const one = { name: 'one', tests: ['kNearest'], status: 'accepted', kills: 3, alone: 1 };
  const two = { name: 'two', tests: ['kNearest'], status: 'set-aside', reason: 'it is wrong', line: 3 };
  const level = { level: 'kNearest', cases: [one, two], mutants: 5, killed: 3, survivors: ['a', 'b'] };

  test('what fits', () => {
    expect(workedOutCases(expected, [level])).toEqual([level]);
    const attempt = { status: 'failed', reason: 'your code gives 3', line: 2 };
    expect(workedOutCases(expected, [{ ...level, cases: [{ ...one, attempt }, two] }])).toBeDefined();
    expect(workedOutCases([], [])).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['no levels', []],
    ['another level', [{ ...level, level: 'createIndex' }]],
    ['a case left out', [{ ...level, cases: [one] }]],
    ['cases in another order', [{ ...level, cases: [two, one] }]],
    ['a case that is neither', [{ ...level, cases: [{ ...one, status: 'passed' }, two] }]],
    ['a case set aside for no reason', [{ ...level, cases: [one, { ...two, reason: undefined }] }]],
    [
      'an own attempt that fails without words',
      [{ ...level, cases: [{ ...one, attempt: { status: 'failed' } }, two] }],
    ],
    ['counts that are none', [{ ...level, killed: Number.NaN }]],
    ['survivors that are no text', [{ ...level, survivors: [1] }]],
  ])('%s', (_, said) => {
    expect(workedOutCases(expected, said)).toBeUndefined();
  });
});
