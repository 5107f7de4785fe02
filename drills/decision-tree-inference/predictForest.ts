import fc from 'fast-check';
import * as reference from '../../reference/decision-tree-inference/index.ts';
import {
  broken,
  createRandom,
  deepFrozen,
  defineLevel,
  finiteNumber,
  independent,
  type Judgement,
  lawsOf,
  ON_DEPTH,
  sameTwice,
  shuffled,
  type TwoCalls,
  throwsRangeError,
  unchanged,
  writtenAs,
} from '../../src/index.ts';
import { deepChain } from './flatten/largeTrees.ts';
import { rowsAlike, treesAlike } from './predict/alike.ts';
import { extremes, VALUES } from './predict/edges.ts';
import { leaf, type Prediction, predictions, split } from './predict/inputs.ts';
import { widePredictions } from './predict/wide.ts';
import { type Forest, forests, largerForests, ROW, shapes, voting, winnerOf } from './predictForest/inputs.ts';
import { walkLaws } from './predictForest/walkLaws.ts';
import { growth } from './predictForest/workloads.ts';

const law = lawsOf<typeof reference>();
type Solution = typeof reference;

/** Judges the answer by all votes, needed or not. */
function judgeAnswer({ predictForest }: Solution, { trees, x }: Forest): Judgement {
  const actual = predictForest(trees, x);
  const expected = winnerOf(trees.map((tree) => reference.predict(tree, x)));
  return actual === expected ? undefined : broken('the answer', actual, expected);
}

const plainForest = (...labels: number[]): Forest => ({ trees: voting(labels), x: ROW });

/** As many votes for each of two or three labels, in any order. */
const ties = fc
  .record({
    labels: fc.uniqueArray(fc.constantFrom(0, 1, 2, -1, 9, 10, 0.5), { minLength: 2, maxLength: 3 }),
    times: fc.integer({ min: 1, max: 3 }),
    order: fc.nat({ max: 99 }),
    shapesInTurn: shapes,
  })
  .map(({ labels, times, order, shapesInTurn }): Forest => {
    const all = Array.from({ length: times }, () => labels).flat();
    return { trees: voting(shuffled(all, createRandom(order)), shapesInTurn), x: ROW };
  });

/** Trees of some size, one below the other of a small forest, and a row for all of them. */
const grownForests = fc
  .array(predictions, { minLength: 1, maxLength: 5 })
  .map((grown): Forest => ({ trees: grown.map(({ tree }) => tree), x: longest(grown) }));

const longest = (grown: readonly Prediction[]): readonly number[] =>
  grown.map(({ x }) => x).reduce((a, b) => (b.length > a.length ? b : a));

/** A forest of frozen trees, some of which it holds more than once. */
const repeated = fc
  .record({
    labels: fc.tuple(fc.constantFrom(0, 1, 2), fc.constantFrom(3, -1)),
    places: fc.array(fc.nat({ max: 1 }), { minLength: 2, maxLength: 7 }),
    shapesInTurn: shapes,
  })
  .map(({ labels, places, shapesInTurn }): Forest => {
    const trees = deepFrozen(voting(labels, shapesInTurn));
    return { trees: places.map((i) => trees[i]), x: ROW };
  });

/** The label 2 has 256 votes, and 1 has 255. */
const crowded: Forest = {
  trees: writtenAs(
    voting(Array.from({ length: 511 }, (_, i) => 2 - (i % 2))),
    "Array.from({ length: 511 }, (_, i) => ({ kind: 'leaf', value: 2 - (i % 2) }))",
  ),
  x: ROW,
};

/** The label 2 has 128 votes, and 1 has 127. */
const signed: Forest = {
  trees: writtenAs(
    voting(Array.from({ length: 255 }, (_, i) => 2 - (i % 2))),
    "Array.from({ length: 255 }, (_, i) => ({ kind: 'leaf', value: 2 - (i % 2) }))",
  ),
  x: ROW,
};

/** As many labels as trees, the smallest first. */
const manyLabels: Forest = {
  trees: writtenAs(
    voting(Array.from({ length: 300 }, (_, i) => i)),
    "Array.from({ length: 300 }, (_, i) => ({ kind: 'leaf', value: i }))",
  ),
  x: ROW,
};

/** Two labels that are nearly the same number, and a larger one that has as many votes as both. */
const nearLabels: readonly Forest[] = [
  [0.3, 0.1 + 0.2],
  [0, 5e-324],
  [1, 65_537],
  [1, 2 ** 32 + 1],
  [1e300, 2e300],
].map(([a, b]) => plainForest(a, b, 3e300, 3e300));

const ofOne = ({ tree, x }: Prediction): Forest => ({ trees: [tree], x });

