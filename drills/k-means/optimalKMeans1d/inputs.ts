import fc from 'fast-check';
import { writtenAs } from '../../../src/index.ts';

/** One call of optimalKMeans1d. */
export interface Call1d {
  readonly values: readonly number[];
  readonly nClusters: number;
}

const MAX_VALUES = 12;

const value = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -4, max: 4 }) },
  { weight: 2, arbitrary: fc.integer({ min: -50, max: 50 }) },
);

/** Small integers in any order, many of them equal, and as many clusters as there are values at most. */
export const calls1d: fc.Arbitrary<Call1d> = fc
  .record({
    values: fc.array(value, { minLength: 1, maxLength: MAX_VALUES }),
    wanted: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 5 }) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: MAX_VALUES }) },
    ),
  })
  .map(({ values, wanted }) => ({ values, nClusters: Math.min(wanted, values.length) }));

/** The same far from 0, or very small. */
export const scaledCalls1d: fc.Arbitrary<Call1d> = fc
  .tuple(calls1d, fc.constantFrom<[number, number][]>([1, 1e8], [1e-3, 0], [1e-6, 0], [0.1, 1000]))
  .map(([{ values, nClusters }, [factor, offset]]) => ({
    values: values.map((x) => x * factor + offset),
    nClusters,
  }));

/**
 * More than a hundred integers in an order that looks like none, small ones close together and large ones far apart. From
 * group to group the best beginning of a cluster goes far at once.
 */
export const manyCalls1d: fc.Arbitrary<Call1d> = fc
  .record({
    size: fc.integer({ min: 150, max: 251 }),
    step: fc.integer({ min: 2, max: 249 }),
    nGroups: fc.integer({ min: 1, max: 5 }),
    nClusters: fc.integer({ min: 2, max: 6 }),
  })
  .map(({ size, step, nGroups, nClusters }) => ({
    values: writtenAs(
      Array.from({ length: size }, (_, i) => ((i * step) % 251) ** 2 + 100_000 * (i % nGroups)),
      `Array.from({ length: ${size} }, (_, i) => ((i * ${step}) % 251) ** 2 + 100_000 * (i % ${nGroups}))`,
    ),
    nClusters,
  }));
