import fc from 'fast-check';
import type * as reference from '../../reference/k-nearest-neighbors/index.ts';
import {
  broken,
  brokenByAll,
  createRandom,
  deepFrozen,
  defineLevel,
  firstBroken,
  integerIn,
  type Judgement,
  lawsOf,
  listOf,
  throwsRangeError,
  writtenAs,
} from '../../src/index.ts';
import { expected, searchFor, tableSearches } from './buildKdTree/laws.ts';
import { badCounts, badInLast, badInLastFeature, badQueries, badTables, notFinite } from './buildKdTree/rangeErrors.ts';
import { type Clusters, clustersOf, K, LEAST_RECALL, N_QUERIES, type Performance } from './createIndex/clusters.ts';
import { squaredDistance } from './kNearest/answers.ts';
import { type Search, searches } from './kNearest/inputs.ts';

type Solution = typeof reference;
const law = lawsOf<Solution>();

/** Building may take many steps: they are not what this level is about. */
const FUEL = 400_000_000;

const randomOf = (seed: number): (() => number) => {
  const make = () => createRandom(`index ${seed}`);
  return writtenAs(make(), `createRandom('index ${seed}')`, { make });
};

const EUCLIDEAN = 'Math.sqrt(a.reduce((sum, v, j) => sum + (v - b[j]) ** 2, 0))';

const euclidean = writtenAs(
  (a: readonly number[], b: readonly number[]): number => Math.sqrt(squaredDistance(a, b)),
  `(a, b) => ${EUCLIDEAN}`,
);

/** By the first feature above all. */
const weighted = writtenAs(
  (a: readonly number[], b: readonly number[]): number => Math.abs(a[0] - b[0]) + Math.sqrt(squaredDistance(a, b)) / 64,
  `(a, b) => Math.abs(a[0] - b[0]) + ${EUCLIDEAN} / 64`,
);

/** Numbers drawn now and then from the ends of [0, 1). */
function randomToTheEnds(seed: number): () => number {
  const make = () => {
    const random = createRandom(`ends ${seed}`);
    let n = 0;
    return () => (++n % 3 === 1 ? (n % 2 === seed % 2 ? 0 : 1 - 2 ** -53) : random());
  };
  const code = `((random, n) => () => (++n % 3 === 1 ? (n % 2 === ${seed % 2} ? 0 : 1 - 2 ** -53) : random()))(createRandom('ends ${seed}'), 0)`;
  return writtenAs(make(), code, { make });
}

const indexOf = ({ createIndex }: Solution, { X }: Search, seed: number) => createIndex(X, euclidean, randomOf(seed));

/** So many calls for each row and query, ten times as many as are allowed, need no more queries to be judged. */
const HOPELESS = 1;

/** Builds an index, asks all queries and counts the calls of the distance meanwhile. */
export function performanceOf(
  { createIndex }: Pick<Solution, 'createIndex'>,
  clusters: Clusters,
  seed: number,
): Performance {
  let nCalls = 0;
  const counted = writtenAs(
    (a: readonly number[], b: readonly number[]) => {
      nCalls++;
      return clusters.distance(a, b);
    },
    'clusters.distance',
    { given: clusters.given },
  );
  const index = createIndex(clusters.X, counted, randomOf(seed));
  nCalls = 0;
  let nAsked = 0;
  let nFound = 0;
  for (const query of clusters.queries) {
    const found = new Set(Array.from(index.query(query, K)));
    nFound += [...clusters.nearest[nAsked++]].filter((row) => found.has(row)).length;
    if (nCalls > HOPELESS * N_QUERIES * clusters.X.length) break;
  }
  return { recall: nFound / K / nAsked, callsPerQuery: nCalls / nAsked };
}

/** Different rows of the table, in ascending order of distance. */
function judgeForm(actual: ArrayLike<number>, { X, query }: Search, distance = squaredDistance): Judgement {
  const seen = new Set<number>();
  let before = 0;
  return firstBroken(Array.from(actual), (index, t) => {
    if (index >= X.length) return broken(`the answer[${t}]`, index, `an index below ${X.length}`);
    if (seen.has(index)) return broken(`the answer[${t}]`, `${index} again`, 'a row that is not in the answer yet');
    seen.add(index);
    const far = distance(X[index], query);
    if (far < before)
      return broken(`the answer[${t}]`, `${index}, which is nearer than the one before`, 'nearest first');
    before = far;
    return undefined;
  });
}

