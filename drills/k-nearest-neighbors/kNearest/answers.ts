import { kNearest } from '../../../reference/k-nearest-neighbors/index.ts';
import { broken, firstBroken, isClose, type Judgement } from '../../../src/index.ts';
import type { Search } from './inputs.ts';

type Rows = readonly (readonly number[])[];

export const squaredDistance = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0);

/**
 * Judges that an answer holds the k nearest rows, nearest first, by their distances: rows at equal distances, and at distances
 * that rounding cannot tell apart, may change places. `ids` says what the rows are called, where that is not their index.
 */
export function judgeNearest(answer: ArrayLike<number>, { X, query, k }: Search, ids = [...X.keys()]): Judgement {
  if (answer.length !== k) return broken('the length of the answer', answer.length, k);
  const nearest = kNearest(X, query, k);
  const given = new Set<number>();
  return firstBroken(Array.from(answer), (id, t) => {
    const place = ids.indexOf(id);
    if (place < 0) return broken(`the answer[${t}]`, id, 'that of a row that is there');
    if (given.has(id)) return broken(`the answer[${t}]`, `${id} again`, 'a row that is not in the answer yet');
    given.add(id);
    const isAsNear = isClose(squaredDistance(X[place], query), squaredDistance(X[nearest[t]], query));
    return isAsNear ? undefined : broken(`the answer[${t}]`, id, ids[nearest[t]]);
  });
}

/** The same, and element by element where ties are exact. */
export const judgeExactly = (answer: ArrayLike<number>, search: Search, ids = [...search.X.keys()]): Judgement =>
  judgeNearest(answer, search, ids) ??
  (tiesSurviveRounding(search.X, search.query)
    ? judgeSame(
        Array.from(answer),
        kNearest(search.X, search.query, search.k).map((i) => ids[i]),
        'the answer',
      )
    : undefined);

/** Judges that a list is this one, element by element. */
export const judgeSame = (actual: readonly number[], expected: readonly number[], place: string): Judgement =>
  actual.length === expected.length
    ? firstBroken(expected, (value, t) =>
        actual[t] === value ? undefined : broken(`${place}[${t}]`, actual[t], value),
      )
    : broken(`the length of ${place}`, actual.length, expected.length);

/**
 * Whether rows at equal squared distances stay equal for every right way to measure: Math.hypot scales before it squares, and
 * so puts (1, 1, 4) and (0, 3, 3) apart.
 */
export function tiesSurviveRounding(X: Rows, query: readonly number[]): boolean {
  const hypots = new Map<number, number>();
  return X.every((row) => {
    const square = squaredDistance(row, query);
    const hypot = Math.hypot(...row.map((value, j) => value - query[j]));
    const known = hypots.get(square) ?? hypot;
    hypots.set(square, known);
    return known === hypot;
  });
}

/** Whether which rows are the k nearest is beyond doubt: the next one is farther by more than rounding. */
export function isClearCut({ X, query, k }: Search): boolean {
  if (k === X.length) return true;
  const [last, next] = kNearest(X, query, k + 1).slice(k - 1);
  return !isClose(squaredDistance(X[last], query), squaredDistance(X[next], query));
}
