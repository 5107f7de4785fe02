import fc from 'fast-check';
import type * as reference from '../../../reference/k-nearest-neighbors/index.ts';
import {
  broken,
  deepFrozen,
  firstBroken,
  type Judgement,
  lawsOf,
  throwsRangeError,
  writtenAs,
} from '../../../src/index.ts';
import { placedByTable } from '../buildKdTree/placed.ts';
import { badInLastFeature, badQueries, notFinite, put } from '../buildKdTree/rangeErrors.ts';
import { alike, extremes, long, many } from '../extremes.ts';
import { judgeExactly, judgeNearest } from '../kNearest/answers.ts';
import {
  broadVotes,
  delicateVotes,
  longSearches,
  longVotes,
  type Search,
  searches,
  tiedVotes,
  tiny,
  type Vote,
  votes,
} from '../kNearest/inputs.ts';

type Solution = typeof reference;
type DynamicIndex = ReturnType<Solution['createDynamicIndex']>;
const law = lawsOf<Solution>();

/** Steps for thousands of rows: what rebuilds at each insert takes more, and is told by the gates. */
const LARGE_FUEL = 30_000_000;

/** The rows that are there, by id: what an index of them must know. */
type There = Map<number, readonly number[]>;

/** Judges a query against the rows that are there: exactly where ties are exact, and by distances elsewhere. */
const judgeQuery = (index: DynamicIndex, there: There, query: readonly number[], k: number): Judgement =>
  judgeExactly(index.query(query, k), { X: [...there.values()], query, k }, [...there.keys()]);

/** Inserts a row, which is there from then on; judges its id. */
function inserted(index: DynamicIndex, there: There, row: readonly number[], expected: number): Judgement {
  const id = index.insert(row);
  there.set(expected, row);
  return id === expected ? undefined : broken('the answer', id, expected);
}

/** The row that goes after row i has come, if any: the labels of the rows say whether, and which. */
function goneAfter(i: number, { y }: Vote, there: There): number | undefined {
  const ids = [...there.keys()];
  return y[i] % 4 < 2 ? undefined : ids[(y[i] + 7 * i) % ids.length];
}

/** Inserts and removes as told; judges ids and what removals say. */
function changed(index: DynamicIndex, changes: Vote, there: There): Judgement {
  return firstBroken(changes.X, (row, i) => {
    const wrong = inserted(index, there, row, i);
    const gone = goneAfter(i, changes, there);
    if (wrong || gone === undefined) return wrong;
    there.delete(gone);
    return index.remove(gone) ? undefined : broken('the answer', false, true);
  });
}

function judgeChanges({ createDynamicIndex }: Solution, changes: Vote): Judgement {
  const index = createDynamicIndex(changes.query.length);
  const there: There = new Map();
  const wrong = changed(index, changes, there);
  if (wrong || there.size === 0) return wrong;
  return judgeQuery(index, there, changes.query, 1 + ((changes.k - 1) % there.size));
}

/** A cluster, rows far from it, and one between that comes last. */
const farApart: Vote = {
  X: [56, 0, 44, 40, 37, 0, 50, 0, 0, 43, 0, 59, 0, 0, 0, 0, 0, 0, 0, 0, 35].map((value) => [value]),
  y: Array.from({ length: 21 }, () => 0),
  query: [35],
  k: 1,
};

/** Inserts alone. */
const staying = (search: Search): Vote => ({ ...search, y: search.X.map(() => 0) });

const one: Search = { X: [[5]], query: [5], k: 1 };
const two: Search = { X: [[5], [6]], query: [5], k: 2 };

/** Hundreds of rows of which most are equal to others. */
const alikeByHundreds: Search = {
  X: writtenAs(
    Array.from({ length: 300 }, (_, i) => [i % 3, i % 2]),
    'Array.from({ length: 300 }, (_, i) => [i % 3, i % 2])',
  ),
  query: [1, 1],
  k: 1,
};

