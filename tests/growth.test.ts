import { describe, expect, test } from 'vitest';
import type { Growth } from '../src/index.ts';
import { judgeGrowth } from '../src/judge/judgeGrowth.ts';
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

const statusOf = (growth: Growth<Solution>, pass: string) => judgeGrowth(growth, subjectOf(pass), linear, 1)[0]?.status;

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
    const [verdict] = judgeGrowth(strict, subjectOf(SORTS_AGAIN), linear, 1);
    expect(verdict).toMatchObject({ worstLine: 4, reference: 3 * 3 * 2049 });
  });

  test('ends before its last sizes where the cost leaves no doubt', () => {
    const everyPair = subjectOf('for (const a of sorted) for (let j = 0; j < sorted.length; j += 16) sum += a;');
    const [verdict] = judgeGrowth({ ...gate, workload: callOf(100) }, everyPair, linear, 1);
    expect(verdict).toMatchObject({ status: 'failed', worstLine: 4, size: 512 });
    expect(verdict?.slope).toBeGreaterThan(0.7);
  });

  test('goes on to its last size where it may be a large constant', () => {
    const [verdict] = judgeGrowth(
      gate,
      subjectOf('for (let j = 0; j < 150; j++) for (const value of sorted) sum += value;'),
      linear,
      1,
    );
    expect(verdict).toMatchObject({ status: 'passed', size: 2048 });
  });
});
