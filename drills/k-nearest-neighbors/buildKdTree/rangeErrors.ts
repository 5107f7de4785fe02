import fc from 'fast-check';
import type * as reference from '../../../reference/k-nearest-neighbors/index.ts';
import { firstBroken, lawsOf, throwsRangeError } from '../../../src/index.ts';
import { long, wide } from '../extremes.ts';
import { type Search, searches } from '../kNearest/inputs.ts';

type Rows = Search['X'];
const law = lawsOf<typeof reference>();

export const notFinite = fc.constantFrom(Number.NaN, Infinity, -Infinity);

export const put = <Item>(items: readonly Item[], place: number, item: Item): Item[] =>
  items.map((old, i) => (i === place % items.length ? item : old));

/** Tables that are malformed at row i or feature j, and why. */
export function badTables(X: Rows, i: number, j: number, value: number): [Rows, string][] {
  const [row, feature] = [i % X.length, j % X[0].length];
  return [
    [[], 'an empty X'],
    [X.map(() => []), 'rows without features'],
    [put([...X, X[0]], i, [...X[0], 0]), 'a row longer than the others'],
    [put([...X, X[0]], i, X[0].slice(1)), 'a row shorter than the others'],
    [put(X, row, put(X[row], feature, value)), `X[${row}][${feature}] = ${value}`],
  ];
}

/** Queries that are malformed, and why. */
export const badQueries = (query: readonly number[], j: number, value: number): [readonly number[], string][] => [
  [[...query, 0], 'a query longer than the rows'],
  [query.slice(1), 'a query shorter than the rows'],
  [put(query, j, value), `query[${j % query.length}] = ${value}`],
];

/** Values of k that are out of range for so many rows. */
export const badCounts = (nSamples: number): number[] => [0, -1, nSamples + 1, nSamples - 0.5, Number.NaN, Infinity];

/** What is malformed in the last of many rows, or features. */
export const badInLast: [Search, number, number, number][] = [
  [long, long.X.length - 1, 0, Number.NaN],
  [wide, 0, wide.query.length - 1, Number.NaN],
];

export const badInLastFeature: [Search, number, number] = [wide, wide.query.length - 1, Number.NaN];

export const rangeErrorLaws = [
  law(
    'an X that is empty, ragged, without features, or with a coordinate that is NaN or infinite, is a RangeError',
    fc.tuple(searches, fc.nat(9), fc.nat(2), notFinite),
    ({ buildKdTree }, [{ X }, i, j, value]) =>
      firstBroken(badTables(X, i, j, value), ([bad, why]) => throwsRangeError(() => buildKdTree(bad), why)),
    { stage: 'faults', examples: badInLast, runs: 40 },
  ),
  law(
    'a query of another length, or with a coordinate that is NaN or infinite, is a RangeError',
    fc.tuple(searches, fc.nat(2), notFinite),
    ({ buildKdTree, queryKdTree }, [{ X, query, k }, j, value]) => {
      const tree = buildKdTree(X);
      return firstBroken(badQueries(query, j, value), ([bad, why]) =>
        throwsRangeError(() => queryKdTree(tree, bad, k), why),
      );
    },
    { stage: 'faults', examples: [badInLastFeature], runs: 40 },
  ),
  law(
    'k that is not an integer from 1 to nSamples is a RangeError',
    searches,
    ({ buildKdTree, queryKdTree }, { X, query }) => {
      const tree = buildKdTree(X);
      return firstBroken(badCounts(X.length), (k) =>
        throwsRangeError(() => queryKdTree(tree, query, k), `k = ${k} with nSamples = ${X.length}`),
      );
    },
    { stage: 'faults', runs: 30 },
  ),
];
