import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  broken,
  check,
  defineDrill,
  defineLevel,
  finiteNumber,
  independent,
  lawsOf,
  ON_DEPTH,
  plainSubject,
  type RemarkOn,
  sameTwice,
  toCode,
  unchanged,
  writtenAs,
} from '../src/index.ts';
import { judgeLaw } from '../src/judge/judgeLaw.ts';
import { recordCalls } from '../src/judge/recorder.ts';
import { slope } from '../src/judge/slope.ts';
import { verdictText } from '../src/report/text.ts';
import { realmOf } from './sandboxed.ts';

interface Reference {
  readonly half: (values: readonly number[]) => number;
}

const law = lawsOf<Reference>();
const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 9 });
const drill = defineDrill<Reference>({
  title: 'half',
  brief: '',
  minutes: 1,
  clarifications: [],
  costs: { variables: {}, atMost: [], of: {} },
  discussion: [],
  sources: [],
  levels: [
    defineLevel<Reference>()({
      functions: ['half'],
      title: 'half of the first',
      returns: { half: () => finiteNumber },
      laws: [
        law('half of the first value', values, ({ half }, list) => {
          const expected = (list[0] ?? 0) / 2;
          const actual = half(list);
          return actual === expected ? undefined : broken('the answer', actual, expected);
        }),
        unchanged('half', ['values'], fc.tuple(values)),
        sameTwice('half', fc.tuple(values)),
        independent('half', fc.tuple(values)),
      ],
      growth: [],
      hints: [],
    }),
  ],
});

const lawsOn = (source: string, seed = 1) => check(drill, realmOf(source).subject, { seed })[0]?.laws;

