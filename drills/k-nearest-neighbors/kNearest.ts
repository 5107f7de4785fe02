import type * as reference from '../../reference/k-nearest-neighbors/index.ts';
import { defineLevel, finiteNumber, integerIn, listOf } from '../../src/index.ts';
import { growth } from './kNearest/growth.ts';
import { laws } from './kNearest/laws.ts';

/** Level 1: exhaustive search, and a majority vote. */
export const kNearestLevel = defineLevel<typeof reference>()({
  functions: ['kNearest', 'knnClassify'],
  title: 'Find the k nearest rows, and classify by their majority',
  returns: {
    kNearest: ([X, , k]) => listOf(integerIn(0, X.length - 1), k),
    knnClassify: () => finiteNumber,
  },
  laws,
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
