import type * as reference from '../../reference/k-means/index.ts';
import type { Mutant } from '../../src/index.ts';
import { errors } from './createMiniBatchKMeans/errors.mutants.ts';
import {
  type Matrix,
  move,
  type Parts,
  parts,
  squaredDistance,
  streaming,
  take,
} from './createMiniBatchKMeans/shared.mutants.ts';
import { slow } from './createMiniBatchKMeans/slow.mutants.ts';
import { states } from './createMiniBatchKMeans/state.mutants.ts';

/** The mean of the rows of a batch that have each label; a label without rows has none. */
const batchMeans = (batch: Matrix, labels: readonly number[], nClusters: number): (number[] | undefined)[] =>
  Array.from({ length: nClusters }, (_, c) => {
    const own = batch.filter((_row, i) => labels[i] === c);
    return own[0]?.map((_value, j) => own.reduce((sum, row) => sum + row[j], 0) / own.length);
  });

/** Assigns and moves row by row. */
const online =
  (nearest: (row: readonly number[], centroids: Matrix) => number): Parts['take'] =>
  (batch, _labels, state, moved) => {
    for (const row of batch) take([row], [nearest(row, state.centroids)], state, moved);
  };

const nearest = (row: readonly number[], centroids: Matrix): number => {
  const all = centroids.map((centroid) => squaredDistance(row, centroid));
  return all.indexOf(Math.min(...all));
};

const rules: Mutant<typeof reference>[] = [
  {
    says: 'assigns each row with the centroids as the rows before it left them',
    dies: 'all rows of a batch are assigned with the centroids at its start, and the lowest index wins ties',
    solution: { createMiniBatchKMeans: streaming({ take: online(nearest) }) },
  },
  {
    says: 'gives ties to the highest index',
    dies: 'all rows of a batch are assigned with the centroids at its start, and the lowest index wins ties',
    solution: { createMiniBatchKMeans: streaming({ isNearer: (d, least) => d <= least }) },
  },
  {
    says: 'gives ties to the centroid with fewer rows',
    dies: 'counts go on from batch to batch, and a centroid is the mean of all rows it was ever given',
    solution: {
      createMiniBatchKMeans: streaming({
        take(batch, labels, state, moved) {
          const before = state.centroids.map((centroid) => [...centroid]);
          const fewest = [...before.keys()].sort((a, b) => state.counts[a] - state.counts[b]);
          const order = fewest.map((c) => before[c]);
          take(batch, labels.length ? batch.map((row) => fewest[nearest(row, order)]) : [], state, moved);
        },
      }),
    },
  },
  {
    says: 'measures along the axes',
    dies: 'all rows of a batch are assigned with the centroids at its start, and the lowest index wins ties',
    solution: {
      createMiniBatchKMeans: streaming({
        squaredDistance: (a, b) => a.reduce((sum, value, j) => sum + Math.abs(value - b[j]), 0),
      }),
    },
  },
  {
    says: 'divides by the count before it is raised',
    dies: 'after the first batch a centroid is the mean of the rows it was given, or where it was if there are none',
    solution: {
      createMiniBatchKMeans: streaming({ move: (centroid, row, count) => move(centroid, row, Math.max(1, count - 1)) }),
    },
  },
  {
    says: 'divides by one more than the count, as if the start were a row',
    dies: 'after the first batch a centroid is the mean of the rows it was given, or where it was if there are none',
    solution: { createMiniBatchKMeans: streaming({ move: (centroid, row, count) => move(centroid, row, count + 1) }) },
  },
  {
    says: 'begins all counts with 1',
    dies: 'before the first batch the centroids are the initial ones, and all counts are 0',
    solution: {
      createMiniBatchKMeans: streaming({
        start: (initialCentroids) => ({ ...parts.start(initialCentroids), counts: initialCentroids.map(() => 1) }),
      }),
    },
  },
  {
    says: 'moves by a tenth of the way, whatever the count',
    dies: 'after the first batch a centroid is the mean of the rows it was given, or where it was if there are none',
    solution: { createMiniBatchKMeans: streaming({ move: (centroid, row) => move(centroid, row, 10) }) },
  },
  {
    says: 'never moves by less than a hundredth of the way',
    dies: 'counts go on from batch to batch, and a centroid is the mean of all rows it was ever given',
    solution: {
      createMiniBatchKMeans: streaming({ move: (centroid, row, count) => move(centroid, row, Math.min(count, 100)) }),
    },
  },
  {
    says: 'begins to count anew with each batch when it moves centroids',
    dies: 'counts go on from batch to batch, and a centroid is the mean of all rows it was ever given',
    solution: {
      createMiniBatchKMeans: streaming({
        take(batch, labels, state, moved) {
          const before = state.counts;
          state.counts = before.map(() => 0);
          take(batch, labels, state, moved);
          state.counts = state.counts.map((count, c) => count + before[c]);
        },
      }),
    },
  },
  {
    says: 'takes all batches for equally large: it moves to the mean of their means',
    dies: 'counts go on from batch to batch, and a centroid is the mean of all rows it was ever given',
    solution: {
      createMiniBatchKMeans(initialCentroids) {
        const nBatches = initialCentroids.map(() => 0);
        return streaming({
          take(batch, labels, state) {
            for (const label of labels) state.counts[label]++;
            for (const [c, mean] of batchMeans(batch, labels, nBatches.length).entries()) {
              if (mean) move(state.centroids[c], mean, ++nBatches[c]);
            }
          },
        })(initialCentroids);
      },
    },
  },
  {
    says: 'puts a centroid on the mean of its rows of the newest batch',
    dies: 'counts go on from batch to batch, and a centroid is the mean of all rows it was ever given',
    solution: {
      createMiniBatchKMeans: streaming({
        take(batch, labels, state) {
          for (const label of labels) state.counts[label]++;
          for (const [c, mean] of batchMeans(batch, labels, state.counts.length).entries()) {
            state.centroids[c] = mean ?? state.centroids[c];
          }
        },
      }),
    },
  },
  {
    says: 'divides by the count of the whole batch for each of its rows',
    dies: 'after the first batch a centroid is the mean of the rows it was given, or where it was if there are none',
    solution: {
      createMiniBatchKMeans: streaming({
        take(batch, labels, state) {
          for (const label of labels) state.counts[label]++;
          for (const [i, row] of batch.entries()) move(state.centroids[labels[i]], row, state.counts[labels[i]]);
        },
      }),
    },
  },
  {
    says: 'puts a centroid that was given no row on the last row of the batch',
    dies: 'after the first batch a centroid is the mean of the rows it was given, or where it was if there are none',
    solution: {
      createMiniBatchKMeans: streaming({
        take(batch, labels, state, moved) {
          take(batch, labels, state, moved);
          for (const [c, count] of state.counts.entries()) {
            if (count === 0 && batch.length > 0) state.centroids[c] = [...batch[batch.length - 1]];
          }
        },
      }),
    },
  },
  {
    says: 'lets a row that comes twice in a batch count once',
    dies: 'after the first batch a centroid is the mean of the rows it was given, or where it was if there are none',
    solution: {
      createMiniBatchKMeans: streaming({
        take(batch, labels, state, moved) {
          const rows = new Map(batch.map((row, i) => [row.join(), { row, label: labels[i] }]));
          const single = [...rows.values()];
          take(
            single.map(({ row }) => row),
            single.map(({ label }) => label),
            state,
            moved,
          );
        },
      }),
    },
  },
  {
    says: 'takes a coordinate of 0 for a missing one and does not move there',
    dies: 'after the first batch a centroid is the mean of the rows it was given, or where it was if there are none',
    solution: {
      createMiniBatchKMeans: streaming({
        move: (centroid, row, count) =>
          move(
            centroid,
            row.map((value, j) => value || centroid[j]),
            count,
          ),
      }),
    },
  },
  {
    says: 'numbers the centroids by their counts',
    dies: 'after the first batch a centroid is the mean of the rows it was given, or where it was if there are none',
    solution: {
      createMiniBatchKMeans: streaming({
        readCentroids: ({ centroids, counts }) =>
          [...centroids.keys()].sort((a, b) => counts[b] - counts[a]).map((c) => [...centroids[c]]),
        readCounts: ({ counts }) => [...counts].sort((a, b) => b - a),
      }),
    },
  },
];

