import type { Mutant } from '../../../src/index.ts';
import type { Asked } from '../drill.ts';

export type Row = readonly number[];
export type Rows = readonly Row[];
export type Attempt = Mutant<Asked>;
export type Distance = (a: Row, b: Row) => number;
export type CreateIndex = Asked['createIndex'];

type Problem = 'empty' | 'noFeatures' | 'ragged' | 'coordinate' | 'queryLength' | 'queryCoordinate' | 'badK';

function refuse(tests: [Problem, () => boolean][], overlooked: readonly Problem[]): void {
  const found = tests.find(([name, fails]) => !overlooked.includes(name) && fails());
  if (found) throw new RangeError(found[0]);
}

export const checkRows = (X: Rows, ...overlooked: Problem[]): void =>
  refuse(
    [
      ['empty', () => X.length === 0],
      ['noFeatures', () => X.some((row) => row.length === 0)],
      ['ragged', () => X.some((row) => row.length !== X[0].length)],
      ['coordinate', () => !X.every((row) => row.every(Number.isFinite))],
    ],
    overlooked,
  );

export const checkQuery = (X: Rows, query: Row, k: number, ...overlooked: Problem[]): void =>
  refuse(
    [
      ['queryLength', () => query.length !== X[0].length],
      ['queryCoordinate', () => !query.every(Number.isFinite)],
      ['badK', () => !Number.isInteger(k) || k < 1 || k > X.length],
    ],
    overlooked,
  );

export const squared: Distance = (a, b) => {
  let sum = 0;
  for (let f = 0; f < a.length; f++) sum += (a[f] - b[f]) ** 2;
  return sum;
};

/** The rows that are nearest, each measured once. */
export function ranked(X: Rows, candidates: readonly number[], query: Row, k: number, distance: Distance): number[] {
  const measured = candidates.map((i) => [distance(X[i], query), i] as const);
  measured.sort(([a, i], [b, j]) => a - b || i - j);
  return measured.slice(0, k).map(([, i]) => i);
}

/** Rows that are far from one another, each the farthest from those before. */
export function farApart(X: Rows, nPivots: number, distance: Distance, first: number): number[] {
  const gaps: number[] = X.map(() => Infinity);
  const pivots: number[] = [];
  for (let next = first; pivots.length < nPivots; ) {
    pivots.push(next);
    let farthest = 0;
    for (let i = 0; i < X.length; i++) {
      gaps[i] = Math.min(gaps[i], distance(X[i], X[next]));
      if (gaps[i] > gaps[farthest]) farthest = i;
    }
    next = farthest;
  }
  return pivots;
}

/** Below it all rows are looked at. */
const FEW = 40;

/** A right solution in parts: rows are chosen by how far they are from a few pivots, then measured. */
export interface Parts {
  checkRows(X: Rows): void;
  checkQuery(X: Rows, query: Row, k: number): void;
  nPivots(nSamples: number): number;
  pivots(X: Rows, nPivots: number, distance: Distance, first: number): number[];
  /** How many rows a query measures besides the pivots. */
  nCandidates(nSamples: number, nPivots: number, k: number): number;
  /** How unlike two rows are by their distances from the pivots. */
  unlike(a: Row, b: Row): number;
  ranked(X: Rows, candidates: number[], query: Row, k: number, distance: Distance): number[];
  result(found: number[], k: number, X: Rows): number[];
}

const right: Parts = {
  checkRows,
  checkQuery,
  nPivots: (nSamples) => (nSamples <= FEW ? 0 : Math.min(20, nSamples >> 5)),
  pivots: farApart,
  nCandidates: (nSamples, nPivots, k) => Math.max(k, FEW, Math.floor(nSamples / 10) - nPivots),
  unlike: (a, b) => a.reduce((sum, value, p) => sum + Math.abs(value - b[p]), 0),
  ranked,
  result: (found) => found,
};

/** The right solution with some parts replaced. */
export function indexOf(changes: Partial<Parts>): CreateIndex {
  const parts = { ...right, ...changes };
  return (X, distance, random) => {
    parts.checkRows(X);
    const rows = X.map((row) => [...row]);
    const nPivots = parts.nPivots(rows.length);
    const pivots = nPivots > 0 ? parts.pivots(rows, nPivots, distance, Math.floor(random() * rows.length)) : [];
    const profile = (row: Row) => pivots.map((p) => distance(rows[p], row));
    const profiles = rows.map(profile);
    return {
      query(query, k) {
        parts.checkQuery(rows, query, k);
        const wanted = profile(query);
        const candidates = profiles
          .map((known, i) => [parts.unlike(known, wanted), i] as const)
          .sort(([a, i], [b, j]) => a - b || i - j)
          .slice(0, parts.nCandidates(rows.length, nPivots, k))
          .map(([, i]) => i);
        return parts.result(parts.ranked(rows, candidates, query, k, distance), k, rows);
      },
    };
  };
}

export const built = (changes: Partial<Parts>): Attempt['solution'] => ({ createIndex: indexOf(changes) });

export const rightIndex = indexOf({});

/** A solution that chooses candidates in a way of its own. */
export const choosing = (
  prepare: (X: Rows, distance: Distance, random: () => number) => (query: Row, k: number) => readonly number[],
): Attempt['solution'] => ({
  createIndex(X, distance, random) {
    checkRows(X);
    const rows = X.map((row) => [...row]);
    const choose = prepare(rows, distance, random);
    return {
      query(query, k) {
        checkQuery(rows, query, k);
        const candidates = new Set(choose(query, k));
        for (let i = 0; candidates.size < k; i++) candidates.add(i);
        return ranked(rows, [...candidates], query, k, distance);
      },
    };
  },
});