/** One tree with rows, and one row with trees, that are easily taken for one another. */
const alike: readonly TwoCalls[] = [
  ...rowsAlike.map(({ tree, rows: [left, right] }): TwoCalls => {
    const trees = deepFrozen([tree]);
    return [
      [trees, left],
      [trees, right],
    ];
  }),
  ...treesAlike.map(
    ({ x, trees: [first, second] }): TwoCalls => [
      [[first], x],
      [[second], x],
    ],
  ),
];

/** A tree, and a row that is right of its threshold by next to nothing. */
const narrow = (threshold: number, v: number): Forest => ({ trees: [split(0, threshold, leaf(1), leaf(2))], x: [v] });

const calls = forests.map(({ trees, x }) => [trees, x]);

export const predictForestLevel = defineLevel<typeof reference>()({
  functions: ['predictForest'],
  title: 'Let a forest vote, and stop when the answer is settled',
  returns: { predictForest: () => finiteNumber },
  laws: [
    law('the answer is the label that most trees vote for', forests, judgeAnswer, {
      examples: [plainForest(1, 1, 0), plainForest(2, 0, 1, 1, 2, 2), crowded, signed],
    }),
    law('dozens of trees, nodes and features are no other than a few', largerForests, judgeAnswer, {
      stage: 'larger',
      runs: 25,
      examples: [manyLabels, ...widePredictions.map(ofOne)],
    }),
    law('the smallest label wins a tied vote', ties, judgeAnswer, {
      stage: 'special',
      runs: 150,
      examples: [plainForest(1, 0)],
    }),
    law('each tree votes for the value of the leaf that the row reaches in it', grownForests, judgeAnswer, {
      stage: 'special',
      runs: 150,
      examples: [narrow(0, 1e-10), narrow(0.3, 0.1 + 0.2), ...extremes.map(ofOne)],
    }),
    law(
      'a forest of one tree answers as the tree',
      fc.constantFrom(...VALUES),
      (solution, value) => judgeAnswer(solution, plainForest(value)),
      { stage: 'special', runs: 40 },
    ),
    law(
      'labels are any finite numbers, and 0 and -0 are one',
      fc.array(fc.constantFrom(...VALUES, -0), { minLength: 1, maxLength: 6 }).map((labels) => plainForest(...labels)),
      judgeAnswer,
      {
        stage: 'special',
        runs: 150,
        examples: [plainForest(1, 1, 0, -0, 0), plainForest(0.3, 0.1 + 0.2, 0.3, 0.1 + 0.2, 0.1 + 0.2), ...nearLabels],
      },
    ),
    law('a tree that the forest holds twice votes twice', repeated, judgeAnswer, { stage: 'special', runs: 100 }),
    law(
      'the order of the trees does not change the answer',
      fc.record({ forest: forests, order: fc.nat({ max: 99 }) }),
      ({ predictForest }, { forest: { trees, x }, order }) => {
        const [first, second] = [predictForest(trees, x), predictForest(shuffled(trees, createRandom(order)), x)];
        return first === second ? undefined : broken('the second answer', second, first);
      },
      { stage: 'combined', runs: 100 },
    ),
    ...walkLaws,
    law(
      'an empty forest is a RangeError',
      fc.constantFrom([0], [1, 2], [Number.NaN]),
      ({ predictForest }, x) => throwsRangeError(() => predictForest([], x), 'an empty forest'),
      { stage: 'faults', runs: 10 },
    ),
    law(
      'a chain 100,000 splits deep does not overflow the call stack',
      fc.constant('a chain'),
      ({ predictForest }) => {
        const { tree, X, values } = deepChain();
        const actual = predictForest([leaf(-1), tree, leaf(values[0])], X[0]);
        return actual === values[0] ? undefined : broken('the answer', actual, values[0]);
      },
      { stage: 'larger', runs: 1, fuel: 5_000_000, isLarge: true, remark: ON_DEPTH },
    ),
    independent(
      'predictForest',
      fc.tuple(forests, fc.constantFrom([0, 0], [1, 1])).map(([{ trees }, x]) => [trees, x]),
      alike,
    ),
    unchanged('predictForest', ['trees', 'x'], calls),
    sameTwice('predictForest', calls),
  ],
  growth,
  hints: [
    'First without stopping: what do you keep per label, and how do you find the winner with ties once at the end?',
    'After some votes, suppose all trees that are left agree against you. Which label could they lift to the top, and to how many votes?',
    'Two cases are easily missed: an overtaker that only draws level, which wins if it is the smaller label; and a label that nobody has voted for yet.',
    'Of all labels only the best other one can overtake first. The first two can be kept up to date at each vote, without looking at the others.',
  ],
});
