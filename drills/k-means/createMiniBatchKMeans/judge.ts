import type { createMiniBatchKMeans, MiniBatchKMeans } from '../../../reference/k-means/index.ts';
import { broken, firstBroken, isClose, type Judgement } from '../../../src/index.ts';
import { largestOf } from '../kMeans/decided.ts';
import { followed, type State, type Stream } from './streams.ts';

interface Solution {
  readonly createMiniBatchKMeans: typeof createMiniBatchKMeans;
}

/** A new model that has seen the batches. */
export function fitted(solution: Solution, { initialCentroids, batches }: Stream): MiniBatchKMeans {
  const model = solution.createMiniBatchKMeans(initialCentroids);
  for (const batch of batches) model.partialFit(batch);
  return model;
}

/** The largest coordinate of a stream, to which rounding is in proportion. */
export const scaleOf = ({ initialCentroids, batches }: Stream): number =>
  Math.max(largestOf(initialCentroids), ...batches.map(largestOf));

export const judgeCounts = (actual: ArrayLike<number>, { counts }: State, what = 'counts()'): Judgement =>
  judgeLength(actual, counts, what) ??
  firstBroken(counts, (count, k) => (actual[k] === count ? undefined : broken(`${what}[${k}]`, actual[k], count)));

export const judgeCentroids = (
  actual: ArrayLike<ArrayLike<number>>,
  { centroids }: State,
  scale: number,
  what = 'centroids()',
): Judgement =>
  judgeLength(actual, centroids, what) ??
  firstBroken(
    centroids,
    (centroid, k) =>
      judgeLength(actual[k], centroid, `${what}[${k}]`) ??
      firstBroken(centroid, (value, j) =>
        isClose(actual[k][j], value, scale) ? undefined : broken(`${what}[${k}][${j}]`, actual[k][j], value),
      ),
  );

const judgeLength = (actual: ArrayLike<unknown>, expected: ArrayLike<unknown>, what: string): Judgement =>
  actual.length === expected.length ? undefined : broken(`${what}.length`, actual.length, expected.length);

export const judgeState = (model: MiniBatchKMeans, state: State, scale: number): Judgement =>
  judgeCounts(model.counts(), state) ?? judgeCentroids(model.centroids(), state, scale);

/** Judges what a stream ends in, as far as every right answer follows it alike. */
export function judgeStream(solution: Solution, stream: Stream): Judgement {
  const { states, ...decided } = followed(stream);
  return judgeState(fitted(solution, decided), states[states.length - 1], scaleOf(stream));
}
