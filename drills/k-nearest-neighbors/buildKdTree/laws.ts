import fc from 'fast-check';
import type * as reference from '../../../reference/k-nearest-neighbors/index.ts';
import {
  deepFrozen,
  firstBroken,
  type Judgement,
  lawsOf,
  leavesNoTrace,
  outcomeOf,
  writtenAs,
} from '../../../src/index.ts';
import { alike, extremes, many } from '../extremes.ts';
import { judgeExactly, judgeNearest } from '../kNearest/answers.ts';
import {
  broadSearches,
  delicateSearches,
  largeSearches,
  manyTiedSearches,
  type Search,
  searches,
  searchOf,
  tiedSearches,
  tiny,
} from '../kNearest/inputs.ts';
import { placed, placedSearches } from './placed.ts';

type Solution = typeof reference;
const law = lawsOf<Solution>();

const judgeSearch = ({ buildKdTree, queryKdTree }: Solution, search: Search): Judgement =>
  judgeExactly(queryKdTree(buildKdTree(search.X), search.query, search.k), search);

const judgeByDistance = ({ buildKdTree, queryKdTree }: Solution, search: Search): Judgement =>
  judgeNearest(queryKdTree(buildKdTree(search.X), search.query, search.k), search);

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
export const expected = fc.array(fc.record({ isFirst: fc.boolean(), place: fc.nat(5), more: fc.nat(3) }), {
  minLength: 1,
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

/** More trees than a few places hold. */
const MANY = 20;

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

interface Asking {
  readonly isFirst: boolean;
  readonly place: number;
  readonly more: number;
}

const ask = (isFirst: boolean, place = 0): Asking => ({ isFirst, place, more: 0 });
const up: Search = { X: [[0], [1]], query: [0], k: 2 };
const down: Search = { X: [[1], [0]], query: [0], k: 2 };

/** Two tables, what is asked of them, and how many others are made between the two. */
const inUse: [Search, Search, Asking[], number][] = [
  [up, down, [ask(true), ask(false)], 0], // the same query of two tables, one after the other
  [alike[0], { ...alike[0], query: [1, 11] }, [ask(true), ask(true, 1)], 0], // queries that read alike
  [up, down, [ask(true)], 1],
  [up, down, [ask(true)], MANY],
  [placed[0], placed[4], [...Array.from({ length: 255 }, () => ask(true)), ask(true, 1)], 0], // a byte has counted to its end
  [placed[0], placed[6], [ask(true)], 0],
];

export const treeLaws = [
  law('the answer is that of level 1: the k nearest rows, nearest first', searches, judgeSearch, {
    examples: [{ X: [[0]], query: [0], k: 1 }, ...alike],
    runs: 200,
  }),
  law(
    'the lower index comes first at equal distances, also where only some of them fit into the k',
    fc.oneof({ weight: 3, arbitrary: tiedSearches }, { weight: 1, arbitrary: manyTiedSearches }),
    judgeSearch,
    { stage: 'special', examples: [twiceAsFar], runs: 200 },
  ),
  law('the answer is that of level 1 in a table of 300 rows', tableSearches, judgeSearch, {
    stage: 'larger',
    examples: [many[1]],
    runs: 60,
  }),
  law('the answer is that of level 1 in a table of 300 rows, wherever these lie', placedSearches, judgeByDistance, {
    stage: 'larger',
    examples: placed,
    runs: 30,
  }),
  law('the answer is that of level 1 with dozens of features', broadSearches, judgeSearch, {
    stage: 'larger',
    examples: [many[0]],
    runs: 60,
  }),
  law('the answer is that of level 1 in a table of 2,300 rows', fc.constantFrom(...largeSearches), judgeSearch, {
    stage: 'larger',
    examples: largeSearches,
    runs: largeSearches.length,
    isLarge: true,
  }),
  law(
    'squared distances that differ by more than 1e-9 of the larger are kept apart',
    delicateSearches,
    judgeByDistance,
    { stage: 'special', examples: [searchOf(tiny), ...extremes], runs: 150 },
  ),
  law(
    'any number of trees may be in use, each for any number of queries in any order',
    fc.tuple(searches, searches, expected, fc.nat(2)),
    ({ buildKdTree, queryKdTree }, [a, b, order, nOthers], anew) => {
      const last = order[order.length - 1];
      const chosen = ({ isFirst, ...which }: (typeof order)[number]): Search =>
        isFirst ? searchFor(a, b, which) : searchFor(b, a, which);
      const answer = (tree: ReturnType<Solution['buildKdTree']>, { query, k }: Search) => queryKdTree(tree, query, k);
      return leavesNoTrace(
        anew,
        () => answer(buildKdTree(chosen(last).X), chosen(last)),
        () => {
          const first = buildKdTree(a.X);
          for (let other = 0; other < nOthers; other++) buildKdTree(b.X);
          const second = buildKdTree(b.X);
          const ask = (which: (typeof order)[number]) => answer(which.isFirst ? first : second, chosen(which));
          for (const which of order.slice(0, -1)) outcomeOf(() => ask(which));
          return ask(last);
        },
      );
    },
    { stage: 'state', examples: inUse, runs: 80 },
  ),
  law(
    'the inputs are never changed',
    searches,
    ({ buildKdTree, queryKdTree }, search) =>
      firstBroken([search, deepFrozen(search)], ({ X, query, k }) =>
        judgeExactly(queryKdTree(buildKdTree(X), query, k), search),
      ),
    { stage: 'state', runs: 60, guards: { buildKdTree: ['X'], queryKdTree: ['tree', 'query', 'k'] } },
  ),
];
