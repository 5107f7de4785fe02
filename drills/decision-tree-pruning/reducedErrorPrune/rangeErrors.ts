import fc from 'fast-check';
import type * as reference from '../../../reference/decision-tree-pruning/index.ts';
import { lawsOf, throwsRangeError } from '../../../src/index.ts';
import { leaf, type Pruning, prunings, split, UNSEEN } from './inputs.ts';

const law = lawsOf<typeof reference>();

/** A validation set made malformed at a row, and what is wrong with it in words. */
type Spoil = (input: Pruning, row: number) => { X: readonly (readonly number[])[]; y: readonly number[]; why: string };

const withRow = (X: Pruning['X'], row: number, x: readonly number[]) => X.map((other, i) => (i === row ? x : other));

/** A row longer or shorter than the others is malformed only beside another. */
const beside = ({ X, y }: Pruning) => ({ X: [...X, X[0]], y: [...y, y[0]] });

const badCoordinate =
  (value: number): Spoil =>
  ({ X, y }, row) => {
    const j = row % X[row].length;
    const x = X[row].map((other, index) => (index === j ? value : other));
    return { X: withRow(X, row, x), y, why: `X[${row}][${j}] = ${value}` };
  };

const badLabel =
  (value: number): Spoil =>
  ({ X, y }, row) => ({ X, y: y.map((other, i) => (i === row ? value : other)), why: `y[${row}] = ${value}` });

const spoils: Spoil[] = [
  () => ({ X: [], y: [], why: 'an empty X' }),
  ({ X, y }) => ({ X: X.map(() => []), y, why: 'rows without features' }),
  (input, row) => {
    const { X, y } = beside(input);
    return { X: withRow(X, row, X[row].slice(1)), y, why: `X[${row}] shorter than the other rows` };
  },
  (input, row) => {
    const { X, y } = beside(input);
    return { X: withRow(X, row, [...X[row], 0]), y, why: `X[${row}] longer than the other rows` };
  },
  ({ X, y }) => ({ X, y: y.slice(1), why: 'a label too few in y' }),
  ({ X, y }) => ({ X, y: [...y, 0], why: 'a label too many in y' }),
  ({ X }) => ({ X: [], y: [0], why: `an empty X beside ${X.length === 1 ? 'a label' : 'labels'}` }),
  ...[Number.NaN, Infinity, -Infinity].flatMap((value) => [badCoordinate(value), badLabel(value)]),
];

export const rangeErrorLaws = [
  law(
    'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one label for each row',
    fc.tuple(prunings, fc.constantFrom(...spoils), fc.nat({ max: 13 })),
    (solution, [input, spoil, at]) => {
      const { X, y, why } = spoil(input, at % input.X.length);
      return throwsRangeError(() => solution.reducedErrorPrune(input.tree, X, y), why);
    },
    {
      stage: 'faults',
      runs: 120,
      examples: spoils.map((spoil): [Pruning, Spoil, number] => [
        {
          tree: leaf(1, 0),
          X: [
            [0, 0],
            [1, 0],
          ],
          y: [0, 1],
        },
        spoil,
        1,
      ]),
    },
  ),
  law(
    'a row that reaches a split whose featureIndex is past the end of the row is a RangeError',
    fc.record({ nFeatures: fc.integer({ min: 1, max: 3 }), past: fc.nat({ max: 2 }), below: fc.boolean() }),
    (solution, { nFeatures, past, below }) => {
      const featureIndex = nFeatures + past;
      const bad = split(featureIndex, 0, leaf(1, 0), leaf(0, 1));
      const tree = below ? split(0, 5, bad, leaf(0, 2)) : bad;
      const X = [1, 2].map((value) => Array.from({ length: nFeatures }, () => value));
      // Errors for whatever predicts: no answer can do without looking below.
      const y = X.map(() => UNSEEN[0]);
      return throwsRangeError(
        () => solution.reducedErrorPrune(tree, X, y),
        `featureIndex = ${featureIndex} where rows have ${nFeatures === 1 ? '1 feature' : `${nFeatures} features`}`,
      );
    },
    { stage: 'faults', runs: 30 },
  ),
];
