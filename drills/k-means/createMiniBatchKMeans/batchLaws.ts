import fc from 'fast-check';
import type * as reference from '../../../reference/k-means/index.ts';
import { deepFrozen, type Law, lawsOf, writtenAs } from '../../../src/index.ts';
import { manyPoints } from '../kMeans/manyPoints.ts';
import { fitted, judgeCentroids, judgeCounts, judgeState, judgeStream, scaleOf } from './judge.ts';
import { followed, longStreams, type Stream, scaledStreams, streams } from './streams.ts';

type Reference = typeof reference;
const law = lawsOf<Reference>();

/** All rows in one batch. */
const firstBatch = streams.map((stream) => {
  const rows = stream.batches.flat();
  return followed({ ...stream, batches: rows.length === 0 ? [] : [rows] });
});

/** So many rows that their number does not fit into a byte, nor that of the second batch, which is the same object. */
const longBatch = writtenAs(
  deepFrozen(Array.from({ length: 300 }, (_, i) => [i % 7])),
  'Array.from({ length: 300 }, (_, i) => [i % 7])',
);
const longStream: Stream = { initialCentroids: [[0], [50]], batches: [longBatch, longBatch, [[9]]] };

/** Three batches of these are more rows than 16 bits count. */
const longestBatch = writtenAs(
  Array.from({ length: 22_000 }, (_, i) => [i % 7]),
  'Array.from({ length: 22_000 }, (_, i) => [i % 7])',
);
const longestStream: Stream = {
  initialCentroids: [[0], [50]],
  batches: [longestBatch, longestBatch, longestBatch, [[9]]],
};

/** A row that lies halfway between two centroids, of which the second has moved there. */
const tied: Stream = { initialCentroids: [[0], [9]], batches: [[[6]], [[3]]] };

/** Enough for whoever goes over all rows and centroids once more for each centroid: how much that costs is judged by growth. */
const LARGE_FUEL = 2_000_000_000;

/** So many clusters that their number does not fit into a byte: each is given a row of its own. */
const manyClusters: Stream = { initialCentroids: manyPoints, batches: [manyPoints] };

/** Rows that read alike when their coordinates are written without anything between them. */
const alikeInDigits = followed({
  initialCentroids: [
    [0, 11],
    [11, 0],
  ],
  batches: [
    [
      [1, 11],
      [11, 1],
    ],
  ],
});

/** Squares beyond the largest integer that is exact; a row nearly halfway between far centroids; squares far below 1e-16. */
const scales: readonly Stream[] = [
  { initialCentroids: [[-1e8], [0]], batches: [[[1e8]]] },
  { initialCentroids: [[0], [1e8]], batches: [[[5e7 + 0.05]]] },
  { initialCentroids: [[1e-6], [1.002e-6]], batches: [[[1e-6], [1.002e-6], [1.008e-6], [1.01e-6]]] },
];

export const batchLaws: readonly Law<Reference>[] = [
  law(
    'before the first batch the centroids are the initial ones, and all counts are 0',
    streams,
    (solution, stream) => {
      const { states } = followed(stream);
      return judgeState(solution.createMiniBatchKMeans(stream.initialCentroids), states[0], scaleOf(stream));
    },
    { runs: 40 },
  ),
  law(
    'all rows of a batch are assigned with the centroids at its start, and the lowest index wins ties',
    firstBatch,
    (solution, stream) => {
      const { states } = stream;
      return states.length < 2 ? undefined : judgeCounts(fitted(solution, stream).counts(), states[1]);
    },
    { examples: [alikeInDigits], runs: 200 },
  ),
  law(
    'after the first batch a centroid is the mean of the rows it was given, or where it was if there are none',
    firstBatch,
    (solution, stream) => {
      const { states } = stream;
      return states.length < 2
        ? undefined
        : judgeCentroids(fitted(solution, stream).centroids(), states[1], scaleOf(stream));
    },
    { runs: 200 },
  ),
  law(
    'counts go on from batch to batch, and a centroid is the mean of all rows it was ever given',
    streams,
    judgeStream,
    { examples: [tied, longStream] },
  ),
  law('dozens of clusters, features and batches are no other than a few', longStreams, judgeStream, {
    stage: 'larger',
    examples: [manyClusters],
    runs: 15,
    fuel: LARGE_FUEL,
  }),
  law('counts have no limit', fc.constant(longestStream), judgeStream, { stage: 'larger', runs: 1, isLarge: true }),
  law(
    'an empty batch changes nothing',
    fc.tuple(streams, fc.nat(4)),
    (solution, [stream, at]) => {
      const { states, batches, initialCentroids } = followed(stream);
      const withEmpty = { initialCentroids, batches: [...batches.slice(0, at), [], ...batches.slice(at)] };
      return judgeState(fitted(solution, withEmpty), states[states.length - 1], scaleOf(stream));
    },
    { stage: 'special', runs: 60 },
  ),
  law(
    'coordinates may be as small as 1e-6 or near 1e8, and centroids are held to 1e-9 of the largest',
    scaledStreams,
    judgeStream,
    { stage: 'special', examples: scales, runs: 150 },
  ),
];
