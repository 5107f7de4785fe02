import fc from 'fast-check';
import type * as reference from '../../../reference/k-means/index.ts';
import { type Law, lawsOf, throwsRangeError } from '../../../src/index.ts';
import { calls1d } from './inputs.ts';

type Reference = typeof reference;
const law = lawsOf<Reference>();

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
      return throwsRangeError(() => solution.optimalKMeans1d(spoiled, nClusters), `the value ${bad}`);
    },
    { stage: 'faults', examples: [[Number.NaN, { values: [1, 2, 3], nClusters: 2 }, 2]], runs: 40 },
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
