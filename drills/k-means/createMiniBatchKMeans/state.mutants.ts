import type * as reference from '../../../reference/k-means/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { move, parts, streaming, take } from './shared.mutants.ts';

const shared = { counts: [] as number[] };

export const states: Mutant<typeof reference>[] = [
  {
    says: 'gives its own centroids away, which change with the next batch',
    dies: 'what centroids() and counts() gave stays as it was when more batches come',
    solution: { createMiniBatchKMeans: streaming({ readCentroids: ({ centroids }) => centroids }) },
  },
  {
    says: 'copies the list of centroids, not the centroids in it',
    dies: 'what centroids() and counts() gave stays as it was when more batches come',
    solution: { createMiniBatchKMeans: streaming({ readCentroids: ({ centroids }) => [...centroids] }) },
  },
  {
    says: 'gives its own counts away, which change with the next batch',
    dies: 'what centroids() and counts() gave stays as it was when more batches come',
    solution: { createMiniBatchKMeans: streaming({ readCounts: ({ counts }) => counts }) },
  },
  {
    says: 'copies the centroids at the first reading and never again',
    dies: 'reading centroids() and counts() between batches changes nothing',
    solution: {
      createMiniBatchKMeans(initialCentroids) {
        let copy: ArrayLike<ArrayLike<number>> | undefined;
        return streaming({
          readCentroids(state) {
            copy ??= parts.readCentroids(state);
            return copy;
          },
        })(initialCentroids);
      },
    },
  },
  {
    says: 'begins to count anew when the counts were read',
    dies: 'reading centroids() and counts() between batches changes nothing',
    solution: {
      createMiniBatchKMeans: streaming({
        readCounts(state) {
          const { counts } = state;
          state.counts = counts.map(() => 0);
          return counts;
        },
      }),
    },
  },
  {
    says: 'moves the initial centroids in place',
    dies: 'the inputs are never changed',
    solution: {
      createMiniBatchKMeans: streaming({
        start: (initialCentroids) => ({
          centroids: initialCentroids as number[][],
          counts: initialCentroids.map(() => 0),
        }),
      }),
    },
  },
  {
    says: 'takes the first row of a cluster for its centroid without a copy, and moves it in place',
    dies: 'the inputs are never changed',
    solution: {
      createMiniBatchKMeans: streaming({
        take(batch, labels, state) {
          for (const [i, row] of batch.entries()) {
            const c = labels[i];
            state.counts[c]++;
            if (state.counts[c] === 1) state.centroids[c] = row as number[];
            else move(state.centroids[c], row, state.counts[c]);
          }
        },
      }),
    },
  },
  {
    says: 'has one list of counts for all models',
    dies: 'any number of models may be in use at the same time',
    solution: {
      createMiniBatchKMeans: streaming({
        start(initialCentroids) {
          shared.counts = initialCentroids.map(() => 0);
          return parts.start(initialCentroids);
        },
        take(batch, labels, state, moved) {
          state.counts = shared.counts;
          take(batch, labels, state, moved);
        },
        readCounts: () => [...shared.counts],
      }),
    },
  },
  {
    says: 'counts in a byte',
    dies: 'counts have no limit',
    solution: {
      createMiniBatchKMeans(initialCentroids) {
        const bytes = new Uint8Array(initialCentroids.length);
        return streaming({
          take(batch, labels, state) {
            for (const [i, row] of batch.entries()) move(state.centroids[labels[i]], row, ++bytes[labels[i]]);
          },
          readCounts: () => bytes.slice(),
        })(initialCentroids);
      },
    },
  },
  {
    says: 'counts in 16 bits',
    dies: 'counts have no limit',
    solution: {
      createMiniBatchKMeans(initialCentroids) {
        const words = new Uint16Array(initialCentroids.length);
        return streaming({
          take(batch, labels, state) {
            for (const [i, row] of batch.entries()) move(state.centroids[labels[i]], row, ++words[labels[i]]);
          },
          readCounts: () => words.slice(),
        })(initialCentroids);
      },
    },
  },
  {
    says: 'does not take rows any more when a centroid has 10,000',
    dies: 'counts have no limit',
    solution: {
      createMiniBatchKMeans: streaming({
        move(centroid, row, count) {
          if (count <= 10_000) move(centroid, row, count);
        },
      }),
    },
  },
];
