import fc from 'fast-check';
import type * as reference from '../../../reference/k-means/index.ts';
import { type Judgement, type Law, lawsOf, throwsRangeError } from '../../../src/index.ts';
import { changed, LAST, manyPoints } from '../kMeans/manyPoints.ts';
import { type Seeding, seededStream, seedings } from './inputs.ts';

type Reference = typeof reference;
const law = lawsOf<Reference>();

const refuses = (solution: Reference, { X, nClusters }: Seeding, why: string): Judgement =>
  throwsRangeError(() => solution.kMeansPlusPlus(X, nClusters, seededStream(1)), why);

/** The last row of two, which a check of the first alone misses. */
const last: Seeding = {
  X: [
    [0, 0],
    [1, 1],
  ],
  nClusters: 1,
};

/** The last of so many rows that a check of dozens misses it. */
const lastOfMany: Seeding = { X: manyPoints, nClusters: 1 };

/** With one coordinate more, these rows have as many together as if all were as long as the first. */
const shortAndLong: Seeding = { X: [[0, 0], [1], [2, 2]], nClusters: 1 };

export const malformedLaws: readonly Law<Reference>[] = [
  law(
    'X that is empty is a RangeError',
    fc.constantFrom(1, 2),
    (solution, nClusters) => refuses(solution, { X: [], nClusters }, 'X without rows'),
    { stage: 'faults', runs: 5 },
  ),
  law(
    'rows without features are a RangeError',
    seedings,
    (solution, { X, nClusters }) => refuses(solution, { X: X.map(() => []), nClusters }, 'rows without features'),
    { stage: 'faults', runs: 10 },
  ),
  law(
    'a row of another length than the others is a RangeError',
    fc.tuple(fc.boolean(), seedings, fc.nat(6)),
    (solution, [isLonger, { X, nClusters }, i]) => {
      const rows = X.length === 1 ? [...X, ...X] : X;
      const ragged = changed(rows, i, (row) => (isLonger ? [...row, 0] : row.slice(0, -1)));
      return refuses(solution, { X: ragged, nClusters }, 'a row of another length');
    },
    {
      stage: 'faults',
      examples: [
        [true, last, 1],
        [false, last, 1],
        [true, lastOfMany, LAST],
        [true, shortAndLong, 2],
      ],
      runs: 40,
    },
  ),
  law(
    'a NaN or infinite coordinate is a RangeError',
    fc.tuple(fc.constantFrom(Number.NaN, Infinity, -Infinity), seedings, fc.nat(6), fc.nat(1)),
    (solution, [bad, { X, nClusters }, i, j]) => {
      const spoiled = changed(X, i, (row) => row.map((value, at) => (at === j % row.length ? bad : value)));
      return refuses(solution, { X: spoiled, nClusters }, `the coordinate ${bad}`);
    },
    {
      stage: 'faults',
      examples: [
        [Number.NaN, last, 1, 1],
        [Infinity, last, 1, 1],
        [Number.NaN, lastOfMany, LAST, 1],
      ],
      runs: 40,
    },
  ),
  law(
    'nClusters that is not an integer from 1 to nSamples is a RangeError',
    fc.tuple(fc.constantFrom('more', 0, -1, 1.5, Number.NaN, Infinity), seedings),
    (solution, [bad, { X }]) => {
      const nClusters = bad === 'more' ? X.length + 1 : Number(bad);
      return refuses(solution, { X, nClusters }, `nClusters = ${nClusters} and nSamples = ${X.length}`);
    },
    { stage: 'faults', examples: [[1.5, last]], runs: 40 },
  ),
];
