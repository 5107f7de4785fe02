import fc from 'fast-check';
import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import { broken, deepFrozen, firstBroken, type Law, lawsOf, writtenAs } from '../../../src/index.ts';
import {
  LARGE_FUEL,
  MANY_TIED,
  NEAR_CLASSES,
  namedSets,
  TIED_FEATURES,
  type TrainingSet,
  tiedSets,
  trainingSets,
} from '../bestSplit/inputs.ts';
import { gini } from './gini.ts';
import { alternating } from './inputs.ts';
import {
  isBest,
  isFirst,
  isLeafWhereItMust,
  judgeNodes,
  judgePredictions,
  predictsItsRows,
  visits,
} from './judgeTree.ts';
import { callLaws, type Fitter, fitBy, treeLaws } from './treeLaws.ts';

type Solution = typeof reference;
const law = lawsOf<Solution>();

const NO_LIMITS = { maxDepth: Infinity, minSamplesLeaf: 1 };

const DEEP = 150;

/** As frozen data that is read once, and with a short name each. */
export const deepSet: TrainingSet = (() => {
  const { X, y } = alternating(DEEP);
  return {
    X: writtenAs(deepFrozen(X), `Array.from({ length: ${DEEP} }, (_, i) => [i])`),
    y: writtenAs(deepFrozen(y), `Array.from({ length: ${DEEP} }, (_, i) => i % 2)`),
  };
})();

/** Gains nothing at the root. */
const XOR: TrainingSet = {
  X: [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ],
  y: [0, 1, 1, 0],
};

/** More classes than a byte counts, four to a value, so that a tree is no deeper than it has values. */
const MANY_CLASSES: TrainingSet = {
  X: Array.from({ length: 300 }, (_, i) => [Math.floor(i / 4)]),
  y: Array.from({ length: 300 }, (_, i) => i),
};

/** Rows that are equal, taken with the class of the first of them. */
const withoutContradictions = ({ X, y }: TrainingSet): TrainingSet => ({
  X,
  y: y.map((_, i) => y[X.findIndex((x) => x.every((value, j) => value === X[i][j]))]),
});

/** The laws of a function that fits trees to classes. */
export const classLaws = (name: Fitter): readonly Law<Solution>[] => [
  ...treeLaws(name, () => gini, {
    best: 'each split is the candidate that decreases the impurity of its node most',
    value: 'a leaf predicts its most frequent class, the smallest on ties',
  }),
  law(
    'the lowest featureIndex wins ties, then the lowest threshold',
    tiedSets,
    (solution, set) => judgeNodes(fitBy(solution, name, set), set, gini, NO_LIMITS, isFirst),
    {
      stage: 'special',
      examples: [
        {
          X: [
            [0, 0],
            [1, 1],
          ],
          y: [0, 1],
        },
        TIED_FEATURES,
        MANY_TIED,
      ],
    },
  ),
  law(
    'a split of decrease 0 is taken where a node is not pure',
    tiedSets.map(
      (set): TrainingSet => ({ X: [...set.X, ...set.X], y: [...set.y, ...set.y.map((label) => 1 - label)] }),
    ),
    (solution, set) => judgeNodes(fitBy(solution, name, set), set, gini, NO_LIMITS, isLeafWhereItMust),
    { stage: 'special', examples: [XOR], runs: 60 },
  ),
  law(
    'without limits every row is predicted right, unless an equal row has another class',
    trainingSets.map(withoutContradictions),
    (solution, set) => {
      const tree = fitBy(solution, name, set);
      return firstBroken(visits(tree, set), ({ at, node, rows }) => {
        const wrong = node.kind === 'leaf' ? rows.y.find((label) => label !== node.value) : undefined;
        return wrong === undefined
          ? undefined
          : broken(at, 'a leaf that is wrong about a row', `the class ${wrong} for it`);
      });
    },
    { stage: 'special', examples: [XOR], runs: 100 },
  ),
  law(
    'a tree may be nearly as deep as it has rows',
    fc.constant(deepSet),
    (solution, set) => judgePredictions(fitBy(solution, name, set), set),
    { stage: 'larger', runs: 1, fuel: LARGE_FUEL, isLarge: true },
  ),
  law(
    'classes are any finite numbers',
    namedSets,
    (solution, set) =>
      judgeNodes(fitBy(solution, name, set), set, gini, NO_LIMITS, isLeafWhereItMust, isBest, predictsItsRows),
    { stage: 'special', runs: 100, examples: [MANY_CLASSES, ...NEAR_CLASSES], fuel: LARGE_FUEL },
  ),
  ...callLaws(name),
];
