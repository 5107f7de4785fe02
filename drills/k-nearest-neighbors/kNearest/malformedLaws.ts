import fc from 'fast-check';
import type * as reference from '../../../reference/k-nearest-neighbors/index.ts';
import { type Judgement, lawsOf, throwsRangeError } from '../../../src/index.ts';
import { type Vote, votes } from './inputs.ts';

/** Arguments with one thing wrong, in words. */
interface Malformed extends Vote {
  readonly why: string;
}

/** Breaks a sound input at a place: row i and feature j, or a label. */
type Damage = (vote: Vote, i: number, j: number) => Malformed;

const law = lawsOf<typeof reference>();

const withK =
  (kOf: (nSamples: number) => number): Damage =>
  (vote) => {
    const k = kOf(vote.X.length);
    return { ...vote, k, why: `k = ${k} with ${vote.X.length} ${vote.X.length === 1 ? 'row' : 'rows'}` };
  };

const COUNTS: readonly Damage[] = [
  withK(() => 0),
  withK((nSamples) => nSamples + 1),
  withK(() => -1),
  withK((nSamples) => nSamples - 0.5),
  withK(() => 0.5),
  withK(() => Number.NaN),
  withK((nSamples) => nSamples + 100),
  withK(() => Number.POSITIVE_INFINITY),
];

const put = <Item>(items: readonly Item[], place: number, item: Item): Item[] =>
  items.map((old, i) => (i === place ? item : old));

const withCoordinate =
  (value: number): Damage =>
  (vote, i, j) => ({ ...vote, X: put(vote.X, i, put(vote.X[i], j, value)), why: `X[${i}][${j}] = ${value}` });

const withQuery =
  (value: number): Damage =>
  (vote, _, j) => ({ ...vote, query: put(vote.query, j, value), why: `query[${j}] = ${value}` });

/** A row is ragged only beside a row that is not. */
const withRow =
  (change: (row: readonly number[]) => number[]): Damage =>
  (vote, i) => {
    const X = [...vote.X, ...vote.X.slice(0, 1)];
    const changed = change(X[i]);
    return { ...vote, X: put(X, i, changed), y: [...vote.y, ...vote.y.slice(0, 1)], why: 'rows that differ in length' };
  };

const ROWS: readonly Damage[] = [
  (vote) => ({ ...vote, X: [], y: [], k: 1, why: 'X without rows' }),
  (vote) => ({ ...vote, X: vote.X.map(() => []), query: [], why: 'rows without features' }),
  withRow((row) => [...row, 0]),
  withRow((row) => row.slice(1)),
  (vote) => ({ ...vote, query: [...vote.query, 0], why: 'a query longer than the rows' }),
  (vote) => ({ ...vote, query: vote.query.slice(1), why: 'a query shorter than the rows' }),
  withCoordinate(Number.NaN),
  withCoordinate(Number.POSITIVE_INFINITY),
  withCoordinate(Number.NEGATIVE_INFINITY),
  withQuery(Number.NaN),
  withQuery(Number.POSITIVE_INFINITY),
];

const LABELS: readonly Damage[] = [
  (vote) => ({ ...vote, y: vote.y.slice(1), why: 'a label too few' }),
  (vote) => ({ ...vote, y: [...vote.y, 0], why: 'a label too many' }),
];

/** Each damage at places that chance chooses. */
const damaged = (damages: readonly Damage[]): fc.Arbitrary<Malformed> =>
  fc
    .tuple(votes, fc.constantFrom(...damages), fc.nat({ max: 99 }), fc.nat({ max: 99 }))
    .map(([vote, damage, i, j]) => damage(vote, i % vote.X.length, j % vote.query.length));

const searchThrows = ({ kNearest }: typeof reference, { X, query, k, why }: Malformed): Judgement =>
  throwsRangeError(() => kNearest(X, query, k), why);

const voteThrows = ({ knnClassify }: typeof reference, { X, y, query, k, why }: Malformed): Judgement =>
  throwsRangeError(() => knnClassify(X, y, query, k), why);

/** Malformed input, a law for each function and part, so that nothing else fails with it. */
export const malformedLaws = [
  law('kNearest throws a RangeError unless k is an integer from 1 to nSamples', damaged(COUNTS), searchThrows, {
    stage: 'faults',
    runs: 60,
  }),
  law('kNearest throws a RangeError on malformed rows or query', damaged(ROWS), searchThrows, {
    stage: 'faults',
    runs: 120,
  }),
  law('knnClassify throws a RangeError unless k is an integer from 1 to nSamples', damaged(COUNTS), voteThrows, {
    stage: 'faults',
    runs: 60,
  }),
  law('knnClassify throws a RangeError on malformed rows, labels or query', damaged([...ROWS, ...LABELS]), voteThrows, {
    stage: 'faults',
    runs: 120,
  }),
];
