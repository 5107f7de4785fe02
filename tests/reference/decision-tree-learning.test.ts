import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growth } from '../../drills/decision-tree-learning/fitTreePresorted/growth.ts';
import {
  type BoostedTrees,
  bestSplit,
  fitBoosted,
  fitRegressionTree,
  fitTree,
  fitTreePresorted,
  type TreeNode,
} from '../../reference/decision-tree-learning/index.ts';
import { sortedRows } from '../../reference/decision-tree-learning/sortedRows.ts';
import { createRandom, randomInteger } from '../../src/index.ts';
import { judgeGrowth } from '../../src/judge/judgeGrowth.ts';
import { drillOf, referenceOf } from '../bank.ts';

/** A tree as [featureIndex, threshold, left, right], and a leaf as its value. */
type Short = number | readonly [number, number, Short, Short];

const short = (tree: TreeNode): Short =>
  tree.kind === 'leaf' ? tree.value : [tree.featureIndex, tree.threshold, short(tree.left), short(tree.right)];

function predict(tree: TreeNode, x: readonly number[]): number {
  let node = tree;
  while (node.kind === 'split') node = (x[node.featureIndex] ?? Number.NaN) <= node.threshold ? node.left : node.right;
  return node.value;
}

const predictBoosted = ({ initialPrediction, trees }: BoostedTrees, learningRate: number, x: readonly number[]) =>
  trees.reduce((sum, tree) => sum + learningRate * predict(tree, x), initialPrediction);

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** Gini impurity by its definition. */
const gini = (labels: readonly number[]): number =>
  1 - [...new Set(labels)].reduce((sum, c) => sum + (labels.filter((y) => y === c).length / labels.length) ** 2, 0);

