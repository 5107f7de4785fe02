import fc from 'fast-check';
import * as reference from '../../../reference/k-nearest-neighbors/index.ts';
import { lawsOf, writtenAs } from '../../../src/index.ts';
import { irisRows } from '../iris.ts';
import { judgeNearest, judgeSame, tiesSurviveRounding } from './answers.ts';
import { type Change, changes, farther } from './changes.ts';
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
} from './inputs.ts';

const law = lawsOf<typeof reference>();

const MANY_ROWS = writtenAs(
  Array.from({ length: 300 }, (_, i) => [300 - i]),
  'Array.from({ length: 300 }, (_, i) => [300 - i])',
);

const nearest = law(
  'kNearest gives the k nearest rows, nearest first',
  searches,
  ({ kNearest }, search) => judgeNearest(kNearest(search.X, search.query, search.k), search),
  {
    examples: [
      { X: [[0]], query: [0], k: 1 },
      { X: [[9], [10], [-2], [1]], query: [0], k: 4 }, // as text, 100 comes before 4 and 81
      {
        X: [
          [-3, 0],
          [2, 2],
        ],
        query: [0, 0],
        k: 1,
      }, // 9 and 8 in squares, 3 and 4 in sums
      { X: MANY_ROWS, query: [0], k: 1 }, // row 299, which is 43 in a byte
    ],
  },
);

const ties = law(
  'kNearest gives rows at equal distances in order of index',
  fc.oneof({ weight: 3, arbitrary: tiedSearches }, { weight: 1, arbitrary: manyTiedSearches }),
  ({ kNearest }, { X, query, k }) => {
    if (!tiesSurviveRounding(X, query)) return undefined;
    return judgeSame(kNearest(X, query, k), reference.kNearest(X, query, k), 'the answer');
  },
  {
    stage: 'special',
    examples: [
      { X: [[1], [-1], [1]], query: [0], k: 2 },
      { X: [[1], [0], [1], [0]], query: [0], k: 3 }, // two rows tie for farthest before a nearer one comes
    ],
    runs: 200,
  },
);

const duplicates = law(
  'kNearest takes a row given twice as two rows',
  searches,
  ({ kNearest }, { X, query, k }) => {
    const twice = { X: [...X, ...X], query, k: 2 * k };
    return judgeNearest(kNearest(twice.X, query, twice.k), twice);
  },
  { stage: 'special', runs: 60 },
);

const all = law(
  'kNearest with k = nSamples gives every row',
  searches,
  ({ kNearest }, { X, query }) => judgeNearest(kNearest(X, query, X.length), { X, query, k: X.length }),
  { stage: 'special', runs: 100 },
);

const smallerK = law(
  'kNearest with a smaller k gives the beginning of the same answer',
  searches,
  ({ kNearest }, { X, query, k }) => {
    if (!tiesSurviveRounding(X, query)) return undefined;
    const some = kNearest(X, query, k);
    return judgeSame(kNearest(X, query, X.length).slice(0, k), some, 'the second answer');
  },
  { stage: 'combined', runs: 60 },
);

const moved = law(
  'kNearest gives the same answer when features are moved, scaled or change places',
  fc.tuple(searches, changes),
  ({ kNearest }, [search, change]) => sameAfter(kNearest, search, change),
  { stage: 'combined', runs: 120 },
);

const appended = law(
  'kNearest gives the same answer when a farther row is appended',
  searches,
  ({ kNearest }, search) => sameAfter(kNearest, search, farther),
  { stage: 'combined', runs: 60 },
);

function sameAfter(kNearest: typeof reference.kNearest, search: Search, change: Change) {
  const changed = change(search);
  if (!tiesSurviveRounding(search.X, search.query) || !tiesSurviveRounding(changed.X, changed.query)) return undefined;
  const before = kNearest(search.X, search.query, search.k);
  return judgeSame(kNearest(changed.X, changed.query, search.k), before, 'the second answer');
}

const delicate = law(
  'kNearest keeps squared distances apart that differ by more than 1e-9 of the larger',
  delicateSearches,
  ({ kNearest }, search) => judgeNearest(kNearest(search.X, search.query, search.k), search),
  {
    stage: 'special',
    examples: [
      { X: [[1e8 + 2], [1e8 + 1]], query: [1e8], k: 1 },
      { X: [[0.003], [0.001]], query: [0], k: 1 },
      { X: [[1.2e-6], [1e-6]], query: [0], k: 1 },
      searchOf(tiny),
      { X: [[1.000000001], [1]], query: [0], k: 1 },
      {
        X: [
          [1, 10_000],
          [0, 10_000],
        ],
        query: [0, 0],
        k: 1,
      },
    ],
    runs: 200,
  },
);

/** Flowers first, first + step, ... of the 150: any of them may be left out to make a failing call short. */
const flowers = fc
  .record({
    first: fc.nat({ max: 149 }),
    step: fc.constantFrom(1, 7, 49),
    nSamples: fc.integer({ min: 1, max: 150 }),
    at: fc.nat({ max: 149 }),
    k: fc.nat({ max: 149 }),
  })
  .map(
    ({ first, step, nSamples, at, k }): Search => ({
      X: Array.from({ length: nSamples }, (_, i) => irisRows[(first + step * i) % irisRows.length]),
      query: irisRows[at],
      k: 1 + (k % nSamples),
    }),
  );

const irises = law(
  'kNearest gives the k nearest flowers among 150 irises',
  flowers,
  ({ kNearest }, search) => judgeNearest(kNearest(search.X, search.query, search.k), search),
  { stage: 'combined', runs: 20 },
);

const broad = law(
  'kNearest takes dozens of rows and features like a few',
  broadSearches,
  ({ kNearest }, search) => judgeNearest(kNearest(search.X, search.query, search.k), search),
  { stage: 'larger', runs: 40 },
);

const large = law(
  'kNearest gives the k nearest of 2,300 rows',
  fc.constantFrom(...largeSearches),
  ({ kNearest }, search) => judgeNearest(kNearest(search.X, search.query, search.k), search),
  { stage: 'larger', examples: largeSearches, runs: largeSearches.length, isLarge: true },
);

/** The laws of `kNearest`, the plain rule first. */
export const neighbourLaws = [
  nearest,
  ties,
  duplicates,
  all,
  smallerK,
  moved,
  appended,
  delicate,
  irises,
  broad,
  large,
];
