import type * as reference from '../../../reference/k-means/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { parts, type Row, squaredDistance, streaming, take } from './shared.mutants.ts';

const mean = (rows: readonly Row[]): number[] => {
  const sums = rows[0].map(() => 0);
  for (const row of rows) for (let j = 0; j < row.length; j++) sums[j] += row[j];
  return sums.map((sum) => sum / rows.length);
};

const recursive = (a: Row, b: Row): number =>
  a.length === 0 ? 0 : (a[0] - b[0]) ** 2 + recursive(a.slice(1), b.slice(1));

export const slow: Mutant<typeof reference>[] = [
  {
    says: 'keeps all rows of each cluster and takes their mean after each batch',
    dies: 'grows with nBatches no faster than it must, on batches of 4 rows',
    solution: {
      createMiniBatchKMeans(initialCentroids) {
        const rows = initialCentroids.map((): Row[] => []);
        return streaming({
          take(batch, labels, state) {
            for (const [i, row] of batch.entries()) rows[labels[i]].push([...row]);
            for (const [c, own] of rows.entries()) if (own.length > 0) state.centroids[c] = mean(own);
            state.counts = rows.map((own) => own.length);
          },
        })(initialCentroids);
      },
    },
  },
  {
    says: 'copies the rows that came into a new list with each batch',
    dies: 'grows with nBatches no faster than it must, on batches of 4 rows',
    solution: {
      createMiniBatchKMeans(initialCentroids) {
        let seen: Row[] = [];
        return streaming({
          take(batch, labels, state, move) {
            seen = [...seen, ...batch];
            take(batch, labels, state, move);
          },
        })(initialCentroids);
      },
    },
  },
  {
    says: 'counts over all labels that it ever gave',
    dies: 'grows with nBatches no faster than it must, on batches of 4 rows',
    solution: {
      createMiniBatchKMeans(initialCentroids) {
        const given: number[] = [];
        return streaming({
          take(batch, labels, state, move) {
            take(batch, labels, state, move);
            for (const label of labels) given.push(label);
            state.counts.fill(0);
            for (const label of given) state.counts[label]++;
          },
        })(initialCentroids);
      },
    },
  },
  {
    says: 'puts the state before each batch into a list that it copies',
    dies: 'grows with nBatches no faster than it must, on batches of 4 rows',
    solution: {
      createMiniBatchKMeans(initialCentroids) {
        let history: number[][][] = [];
        return streaming({
          take(batch, labels, state, move) {
            history = history.concat([parts.readCentroids(state) as number[][]]).map((each) => [...each]);
            take(batch, labels, state, move);
          },
        })(initialCentroids);
      },
    },
  },
  {
    says: 'goes over the batch for each centroid and looks for the nearest of each row every time',
    dies: 'grows with nClusters no faster than it must, on one batch of 128 rows',
    solution: {
      createMiniBatchKMeans: streaming({
        assign(batch, centroids, nearest) {
          const labels = batch.map(() => 0);
          for (const c of centroids.keys()) {
            for (const [i, row] of batch.entries()) if (nearest(row, centroids) === c) labels[i] = c;
          }
          return labels;
        },
      }),
    },
  },
  {
    says: 'looks up where each row is in the batch',
    dies: 'grows with nSamples no faster than it must, on one batch of shuffled rows',
    solution: {
      createMiniBatchKMeans: streaming({
        take(batch, labels, state, move) {
          take(
            batch,
            batch.map((row) => labels[batch.indexOf(row)]),
            state,
            move,
          );
        },
      }),
    },
  },
  {
    says: 'copies the list of labels for each row',
    dies: 'grows with nSamples no faster than it must, on one batch of shuffled rows',
    solution: {
      createMiniBatchKMeans: streaming({
        assign(batch, centroids, nearest) {
          let labels: number[] = [];
          for (const row of batch) labels = [...labels, nearest(row, centroids)];
          return labels;
        },
      }),
    },
  },
  {
    says: 'takes the rows off the front of a copied batch by slicing it',
    dies: 'grows with nSamples no faster than it must, on one batch of shuffled rows',
    solution: {
      createMiniBatchKMeans: streaming({
        take(batch, labels, state, move) {
          let [rows, left] = [batch, labels];
          while (rows.length > 0) {
            take(rows.slice(0, 1), left, state, move);
            [rows, left] = [rows.slice(1), left.slice(1)];
          }
        },
      }),
    },
  },
  {
    says: 'adds up a distance by recursion over copies of the rest of both rows',
    dies: 'grows with nFeatures no faster than it must, on two batches of 4 rows',
    solution: { createMiniBatchKMeans: streaming({ squaredDistance: recursive }) },
  },
  {
    says: 'sorts the centroids by insertion around each row to find the nearest',
    dies: 'grows with nClusters no faster than it must, on one batch of 128 rows',
    solution: {
      createMiniBatchKMeans: streaming({
        assign: (batch, centroids) =>
          batch.map((row) => {
            const order: { c: number; d: number }[] = [];
            for (const [c, centroid] of centroids.entries()) {
              const d = squaredDistance(row, centroid);
              let at = 0;
              while (at < order.length && order[at].d <= d) at++;
              order.splice(at, 0, { c, d });
            }
            return order[0].c;
          }),
      }),
    },
  },
];
