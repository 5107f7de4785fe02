import { describe, expect, test } from 'vitest';
import { check, defineDrill, defineLevel, finiteNumber, type Growth } from '../src/index.ts';
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
    const { levels, steps } = judged('for (let j = 0; j < 30; j++) for (const value of sorted) sum += value;');
    expect(levels).toMatchObject([{ efficient: true, growth: [{}, {}, {}], gatesLeft: 0 }]);
    expect(steps).toHaveLength(15);
    expect(new Set(steps).size).toBe(3);
  });
});
