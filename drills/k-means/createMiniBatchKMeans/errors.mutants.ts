import type * as reference from '../../../reference/k-means/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { move, parts, type Row, streaming, take, validatePoints } from './shared.mutants.ts';

/** Takes rows until one is refused. */
const whileValid: typeof take = (batch, labels, state, moved) => {
  for (const [i, row] of batch.entries()) {
    validatePoints([row], state.centroids[0].length);
    take([row], [labels[i]], state, moved);
  }
};

const first = (rows: readonly Row[]) => rows.slice(0, 1);

export const errors: Mutant<typeof reference>[] = [
  {
    says: 'takes the rows before the one that it refuses',
    dies: 'a batch that is refused changes nothing',
    solution: { createMiniBatchKMeans: streaming({ validateBatch: () => {}, take: whileValid }) },
  },
  {
    says: 'counts the rows of a batch before it looks at their coordinates',
    dies: 'a batch that is refused changes nothing',
    solution: {
      createMiniBatchKMeans: streaming({
        validateBatch: () => {},
        take(batch, labels, state, moved) {
          const counts = [...state.counts];
          for (const label of labels) state.counts[label]++;
          validatePoints(batch, state.centroids[0].length);
          state.counts = counts;
          take(batch, labels, state, moved);
        },
      }),
    },
  },
  {
    says: 'validates only the first row of a batch',
    dies: 'a row of another length than the centroids is a RangeError',
    solution: {
      createMiniBatchKMeans: streaming({
        validateBatch: (batch, nFeatures) => validatePoints(first(batch), nFeatures),
      }),
    },
  },
  {
    says: 'takes rows that are longer than the centroids',
    dies: 'a row of another length than the centroids is a RangeError',
    solution: {
      createMiniBatchKMeans: streaming({
        validateBatch: (batch, nFeatures) =>
          validatePoints(
            batch.map((row) => row.slice(0, nFeatures)),
            nFeatures,
          ),
        move: (centroid, row, count) => move(centroid, row.slice(0, centroid.length), count),
        squaredDistance: (a, b) => parts.squaredDistance(b, a),
      }),
    },
  },
  {
    says: 'compares the rows of a batch with its first row, not with the centroids',
    dies: 'a row of another length than the centroids is a RangeError',
    solution: {
      createMiniBatchKMeans: streaming({
        validateBatch: (batch) => validatePoints(batch, batch[0]?.length ?? 0),
      }),
    },
  },
  {
    says: 'tests coordinates with `isNaN`, and takes infinite ones',
    dies: 'a NaN or infinite coordinate in a batch is a RangeError',
    solution: {
      createMiniBatchKMeans: streaming({
        validateBatch: (batch, nFeatures) =>
          validatePoints(
            batch.map((row) => row.map((value) => (Number.isNaN(value) ? value : 0))),
            nFeatures,
          ),
      }),
    },
  },
  {
    says: 'refuses an empty batch',
    dies: 'an empty batch changes nothing',
    solution: {
      createMiniBatchKMeans: streaming({
        validateBatch(batch, nFeatures) {
          if (batch.length === 0) throw new RangeError('no rows');
          validatePoints(batch, nFeatures);
        },
      }),
    },
  },
  {
    says: 'refuses a batch of fewer rows than there are centroids',
    dies: 'counts go on from batch to batch, and a centroid is the mean of all rows it was ever given',
    solution: {
      createMiniBatchKMeans(initialCentroids) {
        return streaming({
          validateBatch(batch, nFeatures) {
            if (batch.length > 0 && batch.length < initialCentroids.length) throw new RangeError('too few rows');
            validatePoints(batch, nFeatures);
          },
        })(initialCentroids);
      },
    },
  },
  {
    says: 'does not look at the coordinates of the initial centroids',
    dies: 'a NaN or infinite coordinate of an initial centroid is a RangeError',
    solution: {
      createMiniBatchKMeans: streaming({
        validateInitial: (initialCentroids) =>
          parts.validateInitial(initialCentroids.map((centroid) => centroid.map(() => 0))),
      }),
    },
  },
  {
    says: 'takes centroids without features',
    dies: 'initial centroids without features are a RangeError',
    solution: {
      createMiniBatchKMeans: streaming({
        validateInitial(initialCentroids) {
          if (initialCentroids.length === 0) throw new RangeError('no centroids');
          validatePoints(initialCentroids, initialCentroids[0].length);
        },
      }),
    },
  },
];
