import { describe, expect, test } from 'vitest';
import { broken, check, defineDrill, defineLevel, finiteNumber, type Growth, type Judgement } from '../src/index.ts';
import { judgeGrowth } from '../src/judge/judgeGrowth.ts';
import { verdictText } from '../src/report/text.ts';
import { realmOf } from './sandboxed.ts';

interface Solution {
  passes(values: readonly number[], nPasses: number): number;
}

/** A function that sorts once and then makes passes over the values, each by this body. */
const subjectOf = (pass: string) =>
  realmOf(`export function passes(values: number[], nPasses: number): number {
    const sorted = [...values].sort((a, b) => a - b);
    let sum = 0;
    for (let i = 0; i < nPasses; i++) { ${pass} }
    return sum;
  }`).subject;

const linear = subjectOf('for (const value of sorted) sum += value;');

const callOf =
  (nPasses: number): Growth<Solution>['workload'] =>
  (size, random) => {
    const values = Array.from({ length: size }, random);
    return (solution) => solution.passes(values, nPasses);
  };

/** The same, with what judges the answer where it is another than the reference's. */
const judgedBy =
  (judgement: Judgement): Growth<Solution>['workload'] =>
  (size, random) => {
    const calls = callOf(3)(size, random);
    return (solution) => {
      calls(solution);
      return () => {
        calls(solution);
        return judgement;
      };
    };
  };

const gate: Growth<Solution> = { variable: 'nValues', on: 'random values', measures: ['steps'], workload: callOf(3) };
const strict: Growth<Solution> = { ...gate, beyond: callOf(0), limit: 0.02 };

const statusOf = (growth: Growth<Solution>, pass: string) =>
  judgeGrowth(growth, subjectOf(pass), linear, 1).verdicts[0]?.status;

const SORTS_AGAIN = 'for (const value of [...values].sort((a, b) => a - b)) sum += value;';

describe('a gate', () => {
  test('sees no logarithm', () => {
    expect(statusOf(gate, SORTS_AGAIN)).toBe('passed');
  });

  test('sees one where the sort that all need is taken off and its limit is low', () => {
    expect(statusOf(strict, SORTS_AGAIN)).toBe('failed');
  });

  test('lets other constants pass at a low limit', () => {
    expect(statusOf(strict, 'for (const value of sorted.map((x) => x + 1).filter(() => true)) sum += value;')).toBe(
      'passed',
    );
  });

  test.each([
    ['more than the whole', 'for (const a of sorted) for (const b of sorted) sum += a - b; return 0;'],
    [
      'much of the whole',
      'if (nPasses === 0) for (const a of sorted) for (let j = 0; j < sorted.length / 32; j++) sum += 0;',
    ],
  ])('fails where what is taken off is made large to hide the rest: %s', (_, more) => {
    const { subject } = realmOf(`export function passes(values: number[], nPasses: number): number {
      const sorted = [...values].sort((a, b) => a - b);
      let sum = 0;
      if (nPasses === 0) { ${more} }
      for (let i = 0; i < nPasses; i++) for (const value of sorted) sum += value;
      return sum;
    }`);
    expect(judgeGrowth(strict, subject, linear, 1).verdicts[0]?.status).toBe('failed');
  });

  test('names the line that grows, without what is taken off', () => {
    const [verdict] = judgeGrowth(strict, subjectOf(SORTS_AGAIN), linear, 1).verdicts;
    expect(verdict).toMatchObject({ worstLine: 4, reference: 3 * 3 * 2049 });
  });

  test('ends before its last sizes where the cost leaves no doubt', () => {
    const everyPair = subjectOf('for (const a of sorted) for (let j = 0; j < sorted.length; j += 16) sum += a;');
    const [verdict] = judgeGrowth({ ...gate, workload: callOf(100) }, everyPair, linear, 1).verdicts;
    expect(verdict).toMatchObject({ status: 'failed', worstLine: 4, size: 512 });
    expect(verdict?.slope).toBeGreaterThan(0.7);
  });

  test('goes on to its last size where it may be a large constant', () => {
    const many = subjectOf('for (let j = 0; j < 150; j++) for (const value of sorted) sum += value;');
    const [verdict] = judgeGrowth(gate, many, linear, 1).verdicts;
    expect(verdict).toMatchObject({ status: 'passed', size: 2048 });
  });
});

