import { calls } from './createIndex/calls.mutants.ts';
import { errors } from './createIndex/errors.mutants.ts';
import {
  type Attempt,
  built,
  choosing,
  farApart,
  indexOf,
  type Row,
  type Rows,
  ranked,
  rightIndex,
  squared,
} from './createIndex/kit.mutants.ts';

const tenth = (nSamples: number): number => Math.max(1, Math.floor(nSamples / 10));

/** The rows sorted by a number, those about the query. */
const around = (keyOf: (row: Row) => number, X: Rows) => {
  const sorted = X.map((row, i) => [keyOf(row), i] as const).sort(([a], [b]) => a - b);
  return (query: Row, size: number): number[] => {
    const key = keyOf(query);
    const at = sorted.findIndex(([other]) => other >= key);
    const from = Math.max(0, (at < 0 ? sorted.length : at) - (size >> 1));
    return sorted.slice(from, from + size).map(([, i]) => i);
  };
};

/** Those that miss too many of the nearest. */
const missing: Attempt[] = [
  {
    says: 'measures the first tenth of the rows',
    dies: 'of the 10 nearest rows at least 0.9 are found on average',
    solution: choosing((X) => () => [...X.keys()].slice(0, tenth(X.length))),
  },
  {
    says: 'measures a tenth of the rows that it draws',
    dies: 'of the 10 nearest rows at least 0.9 are found on average',
    solution: choosing((X, _, random) => {
      const drawn = Array.from({ length: tenth(X.length) }, () => Math.floor(random() * X.length));
      return () => drawn;
    }),
  },
  {
    says: 'measures every tenth row',
    dies: 'of the 10 nearest rows at least 0.9 are found on average',
    solution: choosing((X) => () => [...X.keys()].filter((i) => i % 10 === 0)),
  },
  {
    says: 'sorts the rows by their first feature and measures the 40 about the query',
    dies: 'of the 10 nearest rows at least 0.9 are found on average',
    solution: choosing((X) => {
      const find = around(([first]) => first, X);
      return (query) => find(query, 40);
    }),
  },
  {
    says: 'goes down one tree of random splits to a leaf of eight rows',
    dies: 'of the 10 nearest rows at least 0.9 are found on average',
    solution: choosing((X, _, random) => {
      type Tree = number[] | { f: number; at: number; low: Tree; high: Tree };
      const grow = (rows: number[]): Tree => {
        if (rows.length <= 8) return rows;
        const f = Math.floor(random() * X[0].length);
        const sorted = [...rows].sort((a, b) => X[a][f] - X[b][f]);
        const middle = sorted.length >> 1;
        return { f, at: X[sorted[middle]][f], low: grow(sorted.slice(0, middle)), high: grow(sorted.slice(middle)) };
      };
      const root = grow([...X.keys()]);
      return (query) => {
        let tree = root;
        while (!Array.isArray(tree)) tree = query[tree.f] < tree.at ? tree.low : tree.high;
        return tree;
      };
    }),
  },
  {
    says: 'goes by the distances from pivots, but takes the rows that are least like the query',
    dies: 'of the 10 nearest rows at least 0.9 are found on average',
    solution: built({ unlike: (a, b) => -a.reduce((sum, value, p) => sum + Math.abs(value - b[p]), 0) }),
  },
  {
    says: 'measures k rows only, those that seem most alike',
    dies: 'of the 10 nearest rows at least 0.9 are found on average',
    solution: built({ nPivots: () => 2, nCandidates: (_, __, k) => k }),
  },
];

