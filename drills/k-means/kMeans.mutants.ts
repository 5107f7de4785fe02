import type * as reference from '../../reference/k-means/index.ts';
import type { Mutant } from '../../src/index.ts';
import { algorithmMutants } from './kMeans/algorithm.mutants.ts';
import {
  assign,
  assignBy,
  dot,
  inertia,
  inertiaBy,
  lloyd,
  meanOf,
  mutant,
  type Options,
  type Result,
  type Rows,
  refuse,
  refusesToo,
  right,
  skips,
  squared,
  update,
  wrong,
} from './kMeans/mutantParts.ts';

const numbers = [
  wrong('measures the first eight features only', 'dozens of rows, features and clusters are no other than a few', {
    assign: assignBy((a, b) => squared(Array.from(a).slice(0, 8), b)),
  }),
  wrong('keeps labels in four bits', 'dozens of rows, features and clusters are no other than a few', {
    assign: (X, C) => assign(X, C).map((label) => label & 15),
  }),
  wrong(
    'sums distances that are not squared',
    'inertia is the sum over all rows of the squared distance to their centroid',
    {
      inertia: inertiaBy((a, b) => Math.sqrt(squared(a, b))),
    },
  ),
  wrong(
    'divides the inertia by the number of rows',
    'giving every row twice doubles the inertia, and changes no centroid',
    {
      inertia: (X, C, labels) => inertia(X, C, labels) / X.length,
    },
  ),
  wrong(
    'leaves row 0 out of the inertia',
    'writing the rows in another order does the same to the labels, and changes nothing else',
    {
      inertia: (X, C, labels) => inertia(X.slice(1), C, labels.slice(1)),
    },
  ),
  wrong(
    'adds up distances to all centroids',
    'inertia is the sum over all rows of the squared distance to their centroid',
    {
      inertia: (X, C) =>
        C.reduce(
          (s, c) =>
            s +
            inertia(
              X,
              [c],
              X.map(() => 0),
            ),
          0,
        ),
    },
  ),
  wrong('takes the square root of the inertia', 'giving every row twice doubles the inertia, and changes no centroid', {
    inertia: (X, C, labels) => Math.sqrt(inertia(X, C, labels)),
  }),
  wrong(
    'takes the inertia from ||x||^2 - 2xc + ||c||^2',
    'coordinates may be as small as 1e-6 or near 1e8, and centroids are held to 1e-9 of the largest',
    {
      inertia: inertiaBy((a, b) => dot(a, a) - 2 * dot(a, b) + dot(b, b)),
    },
  ),
  wrong(
    'assigns by ||c||^2 - 2xc',
    'coordinates may be as small as 1e-6 or near 1e8, and centroids are held to 1e-9 of the largest',
    {
      assign: assignBy((a, b) => dot(b, b) - 2 * dot(a, b)),
    },
  ),
  wrong(
    'keeps centroids in 32 bits',
    'moving all rows and centroids by one vector moves the returned centroids by it, and changes nothing else',
    {
      start: (C) => C.map((c) => Array.from(Float32Array.from(c))),
      update: (X, C, labels) => update(X, C, labels).map((c) => Array.from(Float32Array.from(c))),
    },
  ),
  wrong(
    'copies the rows to 32 bits',
    'coordinates may be as small as 1e-6 or near 1e8, and centroids are held to 1e-9 of the largest',
    {
      assign: (X, C) =>
        assign(
          X.map((r) => r.map(Math.fround)),
          C,
        ),
      update: (X, C, labels) =>
        update(
          X.map((r) => r.map(Math.fround)),
          C,
          labels,
        ),
    },
  ),
  wrong('sums the inertia in 32 bits', 'inertia is the sum over all rows of the squared distance to their centroid', {
    inertia: (X, C, labels) => Math.fround(inertia(X, C, labels)),
  }),
  wrong('rounds centroids to six decimals', 'an update moves each centroid to the mean of the rows assigned to it', {
    update: (X, C, labels) => update(X, C, labels).map((c) => c.map((v) => Number(v.toFixed(6)))),
  }),
  wrong(
    'rounds returned centroids to whole numbers',
    'moving all rows and centroids by one vector moves the returned centroids by it, and changes nothing else',
    {
      finish: (r) => ({
        ...r,
        centroids: Array.from(r.centroids, (c) => Int32Array.from(c)),
      }),
    },
  ),
  wrong('rounds the inertia to six decimals', 'giving every row twice doubles the inertia, and changes no centroid', {
    finish: (r) => ({ ...r, inertia: Number(r.inertia.toFixed(6)) }),
  }),
];

const previousCentroids = new Map<string, Rows>();
const answerOf = new WeakMap<Rows, Result>();
let calls = 0;

