import fc from 'fast-check';
import type * as reference from '../../reference/k-means/index.ts';
import {
  booleanValue,
  defineLevel,
  finiteNumber,
  independent,
  integerIn,
  type Law,
  listOf,
  objectWith,
  sameTwice,
  unchanged,
} from '../../src/index.ts';
import { limitedClusterings } from './kMeans/inputs.ts';
import { largerLaw } from './kMeans/larger.ts';
import { fineLaw, limitLaws } from './kMeans/limits.ts';
import { lloydLaws } from './kMeans/lloydLaws.ts';
import { malformedLaws } from './kMeans/malformed.ts';
import { precisionLaw } from './kMeans/precision.ts';
import { countLaws } from './kMeansBounded/counts.ts';
import { growth } from './kMeansBounded/growth.ts';
import { ofLevel1, resultLaws } from './kMeansBounded/sameResult.ts';
import { counted, euclidean, mixed, stretched, weighted } from './kMeansBounded/spaces.ts';

type Reference = typeof reference;

const runsOf = ({ runs = 300 }: Law<Reference>, most: number): number => Math.min(runs, most);

const TIES = 'the lowest index wins ties';

const { squaredDistance } = counted(mixed);
const calls = limitedClusterings.map(({ X, initialCentroids, maxIter }): unknown[] => [
  X,
  initialCentroids,
  squaredDistance,
  { maxIter },
]);

/** Calls that bring different functions, on points that may be the same. */
const anyMetric = fc
  .tuple(limitedClusterings, fc.constantFrom(euclidean, weighted, mixed))
  .map(([{ X, initialCentroids, maxIter }, space]): unknown[] => [
    X,
    initialCentroids,
    counted(space).squaredDistance,
    { maxIter },
  ]);

export const kMeansBoundedLevel = defineLevel<Reference>()({
  functions: ['kMeansBounded'],
  title: 'The same result with few calls of an expensive distance',
  returns: {
    kMeansBounded: ([X, initialCentroids]) =>
      objectWith({
        centroids: listOf(listOf(finiteNumber, initialCentroids[0]?.length), initialCentroids.length),
        labels: listOf(integerIn(0, initialCentroids.length - 1), X.length),
        inertia: finiteNumber,
        nIter: integerIn(0, Infinity),
        converged: booleanValue,
      }),
  },
  laws: [
    ...lloydLaws.filter(({ name }) => name !== TIES).map((law) => ofLevel1(law, runsOf(law, 150))),
    ...resultLaws,
    // After what says that the metric is another one. Three times the square makes roots irrational, so that bounds which are
    // exact but for rounding show.
    ...lloydLaws.filter(({ name }) => name === TIES).map((law) => ofLevel1(law, 300, stretched(3))),
    ...limitLaws.map((law) => ofLevel1(law, runsOf(law, 30))),
    // Without the example of level 1, whose hundreds of clusters would cost their square in calls.
    ofLevel1({ ...fineLaw, examples: [] }, 60),
    ...countLaws,
    ofLevel1(precisionLaw, 100),
    // Nor with hundreds of clusters here.
    ofLevel1({ ...largerLaw, examples: largerLaw.examples.slice(0, 1) }, 8),
    ...malformedLaws.map((law) => ofLevel1(law, runsOf(law, 40))),
    unchanged('kMeansBounded', ['X', 'initialCentroids', 'squaredDistance', 'options'], calls),
    sameTwice('kMeansBounded', calls),
    independent('kMeansBounded', anyMetric),
  ],
  growth,
  hints: [
    'First write it as level 1, with squaredDistance passed in, and count its calls. Which of them told you nothing new?',
    'After an update, how much nearer can a centroid be than it was? No nearer than by how far it has moved.',
    'Keep an upper bound on the distance of each row to its own centroid and a lower bound to the others; move the bounds with the centroids. Bounds are distances: take the root of what the metric gives.',
    'A centroid at least twice as far from your own centroid as you are cannot be nearer to you than your own.',
    'A bound rules a centroid out only where it is strictly farther. Widen bounds a little for rounding; measure what is then in doubt, and compare squared distances and indices as in level 1.',
  ],
});