export const dynamicLaws = [
  law(
    'insert gives as id how many rows were inserted before, also those that have been removed since',
    votes,
    ({ createDynamicIndex }, changes) => {
      const index = createDynamicIndex(changes.query.length);
      const there: There = new Map();
      return firstBroken(changes.X, (row, i) => {
        const wrong = inserted(index, there, row, i);
        const gone = goneAfter(i, changes, there);
        if (wrong || gone === undefined) return wrong;
        there.delete(gone);
        index.remove(gone);
        return undefined;
      });
    },
    { runs: 100 },
  ),
  law(
    'remove tells whether the row was there: not one that was never given, nor one removed before',
    fc.tuple(searches, fc.oneof(fc.nat(12), fc.constantFrom(-1, 0.5)), fc.boolean()),
    ({ createDynamicIndex }, [{ X, query }, id, isAgain]) => {
      const index = createDynamicIndex(query.length);
      for (const row of X) index.insert(row);
      const wasThere = Number.isInteger(id) && id >= 0 && id < X.length;
      const first = index.remove(id);
      if (first !== wasThere) return broken('the answer', first, wasThere);
      return isAgain && index.remove(id) ? broken('the answer', true, false) : undefined;
    },
    {
      examples: [-1, 0.5, Number.NaN, 256, 2 ** 32].map((id): [Search, number, boolean] => [one, id, false]),
      runs: 150,
    },
  ),
  law('query gives the k nearest of the rows that are there, nearest first', votes, judgeChanges, {
    examples: alike.map(staying),
    runs: 200,
  }),
  law('the lower id comes first at equal distances', tiedVotes, judgeChanges, { stage: 'special', runs: 200 }),
  law(
    'a query is exact at any moment, between inserts and removals',
    fc.tuple(votes, fc.array(fc.nat(9), { maxLength: 3 }), fc.option(fc.nat(9))),
    ({ createDynamicIndex }, [changes, moments, tooEarly]) => {
      const { X, query, k } = changes;
      const index = createDynamicIndex(query.length);
      const there: There = new Map();
      return firstBroken(X, (row, i) => {
        const wrong = inserted(index, there, row, i);
        if (wrong) return wrong;
        if (tooEarly === i && index.remove(i + 1)) return broken('the answer', true, false);
        const isAsked = moments.some((moment) => moment % X.length === i) || i === X.length - 1;
        const before = isAsked ? judgeQuery(index, there, query, 1 + (k % there.size)) : undefined;
        const gone = goneAfter(i, changes, there);
        if (before || gone === undefined) return before;
        index.remove(gone);
        there.delete(gone);
        if (index.remove(gone)) return broken('the answer', true, false);
        return there.size === 0 || !isAsked ? undefined : judgeQuery(index, there, query, there.size);
      });
    },
    { stage: 'special', runs: 100 },
  ),
  law(
    'dozens of changes are no other than a few',
    fc.oneof(longVotes, broadVotes),
    ({ createDynamicIndex }, changes) => {
      const { X, query, k } = changes;
      const index = createDynamicIndex(query.length);
      const there: There = new Map();
      const wrong = changed(index, changes, there);
      if (wrong || there.size === 0) return wrong;
      const least = 1 + ((k - 1) % there.size);
      return judgeQuery(index, there, query, least) ?? judgeQuery(index, there, X[X.length - 1], 1);
    },
    { stage: 'larger', examples: [farApart, ...[{ ...alike[0], query: [1, 11] }, ...many].map(staying)], runs: 150 },
  ),
  law(
    'the first half of the rows may go',
    longSearches,
    ({ createDynamicIndex }, { X, query }) => {
      const index = createDynamicIndex(query.length);
      const there: There = new Map();
      const wrong = firstBroken(X, (row, i) => inserted(index, there, row, i));
      if (wrong) return wrong;
      for (let id = 0; id < Math.floor(X.length / 2) + 1 && there.size > 1; id++) {
        index.remove(id);
        there.delete(id);
      }
      return judgeQuery(index, there, query, 1) ?? judgeQuery(index, there, X[X.length - 1], there.size);
    },
    { stage: 'special', examples: [alikeByHundreds], runs: 60 },
  ),
  law(
    'hundreds of rows are no other than a few, wherever they lie and when some have gone',
    fc.constantFrom(...placedByTable),
    ({ createDynamicIndex }, searches) => {
      const { X } = searches[0];
      const index = createDynamicIndex(X[0].length);
      const there: There = new Map();
      const wrong = firstBroken(X, (row, i) => inserted(index, there, row, i));
      if (wrong) return wrong;
      for (let id = 0; id < X.length; id += 3) {
        index.remove(id);
        there.delete(id);
      }
      return firstBroken(searches, ({ query, k }) => {
        const search = { X: [...there.values()], query, k: Math.min(k, there.size) };
        return judgeNearest(index.query(query, search.k), search, [...there.keys()]);
      });
    },
    { stage: 'larger', examples: placedByTable, runs: placedByTable.length, fuel: LARGE_FUEL, isLarge: true },
  ),
  law(
    'thousands of rows are no other than a few',
    fc.constant(2_300),
    ({ createDynamicIndex }, nSamples) => {
      const index = createDynamicIndex(1);
      const there: There = new Map();
      const rows = Array.from({ length: nSamples }, (_, i) => [i]);
      return (
        firstBroken(rows, (row, i) => inserted(index, there, row, i)) ??
        firstBroken([0, 1_024, 2_048, nSamples - 1], (value) => judgeQuery(index, there, [value], 2))
      );
    },
    { stage: 'larger', runs: 1, fuel: LARGE_FUEL, isLarge: true },
  ),
  law('squared distances that differ by more than 1e-9 of the larger are kept apart', delicateVotes, judgeChanges, {
    stage: 'special',
    examples: [tiny, ...extremes.map(staying), { X: [[1e8], [1e8 + 2]], y: [0, 0], query: [1e8 + 3], k: 1 }],
  }),
  law(
    'any number of such objects may be in use at the same time',
    fc.tuple(searches, searches, fc.nat(10), fc.nat(2)),
    ({ createDynamicIndex }, [a, b, nBefore, nOthers]) => {
      const [inFirst, inSecond]: [There, There] = [new Map(), new Map()];
      const first = createDynamicIndex(a.query.length);
      const early = firstBroken(a.X.slice(0, nBefore), (row, t) => inserted(first, inFirst, row, t));
      if (early) return early;
      const others = Array.from({ length: nOthers }, () => createDynamicIndex(b.query.length));
      const second = createDynamicIndex(b.query.length);
      for (const other of others) other.insert(b.X[0]);
      const later = a.X.slice(nBefore);
      const longer = later.length > b.X.length ? later : b.X;
      const wrong = firstBroken(
        longer,
        (_, t) =>
          (later[t] ? inserted(first, inFirst, later[t], inFirst.size) : undefined) ??
          (b.X[t] ? inserted(second, inSecond, b.X[t], t) : undefined),
      );
      if (wrong) return wrong;
      // One row goes from each that has several: the last of the first, and the first of the second.
      if (inFirst.size > 1 && first.remove(a.X.length - 1)) inFirst.delete(a.X.length - 1);
      if (inSecond.size > 1 && second.remove(0)) inSecond.delete(0);
      return (
        judgeQuery(first, inFirst, a.query, inFirst.size) ??
        judgeQuery(second, inSecond, b.query, inSecond.size) ??
        firstBroken(others, (other) => judgeQuery(other, new Map([[0, b.X[0]]]), b.query, 1))
      );
    },
    {
      stage: 'state',
      examples: [
        [one, one, 1, 0],
        [one, one, 1, 20],
        [two, two, 2, 0],
      ],
      runs: 60,
    },
  ),
  law(
    'the rows given are never changed',
    searches,
    ({ createDynamicIndex }, search) =>
      firstBroken([search, deepFrozen(search)], ({ X, query, k }) => {
        const index = createDynamicIndex(query.length);
        const there: There = new Map();
        return firstBroken(X, (row, i) => inserted(index, there, row, i)) ?? judgeQuery(index, there, query, k);
      }),
    { stage: 'state', runs: 60, guards: { insert: ['row'], query: ['query', 'k'] } },
  ),
];

