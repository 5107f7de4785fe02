import fc from 'fast-check';
import type { TrainingSet } from './inputs.ts';
import { trainingSets } from './inputs.ts';

/** A training set with one thing wrong, in words. */
export interface Malformed extends TrainingSet {
  readonly why: string;
}

/** Breaks a sound training set at row i and feature j. */
type Damage = (set: TrainingSet, i: number, j: number) => Malformed;

const put = <Item>(items: readonly Item[], place: number, item: Item): Item[] =>
  items.map((old, i) => (i === place ? item : old));

const withCoordinate =
  (value: number): Damage =>
  ({ X, y }, i, j) => ({ X: put(X, i, put(X[i], j, value)), y, why: `X[${i}][${j}] = ${value}` });

const withLabel =
  (value: number): Damage =>
  ({ X, y }, i) => ({ X, y: put(y, i, value), why: `y[${i}] = ${value}` });

/** A row is ragged only beside a row that is not. */
const withRow =
  (change: (row: readonly number[]) => number[], words: string): Damage =>
  ({ X, y }, i) => ({
    X: put([...X, X[0]], i, change(X[i])),
    y: [...y, y[0]],
    why: `X[${i}] ${words} than the other rows`,
  });

const DAMAGES: readonly Damage[] = [
  () => ({ X: [], y: [], why: 'an empty X' }),
  ({ X, y }) => ({ X: X.map(() => []), y, why: 'rows without features' }),
  withRow((row) => [...row, 0], 'longer'),
  withRow((row) => row.slice(1), 'shorter'),
  ({ X, y }) => ({ X, y: y.slice(1), why: 'a value too few in y' }),
  ({ X, y }) => ({ X, y: [...y, 0], why: 'a value too many in y' }),
  ({ y }) => ({ X: [], y, why: 'an empty X beside a y that is not' }),
  ...[Number.NaN, Infinity, -Infinity].flatMap((value) => [withCoordinate(value), withLabel(value)]),
];

const ROWS: TrainingSet = {
  X: [
    [0, 0],
    [1, 0],
  ],
  y: [0, 1],
};

const MANY = 300;

/** As many rows, and as many features. */
const MANY_ROWS: TrainingSet = {
  X: Array.from({ length: MANY }, (_, i) => [i]),
  y: Array.from({ length: MANY }, () => 0),
};
const MANY_FEATURES: TrainingSet = { X: ROWS.X.map((_, i) => Array.from({ length: MANY }, () => i)), y: ROWS.y };

/** Each damage, once at least, to a set of two rows; and some in the last place of many. */
export const malformedExamples: readonly Malformed[] = [
  ...DAMAGES.flatMap((damage) => [damage(ROWS, 0, 0), damage(ROWS, 1, 1)]),
  withCoordinate(Number.NaN)(MANY_ROWS, MANY - 1, 0),
  withLabel(Number.NaN)(MANY_ROWS, MANY - 1, 0),
  withRow((row) => [...row, 0], 'longer')(MANY_ROWS, MANY - 1, 0),
  withCoordinate(Number.NaN)(MANY_FEATURES, 1, MANY - 1),
];

/** Each damage at places that chance chooses. */
export const malformedSets: fc.Arbitrary<Malformed> = fc
  .tuple(trainingSets, fc.constantFrom(...DAMAGES), fc.nat({ max: 99 }), fc.nat({ max: 99 }))
  .map(([set, damage, i, j]) => damage(set, i % set.X.length, j % set.X[0].length));

/** The rule of every level, for the name of its law. */
export const MALFORMED_RULE =
  'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one value of y for each row';
