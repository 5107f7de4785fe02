import { type KMeansOptions, type KMeansResult, update } from './kMeans.ts';
import { validateKMeans } from './validate.ts';

type Point = readonly number[];
type Matrix = readonly Point[];

/** The square of a distance that obeys the triangle inequality. */
export type SquaredDistance = (a: Point, b: Point) => number;

/** What is known of a row without measuring: its distances to the centroids lie within these bounds. */
interface Row {
  label: number;
  /** The squared distance to the row's own centroid; undefined since that has moved. */
  squared: number | undefined;
  /** The distance to its own centroid is this at most. */
  upper: number;
  /** The distance to each centroid is this at least (nClusters). */
  lower: number[];
}

/**
 * Bounds are widened by this much of themselves whenever they are made, so that they hold in spite of rounding: then a
 * centroid that is ruled out is farther away, and one that ties exactly is measured and goes by its index.
 */
const ROUNDING = 1e-12;

/**
 * k-means as in `kMeans`, with few calls of an expensive `squaredDistance` (Elkan 2003). When a centroid moves by `drift`,
 * a distance to it changes by `drift` at most; and a centroid that is more than twice as far from a row's own centroid as
 * the row is, is farther from the row too. What these bounds rule out is not measured.
 *
 * At most n k (nIter + 1) + k^2 nIter calls for n rows and k clusters: each assignment measures a row and a centroid once
 * at most, each update k drifts and k (k - 1) / 2 gaps; inertia measures only rows that the last assignment measured not
 * at all. Time O(n k) an update beside the calls, memory O(n k) for the bounds.
 * @throws RangeError as `kMeans` does.
 * @example
 * ```ts
 * const squaredDistance = ([a], [b]) => (a - b) ** 2;
 * kMeansBounded([[0], [2], [8], [10]], [[0], [2]], squaredDistance).labels; // => [0, 0, 1, 1]
 * ```
 */
export function kMeansBounded(
  X: Matrix,
  initialCentroids: Matrix,
  squaredDistance: SquaredDistance,
  { maxIter = 300 }: KMeansOptions = {},
): KMeansResult {
  validateKMeans(X, initialCentroids, maxIter);
  let centroids: Matrix = initialCentroids.map((centroid) => [...centroid]);
  const rows = X.map((x) => measureAll(x, centroids, squaredDistance));
  let nIter = 0;
  let converged = false;
  while (nIter < maxIter && !converged) {
    const before = rows.map(({ label }) => label);
    const moved = update(X, before, centroids);
    nIter++;
    const drifts = moved.map((centroid, k) => Math.sqrt(squaredDistance(centroid, centroids[k])));
    centroids = moved;
    const gaps = gapsBetween(centroids, squaredDistance);
    rows.forEach((row, i) => {
      widen(row, drifts);
      reassign(row, (k) => squaredDistance(X[i], centroids[k]), gaps);
    });
    converged = rows.every(({ label }, i) => label === before[i]);
  }
  const inertia = rows.reduce((sum, row, i) => sum + (row.squared ?? squaredDistance(X[i], centroids[row.label])), 0);
  return { centroids, labels: rows.map(({ label }) => label), inertia, nIter, converged };
}

/** The first assignment of a row: nothing is known, so every centroid is measured. */
function measureAll(x: Point, centroids: Matrix, squaredDistance: SquaredDistance): Row {
  const squares = centroids.map((centroid) => squaredDistance(x, centroid));
  const squared = Math.min(...squares);
  return { label: squares.indexOf(squared), squared, upper: atMost(squared), lower: squares.map(atLeast) };
}

const atMost = (squared: number): number => Math.sqrt(squared) * (1 + ROUNDING);
const atLeast = (squared: number): number => Math.sqrt(squared) * (1 - ROUNDING);

/** Distances between centroids (nClusters, nClusters), from below. */
function gapsBetween(centroids: Matrix, squaredDistance: SquaredDistance): number[][] {
  const gaps: number[][] = centroids.map(() => []);
  for (let a = 0; a < centroids.length; a++) {
    for (let b = 0; b < a; b++) {
      gaps[a][b] = atLeast(squaredDistance(centroids[a], centroids[b]));
      gaps[b][a] = gaps[a][b];
    }
  }
  return gaps;
}

/** Keeps the bounds of a row valid when the centroids have moved by `drifts`. */
function widen(row: Row, drifts: readonly number[]): void {
  if (drifts[row.label] > 0) row.squared = undefined;
  row.upper = (row.upper + drifts[row.label]) * (1 + ROUNDING);
  for (let k = 0; k < drifts.length; k++) row.lower[k] -= (row.lower[k] + drifts[k]) * ROUNDING + drifts[k];
}

/** Gives a row to its nearest centroid, the lowest index on ties, and measures only those that the bounds leave in doubt. */
function reassign(row: Row, measure: (k: number) => number, gaps: readonly (readonly number[])[]): void {
  const isRuledOut = (k: number) => row.upper < Math.max(row.lower[k], gaps[row.label][k] / 2);
  for (let k = 0; k < row.lower.length; k++) {
    if (k === row.label || isRuledOut(k)) continue;
    if (row.squared === undefined) {
      row.squared = measure(row.label);
      row.upper = atMost(row.squared);
      row.lower[row.label] = atLeast(row.squared);
      if (isRuledOut(k)) continue;
    }
    const squared = measure(k);
    row.lower[k] = atLeast(squared);
    if (squared < row.squared || (squared === row.squared && k < row.label)) {
      row.label = k;
      row.squared = squared;
      row.upper = atMost(squared);
    }
  }
}
