import fc from 'fast-check';
import type * as reference from '../../../reference/decision-tree-pruning/index.ts';
import { lawsOf, throwsRangeError, writtenAs } from '../../../src/index.ts';
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
  ({ X, y }) => ({
    X: [...X, [...X[0], 0], X[0].slice(1)],
    y: [...y, y[0], y[0]],
    why: 'a row longer than the others and one as much shorter',
  }),
  ({ X, y }) => ({ X, y: y.slice(1), why: 'a label too few in y' }),
  ({ X, y }) => ({ X, y: [...y, 0], why: 'a label too many in y' }),
  ({ X }) => ({ X: [], y: [0], why: `an empty X beside ${X.length === 1 ? 'a label' : 'labels'}` }),
  ...[Number.NaN, Infinity, -Infinity].flatMap((value) => [badCoordinate(value), badLabel(value)]),
];

const MANY = 300;

/** So many numbers, of which the last is NaN. */
const manyNumbers = writtenAs(
  Array.from({ length: MANY }, (_, i) => (i + 1 === MANY ? Number.NaN : i)),
  `Array.from({ length: ${MANY} }, (_, i) => i === ${MANY - 1} ? NaN : i)`,
);
const manyRows = (last: readonly number[]) =>
  writtenAs(
    Array.from({ length: MANY }, (_, i) => (i + 1 === MANY ? last : [i])),
    `Array.from({ length: ${MANY} }, (_, i) => i === ${MANY - 1} ? [${last}] : [i])`,
  );
const manyZeros = writtenAs(new Array<number>(MANY).fill(0), `Array(${MANY}).fill(0)`);

/** Malformed at the end of many rows, features or labels. */
const spoilsOfMany: Spoil[] = [
  () => ({ X: [manyNumbers], y: [0], why: `X[0][${MANY - 1}] = NaN` }),
  () => ({ X: manyRows([Number.NaN]), y: manyZeros, why: `X[${MANY - 1}] = [NaN]` }),
  () => ({ X: manyRows([0, 0]), y: manyZeros, why: `X[${MANY - 1}] longer than the other rows` }),
  () => ({ X: manyRows([0]), y: manyNumbers, why: `y[${MANY - 1}] = NaN` }),
];

/** Ways from the root to a split. */
const WAYS: readonly (readonly ('left' | 'right')[])[] = [[], ['left'], ['right'], ['left', 'right', 'left', 'right']];

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
      examples: [...spoils, ...spoilsOfMany].map((spoil): [Pruning, Spoil, number] => [
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
    fc.record({
      nFeatures: fc.integer({ min: 1, max: 3 }),
      past: fc.nat({ max: 2 }),
      way: fc.constantFrom(...WAYS),
      label: fc.constantFrom<number[]>(UNSEEN[0], 0),
    }),
    (solution, { nFeatures, past, way, label }) => {
      const featureIndex = nFeatures + past;
      const bad = split(featureIndex, 0, leaf(1, 0), leaf(0, 1));
      // The second row comes to the split in any case, the first one only where the way does not begin to the left.
      const tree = way.reduceRight(
        (below, side) => (side === 'left' ? split(0, 5, below, leaf(2, 0)) : split(0, 0, leaf(2, 0), below)),
        bad,
      );
      const X = [9, 1].map((value) => Array.from({ length: nFeatures }, () => value));
      return throwsRangeError(
        () =>
          solution.reducedErrorPrune(
            tree,
            X,
            X.map(() => label),
          ),
        `featureIndex = ${featureIndex} where rows have ${nFeatures === 1 ? '1 feature' : `${nFeatures} features`}`,
      );
    },
    {
      stage: 'faults',
      // A label that no leaf predicts, for which no split can do without looking below, and one that the root predicts.
      examples: WAYS.flatMap((way) => [UNSEEN[0], 0].map((label) => ({ nFeatures: 1, past: 0, way, label }))),
      runs: 30,
    },
  ),
];
