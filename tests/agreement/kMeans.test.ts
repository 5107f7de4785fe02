import { kmeans as mlKmeans } from 'ml-kmeans';
import { describe, expect, test } from 'vitest';
import {
  createMiniBatchKMeans,
  kMeans,
  kMeansBounded,
  kMeansPlusPlus,
  optimalKMeans1d,
} from '../../reference/k-means/index.ts';
import { createRandom } from '../../src/index.ts';
import { type DataName, readData } from '../data.ts';
import { labelsOf, readExpected } from './expected.ts';

interface Expected {
  /** States after 1, 2, ... updates, until no label changes. */
  readonly trajectories: Record<
    'iris' | 'wine' | 'breast_cancer' | 'digits',
    {
      readonly initialRows: readonly number[];
      readonly nIter: number;
      readonly inertias: readonly number[];
      readonly labels: readonly string[];
      readonly centroids: readonly (readonly number[])[];
    }
  >;
  readonly bestIrisInertia: number;
  readonly miniBatches: Record<
    'iris' | 'wine',
    {
      readonly initialRows: readonly number[];
      readonly batchSize: number;
      readonly centroids: readonly (readonly (readonly number[])[])[];
    }
  >;
}

const expected = readExpected<Expected>('kMeans');
const trajectories = Object.entries(expected.trajectories).map(([name, trajectory]) => {
  const { X } = readData(name as DataName); // the keys are names of data
  return { name, X, initial: trajectory.initialRows.map((i) => X[i]), trajectory };
});

const squaredDistance = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0);

/** Equal but for rounding: scikit-learn centres the data first, and sums in another order. */
function expectClose(actual: ArrayLike<ArrayLike<number>>, wanted: readonly (readonly number[])[]): void {
  expect(actual.length).toBe(wanted.length);
  wanted.forEach((row, k) => {
    row.forEach((value, j) => {
      expect(Math.abs(actual[k][j] - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
    });
  });
}

describe.each(trajectories)('k-means on $name', ({ X, initial, trajectory }) => {
  test('goes through the labels and inertias of scikit-learn, update by update', () => {
    trajectory.labels.forEach((labels, m) => {
      const state = kMeans(X, initial, { maxIter: m + 1 });
      expect(Array.from(state.labels)).toEqual(labelsOf(labels));
      expect(state.inertia / trajectory.inertias[m]).toBeCloseTo(1, 11);
      expect(state.nIter).toBe(m + 1);
    });
  });

  test('ends after as many updates, at the same centroids', () => {
    const { centroids, nIter, converged } = kMeans(X, initial);
    expect([nIter, converged]).toEqual([trajectory.nIter, true]);
    expectClose(centroids, trajectory.centroids);
  });

  test('with bounds does the same', () => {
    trajectory.labels.forEach((labels, m) => {
      const state = kMeansBounded(X, initial, squaredDistance, { maxIter: m + 1 });
      expect(Array.from(state.labels)).toEqual(labelsOf(labels));
      expect(state.inertia / trajectory.inertias[m]).toBeCloseTo(1, 11);
    });
  });

  test('ends at the clusters of ml-kmeans', () => {
    // It is right where no cluster is empty, and stops once centroids move less than `tolerance`, where ours stop at equal labels.
    const mine = kMeans(X, initial);
    const theirs = mlKmeans(X as number[][], initial.length, {
      initialization: initial.map((centroid) => [...centroid]),
      tolerance: 0,
      maxIterations: 1000,
    });
    expect(theirs.clusters).toEqual(Array.from(mine.labels));
    expectClose(mine.centroids, theirs.centroids);
  });
});

describe('on iris with 3 clusters', () => {
  test('the best of many starts by k-means++ is that of scikit-learn, 78.851', () => {
    const { X } = readData('iris');
    const random = createRandom('iris');
    const starts = Array.from({ length: 20 }, () => Array.from(kMeansPlusPlus(X, 3, random), (i) => X[i]));
    const best = Math.min(...starts.map((start) => kMeans(X, start).inertia));
    expect(best).toBeCloseTo(expected.bestIrisInertia, 9);
    expect(best).toBeCloseTo(78.851, 3);
  });

  test('the optimum of each feature alone is not worse than the best of many starts', () => {
    const { X } = readData('iris');
    for (const j of [0, 1, 2, 3]) {
      const column = X.map((x) => x[j]);
      const random = createRandom(`feature ${j}`);
      const inertias = Array.from({ length: 20 }, () => {
        const rows = column.map((value) => [value]);
        const seeds = Array.from(kMeansPlusPlus(rows, 3, random), (i) => rows[i]);
        return kMeans(rows, seeds).inertia;
      });
      expect(optimalKMeans1d(column, 3).inertia).toBeLessThanOrEqual(Math.min(...inertias) * (1 + 1e-12));
    }
  });
});

describe.each(['iris', 'wine'] as const)('mini-batches of %s', (name) => {
  // Sculley moves a centroid row by row, scikit-learn by a whole batch at once: the mean of all rows given so far either way.
  test('move the centroids as in scikit-learn, batch by batch', () => {
    const data = readData(name).X;
    const step = name === 'iris' ? 7 : 5;
    const X = data.map((_, i) => data[(i * step) % data.length]); // the rows are sorted by class
    const { initialRows, batchSize, centroids } = expected.miniBatches[name];
    const model = createMiniBatchKMeans(initialRows.map((i) => X[i]));
    centroids.forEach((wanted, b) => {
      model.partialFit(X.slice(b * batchSize, (b + 1) * batchSize));
      expectClose(model.centroids(), wanted);
    });
  });
});
