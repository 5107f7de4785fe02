import { describe, expect, test } from 'vitest';
import { allOf, disagreeing, lastByTurns } from '../../drills/decision-tree-inference/explain/inputs.ts';
import { shapleyValues } from '../../drills/decision-tree-inference/explain/shapley.ts';
import { nNeeded, winnerOf } from '../../drills/decision-tree-inference/predictForest/inputs.ts';
import {
  explain,
  flatten,
  predict,
  predictBatch,
  predictForest,
  predictWithMissing,
  type TreeNode,
  type TreeWithMissing,
} from '../../reference/decision-tree-inference/index.ts';
import { createRandom, randomInteger, toCode } from '../../src/index.ts';

const leaf = (value: number): TreeNode => ({ kind: 'leaf', value });

const split = (featureIndex: number, threshold: number, left: TreeNode, right: TreeNode): TreeNode => ({
  kind: 'split',
  featureIndex,
  threshold,
  left,
  right,
});

/** The tree of the question: level 1 and 2. */
const example = split(0, 0, leaf(7), split(1, 2.5, leaf(0), leaf(-1)));

/** A tree of `nSplits` splits at random places; every leaf has a value of its own. */
function randomTree(nSplits: number, nFeatures: number, random: () => number): TreeNode {
  if (nSplits === 0) return leaf(randomInteger(random, -999, 999));
  const nLeft = randomInteger(random, 0, nSplits - 1);
  const threshold = randomInteger(random, -3, 3);
  const [left, right] = [nLeft, nSplits - 1 - nLeft].map((n) => randomTree(n, nFeatures, random));
  return split(randomInteger(random, 0, nFeatures - 1), threshold, left ?? leaf(0), right ?? leaf(0));
}

const randomRow = (nFeatures: number, random: () => number): number[] =>
  Array.from({ length: nFeatures }, () => randomInteger(random, -4, 4));

describe('a flat tree', () => {
  test('answers the worked example', () => {
    const rows = [
      [0, 9],
      [1, 3],
      [1, 2.5],
    ];
    expect([...predictBatch(flatten(example), rows)]).toEqual([7, -1, 0]);
    expect([...predictBatch(flatten(example), [])]).toEqual([]);
    expect(() =>
      predictBatch(flatten(example), [
        [0, 9],
        [1, Number.NaN],
      ]),
    ).toThrow(RangeError);
  });

  test('lists the nodes level by level, the children of a split side by side', () => {
    const { featureIndex, threshold, leftChild } = flatten(example);
    expect([...featureIndex]).toEqual([0, -1, 1, -1, -1]);
    expect([...threshold]).toEqual([0, 7, 2.5, 0, -1]);
    expect([...leftChild]).toEqual([1, 0, 3, 0, 0]);
  });

  test('answers as its tree does, at 500 random trees', () => {
    const random = createRandom('flat trees');
    for (let i = 0; i < 500; i++) {
      const tree = randomTree(randomInteger(random, 0, 20), 3, random);
      const X = Array.from({ length: 8 }, () => randomRow(3, random));
      expect([...predictBatch(flatten(tree), X)]).toEqual(X.map((x) => predict(tree, x)));
    }
  });

  test('tells in words what it cannot read', () => {
    expect(() => predictBatch(flatten(example), [[1]])).toThrow('featureIndex = 1 must be below nFeatures = 1');
    expect(() => predictBatch(flatten(example), [[Number.NaN, 1]])).toThrow('x[0] = NaN must be a number');
  });
});

describe('a walk with missing values', () => {
  const size: TreeWithMissing = {
    kind: 'split',
    featureIndex: 0,
    threshold: 2,
    missing: 'right',
    left: { kind: 'leaf', value: 1 },
    right: { kind: 'leaf', value: 2 },
  };
  const tree: TreeWithMissing = {
    kind: 'category',
    featureIndex: 1,
    categories: { left: [7, 3], right: [0] },
    missing: 'left',
    left: size,
    right: { kind: 'leaf', value: 3 },
  };

  test.each([
    ['the worked example: a listed category, then a number on the threshold', [2, 3], 1],
    ['the worked example: an unseen category, then NaN', [Number.NaN, 9], 2],
    ['the worked example: NaN that nobody reads', [Number.NaN, 0], 3],
    ['a missing category', [3, Number.NaN], 2],
    ['the category -0, which is 0', [0, -0], 3],
  ])('%s', (_, x, value) => {
    expect(predictWithMissing(tree, x)).toBe(value);
  });

  test('goes as level 1 does where nothing is missing, at 300 random trees', () => {
    const withSides = (node: TreeNode): TreeWithMissing =>
      node.kind === 'leaf'
        ? node
        : { ...node, missing: 'left', left: withSides(node.left), right: withSides(node.right) };
    const random = createRandom('nothing missing');
    for (let i = 0; i < 300; i++) {
      const plain = randomTree(randomInteger(random, 0, 12), 3, random);
      const x = randomRow(3, random);
      expect(predictWithMissing(withSides(plain), x)).toBe(predict(plain, x));
    }
  });

  test('takes a row that is too short for an error, and not for one with a hole', () => {
    expect(() => predictWithMissing(tree, [1])).toThrow('featureIndex = 1 must be below nFeatures = 1');
  });
});

