import fc from 'fast-check';
import type * as reference from '../../../reference/k-nearest-neighbors/index.ts';
import { kNearest } from '../../../reference/k-nearest-neighbors/index.ts';
import { broken, deepFrozen, firstBroken, type Judgement, lawsOf, writtenAs } from '../../../src/index.ts';
import { judgeNearest, judgeSame, tiesSurviveRounding } from '../kNearest/answers.ts';
import {
  broadSearches,
  delicateSearches,
  largeSearches,
  manyTiedSearches,
  type Search,
  searches,
  tiedSearches,
} from '../kNearest/inputs.ts';

type Solution = typeof reference;
const law = lawsOf<Solution>();

/** Judges an answer element by element where ties are exact, and by its distances elsewhere. */
export function judgeAnswer(came: ArrayLike<number>, search: Search): Judgement {
  const { X, query, k } = search;
  const strange = Array.from(came).findIndex((index) => index >= X.length);
  if (strange >= 0) return broken(`the answer[${strange}]`, came[strange], `an index below ${X.length}`);
  if (!tiesSurviveRounding(X, query)) return judgeNearest(Array.from(came), search);
  return judgeSame(Array.from(came), kNearest(X, query, k), 'the answer');
}

const judgeSearch = ({ buildKdTree, queryKdTree }: Solution, search: Search): Judgement =>
  judgeAnswer(queryKdTree(buildKdTree(search.X), search.query, search.k), search);

/** Tables too large to be one bucket of rows: made by an expression, so that a failing call stays short. */
const tables = [
  ['Array.from({ length: 300 }, (_, i) => [i, 300 - i])', (i: number) => [i, 300 - i]],
  ['Array.from({ length: 300 }, () => [1, 2])', () => [1, 2]],
  ['Array.from({ length: 300 }, (_, i) => [i % 3, i % 2])', (i: number) => [i % 3, i % 2]],
  ['Array.from({ length: 300 }, (_, i) => [(i * 7919) % 300])', (i: number) => [(i * 7919) % 300]],
  [
    'Array.from({ length: 300 }, (_, i) => [(i * 7919) % 31, (i * 104729) % 37, (i * 1299709) % 41])',
    (i: number) => [(i * 7919) % 31, (i * 104729) % 37, (i * 1299709) % 41],
  ],
  ['Array.from({ length: 300 }, (_, i) => [0, 0, (i * i) % 101])', (i: number) => [0, 0, (i * i) % 101]],
].map(([code, rowOf]) =>
  writtenAs(
    Array.from({ length: 300 }, (_, i) => (rowOf as (i: number) => number[])(i)), // beside its code
    code as string,
  ),
);

export const tableSearches: fc.Arbitrary<Search> = fc
  .record({ X: fc.constantFrom(...tables), values: fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40)), k: fc.nat(30) })
  .map(({ X, values, k }) => ({ X, query: values.slice(0, X[0].length), k: k + 1 }));

/** Which of two trees is asked, for which of several queries, and for how many more rows: some times. */
export const asked = fc.array(fc.record({ isFirst: fc.boolean(), place: fc.nat(5), more: fc.nat(3) }), {
  minLength: 2,
  maxLength: 8,
});

/** What one of two objects is asked: a query of either, or a row. */
export function searchFor(
  { X, query, k }: Search,
  other: Search,
  { place, more }: { place: number; more: number },
): Search {
  const queries = [query, other.query, ...X].filter(({ length }) => length === query.length);
  return { X, query: queries[place % queries.length], k: 1 + ((k + more) % X.length) };
}

/** Two rows at the same distance, on one line with a third: sums and differences of these distances round. */
export const twiceAsFar: Search = {
  X: [
    [6, 18],
    [14, 42],
    [10, 30],
  ],
  query: [8, 24],
  k: 1,
};

export const treeLaws = [
  law('the answer is that of level 1: the k nearest rows, nearest first', searches, judgeSearch, {
    examples: [{ X: [[0]], query: [0], k: 1 }],
    runs: 200,
  }),
  law(
    'the lower index comes first at equal distances, also where only some of them fit into the k',
    fc.oneof({ weight: 3, arbitrary: tiedSearches }, { weight: 1, arbitrary: manyTiedSearches }),
    judgeSearch,
    { examples: [twiceAsFar], runs: 200 },
  ),
  law('the answer is that of level 1 in a table of 300 rows', tableSearches, judgeSearch, { runs: 60 }),
  law('the answer is that of level 1 with dozens of features', broadSearches, judgeSearch, { runs: 60 }),
  law('the answer is that of level 1 in a table of 2,300 rows', fc.constantFrom(...largeSearches), judgeSearch, {
    examples: largeSearches,
    runs: largeSearches.length,
    isLarge: true,
  }),
  law(
    'squared distances that differ by more than 1e-9 of the larger are kept apart',
    delicateSearches,
    (solution, search) => {
      const { X, query, k } = search;
      const came = solution.queryKdTree(solution.buildKdTree(X), query, k);
      const strange = Array.from(came).find((index) => index >= X.length);
      return strange === undefined
        ? judgeNearest(Array.from(came), search)
        : broken('the answer', strange, `indices below ${X.length}`);
    },
    { runs: 150 },
  ),
  law(
    'any number of trees may be in use, each for any number of queries in any order',
    fc.tuple(searches, searches, asked),
    ({ buildKdTree, queryKdTree }, [a, b, order]) => {
      const [first, second] = [buildKdTree(a.X), buildKdTree(b.X)];
      return firstBroken(order, ({ isFirst, ...which }) => {
        const search = isFirst ? searchFor(a, b, which) : searchFor(b, a, which);
        return judgeAnswer(queryKdTree(isFirst ? first : second, search.query, search.k), search);
      });
    },
    { runs: 80 },
  ),
  law(
    'the inputs are never changed',
    searches,
    ({ buildKdTree, queryKdTree }, search) =>
      firstBroken([search, deepFrozen(search)], ({ X, query, k }) =>
        judgeAnswer(queryKdTree(buildKdTree(X), query, k), search),
      ),
    { runs: 60, guards: { buildKdTree: ['X'], queryKdTree: ['tree', 'query', 'k'] } },
  ),
];
