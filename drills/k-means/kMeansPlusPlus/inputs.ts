import fc from 'fast-check';
import { createRandom, randomInteger, writtenAs } from '../../../src/index.ts';

/** One call of kMeansPlusPlus, but for its stream of random numbers. */
export interface Seeding {
  readonly X: readonly (readonly number[])[];
  readonly nClusters: number;
}

const MAX_ROWS = 7;

const coordinate = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -1, max: 1 }) },
  { weight: 1, arbitrary: fc.integer({ min: -50, max: 50 }) },
);

/** Small integer rows, many of them equal, and as many clusters as there are rows at most. Drawn flat, so that it shrinks. */
export const seedings: fc.Arbitrary<Seeding> = fc
  .record({
    values: fc.array(coordinate, { minLength: 1, maxLength: 2 * MAX_ROWS }),
    nFeatures: fc.integer({ min: 1, max: 2 }),
    wanted: fc.integer({ min: 1, max: MAX_ROWS }),
  })
  .map(({ values, nFeatures, wanted }) => {
    const nSamples = Math.max(1, Math.floor(values.length / nFeatures));
    const X = Array.from({ length: nSamples }, (_, i) =>
      Array.from({ length: nFeatures }, (_, j) => values[i * nFeatures + j] ?? 0),
    );
    return { X, nClusters: Math.min(wanted, nSamples) };
  });

/** Up to 80 rows of up to 16 features, and as many seeds at most, drawn by a seed: each number shrinks by itself. */
export const largerSeedings: fc.Arbitrary<Seeding> = fc
  .record({
    nSamples: fc.integer({ min: 1, max: 80 }),
    nFeatures: fc.integer({ min: 1, max: 16 }),
    wanted: fc.integer({ min: 1, max: 80 }),
    /** Of few values rows are equal. */
    range: fc.constantFrom(50, 1, 4),
    seed: fc.nat({ max: 9999 }),
  })
  .map(({ nSamples, nFeatures, wanted, range, seed }) => {
    const random = createRandom(seed);
    const X = Array.from({ length: nSamples }, () =>
      Array.from({ length: nFeatures }, () => randomInteger(random, -range, range)),
    );
    return { X, nClusters: Math.min(wanted, nSamples) };
  });

/** A stream of random numbers, made anew for each call so that it begins at its beginning. */
export type MakeRandom = () => () => number;

/** The largest number below 1. */
const JUST_BELOW_1 = 1 - 2 ** -53;

const constant = (value: number, code: string): MakeRandom => {
  const random = writtenAs(() => value, `() => ${code}`);
  return () => random;
};

export const zero = constant(0, '0');
export const justBelow1 = constant(JUST_BELOW_1, '1 - 2 ** -53');
export const half = constant(0.5, '0.5');

/** Streams that give one number for ever. */
export const constantStreams: fc.Arbitrary<MakeRandom> = fc.constantFrom(zero, justBelow1, half);

/** The stream of a seed, as it is given to an attempt. */
export const seededStream = (seed: number): (() => number) =>
  writtenAs(createRandom(seed), `createRandom(${seed})`, { make: () => createRandom(seed) });

export const streams: fc.Arbitrary<MakeRandom> = fc.oneof(
  constantStreams,
  fc.nat(999).map((seed) => () => seededStream(seed)),
);