const numbers: Mutant<typeof reference>[] = [
  {
    says: 'keeps the centroids in single precision',
    dies: 'coordinates may be as small as 1e-6 or near 1e8, and centroids are held to 1e-9 of the largest',
    solution: {
      createMiniBatchKMeans: streaming({
        start: (initialCentroids) => ({
          centroids: initialCentroids.map((centroid) => new Float32Array(centroid) as unknown as number[]),
          counts: initialCentroids.map(() => 0),
        }),
      }),
    },
  },
  {
    says: 'multiplies the square of a difference out, which loses small distances far from 0',
    dies: 'coordinates may be as small as 1e-6 or near 1e8, and centroids are held to 1e-9 of the largest',
    solution: {
      createMiniBatchKMeans: streaming({
        squaredDistance: (a, b) => {
          const product = (u: readonly number[], v: readonly number[]) =>
            u.reduce((sum, value, j) => sum + value * v[j], 0);
          return product(a, a) - 2 * product(a, b) + product(b, b);
        },
      }),
    },
  },
  {
    says: 'rounds the centroids to six decimals',
    dies: 'coordinates may be as small as 1e-6 or near 1e8, and centroids are held to 1e-9 of the largest',
    solution: {
      createMiniBatchKMeans: streaming({
        readCentroids: ({ centroids }) =>
          centroids.map((centroid) => centroid.map((value) => Number(value.toFixed(6)))),
      }),
    },
  },
  {
    says: 'takes distances that differ by less than 1e-9 for a tie',
    dies: 'coordinates may be as small as 1e-6 or near 1e8, and centroids are held to 1e-9 of the largest',
    solution: { createMiniBatchKMeans: streaming({ isNearer: (d, least) => d < least - 1e-9 }) },
  },
];

const sizes: Mutant<typeof reference>[] = [
  {
    says: 'looks at the first 16 centroids only',
    dies: 'dozens of clusters, features and batches are no other than a few',
    solution: {
      createMiniBatchKMeans: streaming({
        assign: (batch, centroids) => batch.map((row) => nearest(row, centroids.slice(0, 16))),
      }),
    },
  },
  {
    says: 'measures the first eight features only',
    dies: 'dozens of clusters, features and batches are no other than a few',
    solution: {
      createMiniBatchKMeans: streaming({ squaredDistance: (a, b) => squaredDistance(a.slice(0, 8), b) }),
    },
  },
];

export const mutants: Mutant<typeof reference>[] = [...rules, ...numbers, ...states, ...errors, ...slow, ...sizes];
