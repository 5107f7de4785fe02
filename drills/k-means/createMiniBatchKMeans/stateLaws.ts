import fc from 'fast-check';
import type * as reference from '../../../reference/k-means/index.ts';
import type { MiniBatchKMeans } from '../../../reference/k-means/index.ts';
import { asItIsNow, deepFrozen, firstBroken, type Law, lawsOf } from '../../../src/index.ts';
import { fitted, judgeCentroids, judgeCounts, judgeState, scaleOf } from './judge.ts';
import { followed, type Stream, streams } from './streams.ts';

type Reference = typeof reference;
const law = lawsOf<Reference>();

/** So many models that their number does not fit into a byte. */
const manyModels: readonly Stream[] = Array.from({ length: 260 }, (_, i) => ({
  initialCentroids: [[i]],
  batches: [[[i + 1]]],
}));

/** What is kept between calls, and what is not. */
export const stateLaws: readonly Law<Reference>[] = [
  law(
    'reading centroids() and counts() between batches changes nothing',
    streams,
    (solution, stream) => {
      const { states, batches, initialCentroids } = followed(stream);
      const model = solution.createMiniBatchKMeans(initialCentroids);
      const scale = scaleOf(stream);
      return firstBroken(states, (state, b) => {
        if (b > 0) model.partialFit(batches[b - 1]);
        return judgeState(model, state, scale) ?? judgeState(model, state, scale);
      });
    },
    { stage: 'state', runs: 60 },
  ),
  law(
    'what centroids() and counts() gave stays as it was when more batches come',
    streams,
    (solution, stream) => {
      const { states, batches, initialCentroids } = followed(stream);
      const model = solution.createMiniBatchKMeans(initialCentroids);
      const read = batches.map((batch) => {
        const before = { centroids: model.centroids(), counts: model.counts() };
        model.partialFit(batch);
        return before;
      });
      return firstBroken(
        read,
        ({ centroids, counts }, b) =>
          judgeCounts(asItIsNow(counts), states[b], 'the earlier counts()') ??
          judgeCentroids(asItIsNow(centroids), states[b], scaleOf(stream), 'the earlier centroids()'),
      );
    },
    { stage: 'state', examples: [{ initialCentroids: [[0]], batches: [[[1]]] }], runs: 60 },
  ),
  law(
    'any number of models may be in use at the same time',
    fc.array(streams, { minLength: 2, maxLength: 4 }),
    (solution, inputs) => {
      const all = inputs.map(followed);
      const nRounds = Math.max(...all.map(({ batches }) => batches.length));
      const models: MiniBatchKMeans[] = [];
      for (let b = 0; b <= nRounds + 1; b++) {
        all.forEach(({ initialCentroids, batches }, m) => {
          // Every second model is made when the others have seen a batch.
          const at = b - (m % 2);
          if (at === 0) models[m] = solution.createMiniBatchKMeans(initialCentroids);
          if (at >= 0 && at < batches.length) models[m].partialFit(batches[at]);
        });
      }
      return firstBroken(all, (stream, m) =>
        judgeState(models[m], stream.states[stream.states.length - 1], scaleOf(stream)),
      );
    },
    { stage: 'state', examples: [[...manyModels]], runs: 60 },
  ),
  law(
    'the inputs are never changed',
    streams,
    (solution, stream) => {
      const { states, ...decided } = followed(stream);
      fitted(solution, decided);
      return judgeState(fitted(solution, deepFrozen(decided)), states[states.length - 1], scaleOf(stream));
    },
    {
      stage: 'state',
      examples: [{ initialCentroids: [[0]], batches: [[[1]]] }],
      runs: 60,
      guards: { createMiniBatchKMeans: ['initialCentroids'], partialFit: ['batch'] },
    },
  ),
];