const keeping = [
  wrong('writes the means into the initial centroids', 'kMeans never changes its inputs', {
    start: (C) => C as number[][],
    update: (X, C, labels) => {
      const moved = update(X, C, labels);
      C.forEach((c, k) => {
        moved[k].forEach((v, j) => {
          (c as number[])[j] = v;
        });
      });
      return C as number[][];
    },
  }),
  wrong('replaces the elements of the list of initial centroids', 'kMeans never changes its inputs', {
    start: (C) => C as number[][],
    update: (X, C, labels) => {
      const list = C as number[][];
      update(X, C, labels).forEach((c, k) => {
        list[k] = c;
      });
      return list;
    },
  }),
  wrong('sorts the rows it was given', 'kMeans never changes its inputs', {
    finish: (r, X) => {
      (X as number[][]).sort((a, b) => a[0] - b[0]);
      return r;
    },
  }),
  wrong(
    'sorts the initial centroids it was given',
    'writing the features in another order does the same to the coordinates of the centroids, and changes nothing else',
    {
      start: (C) => (C as number[][]).sort((a, b) => a[0] - b[0]).map((c) => [...c]),
    },
  ),
  wrong('subtracts the mean from the rows it was given', 'kMeans never changes its inputs', {
    finish: (r, X) => {
      const centre = meanOf(X);
      for (const row of X as number[][]) {
        row.forEach((v, j) => {
          row[j] = v - centre[j];
        });
      }
      return r;
    },
  }),
  mutant(
    'starts where the last call of this shape ended',
    'writing the features in another order does the same to the coordinates of the centroids, and changes nothing else',
    (X, C, o) => {
      refuse(X, C, o?.maxIter ?? 300);
      const key = `${X.length} ${C.length} ${X[0].length}`;
      const r = right(X, previousCentroids.get(key) ?? C, o);
      previousCentroids.set(
        key,
        Array.from(r.centroids, (c) => Array.from(c)),
      );
      return r;
    },
  ),
  mutant('remembers answers by the list of rows alone', 'kMeans does not depend on earlier calls', (X, C, o) => {
    refuse(X, C, o?.maxIter ?? 300);
    const r = answerOf.get(X) ?? right(X, C, o);
    answerOf.set(X, r);
    return r;
  }),
  mutant(
    'counts the updates of all calls together',
    'kMeans gives the same answer when it is called again',
    (X, C, o) => {
      const r = right(X, C, o);
      calls += r.nIter;
      return { ...r, nIter: calls };
    },
  ),
];

