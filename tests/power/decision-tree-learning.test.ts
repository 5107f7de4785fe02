import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidatesOf, decreaseOf } from '../../drills/decision-tree-learning/bestSplit/candidates.ts';
import { nearTies } from '../../drills/decision-tree-learning/bestSplit/inputs.ts';
import { SLACK, squaredErrorOf } from '../../drills/decision-tree-learning/fitRegressionTree/squaredError.ts';

describe('near ties of decision-tree learning', () => {
  const gaps = fc.sample(nearTies, 100).map(({ X, y }) => {
    const decreases = candidatesOf(X, y).map(decreaseOf);
    return { gap: Math.max(...decreases) - Math.min(...decreases), nSamples: y.length, error: squaredErrorOf(y) };
  });

  test('differ by 2e-6 at least and 6e-4 at most, so that a tolerance of 1e-5 shows', () => {
    expect(Math.min(...gaps.map(({ gap }) => gap))).toBeCloseTo(2.04e-6, 8);
    expect(Math.max(...gaps.map(({ gap }) => gap))).toBeLessThan(6e-4);
  });

  test('are not ties to the rule of regression trees', () => {
    // For y of 0 and 1 the squared error of n rows is n / 2 times their Gini impurity.
    for (const { gap, nSamples, error } of gaps) expect((gap * nSamples) / 2).toBeGreaterThan(SLACK * error);
  });
});
