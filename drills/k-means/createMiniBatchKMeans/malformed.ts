import fc from 'fast-check';
import type * as reference from '../../../reference/k-means/index.ts';
import { type Judgement, type Law, lawsOf, throwsRangeError } from '../../../src/index.ts';
import { changed, LAST, manyPoints } from '../kMeans/manyPoints.ts';
import { fitted, judgeState, scaleOf } from './judge.ts';
import { followed, type Stream, streams } from './streams.ts';

type Reference = typeof reference;
type Row = readonly number[];
type Matrix = readonly Row[];
const law = lawsOf<Reference>();

const spoiled = (points: Matrix, i: number, j: number, bad: number): Matrix =>
  changed(points, i, (point) => point.map((value, at) => (at === j % point.length ? bad : value)));

const badNumber = fc.constantFrom(Number.NaN, Infinity, -Infinity);

const refusesStart = (solution: Reference, initialCentroids: Matrix, why: string): Judgement =>
  throwsRangeError(() => solution.createMiniBatchKMeans(initialCentroids), why);

const startLaws: readonly Law<Reference>[] = [
  law(
    'no initial centroid is a RangeError',
    fc.constant(0),
    (solution) => refusesStart(solution, [], 'no initial centroid'),
    { stage: 'faults', runs: 1 },
  ),
  law(
    'initial centroids without features are a RangeError',
    streams,
    (solution, { initialCentroids }) =>
      refusesStart(
        solution,
        initialCentroids.map(() => []),
        'centroids without features',
      ),
    { stage: 'faults', runs: 10 },
  ),
  law(
    'an initial centroid of another length than the others is a RangeError',
    fc.tuple(fc.boolean(), streams, fc.nat(2)),
    (solution, [isLonger, { initialCentroids }, k]) => {
      const centroids = initialCentroids.length === 1 ? [...initialCentroids, ...initialCentroids] : initialCentroids;
      const ragged = changed(centroids, k, (centroid) => (isLonger ? [...centroid, 0] : centroid.slice(0, -1)));
      return refusesStart(solution, ragged, 'a centroid of another length');
    },
    { stage: 'faults', runs: 30 },
  ),
  law(
    'a NaN or infinite coordinate of an initial centroid is a RangeError',
    fc.tuple(badNumber, streams, fc.nat(2), fc.nat(1)),
    (solution, [bad, { initialCentroids }, k, j]) =>
      refusesStart(solution, spoiled(initialCentroids, k, j, bad), `the coordinate ${bad}`),
    { stage: 'faults', runs: 30 },
  ),
];

/** A stream with a batch that is refused, and why. */
interface Refused {
  readonly stream: Stream;
  readonly batch: Matrix;
  readonly why: string;
}

/** A batch of good rows, of which the last may be spoiled. */
const withRow = ({ initialCentroids, batches }: Stream): Matrix => [...batches.flat(), initialCentroids[0]];

const raggedBatches: fc.Arbitrary<Refused> = fc
  .tuple(fc.boolean(), streams, fc.nat(16))
  .map(([isLonger, stream, i]) => ({
    stream,
    batch: changed(withRow(stream), i, (x) => (isLonger ? [...x, 0] : x.slice(0, -1))),
    why: 'a row of another length than the centroids',
  }));

const spoiledBatches: fc.Arbitrary<Refused> = fc
  .tuple(badNumber, streams, fc.nat(16), fc.nat(1))
  .map(([bad, stream, i, j]) => ({
    stream,
    batch: spoiled(withRow(stream), i, j, bad),
    why: `the coordinate ${bad}`,
  }));

const refusesBatch = (solution: Reference, { stream, batch, why }: Refused): Judgement => {
  const model = fitted(solution, stream);
  return throwsRangeError(() => model.partialFit(batch), why);
};

/** Two rows, of which the last is spoiled. */
const lastRow = (bad: readonly number[]): Refused => ({
  stream: { initialCentroids: [[0, 0]], batches: [[[2, 2]]] },
  batch: [[4, 4], bad],
  why: 'a spoiled last row',
});

/** The last of so many rows that a check of dozens misses it. */
const lastOfMany = (change: (row: Row) => Row): Refused => ({
  ...lastRow([]),
  batch: changed(manyPoints, LAST, change),
});

/** Rows that have as many coordinates together as if all were as long as the centroids. */
const shortAndLong: Refused = { ...lastRow([]), batch: [[1], [1, 2, 3]] };

/** The row that was not refused is nearest to another centroid than the row of the next batch. */
const beforeOther: Refused = {
  stream: {
    initialCentroids: [
      [0, 0],
      [9, 9],
    ],
    batches: [[[1, 1]]],
  },
  batch: [[8, 8], [1]],
  why: 'a spoiled last row',
};

export const malformedLaws: readonly Law<Reference>[] = [
  ...startLaws,
  law('a row of another length than the centroids is a RangeError', raggedBatches, refusesBatch, {
    stage: 'faults',
    examples: [lastRow([1]), lastRow([1, 1, 1]), lastOfMany(([x]) => [x]), shortAndLong],
    runs: 40,
  }),
  law('a NaN or infinite coordinate in a batch is a RangeError', spoiledBatches, refusesBatch, {
    stage: 'faults',
    examples: [lastRow([1, Number.NaN]), lastRow([1, Infinity]), lastOfMany(([x]) => [x, Number.NaN])],
    runs: 40,
  }),
  law(
    'a batch that is refused changes nothing',
    fc.oneof(raggedBatches, spoiledBatches),
    (solution, refused) => {
      const { states, ...stream } = followed(refused.stream);
      const before = stream.batches.slice(0, -1);
      const model = fitted(solution, { ...stream, batches: before });
      if (throwsRangeError(() => model.partialFit(refused.batch), refused.why)) return undefined; // a law of its own
      const judgement = judgeState(model, states[before.length], scaleOf(stream));
      if (judgement || stream.batches.length === 0) return judgement;
      model.partialFit(stream.batches[before.length]);
      return judgeState(model, states[states.length - 1], scaleOf(stream));
    },
    { stage: 'state', examples: [lastRow([1]), lastRow([1, Number.NaN]), beforeOther], runs: 60 },
  ),
];
