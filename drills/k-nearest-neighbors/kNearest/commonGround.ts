import fc from 'fast-check';
import { kNearest } from '../../../reference/k-nearest-neighbors/index.ts';
import { squaredDistance } from './answers.ts';
import type { Vote } from './inputs.ts';

/** Four coordinates, of which a query or row takes the first, and a label. */
type Parts = readonly [number, number, number, number, number];

const ROWS = { minLength: 4, maxLength: 8, size: 'max' } as const;

/** What votes are made of: flat, so that each part shrinks by itself. */
const parts = (min: number, max: number, nFeatures: fc.Arbitrary<number>, nLabels: number) => {
  const coordinate = fc.integer({ min, max });
  const four = [coordinate, coordinate, coordinate, coordinate] as const;
  const rows = fc.array(fc.tuple(...four, fc.nat({ max: nLabels - 1 })), ROWS);
  return fc.record({ nFeatures, rows, query: fc.tuple(...four), k: fc.nat({ max: 99 }) }, { noNullPrototype: true });
};

/** k from 2 to nSamples - 1, where that leaves a choice. */
const kOf = (any: number, nSamples: number): number => (nSamples > 2 ? 2 + (any % (nSamples - 2)) : 1);

/** Rows whose squared distances differ from all others by a twentieth, and from 0: the others are left out, not drawn again. */
function apart(rows: readonly Parts[], query: readonly number[]): Parts[] {
  const kept: { row: Parts; far: number }[] = [];
  for (const row of rows) {
    const far = squaredDistance(row.slice(0, query.length), query);
    const isApart = kept.every((other) => Math.abs(other.far - far) > 0.05 * Math.max(other.far, far));
    if (far > 0 && isApart) kept.push({ row, far });
  }
  return kept.map(({ row }) => row);
}

/** 3 to 8 rows at distances that are clearly apart, none of them the query, with coordinates from `min` to `max`. */
export const spread = (min: number, max: number, nFeatures: fc.Arbitrary<number>, nLabels = 3): fc.Arbitrary<Vote> =>
  parts(min, max, nFeatures, nLabels)
    .map(({ nFeatures, rows, query, k }): Vote => {
      const at = query.slice(0, nFeatures);
      const kept = apart(rows, at);
      const X = kept.map((row) => row.slice(0, nFeatures));
      return { X, y: kept.map((row) => row[4]), query: at, k: kOf(k, X.length) };
    })
    .filter(({ X }) => X.length >= 3);

export const few: fc.Arbitrary<number> = fc.integer({ min: 2, max: 4 });

/** Common ground: no tie, no special value, k neither 1 nor nSamples; more than one feature, labels 0 to 2. */
export const common: fc.Arbitrary<Vote> = spread(1, 20, few);

/** Coordinates 1 to 3: squared distances are small integers that often differ by 1, where a clear margin would hide what rounding loses. */
export const close: fc.Arbitrary<Vote> = spread(1, 3, few);

/** The labels with most votes, the smallest first. */
export function winners(labels: readonly number[]): number[] {
  const count = new Map<number, number>();
  for (const label of labels) count.set(label, (count.get(label) ?? 0) + 1);
  const most = Math.max(...count.values());
  return [...count.keys()].filter((label) => count.get(label) === most).sort((a, b) => a - b);
}

export const winnersOf = ({ X, y, query, k }: Vote): number[] => winners(kNearest(X, query, k).map((i) => y[i]));
export const isDecided = (vote: Vote): boolean => winnersOf(vote).length === 1;
export const isTied = (vote: Vote): boolean => !isDecided(vote);

export const decided: fc.Arbitrary<Vote> = common.filter(isDecided);

/** Rows and query with each coordinate changed. */
export const moved = (vote: Vote, change: (value: number) => number): Vote => ({
  ...vote,
  X: vote.X.map((row) => row.map(change)),
  query: vote.query.map(change),
});

/** The same with other names for the labels 0, 1, 2 ... */
export const named = (vote: Vote, names: readonly number[]): Vote => ({
  ...vote,
  y: vote.y.map((label) => names[label]),
});

/**
 * Rows that tie for every usual distance: the query with the same offset, once, twice or three times as large, added to or taken
 * from each feature. No two are equal, and none is the query.
 */
export const tied: fc.Arbitrary<Vote> = fc
  .record(
    {
      offset: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 3 }),
      query: fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 15, max: 30 }))),
      rows: fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.nat({ max: 7 }), fc.nat({ max: 2 })), {
        minLength: 3,
        maxLength: 14,
        size: 'max',
      }),
      k: fc.nat({ max: 99 }),
    },
    { noNullPrototype: true },
  )
  .map(({ offset, query, rows, k }): Vote => {
    const at = query.slice(0, offset.length);
    const known = new Map<string, { row: number[]; label: number }>();
    for (const [times, signs, label] of rows) {
      const row = at.map((value, j) => value + times * offset[j] * ((signs >> j) & 1 ? -1 : 1));
      if (!known.has(`${row}`)) known.set(`${row}`, { row, label });
    }
    const kept = [...known.values()];
    return { X: kept.map(({ row }) => row), y: kept.map(({ label }) => label), query: at, k: kOf(k, kept.length) };
  })
  .filter(({ X }) => X.length >= 3);

/** Some rows once more, at other places. */
export const repeated: fc.Arbitrary<Vote> = fc
  .tuple(common, fc.array(fc.nat({ max: 99 }), { minLength: 1, maxLength: 5 }), fc.nat({ max: 99 }))
  .map(([vote, copies, k]) => {
    const places = [...vote.X.keys(), ...copies.map((copy) => copy % vote.X.length)];
    return {
      X: places.map((i) => vote.X[i]),
      y: places.map((i) => vote.y[i]),
      query: vote.query,
      k: kOf(k, places.length),
    };
  });
