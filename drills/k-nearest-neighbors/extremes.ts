import { writtenAs } from '../../src/index.ts';
import type { Search } from './kNearest/inputs.ts';

const MANY = 300; // more than a byte can count

const repeated = (value: number): number[] =>
  writtenAs(
    Array.from({ length: MANY }, () => value),
    `Array(${MANY}).fill(${value})`,
  );

/** Rows that read alike as text without commas, and zeros with either sign. */
export const alike: readonly Search[] = [
  {
    X: [
      [1, 11],
      [11, 1],
    ],
    query: [11, 1],
    k: 1,
  },
  {
    X: [
      [0.0001, 0],
      [0, -0],
    ],
    query: [-0, 0],
    k: 1,
  },
];

/** Squared distances a hair apart, as large as they come, and of coordinates that differ in their last digit. */
export const extremes: readonly Search[] = [
  { X: [[1.0000000006], [1]], query: [0], k: 1 },
  { X: [[1e8], [1e8 - 1]], query: [-1e8], k: 2 },
  { X: [[1.0000000000000004e-6], [1.0000000000000002e-6]], query: [1e-6], k: 1 },
  { X: [repeated(1e8)], query: repeated(-1e8), k: 1 },
];

/** As many features, of which only the last tells the rows apart; and as many rows, all of them asked for. */
export const many: readonly Search[] = [
  {
    X: [2, 1].map((value) =>
      writtenAs([...Array.from({ length: MANY }, () => 0), value], `[...Array(${MANY}).fill(0), ${value}]`),
    ),
    query: writtenAs(
      Array.from({ length: MANY + 1 }, () => 0),
      `Array(${MANY + 1}).fill(0)`,
    ),
    k: 1,
  },
  {
    X: writtenAs(
      Array.from({ length: MANY }, (_, i) => [MANY - i]),
      `Array.from({ length: ${MANY} }, (_, i) => [${MANY} - i])`,
    ),
    query: [0],
    k: MANY,
  },
];

/** One row of dozens of features: what is malformed in the last of them. */
export const wide: Search = { X: [repeated(0)], query: repeated(0), k: 1 };

/** Hundreds of equal rows: what is malformed in the last of them. */
export const long: Search = {
  X: writtenAs(
    Array.from({ length: MANY }, () => [0]),
    `Array(${MANY}).fill([0])`,
  ),
  query: [0],
  k: 1,
};
