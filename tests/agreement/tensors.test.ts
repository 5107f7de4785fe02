import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { predict } from '../../reference/decision-tree-inference/index.ts';
import { fitTree } from '../../reference/decision-tree-learning/index.ts';
import { kMeans } from '../../reference/k-means/index.ts';
import { buildKdTree, kNearest, queryKdTree } from '../../reference/k-nearest-neighbors/index.ts';
import { type DataName, readData } from '../data.ts';

// TensorFlow.js as a second oracle, and matrices of other libraries as inputs. Its tensors hold 32-bit floats: where two
// centroids or rows are nearly as near, it may choose the other one.

type Rows = readonly (readonly number[])[];

const sets: DataName[] = ['iris', 'wine', 'breast_cancer', 'digits'];
const K = 5;

/** Every 29th row starts a cluster: from some other rows, tenths of iris tie exactly, and 32 bits decide otherwise. */
const startOf = (X: Rows): Rows => Array.from({ length: K }, (_, k) => X[29 * k + 4]);

/** Squared distances (nRows, nOthers). */
const distances = (rows: tf.Tensor2D, others: tf.Tensor2D): tf.Tensor2D =>
  tf.sum(tf.squaredDifference(tf.expandDims(rows, 1), tf.expandDims(others, 0)), 2);

/** Lloyd's algorithm as one would write it with tensors: what each assignment gave, until one repeats. */
function labelsByTensors(X: Rows): number[][] {
  return tf.tidy(() => {
    const x = tf.tensor2d(X as number[][]);
    let centroids = tf.tensor2d(startOf(X) as number[][]);
    const trajectory: number[][] = [];
    for (;;) {
      const labels = tf.argMin(distances(x, centroids), 1) as tf.Tensor1D; // one index a row
      const now = Array.from(labels.dataSync());
      if (trajectory.at(-1)?.every((label, i) => label === now[i])) return trajectory;
      trajectory.push(now);
      const members = tf.cast(tf.oneHot(labels, K), 'float32');
      const counts = tf.reshape(tf.sum(members, 0), [K, 1]);
      centroids = tf.where(
        tf.greater(counts, 0),
        tf.div(tf.matMul(members, x, true), tf.maximum(counts, 1)),
        centroids,
      ) as tf.Tensor2D; // of the shape of its arguments
    }
  });
}

describe.each(sets)('tensors of TensorFlow.js on %s', (name) => {
  const { X } = readData(name);

  test('are clustered alike, update by update', () => {
    const trajectory = labelsByTensors(X);
    expect(trajectory.length).toBeGreaterThan(3);
    trajectory.forEach((labels, maxIter) => {
      expect(Array.from(kMeans(X, startOf(X), { maxIter }).labels)).toEqual(labels);
    });
  });

  test('have the same distances to their nearest rows', () => {
    const queries = X.filter((_, i) => i % 37 === 0);
    const tree = buildKdTree(X);
    const nearest = tf.tidy(() => {
      const { values } = tf.topk(
        tf.neg(distances(tf.tensor2d(queries as number[][]), tf.tensor2d(X as number[][]))),
        K,
      );
      return tf.neg(values).arraySync() as number[][]; // (nQueries, K)
    });
    queries.forEach((query, q) => {
      for (const found of [kNearest(X, query, K), queryKdTree(tree, query, K)]) {
        Array.from(found).forEach((i, t) => {
          const mine = X[i].reduce((sum, value, j) => sum + (value - query[j]) ** 2, 0);
          expect(Math.abs(mine - nearest[q][t])).toBeLessThanOrEqual(1e-5 * Math.max(1, mine));
        });
      }
    });
  });
});

describe('rows from elsewhere', () => {
  const { X, y } = readData('iris');
  const inTenths = X.map((row) => row.map((value) => Math.round(10 * value))); // integers survive 32 bits
  const elsewhere: [string, Rows][] = [
    ['Matrix.to2DArray() of ml-matrix', new Matrix(inTenths).to2DArray()],
    ['tensor.arraySync() of TensorFlow.js', tf.tensor2d(inTenths).arraySync()],
    ['rows that are typed arrays', inTenths.map((row) => Float64Array.from(row) as unknown as number[])], // row-like
    ['rows that are 32-bit typed arrays', inTenths.map((row) => Float32Array.from(row) as unknown as number[])], // row-like
  ];

  test.each(elsewhere)('%s', (_, rows) => {
    expect(kMeans(rows, startOf(rows)).labels).toEqual(kMeans(inTenths, startOf(inTenths)).labels);
    expect(kNearest(rows, rows[7], K)).toEqual(kNearest(inTenths, inTenths[7], K));
    expect(queryKdTree(buildKdTree(rows), rows[7], K)).toEqual(queryKdTree(buildKdTree(inTenths), inTenths[7], K));
    const tree = fitTree(inTenths, y);
    expect(fitTree(rows, y)).toEqual(tree);
    expect(rows.map((row) => predict(tree, row))).toEqual(inTenths.map((row) => predict(tree, row)));
  });
});
