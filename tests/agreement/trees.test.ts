import { describe, expect, test } from 'vitest';
import {
  flatten,
  predict,
  predictBatch,
  predictForest,
  predictWithMissing,
  type TreeWithMissing,
} from '../../reference/decision-tree-inference/index.ts';
import {
  fitBoosted,
  fitRegressionTree,
  fitTree,
  fitTreePresorted,
  type TreeNode,
} from '../../reference/decision-tree-learning/index.ts';
import { type DataName, readData } from '../data.ts';
import { type ExportedTree, labelsOf, readExpected, treeOf } from './expected.ts';

interface Grown extends ExportedTree {
  /** How many trees come of 100 orders of the features: one where no tie decides. */
  readonly nTrees: number;
}

type Regression = Omit<ExportedTree, 'values'> & { readonly values: readonly number[]; readonly options: Options };
type Options = { readonly maxDepth?: number; readonly minSamplesLeaf?: number };
type Side = 'left' | 'right';

interface NodeWithMissing {
  readonly value?: number;
  readonly featureIndex: number;
  readonly left: number;
  readonly right: number;
  readonly missing: Side;
  readonly categories?: readonly number[];
  readonly threshold?: number;
}

interface Expected {
  readonly whole: Readonly<Record<string, Grown>>;
  readonly limited: Readonly<Record<string, Grown & { readonly options: Options }>>;
  readonly regression: Regression;
  readonly boosted: { readonly initialPrediction: number; readonly predictions: readonly number[] };
  readonly forest: {
    readonly trees: readonly ExportedTree[];
    /** What each tree predicts for each row, and what the forest does. */
    readonly votes: readonly string[];
    readonly predictions: string;
  };
  readonly withMissing: readonly WithMissing[];
}

interface WithMissing {
  /** Which features of the penguins: the island first, and their sex last. */
  readonly columns: readonly number[];
  readonly baseline: readonly number[];
  /** For each round a tree for each class. */
  readonly trees: readonly (readonly (readonly NodeWithMissing[])[])[];
  readonly unseenIsland: number;
  readonly decisions: readonly (readonly number[])[];
}

const expected = readExpected<Expected>('trees');

interface Listed {
  readonly featureIndex: number[];
  readonly threshold: number[];
  readonly value: number[];
}

/** A tree in preorder; a leaf has feature -1. */
function listed(tree: TreeNode): Listed {
  const list: Listed = { featureIndex: [], threshold: [], value: [] };
  const waiting = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    list.featureIndex.push(node.kind === 'split' ? node.featureIndex : -1);
    list.threshold.push(node.kind === 'split' ? node.threshold : 0);
    list.value.push(node.kind === 'leaf' ? node.value : Number.NaN);
    if (node.kind === 'split') waiting.push(node.right, node.left);
  }
  return list;
}

/** scikit-learn's trees see their data in 32 bits. */
const expectThresholds = (ours: readonly number[], theirs: readonly number[]): void =>
  ours.forEach((threshold, i) => {
    expect(Math.abs(threshold - theirs[i])).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(threshold)));
  });

const majority = (counts: readonly number[]): number => counts.indexOf(Math.max(...counts));

describe.each(Object.entries(expected.limited))(
  'a tree of %s',
  (name, { options, featureIndex, threshold, values }) => {
    const { X, y } = readData(name as DataName); // the keys are names of data
    const tree = listed(fitTree(X, y, options));

    test('is that of scikit-learn, where the lowest feature wins ties', () => {
      expect(tree.featureIndex).toEqual(featureIndex);
      expectThresholds(tree.threshold, threshold);
      featureIndex.forEach((feature, i) => {
        if (feature < 0) expect(tree.value[i]).toBe(majority(values[i]));
      });
    });

    test('is the same from presorted columns', () => {
      expect(listed(fitTreePresorted(X, y, options))).toEqual(tree);
    });
  },
);

describe.each(Object.entries(expected.whole))('a whole tree of %s', (name, { featureIndex }) => {
  const { X, y } = readData(name as DataName);
  const tree = fitTree(X, y);

  test('has no impure leaf, as in scikit-learn', () => {
    expect(Array.from(predictBatch(flatten(tree), X))).toEqual(y);
  });

  test('has about as many nodes: below the ties, trees part', () => {
    const ratio = listed(tree).featureIndex.length / featureIndex.length;
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1.25);
  });
});