const seeds = fc.nat(0xffff);

/** Tables between a few and hundreds of rows, of which nearly all are asked for. */
const middling: [Search, number][] = [29, 30, 65, 130, 257, 300].flatMap((nSamples): [Search, number][] => {
  const X = writtenAs(
    Array.from({ length: nSamples }, (_, i) => [i]),
    `Array.from({ length: ${nSamples} }, (_, i) => [i])`,
  );
  return [nSamples - 1, nSamples].map((k): [Search, number] => [{ X, query: [5], k }, 0]);
});

const FEW_HUNDRED = writtenAs(
  Array.from({ length: 400 }, (_, i) => [i]),
  'Array.from({ length: 400 }, (_, i) => [i])',
);

type Asking = { isFirst: boolean; place: number; more: number };
const ask = (isFirst: boolean, more = 0): Asking => ({ isFirst, place: 0, more });
const up: Search = { X: [[0], [1]], query: [0], k: 2 };
const down: Search = { X: [[1], [0]], query: [0], k: 2 };
const hundreds: Search = { X: FEW_HUNDRED, query: [5], k: 10 };
const backwards: Search = {
  X: writtenAs(
    Array.from({ length: 400 }, (_, i) => [400 - i]),
    'Array.from({ length: 400 }, (_, i) => [400 - i])',
  ),
  query: [5],
  k: 10,
};

/** Two tables, what is asked of them, and how many others are made between the two. */
const inUse: [Search, Search, Asking[], number, number][] = [
  [up, down, [ask(true, 1)], 0, 0],
  [up, down, [ask(true, 1)], 0, 20],
  [hundreds, backwards, [ask(true)], 0, 0],
];

/** What was measured for the law about recall, by solution and seed, until the law about calls has taken it. */
const measured = new WeakMap<Solution, { readonly seed: number; readonly performance: Performance }>();

/** The second law judges what the first has measured: building an index is the dearest part. When it is called again, to tell what call breaks it, it measures anew. */
function takePerformance(solution: Solution, clusters: Clusters, seed: number): Performance {
  const known = measured.get(solution);
  measured.delete(solution);
  return known?.seed === seed ? known.performance : performanceOf(solution, clusters, seed);
}

