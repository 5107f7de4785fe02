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

export const judgeCounts = (came: ArrayLike<number>, { counts }: State, what = 'counts()'): Judgement =>
  judgeLength(came, counts, what) ??
  firstBroken(counts, (count, k) => (came[k] === count ? undefined : broken(`${what}[${k}]`, came[k], count)));

export const judgeCentroids = (
  came: ArrayLike<ArrayLike<number>>,
  { centroids }: State,
  scale: number,
  what = 'centroids()',
): Judgement =>
  judgeLength(came, centroids, what) ??
  firstBroken(
    centroids,
    (centroid, k) =>
      judgeLength(came[k], centroid, `${what}[${k}]`) ??
      firstBroken(centroid, (value, j) =>
        isClose(came[k][j], value, scale) ? undefined : broken(`${what}[${k}][${j}]`, came[k][j], value),
      ),
  );

const judgeLength = (came: ArrayLike<unknown>, asked: ArrayLike<unknown>, what: string): Judgement =>
  came.length === asked.length ? undefined : broken(`${what}.length`, came.length, asked.length);

export const judgeState = (model: MiniBatchKMeans, state: State, scale: number): Judgement =>
  judgeCounts(model.counts(), state) ?? judgeCentroids(model.centroids(), state, scale);

/** Judges what a stream ends in, as far as every right answer follows it alike. */
export function judgeStream(solution: Solution, stream: Stream): Judgement {
  const { states, ...decided } = followed(stream);
  return judgeState(fitted(solution, decided), states[states.length - 1], scaleOf(stream));
}
