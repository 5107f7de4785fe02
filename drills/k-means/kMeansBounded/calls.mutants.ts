import type * as reference from '../../../reference/k-means/index.ts';
import type { Mutant } from '../../../src/index.ts';
import {
  bounding,
  clustering,
  elkan,
  type MakeAssigner,
  means,
  parts,
  plain,
  type Row,
  sumOf,
} from './shared.mutants.ts';

/** Keeps the distances to centroids that did not move. */
const resting: MakeAssigner = (X, squaredDistance) => {
  const table = X.map((): number[] => []);
  let labels: number[] = [];
  return {
    assign(centroids, before) {
      labels = table.map((known, i) => {
        for (const [c, centroid] of centroids.entries()) {
          const rests = before?.[c].every((value, j) => value === centroid[j]);
          if (!rests) known[c] = squaredDistance(X[i], centroid);
        }
        return known.indexOf(known.reduce((a, b) => Math.min(a, b)));
      });
      return labels;
    },
    own: () => table.map((known, i) => known[labels[i]]),
  };
};

/** Elkan's bounds after some more questions about the centroids. */
const asking =
  (ask: (squaredDistance: (a: Row, b: Row) => number, centroids: readonly Row[], before?: readonly Row[]) => void) =>
  (X: readonly Row[], squaredDistance: (a: Row, b: Row) => number) => {
    const assigner = elkan({})(X, squaredDistance);
    return {
      ...assigner,
      assign(centroids: readonly Row[], before?: readonly Row[]) {
        ask(squaredDistance, centroids, before);
        return assigner.assign(centroids, before);
      },
    };
  };

export const tooManyCalls: Mutant<typeof reference>[] = [
  {
    says: 'asks for every row and centroid at each assignment, as level 1 does',
    dies: 'on well-separated groups squaredDistance is called at most half as often as nSamples nClusters (nIter + 1) times',
    solution: { kMeansBounded: clustering({ assigner: plain }) },
  },
  {
    says: 'keeps nothing but the distances to centroids that did not move',
    dies: 'on well-separated groups squaredDistance is called at most half as often as nSamples nClusters (nIter + 1) times',
    solution: { kMeansBounded: clustering({ assigner: resting }) },
  },
  {
    says: 'asks for the distance of each row to its centroid once more to add up `inertia`',
    dies: 'squaredDistance is called at most nSamples nClusters (nIter + 1) + nClusters² nIter times, inertia included',
    solution: {
      kMeansBounded: (X, initialCentroids, squaredDistance, options) =>
        clustering({
          inertia: (_, rows, labels, centroids) =>
            sumOf(rows.map((row, i) => squaredDistance(row, centroids[labels[i]]))),
        })(X, initialCentroids, squaredDistance, options),
    },
  },
  {
    says: 'asks how far the centroids are apart before the first assignment',
    dies: 'squaredDistance is called at most nSamples nClusters (nIter + 1) + nClusters² nIter times, inertia included',
    solution: {
      kMeansBounded: clustering({
        assigner: asking((squaredDistance, centroids, before) => {
          if (before) return;
          for (const a of centroids) for (const b of centroids) if (a !== b) squaredDistance(a, b);
        }),
      }),
    },
  },
  {
    says: 'asks how far all old centroids are from all new ones, beside the new ones from each other',
    dies: 'squaredDistance is called at most nSamples nClusters (nIter + 1) + nClusters² nIter times, inertia included',
    solution: {
      kMeansBounded: clustering({
        assigner: asking((squaredDistance, centroids, before) => {
          for (const a of centroids) for (const b of before ?? []) squaredDistance(a, b);
        }),
      }),
    },
  },
  {
    says: 'asks twice for the distance of each row to its own centroid, for the bound and for the label',
    dies: 'squaredDistance is called at most nSamples nClusters (nIter + 1) + nClusters² nIter times, inertia included',
    solution: {
      kMeansBounded: bounding({
        own(squaredDistance, row, centroid) {
          squaredDistance(row, centroid);
          return squaredDistance(row, centroid);
        },
      }),
    },
  },
  {
    says: 'has bounds, but asks for both distances again whenever it compares a row with two centroids',
    dies: 'squaredDistance is called at most nSamples nClusters (nIter + 1) + nClusters² nIter times, inertia included',
    solution: {
      kMeansBounded: (X, initialCentroids, squaredDistance, options) =>
        clustering({
          assigner: (rows) => elkan({})(rows, (a, b) => (squaredDistance(a, b) + squaredDistance(b, a)) / 2),
        })(X, initialCentroids, squaredDistance, options),
    },
  },
  {
    says: 'asks how far the centroids are apart, and asks for every row and centroid all the same',
    dies: 'on well-separated groups squaredDistance is called at most half as often as nSamples nClusters (nIter + 1) times',
    solution: { kMeansBounded: bounding({ excludes: () => false }) },
  },
];

export const slow: Mutant<typeof reference>[] = [
  {
    says: 'looks up where each row is in `X` to find its label',
    dies: 'grows with nSamples no faster than it must, on shuffled rows',
    solution: {
      kMeansBounded: clustering({
        update: (X, labels, centroids) =>
          means(
            X,
            X.map((row) => labels[X.indexOf(row)]),
            centroids,
          ),
      }),
    },
  },
  {
    says: 'collects the rows of a cluster by copying the list for each of them',
    dies: 'grows with nSamples no faster than it must, on shuffled rows',
    solution: {
      kMeansBounded: clustering({
        update(X, labels, centroids) {
          return centroids.map((centroid, c) => {
            let rows: Row[] = [];
            for (const [i, row] of X.entries()) if (labels[i] === c) rows = [...rows, row];
            return rows.length === 0
              ? centroid
              : centroid.map((_, j) => sumOf(rows.map((row) => row[j])) / rows.length);
          });
        },
      }),
    },
  },
  {
    says: 'counts the rows of the cluster for each row anew',
    dies: 'grows with nSamples no faster than it must, on shuffled rows',
    solution: {
      kMeansBounded: clustering({
        update(X, labels, centroids) {
          const moved = centroids.map((centroid, c) => (labels.includes(c) ? centroid.map(() => 0) : centroid));
          for (const [i, row] of X.entries()) {
            const count = labels.filter((label) => label === labels[i]).length;
            for (let j = 0; j < row.length; j++) moved[labels[i]][j] += row[j] / count;
          }
          return moved;
        },
      }),
    },
  },
  {
    says: 'makes a table of which rows are together, and compares it with the one before',
    dies: 'grows with nSamples no faster than it must, on shuffled rows',
    solution: {
      kMeansBounded: clustering({
        stops(labels, next) {
          const [old, now] = [labels, next].map((list) => list.map((a) => list.map((b) => a === b)));
          return parts.stops(labels, next, [], []) && old.every((row, i) => row.every((one, j) => one === now[i][j]));
        },
      }),
    },
  },
  {
    says: 'compares each label with those of all rows before to see whether one changed',
    dies: 'grows with nSamples no faster than it must, on rows that stay with their centroids',
    solution: {
      kMeansBounded: clustering({
        stops(labels, next) {
          for (let n = 1; n <= labels.length; n++) {
            if (!labels.slice(0, n).every((label, i) => label === next[i])) return false;
          }
          return true;
        },
      }),
    },
  },
];