/** Those that go by something else than `distance`, or in another order. */
const orders: Attempt[] = [
  {
    says: 'goes by the Euclidean distance, whatever `distance` says',
    dies: 'of the 10 nearest rows at least 0.9 are found on average',
    solution: { createIndex: (X, _, random) => rightIndex(X, squared, random) },
  },
  {
    says: 'orders the rows it found by the Euclidean distance',
    dies: 'k may be more than a tenth of nSamples: different rows, nearest first by distance',
    solution: built({ ranked: (X, candidates, query, k) => ranked(X, candidates, query, k, squared) }),
  },
  {
    says: 'finds the nearest by `distance`, but gives them in Euclidean order',
    dies: 'k may be more than a tenth of nSamples: different rows, nearest first by distance',
    solution: built({
      ranked: (X, candidates, query, k, distance) =>
        ranked(X, ranked(X, candidates, query, k, distance), query, k, squared),
    }),
  },
  {
    says: 'gives the farthest of those it measured',
    dies: 'the indices of k different rows, nearest first by distance',
    solution: built({
      ranked: (X, candidates, query, k, distance) => ranked(X, candidates, query, k, (a, b) => -distance(a, b)),
    }),
  },
  {
    says: 'gives the nearest in order of index',
    dies: 'the indices of k different rows, nearest first by distance',
    solution: built({ result: (found) => [...found].sort((a, b) => a - b) }),
  },
  {
    says: 'gives the nearest last',
    dies: 'the indices of k different rows, nearest first by distance',
    solution: built({ result: (found) => [...found].reverse() }),
  },
  {
    says: 'sorts distances without a comparator, as strings',
    dies: 'the indices of k different rows, nearest first by distance',
    solution: built({
      ranked: (X, candidates, query, k, distance) =>
        candidates
          .map((i) => [distance(X[i], query), i])
          .sort()
          .slice(0, k)
          .map(([, i]) => i),
    }),
  },
  {
    says: 'sorts by a comparator that gives a boolean',
    dies: 'the indices of k different rows, nearest first by distance',
    solution: built({
      ranked(X, candidates, query, k, distance) {
        const measured = candidates.map((i) => ({ i, gap: distance(X[i], query) }));
        return measured
          .sort((a, b) => Number(a.gap > b.gap))
          .slice(0, k)
          .map(({ i }) => i);
      },
    }),
  },
  {
    says: 'takes a distance of 0 for none',
    dies: 'the indices of k different rows, nearest first by distance',
    solution: built({
      ranked: (X, candidates, query, k, distance) =>
        ranked(X, candidates, query, k, (a, b) => distance(a, b) || Infinity),
    }),
  },
  {
    says: 'measures rows scaled to length 1',
    dies: 'the indices of k different rows, nearest first by distance',
    solution: {
      createIndex(X, distance, random) {
        const unit = (row: Row) =>
          row.map(
            (value) =>
              value /
              (Math.sqrt(
                squared(
                  row,
                  row.map(() => 0),
                ),
              ) || 1),
          );
        const checked = rightIndex(X, distance, random);
        const index = rightIndex(X.map(unit), distance, random);
        return {
          query(query, k) {
            const isPlain = query.length === X[0].length && query.every(Number.isFinite);
            return isPlain ? index.query(unit(query), k) : checked.query(query, k);
          },
        };
      },
    },
  },
];

/** Those whose answers are not k different rows. */
const shapes: Attempt[] = [
  {
    says: 'gives fewer than k rows when it measured fewer',
    dies: 'k may be more than a tenth of nSamples: different rows, nearest first by distance',
    solution: built({ nCandidates: (nSamples, nPivots) => Math.max(20, Math.floor(nSamples / 10) - nPivots) }),
  },
  {
    says: 'measures a tenth of the rows, and so none of a few',
    dies: 'the indices of k different rows, nearest first by distance',
    solution: built({ nPivots: () => 0, nCandidates: (nSamples) => Math.floor(nSamples / 10) }),
  },
  {
    says: 'fills up with -1 where it measured fewer than k rows',
    dies: 'k may be more than a tenth of nSamples: different rows, nearest first by distance',
    solution: built({
      nCandidates: (nSamples, nPivots) => Math.max(20, Math.floor(nSamples / 10) - nPivots),
      result: (found, k) => [...found, ...Array.from({ length: k - found.length }, () => -1)],
    }),
  },
  {
    says: 'gives at most 10 rows',
    dies: 'k may be more than a tenth of nSamples: different rows, nearest first by distance',
    solution: built({ result: (found) => found.slice(0, 10) }),
  },
  {
    says: 'gives a row twice when two lists of it find it',
    dies: 'the indices of k different rows, nearest first by distance',
    solution: built({
      ranked: (X, candidates, query, k, distance) =>
        ranked(X, [...candidates.slice(0, 2), ...candidates.slice(0, -2)], query, k, distance)
          .concat(candidates.slice(-2))
          .slice(0, k),
    }),
  },
  {
    says: 'gives one row too many when there are more',
    dies: 'of the 10 nearest rows at least 0.9 are found on average',
    solution: built({
      ranked: (X, candidates, query, k, distance) => ranked(X, candidates, query, k + 1, distance),
    }),
  },
  {
    says: 'loses row 0, whose index is falsy',
    dies: 'the indices of k different rows, nearest first by distance',
    solution: built({ result: (found) => found.filter(Boolean) }),
  },
  {
    says: 'gives the rows instead of their indices',
    dies: 'the indices of k different rows, nearest first by distance',
    solution: built({ result: (found, _, X) => found.map((i) => X[i]) as unknown as number[] }),
  },
  {
    says: 'never gives a row that is equal to the query, as if that were the query itself',
    dies: 'the indices of k different rows, nearest first by distance',
    solution: built({
      ranked: (X, candidates, query, k, distance) =>
        ranked(
          X,
          candidates.filter((i) => X[i].some((value, f) => value !== query[f])),
          query,
          k,
          distance,
        ),
    }),
  },
  {
    says: 'draws its first pivot by rounding, so that it can be beyond the last row',
    dies: 'random gives any number in [0, 1)',
    solution: {
      createIndex: (X, distance, random) =>
        indexOf({ nPivots: (nSamples) => Math.min(nSamples, 20) })(X, distance, () => {
          const drawn = Math.round(random() * X.length) / X.length;
          return drawn;
        }),
    },
  },
  {
    says: 'draws levels by the logarithm of `random`, which may be 0',
    dies: 'random gives any number in [0, 1)',
    solution: {
      createIndex(X, distance, random) {
        const index = rightIndex(X, distance, random);
        const levels = X.map(() => new Array<number>(1 + Math.floor(-Math.log(random()))));
        if (levels.length !== X.length) throw new Error('levels');
        return index;
      },
    },
  },
  {
    says: 'needs 20 different rows for its pivots',
    dies: 'small tables work too: k = nSamples gives every row',
    solution: built({
      nPivots: () => 20,
      pivots(X, nPivots, distance, first) {
        const pivots = new Set(farApart(X, nPivots, distance, first));
        if (pivots.size < nPivots) throw new Error('too few rows');
        return [...pivots];
      },
    }),
  },
];