const refusing = [
  skips('accepts an empty list of centroids', 'X or initialCentroids that is empty is a RangeError', 'noCentroids'),
  skips('accepts rows without features', 'a row or centroid without features is a RangeError', 'noFeatures'),
  skips(
    'accepts rows of different lengths',
    'a row or centroid of another length than the others is a RangeError',
    'raggedRows',
  ),
  skips(
    'accepts centroids of another length than the rows',
    'a row or centroid of another length than the others is a RangeError',
    'raggedCentroids',
  ),
  skips('accepts NaN and infinity in rows', 'a NaN or infinite coordinate is a RangeError', 'badRow'),
  skips('accepts NaN and infinity in centroids', 'a NaN or infinite coordinate is a RangeError', 'badCentroid'),
  skips('accepts more centroids than rows', 'more centroids than rows is a RangeError', 'tooMany'),
  skips('accepts any `maxIter`', 'maxIter that is not a finite integer, 0 or more, is a RangeError', 'maxIter'),
  wrong('tests for NaN but not for infinity', 'a NaN or infinite coordinate is a RangeError', {
    validate: (X, C, m) => {
      const finite = (rows: Rows) => rows.map((r) => r.map((v) => (Number.isNaN(v) ? v : 0)));
      refuse(finite(X), finite(C), m);
    },
  }),
  wrong(
    'validates only the first row and centroid',
    'a row or centroid of another length than the others is a RangeError',
    {
      validate: (X, C, m) => {
        refuse(
          X.map(() => X[0]),
          C.map(() => C[0]),
          m,
        );
      },
    },
  ),
  wrong('validates only the first feature', 'a NaN or infinite coordinate is a RangeError', {
    validate: (X, C, m) => {
      const first = (rows: Rows) => rows.map((r) => r.map((v, j) => (j === 0 ? v : 0)));
      refuse(first(X), first(C), m);
    },
  }),
  wrong('accepts fractions for `maxIter`', 'maxIter that is not a finite integer, 0 or more, is a RangeError', {
    validate: (X, C, m) => refuse(X, C, Number.isFinite(m) ? Math.ceil(m) : m),
  }),
  wrong('accepts a negative `maxIter`', 'maxIter that is not a finite integer, 0 or more, is a RangeError', {
    validate: (X, C, m) => refuse(X, C, Math.abs(m)),
  }),
  wrong('accepts an infinite `maxIter`', 'maxIter that is not a finite integer, 0 or more, is a RangeError', {
    validate: (X, C, m) => refuse(X, C, m === Infinity ? 0 : m),
  }),
  wrong('reads a `maxIter` of NaN as left out', 'maxIter that is not a finite integer, 0 or more, is a RangeError', {
    limit: (o) => (Number.isNaN(o?.maxIter) ? 300 : (o?.maxIter ?? 300)),
  }),
  mutant('validates only when there are updates to make', 'a NaN or infinite coordinate is a RangeError', (X, C, o) =>
    o?.maxIter === 0 ? lloyd({ validate: () => {} })(X, C, o) : right(X, C, o),
  ),
  wrong('throws a TypeError', 'X or initialCentroids that is empty is a RangeError', {
    validate: (X, C, m) => {
      try {
        refuse(X, C, m);
      } catch {
        throw new TypeError('bad input');
      }
    },
  }),
  mutant(
    'returns an empty answer where it should throw',
    'X or initialCentroids that is empty is a RangeError',
    (...args) => {
      try {
        return right(...args);
      } catch {
        return { centroids: [], labels: [], inertia: 0, nIter: 0, converged: false };
      }
    },
  ),
  refusesToo(
    'refuses coordinates that are 0',
    'writing the features in another order does the same to the coordinates of the centroids, and changes nothing else',
    (X, C) => [...X, ...C].some((row) => row.some((v) => !v)),
  ),
  refusesToo(
    'refuses negative coordinates',
    'writing the features in another order does the same to the coordinates of the centroids, and changes nothing else',
    (X, C) => [...X, ...C].some((row) => row.some((v) => v < 0)),
  ),
  refusesToo(
    'refuses `maxIter: 0`',
    'writing the features in another order does the same to the coordinates of the centroids, and changes nothing else',
    (_, __, m) => m < 1,
  ),
  refusesToo(
    'refuses as many clusters as rows',
    'writing the features in another order does the same to the coordinates of the centroids, and changes nothing else',
    (X, C) => C.length >= X.length,
  ),
  refusesToo(
    'refuses one cluster',
    'writing the features in another order does the same to the coordinates of the centroids, and changes nothing else',
    (_, C) => C.length < 2,
  ),
  refusesToo(
    'refuses equal initial centroids',
    'writing the features in another order does the same to the coordinates of the centroids, and changes nothing else',
    (_, C) => new Set(C.map((c) => c.join())).size < C.length,
  ),
  refusesToo(
    'refuses fewer distinct rows than clusters',
    'writing the features in another order does the same to the coordinates of the centroids, and changes nothing else',
    (X, C) => new Set(X.map((x) => x.join())).size < C.length,
  ),
  mutant(
    'reads `maxIter` of options that were left out',
    'X or initialCentroids that is empty is a RangeError',
    (X, C, o) => right(X, C, (o as Options).maxIter === undefined ? {} : o),
  ),
  mutant(
    'takes no default for `maxIter` in options',
    'options, or maxIter in it, may be left out',
    (X, C, o = { maxIter: 300 }) => right(X, C, { maxIter: o.maxIter ?? Number.NaN }),
  ),
];

const shapes = [
  wrong(
    'returns all centroids in one flat array',
    'writing the features in another order does the same to the coordinates of the centroids, and changes nothing else',
    {
      finish: (r) => ({
        ...r,
        centroids: Array.from(r.centroids).flatMap((c) => Array.from(c)) as unknown as number[][],
      }),
    },
  ),
  wrong(
    'returns centroids with features and clusters swapped',
    'writing the features in another order does the same to the coordinates of the centroids, and changes nothing else',
    {
      finish: (r, X) => ({
        ...r,
        centroids: X[0].map((_, j) => Array.from(r.centroids, (c) => c[j])),
      }),
    },
  ),
  wrong(
    'returns the row numbers of each cluster as labels',
    'writing the features in another order does the same to the coordinates of the centroids, and changes nothing else',
    {
      finish: (r, X) => {
        const rows = X.map((_, i) => i);
        rows.sort((a, b) => r.labels[a] - r.labels[b] || a - b);
        return { ...r, labels: rows };
      },
    },
  ),
];

