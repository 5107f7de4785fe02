import fc from 'fast-check';
import type { Search } from './inputs.ts';

/** A change of rows and query that leaves the k nearest rows what they are. */
export type Change = (search: Search) => Search;

const onPoints =
  (change: (point: readonly number[]) => number[]): Change =>
  ({ X, query, k }) => ({ X: X.map(change), query: change(query), k });

/** All in integers, so that ties stay ties. */
const CHANGES: readonly Change[] = [
  onPoints((point) => point.map((value) => value + 5)),
  onPoints((point) => point.map((value, j) => value - 7 * (j + 1))),
  onPoints((point) => point.map((value) => 0 - value)), // and 0 stays 0, not -0
  onPoints((point) => point.map((value) => value * 2)),
  onPoints((point) => [...point].reverse()),
];

export const changes: fc.Arbitrary<Change> = fc.constantFrom(...CHANGES);

/** A row more, farther from the query than any. */
export const farther: Change = ({ X, query, k }) => ({ X: [...X, query.map((value) => value + 200)], query, k });
