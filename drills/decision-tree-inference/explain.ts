import fc from 'fast-check';
import type * as reference from '../../reference/decision-tree-inference/index.ts';
import {
  defineLevel,
  finiteNumber,
  independent,
  type Judgement,
  lawsOf,
  listOf,
  ON_DEPTH,
  sameTwice,
  type TwoCalls,
  unchanged,
} from '../../src/index.ts';
import { axiomLaws } from './explain/axioms.ts';
import {
  allOf,
  byTurns,
  calls,
  disagreeing,
  type Explanation,
  explanations,
  largerExplanations,
  lastByTurns,
} from './explain/inputs.ts';
import { rangeErrorLaws } from './explain/rangeErrors.ts';
import { judgeValues, shapleyValues } from './explain/shapley.ts';
import { growth } from './explain/workloads.ts';
import { deepChain } from './flatten/largeTrees.ts';
import { rowsAlike } from './predict/alike.ts';
import { extremes } from './predict/edges.ts';
import { leaf, split } from './predict/inputs.ts';
import { wideRow } from './predict/wide.ts';

const law = lawsOf<typeof reference>();
type Solution = typeof reference;

const judgeAnswer = ({ explain }: Solution, input: Explanation): Judgement =>
  judgeValues(explain(input.tree, input.x, input.background), shapleyValues(input), input.tree);

/** So few features that all sets of them are soon gone through. */
const N_FEW = 5;

/** One split; one feature that is asked twice, with another between; and one that is asked the same again where the background row has gone. */
const smallest: readonly Explanation[] = [
  { tree: split(0, 0, leaf(0), leaf(1)), x: [1], background: [[0]] },
  {
    tree: split(0, 0, leaf(0), split(1, 0, leaf(1), split(0, 2, leaf(2), leaf(4)))),
    x: [3, 1],
    background: [[0, 0]],
  },
  {
    tree: split(0, 1, leaf(0), split(1, 0, leaf(4), split(1, 0, leaf(3), leaf(0)))),
    x: [2, -2],
    background: [[1, 1]],
  },
];

/** Rows that have the prediction of x, that come twice, or that are easily taken for one another. */
const rowsToTell: readonly Explanation[] = [
  {
    tree: split(1, 0, leaf(0), split(0, -1, leaf(0), leaf(1))),
    x: [-1, 1],
    background: [[0, 0]],
  },
  { tree: split(0, 0, leaf(0), leaf(1)), x: [1], background: [[0], [1], [0]] },
  ...rowsAlike
    .filter(({ rows: [row] }) => row.length <= N_FEW)
    .map(({ tree, rows: [left, right] }) => ({ tree, x: right, background: [left, right] })),
  ...extremes.map(({ tree, x }) => ({ tree, x, background: [[tree.threshold]] })),
];

/** The same value of a leaf, however small or large. */
const scaled: readonly Explanation[] = [1e-100, 1e100].map((value) => ({
  tree: split(0, 0, leaf(0), split(1, 0, leaf(value), leaf(-value))),
  x: [1, 1],
  background: [[0, 0]],
}));

/** More rows than a byte counts: all different, or the same but for one. */
const manyRows: readonly Explanation[] = [(i: number) => [i], (i: number) => [Math.min(i, 1)]].map((rowOf) => ({
  tree: split(0, 0, leaf(1), split(0, 150, leaf(2), leaf(4))),
  x: [300],
  background: Array.from({ length: 300 }, (_, i) => rowOf(i)),
}));

/** Two of 300 features, both of which it takes. */
const widePairs = fc.constantFrom<[number, number][]>([0, 256], [255, 256], [43, 299], [256, 0]);

function judgeWide({ explain }: Solution, pair: readonly [number, number]): Judgement {
  const tree = split(pair[0], 0.5, leaf(0), split(pair[1], 0.5, leaf(0), leaf(1)));
  const x = wideRow(pair);
  return judgeValues(
    explain(tree, x, [wideRow([])]),
    x.map((value) => value / 2),
    tree,
  );
}