const slow = [
  wrong(
    'copies all labels for every row (spread in reduce)',
    'grows with nSamples no faster than it must, on shuffled rows',
    {
      // biome-ignore lint/performance/noAccumulatingSpread: the mistake
      assign: (X, C) => X.reduce<number[]>((done, row) => [...done, ...assign([row], C)], []),
    },
  ),
  wrong(
    'finds each row that changes its cluster in the list of the one that it leaves',
    'grows with nSamples no faster than it must, on rows of which many change their cluster',
    {
      assign(X, C, before) {
        const labels = assign(X, C);
        const members = C.map((_, k) => [...X.keys()].filter((i) => before?.[i] === k));
        return labels.map((label, i) => {
          const left = before && before[i] !== label ? members[before[i]].indexOf(i) : 0;
          return left < 0 ? 0 : label;
        });
      },
    },
  ),
  wrong(
    'asks `includes` of the members of a cluster for every row',
    'grows with nSamples no faster than it must, on shuffled rows',
    {
      update: (X, C, labels) =>
        C.map((c, k) => {
          const members = X.map((_, i) => i).filter((i) => labels[i] === k);
          const rows = X.filter((_, i) => members.includes(i));
          return rows.length ? meanOf(rows) : [...c];
        }),
    },
  ),
  wrong(
    'finds the label of each row in a list of pairs',
    'grows with nSamples no faster than it must, on shuffled rows',
    {
      stop: (l, b) => {
        const pairs = b.map((label, row) => ({ row, label }));
        return l.every((v, i) => pairs.find((p) => p.row === i)?.label === v);
      },
      inertia: (X, C, labels) => {
        const pairs = labels.map((label, row) => ({ row, label }));
        return X.reduce((sum, x, i) => {
          const pair = pairs.find((p) => p.row === i);
          return sum + squared(x, C[pair ? pair.label : 0]);
        }, 0);
      },
    },
  ),
  wrong(
    'counts the rows of its cluster again for each row',
    'grows with nSamples no faster than it must, on shuffled rows',
    {
      inertia: (X, C, labels) =>
        X.reduce((sum, x, i) => {
          const size = labels.filter((label) => label === labels[i]).length;
          return size > 0 ? sum + squared(x, C[labels[i]]) : sum;
        }, 0),
    },
  ),
  wrong(
    'looks for an equal row among all rows before',
    'maxIter is 300 when it is left out, and there is no other limit',
    {
      assign: (X, C) => {
        const labels: number[] = [];
        X.forEach((row, i) => {
          const twin = X.findIndex((x, h) => h < i && squared(x, row) === 0);
          labels.push(twin >= 0 ? labels[twin] : assign([row], C)[0]);
        });
        return labels;
      },
    },
  ),
  wrong(
    'joins all labels again for every row it compares',
    'maxIter is 300 when it is left out, and there is no other limit',
    {
      stop: (l, b) => l.map(() => l.join() === b.join()).every(Boolean),
    },
  ),
  wrong('finds its place in X with `indexOf`', 'grows with nSamples no faster than it must, on shuffled rows', {
    inertia: (X, C, labels) => {
      const rows = X.map((row) => [...row]);
      return rows.reduce((s, r) => s + squared(r, C[labels[rows.indexOf(r)]]), 0);
    },
  }),
  wrong(
    'compares every centroid with every other for each row',
    'grows with nClusters no faster than it must, on 128 shuffled rows',
    {
      assign: (X, C) =>
        X.map((row) => {
          const d = C.map((c) => squared(row, c));
          const rank = d.map((v, k) => d.filter((w, h) => w < v || (w === v && h < k)).length);
          return rank.indexOf(0);
        }),
    },
  ),
  wrong(
    'keeps centroids sorted by insertion for each row',
    'grows with nClusters no faster than it must, on 128 shuffled rows',
    {
      assign: (X, C) =>
        X.map((row) => {
          const sorted: { d: number; k: number }[] = [];
          C.forEach((c, k) => {
            const d = squared(row, c);
            const place = sorted.filter((other) => other.d <= d).length;
            sorted.splice(place, 0, { d, k });
          });
          return sorted[0].k;
        }),
    },
  ),
  wrong(
    'adds up all features again for each one more',
    'grows with nFeatures no faster than it must, on 4 shuffled rows',
    {
      assign: assignBy((a, b) => {
        let sum = 0;
        for (let j = 1; j <= a.length; j++) {
          sum = squared(Array.from(a).slice(0, j), b);
        }
        return sum;
      }),
    },
  ),
  wrong(
    'copies the features for each one more (spread in reduce)',
    'grows with nFeatures no faster than it must, on 4 shuffled rows',
    {
      // biome-ignore lint/performance/noAccumulatingSpread: the mistake
      update: (X, C, labels) => update(X, C, labels).map((c) => c.reduce<number[]>((done, v) => [...done, v], [])),
    },
  ),
];

export const mutants: Mutant<typeof reference>[] = [
  ...algorithmMutants,
  ...numbers,
  ...keeping,
  ...refusing,
  ...shapes,
  ...slow,
];