describe('the gates of a level', () => {
  const level = defineLevel<Solution>()({
    functions: ['passes'],
    title: 'passes',
    returns: { passes: () => finiteNumber },
    laws: [],
    growth: ['random', 'other random', 'more random'].map((on) => ({ ...gate, on, workload: callOf(300) })),
    hints: [],
  });
  const drill = defineDrill<Solution>({
    title: 'passes',
    brief: '',
    minutes: 1,
    clarifications: [],
    costs: { variables: {}, atMost: [], of: {} },
    discussion: [],
    sources: [],
    levels: [level],
  });
  const judged = (pass: string) => {
    const steps: string[] = [];
    const onStep = (_: string, step: string) => steps.push(step);
    const levels = check(drill, subjectOf(pass), { seed: 1, reference: linear, onStep });
    return { levels, steps };
  };

  test('are left out after one that failed at the cost of very many steps, which the report tells', () => {
    const { levels } = judged('for (const a of sorted) for (const b of sorted) if (a === b) sum += a;');
    expect(levels).toMatchObject([
      { efficient: false, status: 'failed', growth: [{ on: 'random', status: 'failed' }], gatesLeft: 2 },
    ]);
    const verdict = { drill: 'passes', attempt: 'attempt.ts', seed: 1, durationMs: 1, problem: null, levels };
    expect(verdictText(verdict)).toContain(
      'the gate on growth does not pass. 2 more gates will be counted once it is faster.',
    );
  });

  test('are all counted where none has failed, and each size is told', () => {
    const { levels, steps } = judged(
      'for (let j = 0; j < 30; j++) for (const value of sorted) sum += j === 0 ? value : 0;',
    );
    expect(levels).toMatchObject([{ efficient: true, growth: [{}, {}, {}], gatesLeft: 0 }]);
    expect(steps).toHaveLength(15);
    expect(new Set(steps).size).toBe(3);
  });

  test.each([
    ['gives another answer', 'if (sorted.length > 200) return -1; for (const value of sorted) sum += value;'],
    ['throws', 'if (sorted.length > 200) throw new Error("too many"); for (const value of sorted) sum += value;'],
    ['gives no answer', 'if (sorted.length > 200) return "many" as never; for (const value of sorted) sum += value;'],
  ])('are judged by the answers too, where an attempt %s at some size only', (_, pass) => {
    const [verdict] = judged(pass).levels;
    expect(verdict).toMatchObject({ correct: false, efficient: null, status: 'failed', growth: [] });
    expect(verdict?.laws.at(-1)).toMatchObject({
      name: 'larger inputs are answered right too',
      status: 'failed',
      counterexample: expect.stringMatching(/^passes\(/),
    });
  });

  test('tell a wrong answer by as few values as it takes, which follow a rule', () => {
    const [verdict] = judged(
      'if (sorted.length > 350 && sorted.length < 1000) return -1; for (const value of sorted) sum += value;',
    ).levels;
    expect(verdict?.laws.at(-1)).toMatchObject({
      message: 'The answer is -1; the rule asks for 18427500',
      counterexample: 'passes(Array.from({ length: 351 }, (_, i) => i), 300)',
    });
  });

  test('take answers that differ for right where the calls judge them so', () => {
    const lenient = { ...level, growth: level.growth.map((one) => ({ ...one, workload: judgedBy(undefined) })) };
    const strict = {
      ...level,
      growth: level.growth.map((one) => ({ ...one, workload: judgedBy(broken('the sum', 1, 2)) })),
    };
    const other = subjectOf('sum = 1;');
    const of = (one: typeof level) => check({ ...drill, levels: [one] }, other, { seed: 1, reference: linear })[0];
    expect(of(lenient)?.laws.at(-1)).toMatchObject({ status: 'passed' });
    expect(of(strict)?.laws.at(-1)).toMatchObject({ status: 'failed', message: 'The sum is 1; the rule asks for 2' });
  });
});
