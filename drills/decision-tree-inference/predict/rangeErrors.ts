import fc from 'fast-check';
import type * as reference from '../../../reference/decision-tree-inference/index.ts';
import { lawsOf, throwsRangeError } from '../../../src/index.ts';
import { leaf, type Prediction, split, splitPredictions, visited } from './inputs.ts';
import { longWay } from './wide.ts';

const law = lawsOf<typeof reference>();

/** A row, and which of the splits that it visits is to read something malformed. */
const spoilt = fc.tuple(splitPredictions, fc.nat({ max: 9 }));

/** The feature that this split on the row's way reads. */
function featureRead(prediction: Prediction, at: number): number {
  const way = visited(prediction);
  return way[at % way.length].featureIndex;
}

/** Its answer is known before it is asked. */
const sameLeaves = split(0, 0, leaf(1), leaf(1));

const twoSplits = split(1, 0, leaf(1), split(0, 5, leaf(2), leaf(3)));

export const rangeErrorLaws = [
  law(
    'a visited split that reads NaN is a RangeError',
    spoilt,
    ({ predict }, [{ tree, x }, at]) => {
      const featureIndex = featureRead({ tree, x }, at);
      const row = x.map((value, j) => (j === featureIndex ? Number.NaN : value));
      return throwsRangeError(() => predict(tree, row), `x[${featureIndex}] = NaN`);
    },
    {
      stage: 'faults',
      runs: 120,
      examples: [
        [{ tree: split(0, 0, leaf(1), leaf(2)), x: [0] }, 0],
        [{ tree: twoSplits, x: [0, 1] }, 1],
        [{ tree: sameLeaves, x: [0] }, 0],
        [longWay, 40],
      ],
    },
  ),
  law(
    'a visited split whose featureIndex is past the end of the row is a RangeError',
    spoilt,
    ({ predict }, [{ tree, x }, at]) => {
      const nFeatures = featureRead({ tree, x }, at);
      const row = x.slice(0, nFeatures);
      const why = `a split that reads x[${nFeatures}], where x has ${nFeatures === 1 ? '1 feature' : `${nFeatures} features`}`;
      return throwsRangeError(() => predict(tree, row), why);
    },
    {
      stage: 'faults',
      runs: 120,
      examples: [
        [{ tree: split(1, 0, leaf(1), leaf(2)), x: [0, 0] }, 0],
        [{ tree: split(0, 0, leaf(1), leaf(2)), x: [0] }, 0],
        [{ tree: sameLeaves, x: [0] }, 0],
        [{ tree: split(0, 0, split(1, 0, leaf(1), leaf(2)), leaf(3)), x: [0, 0] }, 1],
        [longWay, 40],
      ],
    },
  ),
];