const states: Attempt[] = [
  {
    says: 'seeds itself anew at each call from a counter of the module',
    dies: 'with the same random stream the same calls give the same answers',
    solution: (() => {
      let created = 0;
      return {
        createIndex: (X: Rows, distance: (a: Row, b: Row) => number) => {
          created++;
          return indexOf({
            nPivots: () => 2,
            nCandidates: (nSamples, _, k) => Math.max(k, Math.floor(nSamples / 10) - 2),
          })(X, distance, () => (created * 0.61803398875) % 1);
        },
      };
    })(),
  },
  {
    says: 'keeps the last index built in a variable of the module',
    dies: 'any number of such objects may be in use, each for any number of queries in any order',
    solution: (() => {
      let last: ReturnType<typeof rightIndex> | undefined;
      return {
        createIndex(X: Rows, distance: (a: Row, b: Row) => number, random: () => number) {
          const own = rightIndex(X, distance, random);
          last = own;
          return { query: (query: Row, k: number) => (last ?? own).query(query, k) };
        },
      };
    })(),
  },
  {
    says: 'takes each query in as a row',
    dies: 'any number of such objects may be in use, each for any number of queries in any order',
    solution: {
      createIndex(X, distance, random) {
        const index = rightIndex(X, distance, random);
        const asked: Row[] = [];
        return {
          query(query, k) {
            const found = Array.from(index.query(query, k));
            const rows = [...X, ...asked];
            const all = [...found, ...asked.slice(-5).map((_, i) => rows.length - 1 - i)];
            asked.push([...query]);
            return ranked(rows, all, query, k, distance);
          },
        };
      },
    },
  },
  {
    says: 'remembers answers by the text of the query, whatever k is',
    dies: 'any number of such objects may be in use, each for any number of queries in any order',
    solution: {
      createIndex(X, distance, random) {
        const index = rightIndex(X, distance, random);
        const known = new Map<string, ArrayLike<number>>();
        return {
          query(query, k) {
            const answer = known.get(query.join()) ?? index.query(query, k);
            known.set(query.join(), answer);
            return Array.from(answer).slice(0, k);
          },
        };
      },
    },
  },
  {
    says: 'sorts the rows of the caller',
    dies: 'the inputs are never changed',
    solution: {
      createIndex: (X, distance, random) =>
        rightIndex(
          (X as Row[]).sort((a, b) => a[0] - b[0]),
          distance,
          random,
        ),
    },
  },
  {
    says: 'gives places in a sorted copy of the rows instead of indices',
    dies: 'the indices of k different rows, nearest first by distance',
    solution: {
      createIndex: (X, distance, random) =>
        rightIndex(
          [...X].sort((a, b) => a[0] - b[0]),
          distance,
          random,
        ),
    },
  },
  {
    says: 'centers the rows of the caller in place',
    dies: 'the inputs are never changed',
    solution: {
      createIndex(X, distance, random) {
        const index = rightIndex(X, distance, random);
        const [first] = X;
        for (const row of X.slice(1) as number[][]) row[0] -= first[0];
        return index;
      },
    },
  },
  {
    says: 'writes into the query',
    dies: 'the inputs are never changed',
    solution: {
      createIndex(X, distance, random) {
        const index = rightIndex(X, distance, random);
        return {
          query(query, k) {
            const found = index.query(query, k);
            (query as number[])[0] -= X[0][0];
            return found;
          },
        };
      },
    },
  },
];

export const mutants: Attempt[] = [...missing, ...orders, ...shapes, ...states, ...calls, ...errors];
