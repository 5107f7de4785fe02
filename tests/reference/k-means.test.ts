import { describe, expect, test } from 'vitest';
import { GROUPINGS, grouped } from '../../drills/k-means/kMeansBounded/counts.ts';
import { counted, euclidean, mixed, stretched, weighted } from '../../drills/k-means/kMeansBounded/spaces.ts';
import { inertiaOf, leastInertia } from '../../drills/k-means/optimalKMeans1d/judge.ts';
import {
  createMiniBatchKMeans,
  kMeans,
  kMeansBounded,
  kMeansFast,
  kMeansPlusPlus,
  optimalKMeans1d,
} from '../../reference/k-means/index.ts';
import { createRandom, randomInteger, toCode } from '../../src/index.ts';

type Matrix = readonly (readonly number[])[];

const squared = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0);

/** Small integer rows: many ties and many equal ones. */
const randomRows = (n: number, d: number, random: () => number, largest = 4): number[][] =>
  Array.from({ length: n }, () => Array.from({ length: d }, () => randomInteger(random, -largest, largest)));

/** Equal to 9 decimals. */
const expectClose = (actual: ArrayLike<ArrayLike<number>>, expected: ArrayLike<ArrayLike<number>>): void =>
  expect(Array.from(actual, (row) => Array.from(row))).toEqual(
    Array.from(expected, (row) => Array.from(row, (value) => expect.closeTo(value, 9))),
  );

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
      const actual = kMeansPlusPlus(X, nClusters, createRandom(i));
      expect(actual).toEqual(naiveSeeds(X, nClusters, createRandom(i)));
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

describe('k-means with bounds', () => {
  const lloydCalls = (X: Matrix, k: number, nIter: number) => X.length * k * (nIter + 1);

  test('is level 1 in at most n k (nIter + 1) + k^2 nIter calls, in 500 random cases', () => {
    const random = createRandom('bounds');
    for (let i = 0; i < 500; i++) {
      const X = randomRows(randomInteger(random, 1, 40), randomInteger(random, 1, 3), random, 9);
      const k = randomInteger(random, 1, Math.min(6, X.length));
      const initialCentroids = randomRows(k, X[0].length, random, 9);
      const maxIter = randomInteger(random, 0, 10);
      const { squaredDistance, calls } = counted(euclidean);
      const actual = kMeansBounded(X, initialCentroids, squaredDistance, { maxIter });
      const expected = kMeans(X, initialCentroids, { maxIter });
      expect(actual).toEqual({ ...expected, inertia: expect.closeTo(expected.inertia, 9) });
      expect(calls()).toBeLessThanOrEqual(lloydCalls(X, k, expected.nIter) + k ** 2 * expected.nIter);
    }
  });

  test.each(GROUPINGS)('measures at most a fifth of what Lloyd does on well-separated groups, %o', (grouping) => {
    const { X, initialCentroids } = grouped(grouping);
    const { squaredDistance, calls } = counted(euclidean);
    const { nIter } = kMeansBounded(X, initialCentroids, squaredDistance);
    expect(nIter).toBeGreaterThanOrEqual(10);
    expect(calls()).toBeLessThan(lloydCalls(X, initialCentroids.length, nIter) / 5);
  });

  test.each(GROUPINGS)('is measured on groups that are what their code says, %o', (grouping) => {
    const { X } = grouped(grouping);
    expect(new Function(`return ${toCode(X)}`)()).toEqual(X); // the text is our own
  });

  test('answers the worked example', () => {
    const actual = kMeansBounded([[0], [2], [8], [10]], [[0], [2]], (a, b) => 4 * (a[0] - b[0]) ** 2);
    expect(actual).toEqual({ centroids: [[1], [9]], labels: [0, 0, 1, 1], inertia: 16, nIter: 2, converged: true });
  });

  test.each([euclidean, weighted, mixed, stretched(3)])(
    'is judged by a metric that is what its code says: $code',
    (space) => {
      const written = new Function(`return ${space.code}`)() as typeof space.squaredDistance; // the code of a metric
      const random = createRandom('metrics');
      for (let i = 0; i < 50; i++) {
        const [a, b] = randomRows(2, randomInteger(random, 1, 3), random, 9);
        expect(written(a, b)).toBe(space.squaredDistance(a, b));
        expect(space.back(space.moved(a))).toEqual(a);
      }
    },
  );
});

describe('mini-batch k-means', () => {
  test('answers the worked example', () => {
    const model = createMiniBatchKMeans([[0], [10]]);
    model.partialFit([[2], [5], [9]]);
    expect(model.centroids()).toEqual([[3.5], [9]]);
    expect(model.counts()).toEqual([2, 1]);
    model.partialFit([[5]]);
    expect(model.centroids()).toEqual([[4], [9]]);
  });

  test('moves by mean_n = mean_(n-1) + (x_n - mean_(n-1)) / n: a centroid is the mean of its rows', () => {
    const random = createRandom('means');
    for (let i = 0; i < 100; i++) {
      const rows = randomRows(randomInteger(random, 1, 50), 2, random, 50);
      const model = createMiniBatchKMeans([[1000, -1000]]);
      for (let at = 0; at < rows.length; at += 7) model.partialFit(rows.slice(at, at + 7));
      const mean = [0, 1].map((j) => rows.reduce((sum, row) => sum + row[j], 0) / rows.length);
      expect(model.counts()).toEqual([rows.length]);
      expectClose(model.centroids(), [mean]);
    }
  });

  test('is one update of k-means where the first batch is the whole data', () => {
    const random = createRandom('one batch');
    for (let i = 0; i < 200; i++) {
      const X = randomRows(randomInteger(random, 3, 20), 2, random);
      const initialCentroids = randomRows(3, 2, random);
      const model = createMiniBatchKMeans(initialCentroids);
      model.partialFit(X);
      const { centroids } = kMeans(X, initialCentroids, { maxIter: 1 });
      expectClose(model.centroids(), centroids);
    }
  });

  test.each([
    ['batch[1] has 1 features where 2 are asked for', [[1, 1], [1]]],
    ['batch[0][1] = NaN must be a finite number', [[1, Number.NaN]]],
  ])('is as it was after a batch that is refused: %s', (message, batch) => {
    const model = createMiniBatchKMeans([[0, 0]]);
    expect(() => model.partialFit(batch)).toThrow(message);
    expect(model.counts()).toEqual([0]);
  });
});

