import { describe, expect, test } from 'vitest';
import { kMeansPlusPlus } from '../../reference/k-means/index.ts';
import { createRandom, randomInteger } from '../../src/index.ts';

type Matrix = readonly (readonly number[])[];

const squared = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0);

/** Small integer rows: many ties and many equal ones. */
const randomRows = (n: number, d: number, random: () => number, largest = 4): number[][] =>
  Array.from({ length: n }, () => Array.from({ length: d }, () => randomInteger(random, -largest, largest)));

describe('k-means++ seeds', () => {
  /** Compares every row with every seed, and draws as the definition says. */
  function naiveSeeds(X: Matrix, nClusters: number, random: () => number): number[] {
    const seeds: number[] = [];
    while (seeds.length < nClusters) {
      const byDistance = X.map((x) => Math.min(...seeds.map((seed) => squared(x, X[seed]))));
      const isDrawnAlike = seeds.length === 0 || byDistance.every((distance) => distance === 0);
      const weights = isDrawnAlike ? X.map((_, i) => (seeds.includes(i) ? 0 : 1)) : byDistance;
      const target = random() * weights.reduce((sum, weight) => sum + weight, 0);
      const passed = weights.map((_, i) => weights.slice(0, i + 1).reduce((sum, weight) => sum + weight, 0)); // integers
      seeds.push(passed.findIndex((sum) => sum > target));
    }
    return seeds;
  }

  test('are those of a naive twin given the same stream, in 500 random cases', () => {
    const random = createRandom('seeds');
    for (let i = 0; i < 500; i++) {
      const X = randomRows(randomInteger(random, 1, 9), randomInteger(random, 1, 3), random, 2);
      const nClusters = randomInteger(random, 1, X.length);
      const came = kMeansPlusPlus(X, nClusters, createRandom(i));
      expect(came).toEqual(naiveSeeds(X, nClusters, createRandom(i)));
    }
  });

  test('may be all rows, where random gives 0 and where it gives the largest number below 1', () => {
    const X = [[0], [3], [3], [0.1], [0.1]];
    for (const value of [0, 1 - 2 ** -53]) {
      const seeds = Array.from(kMeansPlusPlus(X, X.length, () => value));
      expect(seeds.toSorted()).toEqual([0, 1, 2, 3, 4]);
      expect(new Set(seeds.slice(0, 3).map((i) => X[i][0])).size).toBe(3);
    }
  });

  test('never are the equal rows of the worked example', () => {
    for (let i = 0; i < 100; i++) {
      const seeds = Array.from(kMeansPlusPlus([[5], [5], [7]], 2, createRandom(i)));
      expect([
        [0, 2],
        [1, 2],
        [2, 0],
        [2, 1],
      ]).toContainEqual(seeds);
    }
  });

  test.each([
    ['nClusters = 4 must be at most nSamples = 3', [[0], [1], [2]], 4],
    ['nClusters = 0 must be an integer, 1 or more', [[0], [1], [2]], 0],
    ['X is empty: give at least one row', [], 1],
    ['X[1] has 2 features where 1 are asked for', [[0], [1, 2]], 1],
    ['X[1][0] = NaN must be a finite number', [[0], [Number.NaN]], 1],
  ])('are refused in words: %s', (message, X, nClusters) => {
    expect(() => kMeansPlusPlus(X, nClusters, () => 0)).toThrow(message);
  });
});
