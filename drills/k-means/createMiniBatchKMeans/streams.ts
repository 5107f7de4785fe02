import fc from 'fast-check';
import { createRandom, randomInteger } from '../../../src/index.ts';
import { isDecided, isSmallHalf, squared } from '../kMeans/decided.ts';

type Matrix = readonly (readonly number[])[];

/** Centroids to start from, and batches in the order in which they come. */
export interface Stream {
  readonly initialCentroids: Matrix;
  readonly batches: readonly Matrix[];
}

/** What the centroids and counts are after some batches. */
export interface State {
  readonly centroids: Matrix;
  readonly counts: readonly number[];
}

const MAX_FEATURES = 2;
const MAX_CLUSTERS = 3;
const MAX_BATCHES = 4;
const MAX_BATCH = 4;

const coordinate = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 1, arbitrary: fc.integer({ min: -50, max: 50 }) },
);

/** Small integer streams, drawn flat and cut to size so that they shrink. No batch is empty. */
export const streams: fc.Arbitrary<Stream> = fc
  .record({
    startValues: fc.array(coordinate, { minLength: 1, maxLength: MAX_FEATURES * MAX_CLUSTERS }),
    values: fc.array(coordinate, { maxLength: MAX_FEATURES * MAX_BATCHES * MAX_BATCH }),
    sizes: fc.array(fc.integer({ min: 1, max: MAX_BATCH }), { minLength: 1, maxLength: MAX_BATCHES }),
    nFeatures: fc.integer({ min: 1, max: MAX_FEATURES }),
  })
  .map(({ startValues, values, sizes, nFeatures }) => {
    const starts = pointsOf(startValues, nFeatures).slice(0, MAX_CLUSTERS);
    const rows = pointsOf(values, nFeatures);
    const batches = sizes.map((size) => rows.splice(0, size)).filter((batch) => batch.length > 0);
    const isStarted = starts.length > 0;
    return { initialCentroids: isStarted ? starts : [Array.from({ length: nFeatures }, () => 0)], batches };
  });

function pointsOf(values: readonly number[], nFeatures: number): number[][] {
  return Array.from({ length: Math.floor(values.length / nFeatures) }, (_, i) =>
    values.slice(i * nFeatures, (i + 1) * nFeatures),
  );
}

/** Up to 60 batches of up to 8 rows of up to 12 features, and up to 20 clusters, drawn by a seed: each number shrinks by itself. */
export const longStreams: fc.Arbitrary<Stream> = fc
  .record({
    nClusters: fc.integer({ min: 1, max: 20 }),
    nFeatures: fc.integer({ min: 1, max: 12 }),
    nBatches: fc.integer({ min: 0, max: 60 }),
    batchSize: fc.integer({ min: 1, max: 8 }),
    seed: fc.nat({ max: 9999 }),
  })
  .map(({ nClusters, nFeatures, nBatches, batchSize, seed }) => {
    const random = createRandom(seed);
    const points = (n: number): number[][] =>
      Array.from({ length: n }, () => Array.from({ length: nFeatures }, () => randomInteger(random, -50, 50)));
    const initialCentroids = points(nClusters);
    return { initialCentroids, batches: Array.from({ length: nBatches }, () => points(batchSize)) };
  });

/** The same far from the origin, or very small. */
export const scaledStreams: fc.Arbitrary<Stream> = fc
  .tuple(streams, fc.constantFrom<[number, number][]>([1, 1e8], [1e-3, 0], [1e-6, 0], [0.1, 1000]))
  .map(([{ initialCentroids, batches }, [factor, offset]]) => {
    const moved = (points: Matrix) => points.map((values) => values.map((value) => value * factor + offset));
    return { initialCentroids: moved(initialCentroids), batches: batches.map(moved) };
  });

/** A stream that every right answer follows alike, with the state after each batch; `states[0]` is the one before the first. */
export interface Followed extends Stream {
  readonly states: readonly State[];
}

/**
 * The stream as far as every right answer follows it alike: up to the first batch of which a row is so nearly between two
 * centroids that rounding decides. Centroids are means of all their rows, summed up anew.
 */
export function followed({ initialCentroids, batches }: Stream): Followed {
  const given: number[][][] = initialCentroids.map(() => []);
  const states: State[] = [{ centroids: initialCentroids, counts: initialCentroids.map(() => 0) }];
  for (const batch of batches) {
    const { centroids } = states[states.length - 1];
    if (
      !isDecided(
        batch,
        centroids,
        centroids.map((centroid, k) => isExact(centroid, given[k])),
      )
    )
      break;
    for (const x of batch) given[nearest(x, centroids)].push([...x]);
    states.push({
      centroids: initialCentroids.map((start, k) => (given[k].length === 0 ? start : meanOf(given[k]))),
      counts: given.map((rows) => rows.length),
    });
  }
  return { initialCentroids, batches: batches.slice(0, states.length - 1), states };
}

/** Whether a centroid has no rounding, however it is computed: it was never moved, or is the mean of one or two integer rows. */
const isExact = (centroid: readonly number[], rows: Matrix): boolean =>
  rows.length === 0 ? centroid.every(isSmallHalf) : rows.length <= 2 && rows.flat().every(Number.isInteger);

/** The index of the nearest centroid, the lowest on ties. */
export function nearest(x: readonly number[], centroids: Matrix): number {
  const distances = centroids.map((centroid) => squared(x, centroid));
  return distances.indexOf(Math.min(...distances));
}

/** Summed from the first row on, so that an offset does not round sums. */
const meanOf = (rows: Matrix): number[] =>
  rows[0].map((first, j) => first + rows.reduce((sum, row) => sum + (row[j] - first), 0) / rows.length);