describe('optimal k-means of one feature', () => {
  test('answers the worked examples', () => {
    expect(optimalKMeans1d([9, 0, 5, 4, 6], 2)).toEqual({ labels: [1, 0, 1, 1, 1], centroids: [0, 6], inertia: 14 });
    expect(optimalKMeans1d([3, 3], 2)).toMatchObject({ centroids: [3, 3], inertia: 0 });
  });

  /** The least inertia of all ways to label the values that leave no cluster empty. */
  function leastOfAllLabellings(values: readonly number[], nClusters: number): number {
    let least = Infinity;
    for (let code = 0; code < nClusters ** values.length; code++) {
      const clusters: number[][] = Array.from({ length: nClusters }, () => []);
      values.forEach((x, i) => {
        clusters[Math.floor(code / nClusters ** i) % nClusters].push(x);
      });
      if (clusters.every((cluster) => cluster.length > 0))
        least = Math.min(
          least,
          clusters.reduce((sum, cluster) => sum + inertiaOf(cluster), 0),
        );
    }
    return least;
  }

  test('is judged by the least inertia of all labellings, intervals or not: 100 random cases', () => {
    const random = createRandom('labellings');
    for (let i = 0; i < 100; i++) {
      const values = Array.from({ length: randomInteger(random, 1, 6) }, () => randomInteger(random, -9, 9));
      const nClusters = randomInteger(random, 1, Math.min(3, values.length));
      expect(leastInertia({ values, nClusters })).toBeCloseTo(leastOfAllLabellings(values, nClusters), 9);
    }
  });

  test('has the least inertia, in 300 random cases of up to 40 values', () => {
    const random = createRandom('intervals');
    for (let i = 0; i < 300; i++) {
      const values = Array.from({ length: randomInteger(random, 1, 40) }, () => randomInteger(random, -99, 99));
      const nClusters = randomInteger(random, 1, Math.min(6, values.length));
      const { inertia, labels, centroids } = optimalKMeans1d(values, nClusters);
      expect(inertia).toBeCloseTo(leastInertia({ values, nClusters }), 6);
      const ofLabels = values.reduce((sum, x, v) => sum + (x - centroids[labels[v]]) ** 2, 0);
      expect(inertia).toBeCloseTo(ofLabels, 6);
      expect(Array.from(centroids).toSorted((a, b) => a - b)).toEqual(centroids);
    }
  });

  test('is never worse than k-means from any of 100 starts', () => {
    const random = createRandom('starts');
    const values = Array.from({ length: 200 }, () => randomInteger(random, 0, 1000));
    const { inertia } = optimalKMeans1d(values, 5);
    const X = values.map((x) => [x]);
    for (let i = 0; i < 100; i++) {
      const starts = Array.from(kMeansPlusPlus(X, 5, random), (seed) => X[seed]);
      expect(kMeans(X, starts).inertia).toBeGreaterThanOrEqual(inertia * (1 - 1e-12));
    }
  });

  test.each([
    ['values is empty: give at least one', [], 1],
    ['values[1] = Infinity must be a finite number', [0, Infinity], 1],
    ['nClusters = 3 must be at most nSamples = 2', [0, 1], 3],
  ])('refuses in words: %s', (message, values, nClusters) => {
    expect(() => optimalKMeans1d(values, nClusters)).toThrow(message);
  });
});

describe('the fast k-means', () => {
  const asPlain = ({ centroids, labels, ...result }: ReturnType<typeof kMeans>) => ({
    ...result,
    centroids: Array.from(centroids, (centroid) => Array.from(centroid)),
    labels: Array.from(labels),
  });

  test.each([
    ['small integers, with ties and equal rows', 3, 1, 0],
    ['integers far from the origin', 9, 1, 1e8],
    ['tenths', 99, 0.1, 0],
  ])('is the clear one to the last bit, on %s', (_, largest, factor, offset) => {
    const random = createRandom('fast');
    for (let i = 0; i < 300; i++) {
      const scaled = (rows: Matrix) => rows.map((row) => row.map((value) => value * factor + offset));
      const X = scaled(randomRows(randomInteger(random, 1, 60), randomInteger(random, 1, 5), random, largest));
      const k = randomInteger(random, 1, Math.min(11, X.length));
      const initialCentroids = scaled(randomRows(k, X[0].length, random, largest));
      const maxIter = randomInteger(random, 0, 30);
      const expected = asPlain(kMeans(X, initialCentroids, { maxIter }));
      expect(asPlain(kMeansFast(X, initialCentroids, { maxIter }))).toEqual(expected);
    }
  });

  test('is the clear one on well-separated groups, where most rows are not measured', () => {
    for (const grouping of GROUPINGS) {
      const { X, initialCentroids } = grouped(grouping);
      expect(asPlain(kMeansFast(X, initialCentroids))).toEqual(asPlain(kMeans(X, initialCentroids)));
    }
  });

  test('refuses what the clear one refuses', () => {
    expect(() => kMeansFast([[0]], [[0], [1]])).toThrow('nClusters = 2 must be at most nSamples = 1');
  });
});
