import type fc from 'fast-check';
import type * as reference from '../../reference/k-nearest-neighbors/index.ts';
import {
  defineLevel,
  finiteNumber,
  independent,
  integerIn,
  listOf,
  sameTwice,
  type TwoCalls,
  unchanged,
} from '../../src/index.ts';
import { growth } from './kNearest/growth.ts';
import { votes } from './kNearest/inputs.ts';
import { malformedLaws } from './kNearest/malformedLaws.ts';
import { neighbourLaws } from './kNearest/neighbourLaws.ts';
import { voteLaws } from './kNearest/voteLaws.ts';

const searchCalls: fc.Arbitrary<unknown[]> = votes.map(({ X, query, k }) => [X, query, k]);
const voteCalls: fc.Arbitrary<unknown[]> = votes.map(({ X, y, query, k }) => [X, y, query, k]);

/** Two tables that are asked the same. */
const otherRows: TwoCalls = [
  [[[0], [1]], [0], 1],
  [[[1], [0]], [0], 1],
];

/** Level 1: exhaustive search, and a majority vote. */
export const kNearestLevel = defineLevel<typeof reference>()({
  functions: ['kNearest', 'knnClassify'],
  title: 'Find the k nearest rows, and classify by their majority',
  returns: {
    kNearest: ([X, , k]) => listOf(integerIn(0, X.length - 1), k),
    knnClassify: () => finiteNumber,
  },
  laws: [
    ...neighbourLaws,
    ...voteLaws,
    ...malformedLaws,
    unchanged<typeof reference>('kNearest', ['X', 'query', 'k'], searchCalls),
    unchanged<typeof reference>('knnClassify', ['X', 'y', 'query', 'k'], voteCalls),
    sameTwice<typeof reference>('kNearest', searchCalls),
    sameTwice<typeof reference>('knnClassify', voteCalls),
    independent<typeof reference>('kNearest', searchCalls, [otherRows]),
    independent<typeof reference>('knnClassify', voteCalls),
  ],
  growth,
  hints: [
    'Start with the distance between two points. Does the order of the rows change if you leave out the square root?',
    'An answer needs to know which row a distance belongs to. Keep the two together from the start.',
    'What decides between two rows at the same distance, and between two labels with equally many votes? Say it in words, then put it where things are compared.',
    'How many rows must you remember while you walk over the table once? When a new row arrives, with which of them is it enough to compare it?',
    'Sorting all rows once is good enough here. To do better, keep the k best so far so that the worst of them is at hand.',
    'Count the votes in something that takes any number as a key and gives it back as a number.',
  ],
});