/** One tree with rows that are easily taken for one another, in x or in the background. */
const alike: readonly TwoCalls[] = rowsAlike.flatMap(({ tree, rows: [left, right] }): TwoCalls[] => [
  [
    [tree, left, [left]],
    [tree, right, [left]],
  ],
  [
    [tree, right, [right]],
    [tree, right, [left]],
  ],
  [
    [tree, right, [right, right]],
    [tree, right, [right, left]],
  ],
]);

/** The earlier call is refused below a split on feature 0. */
const refused: TwoCalls = [
  [split(0, 0, leaf(0), split(1, 0, leaf(1), leaf(2))), [1, Number.NaN], [[0, 0]]],
  [split(0, 0, leaf(0), leaf(1)), [1, 0], [[0, 0]]],
];

/** Judges what needs all features together: they share it equally; and what half of them undo, where next to nothing is left to share. */
function judgeShared({ explain }: Solution, nFeatures: number): Judgement {
  const { tree, x, background } = allOf(nFeatures, 1);
  const expected = x.map(() => 1 / nFeatures);
  const half = lastByTurns(nFeatures);
  return (
    judgeValues(explain(tree, x, background), expected, tree) ??
    judgeValues(
      explain(half.tree, x, background),
      x.map(() => 0),
      half.tree,
    )
  );
}

/** As many features as can be judged by all their sets, and weights that are small for half of them. */
const N_BY_TURNS = 14;

/** So many features that factorials overflow. */
const N_MANY = 180;

export const explainLevel = defineLevel<typeof reference>()({
  functions: ['explain'],
  title: 'Say what each feature adds to a prediction, exactly',
  returns: { explain: ([, x]) => listOf(finiteNumber, x.length) },
  laws: [
    law(
      'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
      explanations,
      judgeAnswer,
      { examples: [...smallest, disagreeing(3), ...rowsToTell, ...scaled] },
    ),
    law(
      `a leaf may need some features to join and others not to, ${N_BY_TURNS} of them by turns`,
      fc.constant(byTurns(N_BY_TURNS, (j) => (j === N_BY_TURNS ? 100 : j - 3))),
      judgeAnswer,
      { stage: 'larger', runs: 1, isLarge: true },
    ),
    law('dozens of nodes and background rows are no other than a few', largerExplanations, judgeAnswer, {
      stage: 'larger',
      runs: 10,
      fuel: 40_000_000,
      examples: manyRows,
    }),
    law('rows may have 300 features, and a split may read any of them', widePairs, judgeWide, {
      stage: 'larger',
      runs: 8,
      isLarge: true,
    }),
    ...axiomLaws,
    ...rangeErrorLaws,
    law(
      'a chain 100,000 splits deep does not overflow the call stack',
      fc.constant('a chain'),
      ({ explain }) => {
        const { tree, values } = deepChain();
        const [depth] = values;
        // Without feature 0 the prediction is 0; with it alone 1; with both the depth.
        return judgeValues(explain(tree, [depth, -depth], [[0, 0]]), [(depth + 1) / 2, (depth - 1) / 2], leaf(depth));
      },
      { stage: 'larger', runs: 1, fuel: 20_000_000, isLarge: true, remark: ON_DEPTH },
    ),
    independent('explain', calls, [...alike, refused]),
    unchanged('explain', ['tree', 'x', 'background'], calls),
    sameTwice('explain', calls),
    law(`rows may have ${N_MANY} features that all matter`, fc.constant(N_MANY), judgeShared, {
      runs: 1,
      fuel: 40_000_000,
      stage: 'larger',
      isLarge: true,
    }),
  ],
  growth,
  hints: [
    'For two features write down all four mixes of x and one background row. Which two orders are there, and what changes when?',
    'One background row at a time. At a split where x and the row go the same way, who cares where the feature comes from? Where they part, follow both, and remember for the rest of the way which feature comes from where.',
    'At a leaf you know a features that must come from x, and b that must come from the row. In how many of the (a + b)! orders does one of the a come last of the a, and before all of the b?',
    'That is (a - 1)! b! / (a + b)! for each of the a, and as much with a and b exchanged, negative, for each of the b. A feature that is met again on the way is decided already: it takes its side, and is not counted twice.',
  ],
});
