import type { KMeansResult, kMeans } from '../../../reference/k-means/index.ts';
import { broken, firstBroken, isClose, type Judgement } from '../../../src/index.ts';
import { type Decided, decided, largestOf, squared } from './decided.ts';
import type { Clustering, LimitedClustering } from './inputs.ts';

interface Solution {
  readonly kMeans: typeof kMeans;
}

export const run = (solution: Solution, { X, initialCentroids, maxIter }: LimitedClustering): KMeansResult =>
  solution.kMeans(X, initialCentroids, { maxIter });

export const sameLabels = (came: ArrayLike<number>, asked: ArrayLike<number>): Judgement =>
  firstBroken(Array.from(asked), (label, i) =>
    came[i] === label ? undefined : broken(`labels[${i}]`, came[i], label),
  );

/**
 * The first row that is given to a wrong centroid: to one farther away, or to one at the same distance, which is a matter
 * of ties. Distances to the centroids asked for are exact where there are ties.
 */
export const wrongLabel = ({ X, asked }: Decided, labels: ArrayLike<number>, mistake: 'farther' | 'tied'): Judgement =>
  firstBroken(X, (x, i) => {
    if (labels[i] === asked.labels[i]) return undefined;
    const isTied = squared(x, asked.centroids[labels[i]]) === squared(x, asked.centroids[asked.labels[i]]);
    return isTied === (mistake === 'tied') ? broken(`labels[${i}]`, labels[i], asked.labels[i]) : undefined;
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
  came: KMeansResult['centroids'],
  asked: ArrayLike<ArrayLike<number>>,
  { X, initialCentroids }: Clustering,
): Judgement => {
  const scale = Math.max(largestOf(X), largestOf(initialCentroids));
  return firstBroken(Array.from(asked), (centroid, k) =>
    firstBroken(Array.from(centroid), (value, j) =>
      isClose(came[k][j], value, scale) ? undefined : broken(`centroids[${k}][${j}]`, came[k][j], value),
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

export function sameInertia(came: number, asked: { inertia: number; rounding: number }): Judgement {
  if (isClose(came, asked.inertia) || Math.abs(came - asked.inertia) <= asked.rounding) return undefined;
  return broken('inertia', came, asked.inertia);
}

/** Judges all of a result, as far as every right answer makes it alike. */
export function judgeResult(solution: Solution, input: LimitedClustering): Judgement {
  const call = decided(input);
  if (!call) return undefined;
  const { asked } = call;
  const came = run(solution, call);
  return (
    sameCentroids(came.centroids, asked.centroids, call) ??
    sameLabels(came.labels, asked.labels) ??
    sameInertia(came.inertia, inertiaOf(call, asked)) ??
    (came.nIter === asked.nIter ? undefined : broken('nIter', came.nIter, asked.nIter)) ??
    (came.converged === asked.converged ? undefined : broken('converged', came.converged, asked.converged))
  );
}
