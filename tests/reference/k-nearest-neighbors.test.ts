import { describe, expect, test } from 'vitest';
import {
  buildKdTree,
  createDynamicIndex,
  createIndex,
  createNearest,
  kNearest,
  queryKdTree,
} from '../../reference/k-nearest-neighbors/index.ts';
import { createRandom, randomInteger } from '../../src/index.ts';

type Rows = number[][];

const rowsOf = (nSamples: number, nFeatures: number, largest: number, random: () => number): Rows =>
  Array.from({ length: nSamples }, () => Array.from({ length: nFeatures }, () => randomInteger(random, 0, largest)));

/** Tables of 1 to 120 rows on a grid so coarse that most distances tie, and on a fine one. */
const tables = Array.from({ length: 120 }, (_, seed) => {
  const random = createRandom(seed);
  const X = rowsOf(1 + seed, 1 + (seed % 4), seed % 2 === 0 ? 3 : 1e6, random);
  return { X, query: rowsOf(1, X[0].length, 4, random)[0], k: randomInteger(random, 1, X.length), random };
});

describe('the k nearest of rows that arrive one at a time', () => {
  test('are those of all rows, whatever their order', () => {
    for (const { X, query, k, random } of tables) {
      const nearest = createNearest(query, k);
      const order = X.map((_, i) => i).sort(() => random() - 0.5);
      for (const i of order) nearest.push(X[i], i);
      expect(nearest.result()).toEqual(kNearest(X, query, k));
    }
  });

  test('are all of them at first, and a malformed row changes nothing', () => {
    const nearest = createNearest([0], 2);
    expect(nearest.result()).toEqual([]);
    nearest.push([3], 7);
    expect(() => nearest.push([Number.NaN], 8)).toThrow(RangeError);
    expect(nearest.result()).toEqual([7]);
  });
});

describe('a kd-tree', () => {
  test('gives what exhaustive search gives, ties included', () => {
    for (const { X, query, k } of tables) expect(queryKdTree(buildKdTree(X), query, k)).toEqual(kNearest(X, query, k));
  });

  test.each([
    ['sorted', (i: number) => [i, i]],
    ['equal', () => [1, 1]],
    ['of two values', (i: number) => [i % 2, 0]],
  ])('of 1,000 rows that are %s answers like exhaustive search', (_, row) => {
    const X = Array.from({ length: 1000 }, (_, i) => row(i));
    const tree = buildKdTree(X);
    for (const query of [
      [0, 0],
      [500.5, 499],
      [1, 1],
    ])
      expect(queryKdTree(tree, query, 7)).toEqual(kNearest(X, query, 7));
  });
});

describe('an index of rows that come and go', () => {
  test('gives what exhaustive search of the rows that are there gives', () => {
    for (const { X, query, random } of tables) {
      const index = createDynamicIndex(query.length);
      const there = new Map<number, number[]>();
      for (const row of X) {
        there.set(index.insert(row), row);
        if (random() < 0.4) {
          const id = randomInteger(random, 0, X.length);
          expect(index.remove(id)).toBe(there.delete(id));
        }
        if (there.size === 0) continue;
        const [ids, rows] = [[...there.keys()], [...there.values()]];
        const k = randomInteger(random, 1, there.size);
        expect(index.query(query, k)).toEqual(kNearest(rows, query, k).map((i) => ids[i]));
      }
    }
  });
});

describe('an approximate index', () => {
  test('finds nearly all neighbours of clustered rows in a tenth of the distances', () => {
    const random = createRandom(1);
    const centres = Array.from({ length: 60 }, () => Array.from({ length: 64 }, () => 100 * random()));
    const near = (c: number) => centres[c].map((value) => value + 2 * random());
    const X = Array.from({ length: 3000 }, (_, i) => near(i % 60));
    let nCalls = 0;
    const distance = (a: readonly number[], b: readonly number[]): number => {
      nCalls++;
      return Math.hypot(...a.map((value, j) => value - b[j]));
    };
    const index = createIndex(X, distance, createRandom(2));
    nCalls = 0;
    let found = 0;
    for (let c = 0; c < 60; c++) {
      const query = near(c);
      const nearest = new Set(kNearest(X, query, 10));
      found += Array.from(index.query(query, 10)).filter((i) => nearest.has(i)).length;
    }
    expect(found / 600).toBeGreaterThan(0.95);
    expect(nCalls / 60).toBeLessThan(300);
  });
});
