import { type Clustering1d, optimalKMeans1d } from '../../../reference/k-means/index.ts';
import { broken, firstBroken, isClose, type Judgement } from '../../../src/index.ts';
import type { Call1d } from './inputs.ts';

/** The values of each cluster, by the labels of an answer. */
export const clustersOf = ({ values, nClusters }: Call1d, { labels }: Clustering1d): number[][] => {
  const clusters: number[][] = Array.from({ length: nClusters }, () => []);
  for (const [i, x] of values.entries()) clusters[labels[i]].push(x);
  return clusters;
};

/** Summed from the first value on, so that an offset does not round it. */
export const meanOf = (values: readonly number[]): number =>
  values[0] + values.reduce((sum, x) => sum + (x - values[0]), 0) / values.length;

/** Sum of squared distances to the mean; 0 of no values. */
export function inertiaOf(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const mean = meanOf(values);
  return values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
}

const scaleOf = (values: readonly number[]): number => Math.max(...values.map(Math.abs));

/** How far an inertia may be off beyond 1e-9 of itself: by prefix sums of all values, and by the rounding of centroids. */
const roundingOf = (values: readonly number[]): number =>
  1e-12 * inertiaOf(values) + values.length * (1e-12 * scaleOf(values)) ** 2;

const isCloseInertia = (actual: number, expected: number, values: readonly number[]): boolean =>
  isClose(actual, expected) || Math.abs(actual - expected) <= roundingOf(values);

export const areNotEmpty = (call: Call1d, answer: Clustering1d): Judgement =>
  firstBroken(clustersOf(call, answer), (cluster, k) =>
    cluster.length > 0 ? undefined : broken('labels', answer.labels, `a value with label ${k} among them`),
  );

/** An empty cluster has no mean, and is judged by a law of its own. */
export const areMeans = (call: Call1d, answer: Clustering1d): Judgement =>
  firstBroken(clustersOf(call, answer), (cluster, k) => {
    if (cluster.length === 0) return undefined;
    const mean = meanOf(cluster);
    const isMean = isClose(answer.centroids[k], mean, scaleOf(call.values));
    return isMean ? undefined : broken(`centroids[${k}]`, answer.centroids[k], mean);
  });

export const areAscending = ({ values }: Call1d, { centroids }: Clustering1d): Judgement =>
  firstBroken(Array.from(centroids).slice(1), (centroid, k) => {
    const isInOrder = centroid >= centroids[k] || isClose(centroid, centroids[k], scaleOf(values));
    return isInOrder
      ? undefined
      : broken(`centroids[${k + 1}]`, centroid, `${centroids[k]} or more, as centroids[${k}]`);
  });

/** The sum that the labels make, whatever centroids the answer gives for them. */
export const isSumOfSquares = (call: Call1d, answer: Clustering1d): Judgement => {
  const expected = clustersOf(call, answer).reduce((sum, cluster) => sum + inertiaOf(cluster), 0);
  return isCloseInertia(answer.inertia, expected, call.values)
    ? undefined
    : broken('inertia', answer.inertia, expected);
};

/** Judges the partition that the labels make. */
export const isLeast = (call: Call1d, answer: Clustering1d, leastOf = leastInertia): Judgement => {
  const actual = clustersOf(call, answer).reduce((sum, cluster) => sum + inertiaOf(cluster), 0);
  const expected = leastOf(call);
  if (actual <= expected || isCloseInertia(actual, expected, call.values)) return undefined;
  return broken('the inertia of the partition', actual, expected);
};

/** The least inertia of any partition into so many clusters: every interval of the sorted values, by the definition. */
export function leastInertia({ values, nClusters }: Call1d): number {
  const sorted = values.toSorted((a, b) => a - b);
  let best = sorted.map((_, last) => inertiaOf(sorted.slice(0, last + 1)));
  for (let c = 2; c <= nClusters; c++) {
    best = sorted.map((_, last) => {
      const options = best.slice(0, last).map((before, i) => before + inertiaOf(sorted.slice(i + 1, last + 1)));
      return Math.min(Infinity, ...options);
    });
  }
  return best[sorted.length - 1];
}

/** The same for hundreds of integers, whose sums and sums of squares are exact. */
export function leastOfMany({ values, nClusters }: Call1d): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [sums, squares] = [[0], [0]];
  for (const [i, x] of sorted.entries()) {
    sums.push(sums[i] + x);
    squares.push(squares[i] + x * x);
  }
  const inertia = (from: number, to: number) =>
    squares[to] - squares[from] - (sums[to] - sums[from]) ** 2 / (to - from);
  let best = sums.map((_, to) => (to === 0 ? 0 : inertia(0, to)));
  for (let c = 2; c <= nClusters; c++) {
    best = best.map((_, to) => {
      let least = Infinity;
      for (let from = c - 1; from < to; from++) least = Math.min(least, best[from] + inertia(from, to));
      return least;
    });
  }
  return best[sorted.length];
}

interface Solution {
  readonly optimalKMeans1d: typeof optimalKMeans1d;
}

/** All that an answer must be, for more values than every partition of which can be tried: the reference tells the least inertia. */
export function judgeAnswer(solution: Solution, call: Call1d): Judgement {
  const answer = solution.optimalKMeans1d(call.values, call.nClusters);
  return (
    areNotEmpty(call, answer) ??
    areMeans(call, answer) ??
    areAscending(call, answer) ??
    isSumOfSquares(call, answer) ??
    isLeast(call, answer, ({ values, nClusters }) => optimalKMeans1d(values, nClusters).inertia)
  );
}
