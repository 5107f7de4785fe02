import fc from 'fast-check';
import type * as reference from '../../../reference/k-means/index.ts';
import { asItIsNow, deepFrozen, firstBroken, type Law, lawsOf } from '../../../src/index.ts';
import { fitted, judgeCentroids, judgeCounts, judgeState, scaleOf } from './judge.ts';
import { followed, streams } from './streams.ts';

type Reference = typeof reference;
const law = lawsOf<Reference>();

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
    fc.tuple(streams, streams),
    (solution, [one, two]) => {
      const [first, second] = [followed(one), followed(two)];
      const models = [first, second].map(({ initialCentroids }) => solution.createMiniBatchKMeans(initialCentroids));
      for (let b = 0; b < Math.max(first.batches.length, second.batches.length); b++) {
        if (b < first.batches.length) models[0].partialFit(first.batches[b]);
        if (b < second.batches.length) models[1].partialFit(second.batches[b]);
      }
      return firstBroken([first, second], (stream, m) =>
        judgeState(models[m], stream.states[stream.states.length - 1], scaleOf(stream)),
      );
    },
    { stage: 'state', runs: 60 },
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
