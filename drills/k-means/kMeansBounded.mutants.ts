import type * as reference from '../../reference/k-means/index.ts';
import type { Mutant } from '../../src/index.ts';
import { wrongBounds } from './kMeansBounded/bounds.mutants.ts';
import { slow, tooManyCalls } from './kMeansBounded/calls.mutants.ts';
import {
  bounding,
  clustering,
  elkan,
  euclidean,
  means,
  type SquaredDistance,
  sumOf,
  validate,
  validatePoints,
} from './kMeansBounded/shared.mutants.ts';

const distances = new Map<string, number>();

/** Asks once for each two points, that are told apart by a text of their coordinates. */
const remembering =
  (known: Map<string, number>, key: (point: readonly number[]) => string) =>
  (squaredDistance: SquaredDistance): SquaredDistance =>
  (a, b) => {
    const both = `${key(a)};${key(b)}`;
    const distance = known.get(both) ?? squaredDistance(a, b);
    known.set(both, distance);
    return distance;
  };

const results: Mutant<typeof reference>[] = [
  {
    says: 'looks at the first 16 centroids only',
    dies: 'dozens of rows, features and clusters are no other than a few',
    solution: {
      kMeansBounded: bounding({ isNearer: (d, c, least, best) => c < 16 && (d < least || (d === least && c < best)) }),
    },
  },
  {
    says: 'leaves a row with its own centroid on ties',
    dies: 'the lowest index wins ties',
    solution: { kMeansBounded: bounding({ isNearer: (d, _c, least) => d < least }) },
  },
  {
    says: 'gives ties to the highest index',
    dies: 'the lowest index wins ties',
    solution: { kMeansBounded: bounding({ isNearer: (d, c, least, best) => d < least || (d === least && c > best) }) },
  },
  {
    says: 'groups by Euclid, and uses the function for `inertia` only',
    dies: 'the result is that of level 1 for every metric, which may weigh features or mix them',
    solution: {
      kMeansBounded: (X, initialCentroids, squaredDistance, options) =>
        clustering({
          assigner: (rows) => elkan({})(rows, euclidean),
          inertia: (_, rows, labels, centroids) =>
            sumOf(rows.map((row, i) => squaredDistance(row, centroids[labels[i]]))),
        })(X, initialCentroids, squaredDistance, options),
    },
  },
  {
    says: 'adds up `inertia` by Euclid',
    dies: 'the result is that of level 1 for every metric, which may weigh features or mix them',
    solution: {
      kMeansBounded: clustering({
        inertia: (_, X, labels, centroids) => sumOf(X.map((row, i) => euclidean(row, centroids[labels[i]]))),
      }),
    },
  },
  {
    says: 'adds up distances, not their squares',
    dies: 'inertia is the sum over all rows of the squared distance to their centroid',
    solution: { kMeansBounded: clustering({ inertia: (own) => sumOf(own.map(Math.sqrt)) }) },
  },
  {
    says: 'has the `inertia` of the centroids before the last update',
    dies: 'labels and inertia always belong to the returned centroids',
    solution: {
      kMeansBounded: clustering({
        assigner(X, squaredDistance) {
          const assigner = elkan({})(X, squaredDistance);
          let earlier: number[] | undefined;
          return {
            assign(centroids, before) {
              if (before) earlier = [...assigner.own()];
              return assigner.assign(centroids, before);
            },
            own: () => earlier ?? assigner.own(),
          };
        },
      }),
    },
  },
  {
    says: 'moves an empty cluster to the origin',
    dies: 'an empty cluster keeps its centroid, and its place among the centroids',
    solution: {
      kMeansBounded: clustering({
        update: (X, labels, centroids) =>
          means(
            X,
            labels,
            centroids.map((centroid) => centroid.map(() => 0)),
          ),
      }),
    },
  },
  {
    says: 'moves a centroid to the row nearest to the mean',
    dies: 'an update moves each centroid to the mean of the rows assigned to it',
    solution: {
      kMeansBounded: clustering({
        update: (X, labels, centroids) =>
          means(X, labels, centroids).map((mean, c) => {
            const own = X.filter((_, i) => labels[i] === c).sort((a, b) => euclidean(a, mean) - euclidean(b, mean));
            return own.length === 0 ? mean : [...own[0]];
          }),
      }),
    },
  },
  {
    says: 'stops when no centroid moved by more than 0.1',
    dies: 'nIter counts updates, and is never more than maxIter',
    solution: {
      kMeansBounded: clustering({
        stops: (_labels, _next, before, after) => after.every((centroid, c) => euclidean(centroid, before[c]) <= 0.01),
      }),
    },
  },
  {
    says: 'takes `maxIter: 0` for none given',
    dies: 'maxIter: 0 assigns only',
    solution: { kMeansBounded: clustering({ maxIter: (options) => options?.maxIter || 300 }) },
  },
  {
    says: 'makes 100 updates at most when `maxIter` is left out',
    dies: 'maxIter is 300 when it is left out, and there is no other limit',
    solution: { kMeansBounded: clustering({ maxIter: (options) => options?.maxIter ?? 100 }) },
  },
  {
    says: 'says that nothing converged when that was after the last update permitted',
    dies: 'converged is true when an assignment equalled the one before it; otherwise false',
    solution: {
      kMeansBounded: (X, initialCentroids, squaredDistance, options) => {
        const answer = clustering({})(X, initialCentroids, squaredDistance, options);
        return { ...answer, converged: answer.nIter < (options?.maxIter ?? 300) };
      },
    },
  },
  {
    says: 'rounds small bounds away: it takes squared distances below 1e-9 for 0',
    dies: 'coordinates may be as small as 1e-6 or near 1e8, and centroids are held to 1e-9 of the largest',
    solution: {
      kMeansBounded: (X, initialCentroids, squaredDistance, options) =>
        clustering({})(
          X,
          initialCentroids,
          (a, b) => {
            const squared = squaredDistance(a, b);
            return squared < 1e-9 ? 0 : squared;
          },
          options,
        ),
    },
  },
];