export const rangeErrorLaws = [
  law(
    'nFeatures that is not an integer, 1 or more, is a RangeError',
    fc.constantFrom(0, -1, 1.5, Number.NaN, Infinity),
    ({ createDynamicIndex }, nFeatures) =>
      throwsRangeError(() => createDynamicIndex(nFeatures), `nFeatures = ${nFeatures}`),
    { stage: 'faults', examples: [0, -1, 1.5, Number.NaN, Infinity], runs: 5 },
  ),
  law(
    'a row or query of another length, or with a coordinate that is NaN or infinite, is a RangeError',
    fc.tuple(searches, fc.nat(2), notFinite),
    ({ createDynamicIndex }, [{ X, query }, j, value]) => {
      const index = createDynamicIndex(query.length);
      for (const row of X) index.insert(row);
      return (
        firstBroken(badQueries(X[0], j, value), ([row, why]) =>
          throwsRangeError(() => index.insert(row), why.replace('query', 'row').replace('the rows', 'nFeatures')),
        ) ?? firstBroken(badQueries(query, j, value), ([bad, why]) => throwsRangeError(() => index.query(bad, 1), why))
      );
    },
    { stage: 'faults', examples: [badInLastFeature, [long, 0, Number.NaN]], runs: 40 },
  ),
  law(
    'k that is not an integer from 1 to the number of rows that are there is a RangeError',
    fc.tuple(searches, fc.boolean()),
    ({ createDynamicIndex }, [{ X, query }, isOneGone]) => {
      const index = createDynamicIndex(query.length);
      const early = throwsRangeError(() => index.query(query, 1), 'k = 1 with no rows there');
      if (early) return early;
      for (const row of X) index.insert(row);
      if (isOneGone) index.remove(0);
      const size = X.length - Number(isOneGone);
      return firstBroken([size + 1, 0, -1, 0.5, 1.5, Number.NaN], (k) =>
        throwsRangeError(() => index.query(query, k), `k = ${k} with ${size === 1 ? '1 row' : `${size} rows`} there`),
      );
    },
    { stage: 'faults', examples: [[{ X: [[0]], query: [0], k: 1 }, true]], runs: 40 },
  ),
  law(
    'a call that throws changes nothing',
    fc.tuple(searches, fc.nat(2), notFinite),
    ({ createDynamicIndex }, [{ X, query, k }, j, value]) => {
      const index = createDynamicIndex(query.length);
      const there: There = new Map();
      for (const row of X) {
        if (throwsRangeError(() => index.insert(put(row, j, value)), 'a bad row')) return undefined; // told by the law above
        if (throwsRangeError(() => index.insert([...row, 0]), 'a longer row')) return undefined;
        const id = index.insert(row);
        if (id !== there.size) return broken('the answer', id, there.size);
        there.set(id, row);
      }
      return judgeQuery(index, there, query, k);
    },
    { stage: 'state', runs: 40 },
  ),
];
