import type * as reference from '../../reference/k-means/index.ts';
import {
  booleanValue,
  defineLevel,
  finiteNumber,
  independent,
  integerIn,
  lawsOf,
  listOf,
  objectWith,
  sameTwice,
  unchanged,
} from '../../src/index.ts';
import { changeLaws } from './kMeans/changes.ts';
import { growth } from './kMeans/growth.ts';
import { limitedClusterings } from './kMeans/inputs.ts';
import { largerLaw } from './kMeans/larger.ts';
import { fineLaw, limitLaws } from './kMeans/limits.ts';
import { lloydLaws } from './kMeans/lloydLaws.ts';
import { malformedLaws } from './kMeans/malformed.ts';
import { precisionLaw } from './kMeans/precision.ts';

type Reference = typeof reference;
const _law = lawsOf<Reference>();

const calls = limitedClusterings.map(({ X, initialCentroids, maxIter }): unknown[] => [
  X,
  initialCentroids,
  { maxIter },
]);

export const kMeansLevel = defineLevel<Reference>()({
  functions: ['kMeans'],
  title: "Lloyd's algorithm from given centroids",
  returns: {
    kMeans: ([X, initialCentroids]) =>
      objectWith({
        centroids: listOf(listOf(finiteNumber, initialCentroids[0]?.length), initialCentroids.length),
        labels: listOf(integerIn(0, initialCentroids.length - 1), X.length),
        inertia: finiteNumber,
        nIter: integerIn(0, Infinity),
        converged: booleanValue,
      }),
  },
  laws: [
    ...lloydLaws,
    ...limitLaws,
    fineLaw,
    ...changeLaws,
    precisionLaw,
    largerLaw,
    ...malformedLaws,
    unchanged('kMeans', ['X', 'initialCentroids', 'options'], calls),
    sameTwice('kMeans', calls),
    independent('kMeans', calls),
  ],
  growth,
  hints: [
    'Which two things are repeated? Write a function for each, and one for the distance, before you write the loop.',
    'Assign once before the loop. In the loop: update, count it, assign, compare the new labels with the old ones.',
    'Compare with "less than", not "less than or equal": then a later centroid at the same distance does not win.',
    'For the means, one pass over the rows is enough: a sum and a count for each cluster. Where the count is 0, leave the centroid.',
  ],
});