/** Level 4: approximate search with a distance that is expensive. */
export const createIndexLevel = defineLevel<Solution>()({
  functions: ['createIndex'],
  title: 'Find nearly all of the nearest rows in few calls of an expensive distance',
  returns: {},
  methods: {
    createIndex: { name: 'index', asks: ['query'], returns: { query: ([, k]) => listOf(integerIn(0, Infinity), k) } },
  },
  laws: [
    law(
      'the indices of k different rows, nearest first by distance',
      fc.tuple(searches, seeds),
      (solution, [search, seed]) => judgeForm(indexOf(solution, search, seed).query(search.query, search.k), search),
      { examples: middling },
    ),
    law(
      'small tables work too: k = nSamples gives every row',
      fc.tuple(searches, seeds),
      (solution, [{ X, query }, seed]) =>
        judgeForm(indexOf(solution, { X, query, k: X.length }, seed).query(query, X.length), { X, query, k: X.length }),
      { stage: 'special', runs: 60 },
    ),
    law(
      'k may be more than a tenth of nSamples: different rows, nearest first by distance',
      fc.tuple(tableSearches, seeds),
      ({ createIndex }, [{ X, query, k }, seed]) => {
        const search = { X, query, k: Math.min(X.length, 10 * k) };
        return judgeForm(createIndex(X, weighted, randomOf(seed)).query(query, search.k), search, weighted);
      },
      { stage: 'special', examples: [[{ X: FEW_HUNDRED, query: [5], k: 1 }, 0]], runs: 20 },
    ),
    law(
      'random gives any number in [0, 1)',
      fc.tuple(searches, seeds),
      ({ createIndex }, [search, seed]) =>
        judgeForm(createIndex(search.X, euclidean, randomToTheEnds(seed)).query(search.query, search.k), search),
      {
        stage: 'special',
        examples: [0, 1].map((seed): [Search, number] => [{ X: FEW_HUNDRED, query: [5], k: 10 }, seed]),
        runs: 60,
      },
    ),
    law(
      'any number of such objects may be in use, each for any number of queries in any order',
      fc.tuple(searches, searches, expected, seeds, fc.nat(2)),
      (solution, [a, b, order, seed, nOthers]) => {
        const first = indexOf(solution, a, seed);
        for (let other = 0; other < nOthers; other++) indexOf(solution, b, seed);
        const second = indexOf(solution, b, seed);
        return firstBroken(order, ({ isFirst, ...which }) => {
          const search = isFirst ? searchFor(a, b, which) : searchFor(b, a, which);
          return judgeForm((isFirst ? first : second).query(search.query, search.k), search);
        });
      },
      { stage: 'state', examples: inUse, runs: 80 },
    ),
    law(
      'of the 10 nearest rows at least 0.9 are found on average',
      seeds,
      (solution, seed) => {
        const performance = performanceOf(solution, clustersOf(seed % 3), seed);
        measured.set(solution, { seed, performance });
        return performance.recall >= LEAST_RECALL
          ? undefined
          : brokenByAll(
              `the share of the nearest rows found, over ${N_QUERIES} queries,`,
              Number(performance.recall.toFixed(3)),
              '0.9 or more',
            );
      },
      { stage: 'larger', examples: [0], runs: 1, fuel: FUEL, isLarge: true },
    ),
    law(
      'distance is called for at most a tenth of nSamples, on average over the queries',
      seeds,
      (solution, seed) => {
        const clusters = clustersOf(seed % 3);
        const { callsPerQuery } = takePerformance(solution, clusters, seed);
        const allowed = clusters.X.length / 10;
        return callsPerQuery <= allowed
          ? undefined
          : brokenByAll(
              'the number of calls for a query',
              callsPerQuery,
              `at most ${allowed}, of ${clusters.X.length} rows`,
            );
      },
      { stage: 'larger', examples: [0], runs: 1, fuel: FUEL, isLarge: true },
    ),
    law(
      'with the same random stream the same calls give the same answers',
      fc.tuple(searches, seeds),
      (solution, [search, seed]) => {
        const [first, second] = [0, 1].map(() => indexOf(solution, search, seed).query(search.query, search.k));
        return firstBroken(Array.from(first), (index, t) =>
          second[t] === index ? undefined : broken(`the second answer[${t}]`, second[t], index),
        );
      },
      { stage: 'state', runs: 60 },
    ),
    law(
      'the inputs are never changed',
      fc.tuple(searches, seeds),
      ({ createIndex }, [search, seed]) =>
        firstBroken([search, deepFrozen(search)], ({ X, query, k }) =>
          judgeForm(createIndex(X, euclidean, randomOf(seed)).query(query, k), search),
        ),
      { stage: 'state', runs: 60, guards: { createIndex: ['X', 'distance', 'random'], query: ['query', 'k'] } },
    ),
    law(
      'an X that is empty, ragged, without features, or with a coordinate that is NaN or infinite, is a RangeError',
      fc.tuple(searches, fc.nat(9), fc.nat(2), notFinite),
      ({ createIndex }, [{ X }, i, j, value]) =>
        firstBroken(badTables(X, i, j, value), ([bad, why]) =>
          throwsRangeError(() => createIndex(bad, euclidean, randomOf(i)), why),
        ),
      { stage: 'faults', examples: badInLast, runs: 30 },
    ),
    law(
      'a query of another length, or with a coordinate that is NaN or infinite, is a RangeError',
      fc.tuple(searches, fc.nat(2), notFinite),
      (solution, [search, j, value]) => {
        const index = indexOf(solution, search, j);
        return firstBroken(badQueries(search.query, j, value), ([bad, why]) =>
          throwsRangeError(() => index.query(bad, search.k), why),
        );
      },
      { stage: 'faults', examples: [badInLastFeature], runs: 30 },
    ),
    law(
      'k that is not an integer from 1 to nSamples is a RangeError',
      searches,
      (solution, search) => {
        const index = indexOf(solution, search, 1);
        return firstBroken(badCounts(search.X.length), (k) =>
          throwsRangeError(() => index.query(search.query, k), `k = ${k} with nSamples = ${search.X.length}`),
        );
      },
      { stage: 'faults', runs: 30 },
    ),
  ],
  growth: [],
  hints: [
    'If someone told you the cluster of a query, how many calls would be left to make? What could stand for a cluster?',
    'Group the rows around some of them, or around means, when the index is built. A query asks the representatives first.',
    'Balance: with sqrt(nSamples) groups, asking all representatives and looking through two or three groups costs a few sqrt(nSamples).',
    'A group may hold fewer than k rows: go on with the next nearest until there are enough. For the order, call distance on the rows that are left.',
  ],
});