/** Penguins without missing cells: bill length and depth, flipper length; and body mass to predict. */
function completePenguins(): { X: number[][]; y: number[] } {
  const whole = readData('penguins').X.filter((x) => !x.some(Number.isNaN));
  return { X: whole.map((x) => x.slice(1, 4)), y: whole.map((x) => x[4]) };
}

describe('the mass of penguins', () => {
  const { X, y } = completePenguins();

  test('has the regression tree of scikit-learn', () => {
    const { options, featureIndex, threshold, values } = expected.regression;
    const tree = listed(fitRegressionTree(X, y, options));
    expect(tree.featureIndex).toEqual(featureIndex);
    expectThresholds(tree.threshold, threshold);
    featureIndex.forEach((feature, i) => {
      if (feature < 0) expect(tree.value[i]).toBeCloseTo(values[i], 8);
    });
  });

  test('has the boosted trees of scikit-learn', () => {
    const options = { nTrees: 20, learningRate: 0.1, maxDepth: 3, minSamplesLeaf: 5 };
    const { initialPrediction, trees } = fitBoosted(X, y, options);
    expect(initialPrediction).toBeCloseTo(expected.boosted.initialPrediction, 8);
    X.forEach((x, i) => {
      const sum = trees.reduce((total, tree) => total + 0.1 * predict(tree, x), initialPrediction);
      expect(sum).toBeCloseTo(expected.boosted.predictions[i], 6);
    });
  });
});

describe('a forest of wine', () => {
  const { trees, votes, predictions } = expected.forest;
  const X = readData('wine').X.map((x) => x.map(Math.fround)); // as scikit-learn's trees see them
  const forest = trees.map((tree) => treeOf(tree));

  test('has the votes of scikit-learn, tree by tree', () => {
    forest.forEach((tree, t) => {
      expect(X.map((x) => predict(tree, x))).toEqual(labelsOf(votes[t]));
    });
  });

  test('has its predictions but where the mean of the shares is not the majority of the votes', () => {
    // scikit-learn adds up what share of each class a leaf has, Breiman's forest votes.
    const theirs = labelsOf(predictions);
    const otherwise = X.filter((x, i) => predictForest(forest, x) !== theirs[i]);
    expect(otherwise.length).toBeLessThanOrEqual(2);
  });
});

describe('trees of penguins whose cells are missing', () => {
  test.each(expected.withMissing.map((model) => ({ ...model, features: model.columns.join(', ') })))(
    'decide as the histogram trees of scikit-learn, for missing cells and for islands never seen, by features $features',
    ({ columns, trees, baseline, unseenIsland, decisions }) => {
      const X = readData('penguins').X.map((x) => columns.map((j) => x[j]));
      const unseen = X.slice(0, 20).map(([, ...rest]) => [unseenIsland, ...rest]);
      const rounds = trees.map((round) => round.map((nodes) => treeWithMissing(nodes)));
      [...X, ...unseen].forEach((x, i) => {
        decisions[i].forEach((decision, c) => {
          const sum = rounds.reduce((total, round) => total + predictWithMissing(round[c], x), baseline[c]);
          expect(sum).toBeCloseTo(decision, 9);
        });
      });
    },
  );

  test('send islands never seen to either side', () => {
    const splits = expected.withMissing.flatMap(({ trees }) => trees.flat(2));
    const sides = splits.filter(({ categories }) => categories).map(({ missing }) => missing);
    expect(new Set(sides)).toEqual(new Set(['left', 'right']));
  });
});

/** scikit-learn lists the categories that go left; of those it has seen the others go right. */
function treeWithMissing(nodes: readonly NodeWithMissing[], i = 0): TreeWithMissing {
  const { value, featureIndex, missing, categories, threshold, left, right } = nodes[i];
  if (value !== undefined) return { kind: 'leaf', value };
  const below = { left: treeWithMissing(nodes, left), right: treeWithMissing(nodes, right) };
  if (!categories) return { kind: 'split', featureIndex, missing, threshold: threshold as number, ...below }; // one or the other
  const seen = featureIndex === 0 ? [0, 1, 2] : [0, 1];
  const others = seen.filter((category) => !categories.includes(category));
  return { kind: 'category', featureIndex, missing, categories: { left: categories, right: others }, ...below };
}
