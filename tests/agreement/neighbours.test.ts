import { describe, expect, test } from 'vitest';
import {
  buildKdTree,
  createDynamicIndex,
  createIndex,
  createNearest,
  kNearest,
  knnClassify,
  queryKdTree,
} from '../../reference/k-nearest-neighbors/index.ts';
import { createRandom } from '../../src/index.ts';
import { readData } from '../data.ts';
import { labelsOf, readExpected } from './expected.ts';

interface Expected {
  /** Places of the 10 nearest among the rows that answer, for each row that asks. */
  readonly indices: readonly (readonly number[])[];
  /** The majority of the 5 nearest, for each row that asks. */
  readonly labels: string;
}

type Row = readonly number[];

const squaredDistance = (a: Row, b: Row): number => a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0);

/** Equal, or equal but for rounding: 0.1 and its multiples are not exact in binary. */
const isTie = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-12 * Math.max(a, b);

const expected = readExpected<Record<string, Expected>>('neighbours');

/** How many rows ask, and for how many scikit-learn gives tied rows in another order or other ones of them. */
const sets = [
  { name: 'iris', nQueries: 30, nOtherwise: 2, nLabelsOtherwise: 0 },
  { name: 'wine', nQueries: 36, nOtherwise: 0, nLabelsOtherwise: 0 },
  { name: 'breast_cancer', nQueries: 114, nOtherwise: 0, nLabelsOtherwise: 0 },
  { name: 'digits', nQueries: 360, nOtherwise: 37, nLabelsOtherwise: 0 },
  { name: 'penguins', nQueries: 67, nOtherwise: 1, nLabelsOtherwise: 0 },
] as const;

describe.each(sets)('neighbours on $name', ({ name, nQueries, nOtherwise, nLabelsOtherwise }) => {
  const data = readData(name);
  // As in expected.py: every fifth row without missing values asks, and the others answer.
  const whole = data.X.map((x, i) => ({ x, label: data.y[i] })).filter(({ x }) => !x.some(Number.isNaN));
  const asks = whole.filter((_, i) => i % 5 === 0);
  const answers = whole.filter((_, i) => i % 5 !== 0);
  const X = answers.map(({ x }) => x);
  const y = answers.map(({ label }) => label);
  const ours = asks.map(({ x }) => kNearest(X, x, 10));

  test('are as near as those of scikit-learn; only tied rows differ', () => {
    expect(asks.length).toBe(nQueries);
    let otherwise = 0;
    asks.forEach(({ x }, q) => {
      const theirs = expected[name].indices[q];
      ours[q].forEach((i, place) => {
        expect(isTie(squaredDistance(X[i], x), squaredDistance(X[theirs[place]], x))).toBe(true);
      });
      if (ours[q].some((i, place) => i !== theirs[place])) otherwise++;
    });
    expect(otherwise).toBe(nOtherwise);
  });

  test('vote as those of scikit-learn where the fifth is nearer than the sixth', () => {
    const theirs = labelsOf(expected[name].labels);
    let otherwise = 0;
    asks.forEach(({ x }, q) => {
      if (knnClassify(X, y, x, 5) === theirs[q]) return;
      const [fifth, sixth] = ours[q].slice(4, 6).map((i) => squaredDistance(X[i], x));
      expect(isTie(fifth, sixth)).toBe(true);
      otherwise++;
    });
    expect(otherwise).toBe(nLabelsOtherwise);
  });

  test('are the same from a stream, from a kd-tree and from an index that changes', () => {
    const tree = buildKdTree(X);
    const index = createDynamicIndex(X[0].length);
    for (const x of [...X, ...X]) index.insert(x);
    for (let id = X.length; id < 2 * X.length; id++) index.remove(id);
    asks.forEach(({ x }, q) => {
      const nearest = createNearest(x, 10);
      X.forEach((row, i) => {
        nearest.push(row, i);
      });
      expect(Array.from(nearest.result())).toEqual(ours[q]);
      expect(Array.from(queryKdTree(tree, x, 10))).toEqual(ours[q]);
      expect(Array.from(index.query(x, 10))).toEqual(ours[q]);
    });
  });
});

test('an approximate index finds nine in ten of the neighbours among digits, and measures fewer than all rows', () => {
  const { X } = readData('digits');
  const queries = X.filter((_, i) => i % 5 === 0);
  const rows = X.filter((_, i) => i % 5 !== 0);
  let nMeasured = 0;
  const distance = (a: Row, b: Row): number => {
    nMeasured++;
    return Math.sqrt(squaredDistance(a, b));
  };
  const index = createIndex(rows, distance, createRandom('digits'));
  nMeasured = 0;
  const nFound = queries.reduce((sum, query, q) => {
    const found = new Set(Array.from(index.query(query, 10)));
    return sum + expected.digits.indices[q].filter((i) => found.has(i)).length;
  }, 0);
  expect(nFound / (10 * queries.length)).toBeGreaterThan(0.85);
  expect(nMeasured / (rows.length * queries.length)).toBeLessThan(0.15);
});