const sets = fc
  .array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 }), fc.nat({ max: 2 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((rows) => ({ X: rows.map(([a, b]) => [a, b]), y: rows.map(([, , label]) => label) }));

describe('bestSplit', () => {
  test('gives the examples of the question', () => {
    const expected = { featureIndex: 0, threshold: 3, impurityDecrease: 0.5 };
    expect(bestSplit([[1], [2], [4], [8]], [0, 0, 1, 1])).toEqual(expected);
    const xor = bestSplit(
      [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ],
      [0, 1, 1, 0],
    );
    expect(xor).toEqual({ featureIndex: 0, threshold: 0.5, impurityDecrease: 0 });
    expect(bestSplit([[7], [7]], [0, 1])).toBeNull();
  });

  test('gives the decrease by the definition, and no candidate has a larger one', () => {
    fc.assert(
      fc.property(sets, ({ X, y }) => {
        const decrease = (featureIndex: number, threshold: number): number => {
          const goesLeft = (i: number): boolean => (X[i]?.[featureIndex] ?? 0) <= threshold;
          const left = y.filter((_, i) => goesLeft(i));
          const right = y.filter((_, i) => !goesLeft(i));
          if (left.length === 0 || right.length === 0) return -Infinity;
          return gini(y) - (left.length * gini(left) + right.length * gini(right)) / y.length;
        };
        const all = [0, 1].flatMap((j) => X.map((x) => decrease(j, x[j] ?? 0)));
        const best = bestSplit(X, y);
        expect(best === null).toBe(all.every((value) => value === -Infinity));
        if (!best) return;
        expect(best.impurityDecrease).toBeCloseTo(decrease(best.featureIndex, best.threshold), 12);
        expect(best.impurityDecrease).toBeCloseTo(Math.max(...all), 12);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    [1, 1 + 2 ** -52],
    [1 + 2 ** -52, 1 + 2 ** -51],
    [1e308, 1.7e308],
    [-1.7e308, 1.7e308],
    [0, 2 ** -1074],
  ])('splits %d from %d', (a, b) => {
    const threshold = bestSplit([[a], [b]], [0, 1])?.threshold ?? Number.NaN;
    expect(threshold).toBeGreaterThanOrEqual(a);
    expect(threshold).toBeLessThan(b);
  });
});

/** 40 rows on which no tie decides: scikit-learn gives one and the same answer for 200 random states. */
const X40 = range(40).map((i) => [(i * 17) % 41, (i * i * 5 + 3 * i) % 43, (i * 29 + i * i) % 47] as const);
const classes40 = X40.map(([a, b, c]) => (a + b > 50 ? 2 : 0) + (c > 20 + a / 4 ? 1 : 0));
const numbers40 = X40.map(([a, b, c]) => ((a - 20) * (b - 20)) / 4 + c);

describe('fitTree', () => {
  test('grows the tree of scikit-learn 1.9.1', () => {
    // DecisionTreeClassifier(min_samples_leaf=4)
    const expected = [2, 23.5, [1, 21, 0, [0, 21.5, 0, 2]], [1, 36.5, [0, 21.5, 1, 1], 2]];
    expect(short(fitTree(X40, classes40, { minSamplesLeaf: 4 }))).toEqual(expected);
  });

  test('is as deep as it must be, without recursion', () => {
    let node = fitTree(
      range(1500).map((i) => [i]),
      range(1500).map((i) => i % 2),
    );
    let depth = 0;
    for (; node.kind === 'split'; depth++) node = node.left.kind === 'split' ? node.left : node.right;
    expect(depth).toBe(1499);
  });

  test('refuses limits that are none, with the rule and the value', () => {
    expect(() => fitTree([[1]], [0], { maxDepth: -1 })).toThrow('maxDepth = -1 must be a whole number, 0 or more');
    expect(() => fitTree([[1]], [0], { minSamplesLeaf: 0.5 })).toThrow(RangeError);
    expect(() => fitTree([[1], [1, 2]], [0, 0])).toThrow('X[1] has 2 features where X[0] has 1');
  });
});

describe('fitTreePresorted', () => {
  test('grows the tree of fitTree', () => {
    const limits = fc.record({
      maxDepth: fc.constantFrom(Infinity, 0, 1, 2, 3),
      minSamplesLeaf: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(sets, limits, ({ X, y }, options) => {
        expect(fitTreePresorted(X, y, options)).toEqual(fitTree(X, y, options));
      }),
      { numRuns: 500 },
    );
  });

  test('also where its rows are sorted by digits', () => {
    const random = createRandom(1);
    const X = range(5000).map(() => [randomInteger(random, -50, 50), random() - 0.5, random() < 0.5 ? -0 : 0]);
    const y = X.map(([a = 0, b = 0]) => (a * b > 0 ? 1 : randomInteger(random, 0, 2)));
    expect(fitTreePresorted(X, y, { maxDepth: 8 })).toEqual(fitTree(X, y, { maxDepth: 8 }));
  });

  test('is told from a tree that sorts in each node by what the levels below the root cost', async () => {
    const reference = referenceOf('decision-tree-learning', await drillOf('decision-tree-learning'));
    const { fitTree: sorting } = reference.functions;
    if (!sorting) throw new Error('the reference has no fitTree');
    const attempt = { ...reference, functions: { fitTreePresorted: sorting } };
    const gate = growth.find(({ on }) => on === 'three levels below the root');
    if (!gate) throw new Error('the gate has another name');
    expect(judgeGrowth(gate, attempt, reference, 1).verdicts).toMatchObject([{ status: 'failed' }]);
    expect(judgeGrowth(gate, reference, reference, 1).verdicts).toMatchObject([{ status: 'passed', slope: 0 }]);
  });
});

describe('sortedRows', () => {
  const random = createRandom(2);
  const extremes = [0, -0, 2 ** -1074, -(2 ** -1074), 1.7e308, -1.7e308, 1, 1 + 2 ** -52];
  test.each([10, 4095, 4096, 10_000])('puts %d rows in order of value, equal ones in the order of rows', (n) => {
    const values = Float64Array.from(
      range(n),
      (i) => extremes[i] ?? (random() - 0.5) * 10 ** randomInteger(random, -3, 3),
    );
    for (let i = 8; i < n; i += 7) values[i] = Math.round(values[i] ?? 0);
    const at = (i: number): number => values[i] ?? 0;
    expect([...sortedRows(values)]).toEqual(range(n).sort((a, b) => at(a) - at(b)));
  });
});

describe('fitRegressionTree', () => {
  test('gives the examples of the question', () => {
    expect(short(fitRegressionTree([[1], [2], [4], [5]], [10, 10, 20, 24], { maxDepth: 1 }))).toEqual([0, 3, 10, 22]);
    expect(fitRegressionTree([[1], [1]], [1e8, 1e8 + 1])).toEqual({ kind: 'leaf', value: 100000000.5 });
  });

  test('grows the tree of scikit-learn 1.9.1', () => {
    // DecisionTreeRegressor(min_samples_leaf=5)
    const tree = short(fitRegressionTree(X40, numbers40, { minSamplesLeaf: 5 }));
    const round = (node: Short): Short =>
      typeof node === 'number' ? Number(node.toFixed(9)) : [node[0], node[1], round(node[2]), round(node[3])];
    const upper = [0, 28.5, [0, 15.5, 36.6, 23.45], -9.083333333];
    const expected = [0, 8.5, 8.722222222, [1, 24.5, upper, [0, 24.5, 19.142857143, 56.5625]]];
    expect(round(tree)).toEqual(expected);
  });

  test('chooses as without it when 1e8 is added to all y', () => {
    const moved = short(
      fitRegressionTree(
        X40,
        numbers40.map((y) => y + 1e8),
        { minSamplesLeaf: 5 },
      ),
    );
    const splits = (node: Short): unknown =>
      typeof node === 'number' ? null : [node[0], node[1], splits(node[2]), splits(node[3])];
    expect(splits(moved)).toEqual(splits(short(fitRegressionTree(X40, numbers40, { minSamplesLeaf: 5 }))));
  });

  test('with y from its mean, squared error falls by sumLeft^2 / nLeft + sumRight^2 / nRight', () => {
    const y = [3, 1, 4, 1, 5, 9, 2, 6];
    const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
    const error = (values: readonly number[]): number =>
      sum(values.map((value) => (value - sum(values) / values.length) ** 2));
    const centred = y.map((value) => value - sum(y) / y.length);
    for (let i = 1; i < y.length; i++) {
      const fall = error(y) - error(y.slice(0, i)) - error(y.slice(i));
      expect(sum(centred.slice(0, i)) ** 2 / i + sum(centred.slice(i)) ** 2 / (y.length - i)).toBeCloseTo(fall, 12);
    }
  });
});

describe('fitBoosted', () => {
  test('gives the example of the question', () => {
    const { initialPrediction, trees } = fitBoosted([[0], [1]], [0, 4], { nTrees: 2, learningRate: 0.5 });
    expect([initialPrediction, trees.map(short)]).toEqual([
      2,
      [
        [0, 0.5, -2, 2],
        [0, 0.5, -1, 1],
      ],
    ]);
  });

  test('predicts what scikit-learn 1.9.1 predicts', () => {
    // GradientBoostingRegressor(n_estimators=20, learning_rate=0.3, max_depth=2)
    const model = fitBoosted(X40, numbers40, { nTrees: 20, learningRate: 0.3, maxDepth: 2 });
    const expected = [104.062227922, 25.145495964, 48.907945946, 23.579284747, 22.230436594, 43.230837212];
    expected.forEach((value, i) => {
      expect(predictBoosted(model, 0.3, X40[i] ?? [])).toBeCloseTo(value, 8);
    });
  });

  test('grows trees for what fitRegressionTree would', () => {
    const { initialPrediction, trees } = fitBoosted(X40, numbers40, { nTrees: 1, learningRate: 1, maxDepth: 4 });
    const residuals = numbers40.map((y) => y - initialPrediction);
    expect(trees).toEqual([fitRegressionTree(X40, residuals, { maxDepth: 4 })]);
  });

  test('with enough trees learns its training rows by heart', () => {
    const model = fitBoosted(X40, numbers40, { nTrees: 400, learningRate: 0.3 });
    X40.forEach((x, i) => {
      expect(predictBoosted(model, 0.3, x)).toBeCloseTo(numbers40[i] ?? Number.NaN, 3);
    });
  });
});
