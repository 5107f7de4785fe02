import fc from 'fast-check';
import type * as reference from '../../../reference/k-nearest-neighbors/index.ts';
import { broken, firstBroken, lawsOf, throwsRangeError } from '../../../src/index.ts';
import { long, wide } from '../extremes.ts';
import { judgeNearest } from '../kNearest/answers.ts';
import { type Search, searches } from '../kNearest/inputs.ts';

const law = lawsOf<typeof reference>();

const notFinite = fc.constantFrom(Number.NaN, Infinity, -Infinity);
const put = (row: readonly number[], j: number, value: number): number[] =>
  row.map((old, i) => (i === j % row.length ? value : old));

/** Rows that must not be pushed, and why. */
const badRows = (row: readonly number[], j: number, value: number): [number[], string][] => [
  [put(row, j, value), `row[${j % row.length}] = ${value}`],
  [[...row, 0], 'a row longer than the query'],
  [row.slice(1), 'a row shorter than the query'],
];

const one: Search = { X: [[0]], query: [0], k: 1 };

const badCounts = [0, -1, 1.5, Number.NaN, Infinity, 0.5, 2.5, -1.5, -Infinity];

export const rangeErrorLaws = [
  law(
    'a query without features, or with a coordinate that is NaN or infinite, is a RangeError',
    fc.tuple(searches, fc.nat(2), notFinite),
    ({ createNearest }, [{ query, k }, j, value]) =>
      throwsRangeError(() => createNearest([], k), 'a query without features') ??
      throwsRangeError(() => createNearest(put(query, j, value), k), `query[${j % query.length}] = ${value}`),
    { stage: 'faults', examples: [[wide, wide.query.length - 1, Number.NaN]], runs: 30 },
  ),
  law(
    'k that is not an integer, 1 or more, is a RangeError',
    fc.tuple(searches, fc.constantFrom(...badCounts)),
    ({ createNearest }, [{ query }, k]) => throwsRangeError(() => createNearest(query, k), `k = ${k}`),
    { stage: 'faults', examples: badCounts.map((k): [Search, number] => [one, k]), runs: 30 },
  ),
  law(
    'a pushed row of another length, or with a coordinate that is NaN or infinite, is a RangeError',
    fc.tuple(searches, fc.nat(2), notFinite),
    ({ createNearest }, [{ X, query, k }, j, value]) => {
      const nearest = createNearest(query, k);
      const refuses = (index: number, when: string, offset = 0) =>
        firstBroken(
          badRows(
            X[0].map((old) => old + offset),
            j,
            value,
          ),
          ([row, why]) => throwsRangeError(() => nearest.push(row, index), `${why}${when}`),
        );
      const first = refuses(X.length, '');
      if (first) return first;
      for (const [i, row] of X.entries()) nearest.push(row, i);
      return refuses(X.length, ', when k rows are kept', 99);
    },
    {
      stage: 'faults',
      examples: [
        [{ X: [[0, 0]], query: [0, 0], k: 1 }, 1, Number.NaN],
        [wide, wide.query.length - 1, Number.NaN],
        [long, 0, Number.NaN],
      ],
      runs: 40,
    },
  ),
  law(
    'a push that throws changes nothing',
    fc.tuple(searches, fc.nat(2), notFinite, fc.boolean()),
    ({ createNearest }, [search, j, value, isFull]) => {
      const { X, query } = search;
      const k = isFull ? search.k : X.length;
      const nearest = createNearest(query, isFull ? k : k + 9); // where there is room, even the farthest would be kept
      for (const [i, row] of X.entries()) {
        const [bad, why] = badRows(row, j, value)[i % 3];
        if (throwsRangeError(() => nearest.push(bad, X.length + i), why)) return undefined; // told by the law above
        nearest.push(row, i);
      }
      const result = Array.from(nearest.result());
      const refused = result.find((index) => index >= X.length);
      if (refused !== undefined)
        return broken('the answer', `index ${refused}, of a push that threw`, 'rows that were taken');
      return judgeNearest(result, { ...search, k });
    },
    { stage: 'state', runs: 40 },
  ),
];
