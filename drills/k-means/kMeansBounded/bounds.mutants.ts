import type * as reference from '../../../reference/k-means/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { bounding, clustering, euclidean, type MakeAssigner, rules, sumOf } from './shared.mutants.ts';

/** One lower bound a row, after Hamerly: `lowered` tells by how much the drifts of the centroids lower it. */
const hamerly =
  (lowered: (drifts: readonly number[], label: number) => number): MakeAssigner =>
  (X, squaredDistance) => {
    const second = X.map(() => -1);
    const squares = X.map(() => 0);
    const labels = X.map(() => 0);
    return {
      assign(centroids, before) {
        const drifts = before?.map((old, c) => Math.sqrt(squaredDistance(old, centroids[c])));
        for (const [i, row] of X.entries()) {
          const from = labels[i];
          const own = squaredDistance(row, centroids[from]);
          squares[i] = own;
          if (drifts) second[i] -= lowered(drifts, from);
          if (second[i] * (1 - 1e-9) > Math.sqrt(own)) continue;
          const all = centroids.map((centroid, c) => (c === from ? own : squaredDistance(row, centroid)));
          labels[i] = all.indexOf(all.reduce((a, b) => Math.min(a, b)));
          squares[i] = all[labels[i]];
          second[i] = Math.sqrt(all.reduce((a, d, c) => (c === labels[i] ? a : Math.min(a, d)), Infinity));
        }
        return [...labels];
      },
      own: () => squares,
    };
  };

export const wrongBounds: Mutant<typeof reference>[] = [
  {
    says: 'lets a bound decide that equals the distance',
    dies: 'the lowest index wins ties',
    solution: { kMeansBounded: bounding({ excludes: (bound, own) => bound >= own }) },
  },
  {
    says: 'lets the half distance of two centroids decide where it equals the distance, for rows between them',
    dies: 'the lowest index wins ties',
    solution: {
      kMeansBounded: bounding({
        half: (squared) => Math.sqrt(squared) / 2 + 1e-9 * Math.sqrt(squared),
      }),
    },
  },
  {
    says: 'asks for no centroid that is exactly twice as far from the own one as the row is',
    dies: 'the lowest index wins ties',
    solution: {
      kMeansBounded: bounding({
        half: (squared) => Math.sqrt(squared) / 2,
        excludes: (bound, own) => bound === own || bound * (1 - 1e-12) > own,
      }),
    },
  },
  {
    says: 'lets a bound decide that is a thousandth too small',
    dies: 'the lowest index wins ties',
    solution: { kMeansBounded: bounding({ excludes: (bound, own) => bound * 1.001 > own }) },
  },
  {
    says: 'subtracts squared drifts from squared distances',
    dies: 'the result is that of level 1, when the metric is squared Euclidean distance',
    solution: {
      kMeansBounded: bounding({ kept: (squared) => squared, half: (squared) => squared / 4 }),
    },
  },
  {
    says: 'compares with the whole distance of two centroids, not half of it',
    dies: 'assign, then repeat update and assign',
    solution: { kMeansBounded: bounding({ half: Math.sqrt }) },
  },
  {
    says: 'halves the squared distance of two centroids, where a quarter is due',
    dies: 'assign, then repeat update and assign',
    solution: { kMeansBounded: bounding({ half: (squared) => Math.sqrt(squared / 2) }) },
  },
  {
    says: 'never lowers its bounds when the centroids move',
    dies: 'the result is that of level 1, when the metric is squared Euclidean distance',
    solution: { kMeansBounded: bounding({ lowered: (lower) => lower }) },
  },
  {
    says: 'lowers its bounds by half of what a centroid moved',
    dies: 'the result is that of level 1, when the metric is squared Euclidean distance',
    solution: { kMeansBounded: bounding({ lowered: (lower, drift) => rules.lowered(lower, drift / 2) }) },
  },
  {
    says: 'adds what a centroid moved to the lower bounds',
    dies: 'the result is that of level 1, when the metric is squared Euclidean distance',
    solution: { kMeansBounded: bounding({ lowered: (lower, drift) => lower + drift }) },
  },
  {
    says: 'measures how far the centroids moved by Euclid',
    dies: 'the lowest index wins ties',
    solution: { kMeansBounded: bounding({ drift: (_, before, after) => euclidean(before, after) }) },
  },
  {
    says: 'measures how far the centroids are apart by Euclid',
    dies: 'the result is that of level 1 for every metric, which may weigh features or mix them',
    solution: { kMeansBounded: bounding({ apart: (_, a, b) => euclidean(a, b) }) },
  },
  {
    says: 'does not ask again how far a row is from its own centroid after it moved',
    dies: 'labels and inertia always belong to the returned centroids',
    solution: { kMeansBounded: bounding({ own: (_s, _row, _centroid, earlier) => earlier }) },
  },
  {
    says: 'lowers the one bound of a row by what its own centroid moved',
    dies: 'the result is that of level 1, when the metric is squared Euclidean distance',
    solution: { kMeansBounded: clustering({ assigner: hamerly((drifts, label) => drifts[label]) }) },
  },
  {
    says: 'lowers the one bound of a row by the mean of what the centroids moved',
    dies: 'on well-separated groups squaredDistance is called at most half as often as nSamples nClusters (nIter + 1) times',
    solution: { kMeansBounded: clustering({ assigner: hamerly((drifts) => sumOf(drifts) / drifts.length) }) },
  },
  {
    says: 'lowers the one bound of a row by the least of what the centroids moved',
    dies: 'the result is that of level 1, when the metric is squared Euclidean distance',
    solution: {
      kMeansBounded: clustering({ assigner: hamerly((drifts) => drifts.reduce((a, b) => Math.min(a, b))) }),
    },
  },
  {
    says: 'leaves a row where it is when its own centroid came nearer',
    dies: 'assign, then repeat update and assign',
    solution: {
      kMeansBounded: clustering({
        assigner(X, squaredDistance) {
          const squares = X.map(() => Number.POSITIVE_INFINITY);
          const labels = X.map(() => 0);
          return {
            assign(centroids, before) {
              for (const [i, row] of X.entries()) {
                const own = squaredDistance(row, centroids[labels[i]]);
                const rests = before !== undefined && own <= squares[i];
                squares[i] = own;
                if (rests) continue;
                const all = centroids.map((centroid, c) => (c === labels[i] ? own : squaredDistance(row, centroid)));
                squares[i] = all.reduce((a, b) => Math.min(a, b));
                labels[i] = all.indexOf(squares[i]);
              }
              return [...labels];
            },
            own: () => squares,
          };
        },
      }),
    },
  },
];
