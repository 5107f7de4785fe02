import fc from 'fast-check';
import type * as reference from '../../../reference/k-means/index.ts';
import { type Law, lawsOf, throwsRangeError, writtenAs } from '../../../src/index.ts';
import { calls1d } from './inputs.ts';

type Reference = typeof reference;
const law = lawsOf<Reference>();

/** So many that a check of dozens misses the last. */
const manyValues: readonly number[] = Array.from({ length: 260 }, (_, i) => i);

/** Many are written in short, with the last of them spoiled. */
const written = (values: readonly number[]): readonly number[] =>
  values.length === 260
    ? writtenAs(values, `Array.from({ length: 260 }, (_, i) => (i === 259 ? ${values[259]} : i))`)
    : values;

export const malformedLaws: readonly Law<Reference>[] = [
  law(
    'no values is a RangeError',
    fc.constantFrom(1, 2),
    (solution, nClusters) => throwsRangeError(() => solution.optimalKMeans1d([], nClusters), 'no values'),
    { stage: 'faults', runs: 5 },
  ),
  law(
    'a NaN or infinite value is a RangeError',
    fc.tuple(fc.constantFrom(Number.NaN, Infinity, -Infinity), calls1d, fc.nat(11)),
    (solution, [bad, { values, nClusters }, i]) => {
      const spoiled = values.map((x, index) => (index === i % values.length ? bad : x));
      return throwsRangeError(() => solution.optimalKMeans1d(written(spoiled), nClusters), `the value ${bad}`);
    },
    {
      stage: 'faults',
      examples: [
        [Number.NaN, { values: [1, 2, 3], nClusters: 2 }, 2],
        [Number.NaN, { values: manyValues, nClusters: 2 }, 259],
      ],
      runs: 40,
    },
  ),
  law(
    'nClusters that is not an integer from 1 to nSamples is a RangeError',
    fc.tuple(fc.constantFrom('more', 0, -1, 1.5, Number.NaN, Infinity), calls1d),
    (solution, [bad, { values }]) => {
      const nClusters = bad === 'more' ? values.length + 1 : Number(bad);
      return throwsRangeError(
        () => solution.optimalKMeans1d(values, nClusters),
        `nClusters = ${nClusters} and nSamples = ${values.length}`,
      );
    },
    { stage: 'faults', examples: [[1.5, { values: [1, 2, 3], nClusters: 1 }]], runs: 40 },
  ),
];
