import fc from 'fast-check';
import { writtenAs } from '../../../src/index.ts';
import type { Search } from '../kNearest/inputs.ts';

const N_ROWS = 300;

/** A grid of rows in both features, each on its own line, around 0. */
const grid = (i: number, j: 0 | 1): number => ((i * [7919, 104729][j]) % N_ROWS) - N_ROWS / 2;

/** The grid in quarters, close together far from 0, and with the halves as far apart as rows may be. */
const PLACES: readonly (readonly [code: string, place: (value: number) => number])[] = [
  ['value / 4', (value) => value / 4],
  ['1e8 + Math.round(value / 10)', (value) => 1e8 + Math.round(value / 10)],
  ['1 + value / 1e9', (value) => 1 + value / 1e9],
  ['value < 0 ? -1e8 - value : 1e8 - value', (value) => (value < 0 ? -1e8 - value : 1e8 - value)],
];

const GRID = `Array.from({ length: ${N_ROWS} }, (_, i) => [7919, 104729].map((step) => ((i * step) % ${N_ROWS}) - ${N_ROWS / 2}))`;

const tables = PLACES.map(([code, place]) =>
  writtenAs(
    Array.from({ length: N_ROWS }, (_, i) => [place(grid(i, 0)), place(grid(i, 1))]),
    `${GRID}.map((row) => row.map((value) => ${code}))`,
  ),
);

/** A query between the rows of the grid that stands at places of their own in both features. */
const between = (X: Search['X'], i: number, j: number, k: number): Search => ({ X, query: [X[i][0], X[j][1]], k });

/** Hundreds of rows that are not all whole, positive and near to 0: more than a bucket of rows holds. */
export const placedSearches: fc.Arbitrary<Search> = fc
  .record({ X: fc.constantFrom(...tables), i: fc.nat(N_ROWS - 1), j: fc.nat(N_ROWS - 1), k: fc.nat(N_ROWS - 1) })
  .map(({ X, i, j, k }) => between(X, i, j, k + 1));

/** Some of them that are tried at every seed: of each table, few rows and all. */
export const placedByTable: readonly (readonly Search[])[] = tables.map((X) => [
  ...[0, 60, 120, 180, 240].map((i) => between(X, i, N_ROWS - 1 - i, 3)),
  between(X, 0, 1, N_ROWS),
]);

export const placed = placedByTable.flat();
