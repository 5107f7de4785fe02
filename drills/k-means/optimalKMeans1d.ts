import fc from 'fast-check';
import type * as reference from '../../reference/k-means/index.ts';
import {
  defineLevel,
  finiteNumber,
  independent,
  integerIn,
  type Judgement,
  lawsOf,
  listOf,
  objectWith,
  sameTwice,
  type TwoCalls,
  unchanged,
  writtenAs,
} from '../../src/index.ts';
import { growth } from './optimalKMeans1d/growth.ts';
import { type Call1d, calls1d, manyCalls1d, scaledCalls1d } from './optimalKMeans1d/inputs.ts';
import { areAscending, areMeans, areNotEmpty, isLeast, isSumOfSquares, leastOfMany } from './optimalKMeans1d/judge.ts';
import { malformedLaws } from './optimalKMeans1d/malformed.ts';

type Reference = typeof reference;
const law = lawsOf<Reference>();

const calls = calls1d.map(({ values, nClusters }): unknown[] => [values, nClusters]);

const answerTo = (solution: Reference, { values, nClusters }: Call1d) => solution.optimalKMeans1d(values, nClusters);

/** So many that a label does not fit into a byte: each value is its own cluster. */
const manyValues = writtenAs(
  Array.from({ length: 260 }, (_, i) => (i * 3) % 260),
  'Array.from({ length: 260 }, (_, i) => (i * 3) % 260)',
);

/** Of 260 groups the first 40 are pairs, and each group is a cluster. */
const manyPairs: Call1d = {
  values: writtenAs(
    Array.from({ length: 300 }, (_, i) => 10 * (((i * 7) % 300) % 260) + Number((i * 7) % 300 >= 260)),
    'Array.from({ length: 300 }, (_, i) => 10 * (((i * 7) % 300) % 260) + Number((i * 7) % 300 >= 260))',
  ),
  nClusters: 260,
};
const INERTIA_OF_PAIRS = 40 * 0.5;

/** Enough for trying every start for every end: its growth is judged elsewhere. */
const SLOW_FUEL = 100_000_000;

/** Lloyd's algorithm from evenly spread values, and cuts at the widest gaps, end elsewhere. */
const traps: readonly Call1d[] = [
  { values: [0, 1, 2, 9, 10, 20], nClusters: 3 },
  { values: [0, 4, 5, 6, 9], nClusters: 2 },
  { values: [50, 0, 1, 3, 4, 48], nClusters: 2 },
];

/** Best by a ten-millionth only, whichever is tried first; far apart, so that costs are beyond the largest exact integer; close together. */
const scales: readonly Call1d[] = [
  { values: [0, 1, 2.0000001], nClusters: 2 },
  { values: [0, 1.0000001, 2.0000001], nClusters: 2 },
  { values: [-1e8, -1e8, 0, 0, 1e8, 1e8], nClusters: 2 },
  { values: [1e-6, 1.003e-6, 1.004e-6, 1.005e-6, 1.009e-6], nClusters: 2 },
  { values: [1e-6, 1.004e-6, 1.005e-6, 1.006e-6, 1.009e-6], nClusters: 2 },
];

/** Sums in single precision lose what is between the values far from the first. */
const farFromFirst: Call1d = {
  values: writtenAs(
    Array.from({ length: 120 }, (_, i) => (i === 0 ? 0 : 1_000_000 + ((i * 37) % 101))),
    'Array.from({ length: 120 }, (_, i) => (i === 0 ? 0 : 1_000_000 + ((i * 37) % 101)))',
  ),
  nClusters: 4,
};

/** Two calls that read alike when their numbers are written without anything between them. */
const alikeInDigits: TwoCalls = [
  [[11, 2, 3], 2],
  [[1, 12, 3], 2],
];

export const optimalKMeans1dLevel = defineLevel<Reference>()({
  functions: ['optimalKMeans1d'],
  title: 'The global optimum for one feature',
  returns: {
    optimalKMeans1d: ([values, nClusters]) =>
      objectWith({
        labels: listOf(integerIn(0, nClusters - 1), values.length),
        centroids: listOf(finiteNumber, nClusters),
        inertia: finiteNumber,
      }),
  },
  laws: [
    law('no cluster is empty', calls1d, (solution, call) => areNotEmpty(call, answerTo(solution, call)), { runs: 150 }),
    law(
      'each centroid is the mean of its values',
      calls1d,
      (solution, call) => areMeans(call, answerTo(solution, call)),
      {
        runs: 150,
      },
    ),
    law(
      'clusters are numbered by ascending centroid',
      calls1d,
      (solution, call) => areAscending(call, answerTo(solution, call)),
      { runs: 150 },
    ),
    law(
      'inertia is the sum of squared distances of the values to their centroids',
      calls1d,
      (solution, call) => isSumOfSquares(call, answerTo(solution, call)),
      { runs: 150 },
    ),
    law('no other partition has less inertia', calls1d, (solution, call) => isLeast(call, answerTo(solution, call)), {
      examples: traps,
    }),
    law(
      'no other partition of more than a hundred values has less inertia',
      manyCalls1d,
      (solution, call) => isLeast(call, answerTo(solution, call), leastOfMany),
      { stage: 'larger', examples: [farFromFirst], runs: 12, fuel: SLOW_FUEL, isLarge: true },
    ),
    law(
      'there may be hundreds of clusters, and as many as values',
      fc.constant(manyPairs),
      (solution, call) => {
        const answer = answerTo(solution, call);
        return (
          areNotEmpty(call, answer) ??
          areMeans(call, answer) ??
          isLeast(call, answer, () => (call.nClusters < call.values.length ? INERTIA_OF_PAIRS : 0))
        );
      },
      {
        ...{ stage: 'larger', runs: 2, fuel: SLOW_FUEL, isLarge: true },
        examples: [{ values: manyValues, nClusters: manyValues.length }, manyPairs],
      },
    ),
    law(
      'values may be as small as 1e-6 or near 1e8',
      scaledCalls1d,
      (solution, call): Judgement => {
        const answer = answerTo(solution, call);
        return areMeans(call, answer) ?? isSumOfSquares(call, answer) ?? isLeast(call, answer);
      },
      { stage: 'special', examples: [{ values: [0, 1e-6, 0], nClusters: 2 }, ...scales], runs: 150 },
    ),
    ...malformedLaws,
    unchanged('optimalKMeans1d', ['values', 'nClusters'], calls),
    sameTwice('optimalKMeans1d', calls),
    independent('optimalKMeans1d', calls, [alikeInDigits]),
  ],
  growth,
  hints: [
    'Sort the values. What shape must a cluster of an optimal partition have?',
    'If you knew the best partitions of every beginning of the sorted values into one cluster less, what would be left to choose?',
    'Where does the last cluster begin? Try every start. The inertia of an interval comes from two running sums, of values and of squares, in O(1): take the values from one in the middle, or the sums cancel.',
    'As the end moves right, the best start never moves left. Settle the end in the middle first: which starts remain for the ends on either side?',
    'Remember the best start for each end and each number of clusters, and walk back from the last end.',
  ],
});
