import type { KMeansResult, kMeans } from '../../../reference/k-means/index.ts';
import { broken, firstBroken, isClose, type Judgement } from '../../../src/index.ts';
import { type Decided, decided, largestOf, squared } from './decided.ts';
import type { Clustering, LimitedClustering } from './inputs.ts';

interface Solution {
  readonly kMeans: typeof kMeans;
}

export const run = (solution: Solution, { X, initialCentroids, maxIter }: LimitedClustering): KMeansResult =>
  solution.kMeans(X, initialCentroids, { maxIter });

export const sameLabels = (actual: ArrayLike<number>, expected: ArrayLike<number>): Judgement =>
  firstBroken(Array.from(expected), (label, i) =>
    actual[i] === label ? undefined : broken(`labels[${i}]`, actual[i], label),
  );

/**
 * The first row that is given to a wrong centroid: to one farther away, or to one at the same distance, which is a matter
 * of ties. Distances to the centroids asked for are exact where there are ties.
 */
export const wrongLabel = (
  { X, expected }: Decided,
  labels: ArrayLike<number>,
  mistake: 'farther' | 'tied',
): Judgement =>
  firstBroken(X, (x, i) => {
    if (labels[i] === expected.labels[i]) return undefined;
    const isTied = squared(x, expected.centroids[labels[i]]) === squared(x, expected.centroids[expected.labels[i]]);
    return isTied === (mistake === 'tied') ? broken(`labels[${i}]`, labels[i], expected.labels[i]) : undefined;
  });

/** The first row whose label is not that of the nearest of the centroids that were returned; ties and rounding aside. */
export const notNearest = ({ X }: Clustering, { centroids, labels }: KMeansResult): Judgement =>
  firstBroken(X, (x, i) => {
    const distances = Array.from(centroids, (centroid) => squared(x, centroid));
    const nearest = distances.indexOf(Math.min(...distances));
    const isFarther = distances[labels[i]] > distances[nearest] * (1 + 1e-9) + 1e-12 * (1 + largestOf([x])) ** 2;
    return isFarther ? broken(`labels[${i}]`, labels[i], nearest) : undefined;
  });

/** Centroids are equal within 1e-9 of the largest coordinate. */
export const sameCentroids = (
  actual: KMeansResult['centroids'],
  expected: ArrayLike<ArrayLike<number>>,
  { X, initialCentroids }: Clustering,
): Judgement => {
  const scale = Math.max(largestOf(X), largestOf(initialCentroids));
  return firstBroken(Array.from(expected), (centroid, k) =>
    firstBroken(Array.from(centroid), (value, j) =>
      isClose(actual[k][j], value, scale) ? undefined : broken(`centroids[${k}][${j}]`, actual[k][j], value),
    ),
  );
};

/** The inertia of labels and centroids, and how much of it the rounding of the centroids can make. */
export function inertiaOf(
  { X }: Clustering,
  { centroids, labels }: KMeansResult,
): { inertia: number; rounding: number } {
  const scale = largestOf(X);
  let inertia = 0;
  let rounding = 0;
  X.forEach((x, i) => {
    x.forEach((value, j) => {
      const difference = value - centroids[labels[i]][j];
      inertia += difference ** 2;
      rounding += 8e-15 * scale * Math.abs(difference) + (1e-12 * scale) ** 2;
    });
  });
  return { inertia, rounding };
}

export function sameInertia(actual: number, expected: { inertia: number; rounding: number }): Judgement {
  if (isClose(actual, expected.inertia) || Math.abs(actual - expected.inertia) <= expected.rounding) return undefined;
  return broken('inertia', actual, expected.inertia);
}

/** Judges all of a result, as far as every right answer makes it alike. */
export function judgeResult(solution: Solution, input: LimitedClustering): Judgement {
  const call = decided(input);
  if (!call) return undefined;
  const { expected } = call;
  const actual = run(solution, call);
  return (
    sameCentroids(actual.centroids, expected.centroids, call) ??
    sameLabels(actual.labels, expected.labels) ??
    sameInertia(actual.inertia, inertiaOf(call, expected)) ??
    (actual.nIter === expected.nIter ? undefined : broken('nIter', actual.nIter, expected.nIter)) ??
    (actual.converged === expected.converged ? undefined : broken('converged', actual.converged, expected.converged))
  );
}