describe('a forest', () => {
  const bad = split(9, 0, leaf(0), leaf(0));

  test.each([
    ['of two votes each: the smaller label', [1, 2, 2, 1].map(leaf), 1],
    ['that two of three settle', [leaf(1), leaf(1), bad], 1],
    ['where a larger label could draw level', [leaf(1), leaf(1), leaf(2), bad], 1],
  ])('answers the worked example %s', (_, trees, label) => {
    expect(predictForest(trees, [0])).toBe(label);
  });

  test.each([
    ['a smaller label could draw level', [leaf(2), leaf(2), leaf(1), bad]],
    ['a label that nobody has voted for could', [leaf(0), bad]],
  ])('goes on in the worked example where %s', (_, trees) => {
    expect(() => predictForest(trees, [0])).toThrow('featureIndex = 9');
  });

  test('stops where every way the rest could vote gives the same answer, for all votes of up to 6 trees', () => {
    /** All lists of `n` votes, for a label smaller than all, two in the middle, and one larger. */
    const allVotes = (n: number): number[][] =>
      n === 0 ? [[]] : allVotes(n - 1).flatMap((votes) => [-1, 0, 1, 2].map((label) => [...votes, label]));
    const completions = Array.from({ length: 6 }, (_, n) => allVotes(n));
    for (const votes of allVotes(6).filter((labels) => !labels.includes(-1))) {
      const settledAfter = votes.findIndex((_, i) => {
        const seen = votes.slice(0, i + 1);
        const answers = (completions[votes.length - i - 1] ?? []).map((rest) => winnerOf([...seen, ...rest]));
        return new Set(answers).size === 1;
      });
      expect(nNeeded(votes)).toBe(settledAfter + 1);
      const trees = votes.map((label, i) => (i <= settledAfter ? leaf(label) : bad));
      expect(predictForest(trees, [0])).toBe(winnerOf(votes));
      const needed = trees.map((tree, i) => (i === settledAfter ? bad : tree));
      expect(() => predictForest(needed, [0])).toThrow(RangeError);
    }
  });

  test('must have a tree', () => {
    expect(() => predictForest([], [0])).toThrow('nTrees = 0 must be 1 or more');
  });
});

describe('an explanation', () => {
  const tree = split(0, 0, leaf(0), split(1, 0, leaf(1), leaf(4)));

  const closeTo = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 9));

  test('answers the worked examples', () => {
    expect([...explain(tree, [1, 1], [[0, 0]])]).toEqual([2.5, 1.5]);
    const two = [
      [0, 0],
      [1, 0],
    ];
    expect([...explain(tree, [1, 1], two)]).toEqual([1.25, 2.25]);
  });

  test('is the mean over all orders, worked out order by order', () => {
    const random = createRandom('orders');
    const orders = (features: readonly number[]): number[][] =>
      features.length === 0
        ? [[]]
        : features.flatMap((j) => orders(features.filter((other) => other !== j)).map((rest) => [j, ...rest]));
    for (let i = 0; i < 100; i++) {
      const grown = randomTree(randomInteger(random, 0, 12), 4, random);
      const [x, row] = [randomRow(4, random), randomRow(4, random)];
      const sums = [0, 0, 0, 0];
      for (const order of orders([0, 1, 2, 3])) {
        const mix = [...row];
        for (const j of order) {
          const before = predict(grown, mix);
          mix[j] = x[j];
          sums[j] += predict(grown, mix) - before;
        }
      }
      const means = sums.map((sum) => sum / 24);
      expect([...explain(grown, x, [row])]).toEqual(closeTo(means));
      expect(shapleyValues({ tree: grown, x, background: [row] })).toEqual(closeTo(means));
    }
  });

  test('agrees with the sum over all sets on 8 features that all matter, and 5 background rows', () => {
    const random = createRandom('sets');
    const { tree: complete, x } = disagreeing(8);
    const background = Array.from({ length: 5 }, () => x.map(() => randomInteger(random, 0, 1)));
    const expected = shapleyValues({ tree: complete, x, background });
    expect([...explain(complete, x, background)]).toEqual(closeTo(expected));
  });

  test('shares what needs all features equally among them, for up to 1,000 of them', () => {
    for (const nFeatures of [1, 2, 20, 180, 1_000]) {
      const { tree: chain, x, background } = allOf(nFeatures, nFeatures);
      expect([...explain(chain, x, background)]).toEqual(closeTo(x.map(() => 1)));
    }
  });

  test('counts orders by 1 / binomial(a + b, a), carried from node to node: (a - 1)! b! / (a + b)! of a feature from x', () => {
    const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
    for (const [a, b] of [
      [1, 0],
      [1, 1],
      [2, 1],
      [3, 4],
      [5, 2],
    ] as const) {
      // One leaf has a value: it asks for a features from x, and for b from the row.
      let only = leaf(1);
      for (let j = a + b - 1; j >= 0; j--) only = j < a ? split(j, 0.5, leaf(0), only) : split(j, 0.5, only, leaf(0));
      const x = Array.from({ length: a + b }, () => 1);
      const values = explain(only, x, [x.map(() => 0)]);
      const given = (factorial(a - 1) * factorial(b)) / factorial(a + b);
      const taken = b === 0 ? 0 : (factorial(a) * factorial(b - 1)) / factorial(a + b);
      expect([...values]).toEqual(closeTo(x.map((_, j) => (j < a ? given : -taken))));
    }
  });

  test.each([allOf(180, 1), lastByTurns(7)])('is judged on many features that are what their code says', (made) => {
    expect(new Function(`return ${toCode(made)}`)()).toEqual(made); // the text is our own
  });

  test('tells in words what it compares with', () => {
    expect(() => explain(tree, [1, 1], [])).toThrow('nBackground = 0 must be 1 or more');
    expect(() => explain(tree, [1, 1], [[0, 0], [0]])).toThrow(
      'background[1] has 1 features and must have nFeatures = 2',
    );
    expect(() => explain(tree, [1, Number.NaN], [[0, 0]])).toThrow('x[1] = NaN');
  });
});
