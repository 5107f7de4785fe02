import fc from 'fast-check';
import type * as reference from '../../../reference/decision-tree-inference/index.ts';
import { lawsOf, throwsRangeError } from '../../../src/index.ts';
import { leaf, split, splitPredictions, visited } from '../predict/inputs.ts';

const law = lawsOf<typeof reference>();

/** A row whose way has a split, which of them is to read something malformed, and where the row stands in the batch. */
const spoilt = fc.record({
  prediction: splitPredictions,
  at: fc.nat({ max: 9 }),
  nBefore: fc.nat({ max: 2 }),
  nAfter: fc.nat({ max: 2 }),
  /** Whether the rows around it are as short as it is. */
  areAlike: fc.boolean(),
});

type Spoilt = typeof spoilt extends fc.Arbitrary<infer Input> ? Input : never;

/** The feature that is to be malformed. */
function featureRead({ prediction, at }: Spoilt): number {
  const way = visited(prediction);
  return way[at % way.length].featureIndex;
}

/** The malformed row among copies of the well-formed one. */
const among = ({ prediction: { x }, nBefore, nAfter }: Spoilt, row: readonly number[]): (readonly number[])[] => [
  ...Array.from({ length: nBefore }, () => x),
  row,
  ...Array.from({ length: nAfter }, () => x),
];

const sameLeaves: Spoilt = {
  prediction: { tree: split(0, 0, leaf(1), leaf(1)), x: [0] },
  at: 0,
  nBefore: 0,
  nAfter: 0,
  areAlike: true,
};
const examples: Spoilt[] = [
  { ...sameLeaves, prediction: { tree: split(0, 0, leaf(1), leaf(2)), x: [0] } },
  { ...sameLeaves, prediction: { tree: split(1, 0, leaf(1), leaf(2)), x: [0, 0] } },
  sameLeaves,
  { ...sameLeaves, nBefore: 1 },
  { ...sameLeaves, nAfter: 1 },
  { ...sameLeaves, nBefore: 300 },
  { ...sameLeaves, prediction: { tree: split(1, 0, leaf(1), leaf(2)), x: [0, 0] }, nBefore: 1, areAlike: false },
  { ...sameLeaves, prediction: { tree: split(1, 0, leaf(1), leaf(2)), x: [0, 0] }, nBefore: 300, areAlike: false },
];

export const rangeErrorLaws = [
  law(
    'a visited split that reads NaN is a RangeError, whichever row it is',
    spoilt,
    ({ flatten, predictBatch }, input) => {
      const featureIndex = featureRead(input);
      const row = input.prediction.x.map((value, j) => (j === featureIndex ? Number.NaN : value));
      const flat = flatten(input.prediction.tree);
      return throwsRangeError(
        () => predictBatch(flat, among(input, row)),
        `X[${input.nBefore}][${featureIndex}] = NaN`,
      );
    },
    { stage: 'faults', runs: 100, examples },
  ),
  law(
    'a visited split whose featureIndex is past the end of the row is a RangeError, whichever row it is',
    spoilt,
    ({ flatten, predictBatch }, input) => {
      const nFeatures = featureRead(input);
      const { x } = input.prediction;
      const rows = input.areAlike
        ? among(input, x).map((row) => row.slice(0, nFeatures))
        : among(input, x.slice(0, nFeatures));
      const flat = flatten(input.prediction.tree);
      const why = `a split that reads feature ${nFeatures}, where rows have ${nFeatures === 1 ? '1 feature' : `${nFeatures} features`}`;
      return throwsRangeError(() => predictBatch(flat, rows), why);
    },
    { stage: 'faults', runs: 100, examples },
  ),
];
