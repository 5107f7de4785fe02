import { describe, expect, test } from 'vitest';
import { flatten, predict, predictBatch } from '../../reference/decision-tree-inference/index.ts';
import {
  bestSplit,
  fitBoosted,
  fitRegressionTree,
  fitTree,
  fitTreePresorted,
} from '../../reference/decision-tree-learning/index.ts';
import { kMeans, kMeansBounded, kMeansFast, kMeansPlusPlus } from '../../reference/k-means/index.ts';
import {
  buildKdTree,
  createDynamicIndex,
  createNearest,
  kNearest,
  knnClassify,
  queryKdTree,
} from '../../reference/k-nearest-neighbors/index.ts';
import { createRandom } from '../../src/index.ts';

type Rows = readonly (readonly number[])[];

class Row extends Array<number> {}

const random = createRandom('rows');
const X: Rows = Array.from({ length: 60 }, () => Array.from({ length: 3 }, () => Math.round(20 * random()) / 4));
const y = X.map(([a = 0, b = 0]) => (a > b ? 1 : 0));
const query: readonly number[] = [1, 2, 3];
const squared = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, value, j) => sum + (value - (b[j] ?? 0)) ** 2, 0);

/** Every function that takes rows, on rows of any kind. */
const calls: Record<string, (rows: Rows) => unknown> = {
  kMeans: (rows) => kMeans(rows, rows.slice(0, 4)),
  kMeansFast: (rows) => kMeansFast(rows, rows.slice(0, 4)),
  kMeansBounded: (rows) => kMeansBounded(rows, rows.slice(0, 4), squared),
  kMeansPlusPlus: (rows) => kMeansPlusPlus(rows, 4, createRandom('seeds')),
  kNearest: (rows) => kNearest(rows, query, 5),
  knnClassify: (rows) => knnClassify(rows, y, query, 5),
  queryKdTree: (rows) => queryKdTree(buildKdTree(rows), query, 5),
  createNearest: (rows) => {
    const nearest = createNearest(query, 5);
    for (const [i, row] of rows.entries()) nearest.push(row, i);
    return nearest.result();
  },
  createDynamicIndex: (rows) => {
    const index = createDynamicIndex(3);
    for (const row of rows) index.insert(row);
    return index.query(query, 5);
  },
  bestSplit: (rows) => bestSplit(rows, y),
  fitTree: (rows) => fitTree(rows, y),
  fitTreePresorted: (rows) => fitTreePresorted(rows, y),
  fitRegressionTree: (rows) => fitRegressionTree(rows, y),
  fitBoosted: (rows) => fitBoosted(rows, y, { nTrees: 3 }),
  predict: (rows) => rows.map((row) => predict(fitTree(X, y), row)),
  predictBatch: (rows) => Array.from(predictBatch(flatten(fitTree(X, y)), rows)),
};

describe.each([
  ['rows in typed arrays, as numeric libraries keep them', X.map((row) => Float64Array.from(row)) as unknown as Rows],
  ['rows that are views of one buffer, as of a matrix', viewsOf(X)],
  ['rows of a class of its own', X.map((row) => Row.from(row))],
])('%s', (_, rows) => {
  test.each(Object.entries(calls))('are as good as arrays to %s', (_name, call) => {
    expect(call(rows)).toEqual(call(X));
  });
});

function viewsOf(rows: Rows): Rows {
  const all = Float64Array.from(rows.flat());
  return rows.map((_row, i) => all.subarray(3 * i, 3 * i + 3)) as unknown as Rows;
}