const state: Mutant<typeof reference>[] = [
  {
    says: 'remembers distances by the points alone, also when the next call brings another function',
    dies: 'kMeansBounded does not depend on earlier calls',
    solution: {
      kMeansBounded: (X, initialCentroids, squaredDistance, options) =>
        clustering({})(X, initialCentroids, remembering(distances, String)(squaredDistance), options),
    },
  },
  {
    says: 'remembers distances by coordinates that are joined without a separator',
    dies: 'the result is that of level 1, when the metric is squared Euclidean distance',
    solution: {
      kMeansBounded: (X, initialCentroids, squaredDistance, options) =>
        clustering({})(
          X,
          initialCentroids,
          remembering(new Map(), (point) => point.join(''))(squaredDistance),
          options,
        ),
    },
  },
  {
    says: 'remembers distances by coordinates that are rounded to three decimals',
    dies: 'coordinates may be as small as 1e-6 or near 1e8, and centroids are held to 1e-9 of the largest',
    solution: {
      kMeansBounded: (X, initialCentroids, squaredDistance, options) =>
        clustering({})(
          X,
          initialCentroids,
          remembering(new Map(), (point) => point.map((value) => value.toFixed(3)).join())(squaredDistance),
          options,
        ),
    },
  },
  {
    says: 'moves the initial centroids in place',
    dies: 'kMeansBounded never changes its inputs',
    solution: {
      kMeansBounded: clustering({
        copied: (initialCentroids) => initialCentroids as number[][],
        update(X, labels, centroids) {
          const moved = means(X, labels, centroids);
          for (const [c, centroid] of centroids.entries()) {
            const before = [...centroid];
            for (const j of centroid.keys()) centroid[j] = moved[c][j];
            moved[c] = centroid;
            centroids[c] = before;
          }
          return moved;
        },
      }),
    },
  },
];

const errors: Mutant<typeof reference>[] = [
  {
    says: 'looks at the coordinates only when there is an update to make',
    dies: 'a NaN or infinite coordinate is a RangeError',
    solution: {
      kMeansBounded: clustering({
        validate(X, initialCentroids, maxIter) {
          if (maxIter !== 0) validate(X, initialCentroids, maxIter);
          else if (X.length === 0 || initialCentroids.length === 0) throw new RangeError('empty');
        },
      }),
    },
  },
  {
    says: 'validates the rows, not the initial centroids',
    dies: 'a NaN or infinite coordinate is a RangeError',
    solution: {
      kMeansBounded: clustering({
        validate(X, initialCentroids, maxIter) {
          validate(X, X.slice(0, initialCentroids.length), maxIter);
          if (initialCentroids.length > X.length) throw new RangeError('more centroids than rows');
        },
      }),
    },
  },
  {
    says: 'takes more centroids than rows',
    dies: 'more centroids than rows is a RangeError',
    solution: {
      kMeansBounded: clustering({
        validate(X, initialCentroids, maxIter) {
          validate(X, initialCentroids.slice(0, X.length), maxIter);
          validatePoints([...X, ...initialCentroids]);
        },
      }),
    },
  },
  {
    says: 'rounds a fraction of `maxIter` down',
    dies: 'maxIter that is not a finite integer, 0 or more, is a RangeError',
    solution: {
      kMeansBounded: clustering({
        validate: (X, initialCentroids, maxIter) => validate(X, initialCentroids, Math.floor(maxIter)),
        maxIter: (options) => (options?.maxIter === undefined ? 300 : options.maxIter),
      }),
    },
  },
];

export const mutants: Mutant<typeof reference>[] = [
  ...wrongBounds,
  ...results,
  ...state,
  ...tooManyCalls,
  ...errors,
  ...slow,
];