describe('a broken law', () => {
  test('comes with the smallest call, what came back and what is asked', () => {
    expect(lawsOn('export const half = (v: number[]) => Math.trunc(v[0] / 2);')?.[0]).toMatchObject({
      status: 'failed',
      message: expect.stringMatching(/^The answer is -?\d; the rule asks for -?\d\.5$/),
      counterexample: expect.stringMatching(/^half\(\[-?\d\]\)$/),
    });
  });

  test('tries every example, however few inputs are tried', () => {
    const rule = law(
      'half gives half of the value',
      fc.constant<readonly number[]>([2]),
      (s, v) => (s.half(v) === (v[0] ?? 0) / 2 ? undefined : broken('the answer', s.half(v), (v[0] ?? 0) / 2)),
      { examples: [[2], [4], [7]], runs: 1 },
    );
    const level = defineLevel<Reference>()({
      functions: ['half'],
      title: '',
      returns: { half: () => finiteNumber },
      laws: [rule],
      growth: [],
      hints: [],
    });
    const { subject } = realmOf('export const half = (v: number[]) => Math.trunc(v[0] / 2);');
    expect(judgeLaw(rule, subject, recordCalls(subject, level), 1)).toMatchObject({
      status: 'failed',
      counterexample: 'half([7])',
    });
  });

  test('names the line at which the attempt throws', () => {
    expect(lawsOn('export const half = (v: number[]) => {\n  return (undefined as any)[v[0]];\n};')?.[0]).toMatchObject(
      {
        message: expect.stringMatching(/^The call throws TypeError at line 2: Cannot read properties of undefined/),
        counterexample: 'half([0])',
        line: 2,
      },
    );
  });

  test('shows what was printed during that call only', () => {
    expect(
      lawsOn(
        'export const half = (v: number[]) => { console.log("v is", v); return v.length > 2 ? 0.25 : v[0] / 2; };',
      )?.[0],
    ).toMatchObject({
      counterexample: 'half([0, 0, 0])',
      printed: ['v is [0, 0, 0]'],
    });
  });

  test('tells a result of another form from a wrong one', () => {
    expect(lawsOn('export const half = (v: number[]) => String(v[0] / 2);')?.[0]).toMatchObject({
      message: 'The answer is "0", a string; the rule asks for a finite number',
      returned: "'0'",
    });
  });

  test('about inputs tells what they are after the call', () => {
    const laws = lawsOn('export const half = (v: number[]) => {\n  const h = v[0] / 2;\n  v.sort();\n  return h;\n};');
    expect(laws?.map(({ status }) => status)).toEqual(['passed', 'failed', 'passed', 'passed']);
    expect(laws?.[1]).toMatchObject({
      message: 'values[0], after the call, is 0; the rule asks for 1',
      counterexample: 'half([1, 0])',
    });
  });

  test('about inputs is told in place of what is wrong for that reason', () => {
    const laws = lawsOn('export const half = (v: number[]) => {\n  v.sort();\n  return v[0] / 2;\n};');
    expect(laws?.map(({ status }) => status)).toEqual(['not-judged', 'failed', 'not-judged', 'not-judged']);
    expect(laws?.[1]).toMatchObject({ message: expect.stringMatching(/^values.\d., after the call, is/) });
  });

  test('about inputs is not told of a wrong answer that leaves them as they were', () => {
    const both = law(
      'half leaves its values and gives half',
      values,
      (s, v) => {
        return s.half(v) === (v[0] ?? 0) / 2 ? undefined : broken('the answer', s.half(v), (v[0] ?? 0) / 2);
      },
      { guards: { half: ['values'] }, stage: 'state' },
    );
    const [level] = drill.levels;
    const judged = defineDrill<Reference>({
      ...drill,
      levels: level ? [{ ...level, laws: [...level.laws.slice(0, 1), both] }] : [],
    });
    const { subject } = realmOf('export const half = (v: number[]) => Math.trunc(v[0] / 2);');
    expect(check(judged, subject, { seed: 1 })[0]?.laws.map(({ status }) => status)).toEqual(['failed', 'not-judged']);
  });

  test('about state says what the call gives alone, and after another', () => {
    const source =
      'const known = new Map();\nexport const half = (v: number[]) => { known.has(v.length) || known.set(v.length, v[0] / 2); return known.get(v.length); };';
    const laws = lawsOn(source);
    expect(laws?.map(({ status }) => status)).toEqual(['not-judged', 'not-judged', 'not-judged', 'failed']);
    expect(laws?.[3]).toMatchObject({
      message: expect.stringMatching(/^The last answer is .*; the rule asks for .*, as where it is the first call$/),
      counterexample: expect.stringMatching(/^half\(\[.*\]\)\nhalf\(\[.*\]\)$/),
    });
  });

  test.each([
    ['is wrong', 'export const half = (v: number[]) => v[0];'],
    ['throws', 'export const half = (v: number[]) => { throw new Error("no"); };'],
    ['gives text', 'export const half = (v: number[]) => String(v[0] / 2);'],
  ])('about state is not broken by what always %s', (_, source) => {
    const laws = lawsOn(source);
    expect(laws?.map(({ status }) => status)).toEqual(['failed', 'not-judged', 'not-judged', 'not-judged']);
    expect(laws?.[3]).toMatchObject({ waitsFor: laws?.[0]?.name });
  });

  test('is the same again with the same seed', () => {
    const source = 'export const half = (v: number[]) => v.length > 3 && v[2] > 7 ? 0.25 : v[0] / 2;';
    expect(lawsOn(source, 5)).toEqual(lawsOn(source, 5));
  });

  test('keeps the rest from being judged when the call never ends', () => {
    const laws = lawsOn('export const half = (v: number[]) => {\n  while (v[0] > 3);\n  return v[0] / 2;\n};');
    expect(laws?.[0]).toMatchObject({
      status: 'failed',
      isEndless: true,
      line: 2,
      counterexample: expect.stringMatching(/^half\(\[4/),
    });
    expect(laws?.slice(1).map(({ status }) => status)).toEqual(['not-judged', 'not-judged', 'not-judged']);
  });
});

test('a function that is not written is told so, and only the level that asks for it is judged', () => {
  const verdicts = check(drill, plainSubject({ other: () => 1 }), { seed: 1 });
  expect(verdicts[0]?.status).toBe('not-started');
});

describe('toCode', () => {
  test.each([
    [[1, [2, 3]], '[1, [2, 3]]'],
    [{ a: 1, 'b-c': [], d: {} }, '{ a: 1, "b-c": [], d: {} }'],
    [[Number.NaN, -0, Infinity, null, undefined, "it's"], "[NaN, -0, Infinity, null, undefined, 'it\\'s']"],
  ])('writes %j as source', (value, code) => expect(toCode(value)).toBe(code));

  test('writes a deep value without recursion and cuts a long one', () => {
    let deep: unknown = 0;
    for (let i = 0; i < 200_000; i++) deep = [deep];
    expect(toCode(deep)).toMatch(/^\[+ \.\.\.$/);
  });

  test('writes a list that is longer than a call can have arguments', () => {
    const list = Array.from({ length: 200_000 }, (_, i) => (i * 7919) % 1013);
    expect(toCode(list, 20)).toBe(`${toCode(list).slice(0, 20)} ...`);
    expect(toCode([list], 20)).toBe(`${toCode([list]).slice(0, 20)} ...`);
  });

  test('writes the expression that a large value was given', () => {
    expect(toCode([writtenAs([1, 2, 3], 'range(3)')])).toBe('[range(3)]');
  });
});

test('the slope of a line is its slope', () => {
  expect(slope([0, 1, 2], [1, 3, 5])).toBeCloseTo(2);
  expect(slope([1], [1])).toBe(0);
});

describe('a rule that is a remark', () => {
  const deep = (remark: RemarkOn) =>
    law(
      'a list as long as memory',
      fc.constant(5_000),
      ({ half }, n) => {
        const actual = half(Array.from({ length: n }, () => 1));
        return actual === 0.5 ? undefined : broken('the answer', actual, 0.5);
      },
      { runs: 1, remark },
    );
  const judgedWith = (remark: RemarkOn, source: string) => {
    const [level] = drill.levels;
    if (!level) throw new Error('no level');
    const laws = [...level.laws, deep(remark)];
    const levels = check({ ...drill, levels: [{ ...level, laws }] }, realmOf(source).subject, { seed: 1 });
    return {
      verdict: levels[0],
      text: verdictText({ drill: 'd', attempt: 'a.ts', seed: 1, durationMs: 1, problem: null, levels }),
    };
  };
  const recursive =
    'const count = (n: number): number => (n === 0 ? 0 : 1 + count(n - 1));\nexport const half = (v: number[]) => { count(v.length === 5_000 ? 1e6 : 1); return v[0] / 2; };';
  const wrong = 'export const half = (v: number[]) => (v.length === 5_000 ? 7 : v[0] / 2);';

  test('is told and fails nobody', () => {
    const { verdict, text } = judgedWith(ON_DEPTH, recursive);
    expect(verdict).toMatchObject({ status: 'passed', correct: true, remarks: [{ name: 'a list as long as memory' }] });
    expect(verdict?.laws.map(({ status }) => status)).toEqual(['passed', 'passed', 'passed', 'passed']);
    expect(text).toMatch(
      /passed, with 4 laws.*\n.*Remark.*: a list as long as memory\. The call overflows the call stack.*; say how you/,
    );
  });

  test('fails all the same where something else than what it is about breaks it', () => {
    expect(judgedWith(ON_DEPTH, wrong).verdict).toMatchObject({ status: 'failed', correct: false, remarks: [] });
    expect(judgedWith({ advice: 'say why' }, wrong).verdict).toMatchObject({
      status: 'passed',
      remarks: [{ advice: 'say why' }],
    });
  });
});
