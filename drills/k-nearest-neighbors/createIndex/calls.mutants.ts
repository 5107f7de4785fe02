import {
  type Attempt,
  built,
  checkQuery,
  checkRows,
  choosing,
  farApart,
  indexOf,
  ranked,
  type rightIndex,
} from './kit.mutants.ts';

const tenth = (nSamples: number): number => Math.floor(nSamples / 10);

/** Those that find the nearest, but measure too often. */
export const calls: Attempt[] = [
  {
    says: 'measures every row',
    dies: 'distance is called for at most a tenth of nSamples, on average over the queries',
    solution: choosing((X) => () => [...X.keys()]),
  },
  {
    says: 'measures half of the rows',
    dies: 'distance is called for at most a tenth of nSamples, on average over the queries',
    solution: built({ nCandidates: (nSamples, _, k) => Math.max(k, 40, nSamples >> 1) }),
  },
  {
    says: 'measures a tenth of the rows besides the pivots',
    dies: 'distance is called for at most a tenth of nSamples, on average over the queries',
    solution: built({ nPivots: tenth, nCandidates: (nSamples, _, k) => Math.max(k, 40, tenth(nSamples)) }),
  },
  {
    says: 'measures again in each comparison of its sort',
    dies: 'distance is called for at most a tenth of nSamples, on average over the queries',
    solution: built({
      ranked: (X, candidates, query, k, distance) =>
        candidates.sort((a, b) => distance(X[a], query) - distance(X[b], query)).slice(0, k),
    }),
  },
  {
    says: 'measures each candidate anew for each of the k places',
    dies: 'distance is called for at most a tenth of nSamples, on average over the queries',
    solution: built({
      ranked(X, candidates, query, k, distance) {
        const rest = [...candidates];
        return Array.from({ length: k }, () => {
          const [nearest] = ranked(X, rest, query, 1, distance);
          rest.splice(rest.indexOf(nearest), 1);
          return nearest;
        });
      },
    }),
  },
  {
    says: 'builds its index at each query',
    dies: 'distance is called for at most a tenth of nSamples, on average over the queries',
    solution: {
      createIndex(X, distance, random) {
        checkRows(X);
        const seed = random();
        const create = indexOf({ nPivots: () => 1 });
        return { query: (query, k) => create(X, distance, () => seed).query(query, k) };
      },
    },
  },
  {
    says: 'builds its index at the first query',
    dies: 'distance is called for at most a tenth of nSamples, on average over the queries',
    solution: {
      createIndex(X, distance, random) {
        checkRows(X);
        let index: ReturnType<typeof rightIndex> | undefined;
        return {
          query(query, k) {
            checkQuery(X, query, k);
            index ??= indexOf({ nPivots: (nSamples) => nSamples >> 5 })(X, distance, random);
            return index.query(query, k);
          },
        };
      },
    },
  },
  {
    says: 'looks through all centers of clusters, of which there is one for every five rows',
    dies: 'distance is called for at most a tenth of nSamples, on average over the queries',
    solution: choosing((X, distance) => {
      const centers = farApart(X, Math.ceil(X.length / 5), distance, 0);
      const members = new Map(centers.map((center) => [center, [] as number[]]));
      for (const i of X.keys()) members.get(ranked(X, centers, X[i], 1, distance)[0])?.push(i);
      return (query) => ranked(X, centers, query, 8, distance).flatMap((center) => members.get(center) ?? []);
    }),
  },
  {
    says: 'asks six tables of random pivots and measures a row again for each table that finds it',
    dies: 'distance is called for at most a tenth of nSamples, on average over the queries',
    solution: choosing((X, distance, random) => {
      const tables = Array.from({ length: 6 }, () => {
        const pivots = farApart(X, Math.min(6, X.length), distance, Math.floor(random() * X.length));
        return { pivots, profiles: X.map((row) => pivots.map((p) => distance(X[p], row))) };
      });
      return (query) =>
        tables.flatMap(({ pivots, profiles }) => {
          const wanted = pivots.map((p) => distance(X[p], query));
          const order = profiles
            .map((known, i) => [known.reduce((sum, value, at) => sum + Math.abs(value - wanted[at]), 0), i] as const)
            .sort(([a], [b]) => a - b)
            .slice(0, tenth(X.length) >> 1);
          return ranked(
            X,
            order.map(([, i]) => i),
            query,
            20,
            distance,
          );
        });
    }),
  },
];
