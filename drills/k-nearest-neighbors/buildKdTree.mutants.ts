import { errors } from './buildKdTree/errors.mutants.ts';
import {
  type Attempt,
  built,
  checkQuery,
  parted,
  type Rows,
  rightTree,
  searching,
  type Tree,
} from './buildKdTree/kit.mutants.ts';
import { slow } from './buildKdTree/slow.mutants.ts';
import { byDistanceThenIndex, type Candidate, offer, type Row, squared } from './createNearest/kit.mutants.ts';

const pruning: Attempt[] = [
  {
    says: 'measures the first eight features only',
    dies: 'the answer is that of level 1 with dozens of features',
    solution: built({ distance: (a, b) => squared(a.slice(0, 8), b.slice(0, 8)) }),
  },
  {
    says: 'keeps indices in 10 bits',
    dies: 'the answer is that of level 1 in a table of 2,300 rows',
    solution: built({ result: (found) => found.sort(byDistanceThenIndex).map(({ index }) => index & 1023) }),
  },
  {
    says: 'skips the far side when it begins exactly as far as the worst of the k',
    dies: 'the lower index comes first at equal distances, also where only some of them fit into the k',
    solution: built({ skips: (difference, worst) => difference ** 2 >= worst.distance }),
  },
  {
    says: 'compares the difference, not squared, with the squared distance',
    dies: 'squared distances that differ by more than 1e-9 of the larger are kept apart',
    solution: built({ skips: (difference, worst) => Math.abs(difference) > worst.distance }),
  },
  {
    says: 'never visits the right side of a split when it comes from the left',
    dies: 'the answer is that of level 1: the k nearest rows, nearest first',
    solution: built({ skips: (difference, worst) => difference < 0 || difference ** 2 > worst.distance }),
  },
  {
    says: 'never visits the far side once k rows are known',
    dies: 'the answer is that of level 1: the k nearest rows, nearest first',
    solution: built({ skips: () => true }),
  },
  {
    says: 'goes down one side only, also while fewer than k are known',
    dies: 'the answer is that of level 1: the k nearest rows, nearest first',
    solution: built({ skips: () => true, skipsEarly: (_, kept) => kept.length > 0 }),
  },
  {
    says: 'compares the far side with the nearest of the k instead of the worst',
    dies: 'the answer is that of level 1: the k nearest rows, nearest first',
    solution: (() => {
      let nearest = Infinity;
      return built({
        checkQuery(X, query, k) {
          checkQuery(X, query, k);
          nearest = Infinity;
        },
        keep(heap, candidate, k, order) {
          nearest = Math.min(nearest, candidate.distance);
          offer(heap, candidate, k, order);
        },
        skips: (difference) => difference ** 2 > nearest,
      });
    })(),
  },
  {
    says: 'allows itself a miss of ten per cent of the distance',
    dies: 'the answer is that of level 1: the k nearest rows, nearest first',
    solution: built({ skips: (difference, worst) => 1.1 * Math.abs(difference) > Math.sqrt(worst.distance) }),
  },
  {
    says: 'skips the far side when it could gain less than 1e-6',
    dies: 'the answer is that of level 1: the k nearest rows, nearest first',
    solution: built({ skips: (difference, worst) => Math.abs(difference) > Math.sqrt(worst.distance) - 1e-6 }),
  },
  {
    says: 'stops after 64 rows, as an approximate search does',
    dies: 'the answer is that of level 1 in a table of 300 rows',
    solution: (() => {
      let visited = 0;
      return built({
        checkQuery(X, query, k) {
          checkQuery(X, query, k);
          visited = 0;
        },
        keep(heap, candidate, k, order) {
          if (++visited <= 64 || heap.length < k) offer(heap, candidate, k, order);
        },
      });
    })(),
  },
  {
    says: 'looks no further once the k it has are at distance 0',
    dies: 'the answer is that of level 1: the k nearest rows, nearest first',
    solution: built({
      keep(heap, candidate, k, order) {
        if (heap.length < k || heap[0].distance > 0) offer(heap, candidate, k, order);
      },
    }),
  },
];

const ties: Attempt[] = [
  {
    says: 'keeps the higher index among equal distances',
    dies: 'the lower index comes first at equal distances, also where only some of them fit into the k',
    solution: built({ order: (a, b) => a.distance - b.distance || b.index - a.index }),
  },
  {
    says: 'keeps what it met first among equal distances',
    dies: 'the lower index comes first at equal distances, also where only some of them fit into the k',
    solution: built({
      keep(heap, candidate, k, order) {
        if (heap.length < k || candidate.distance < heap[0].distance) offer(heap, candidate, k, order);
      },
    }),
  },
  {
    says: 'gives equal distances in the order of its heap',
    dies: 'the lower index comes first at equal distances, also where only some of them fit into the k',
    solution: built({ result: (found) => found.sort((a, b) => a.distance - b.distance).map(({ index }) => index) }),
  },
  {
    says: 'gives the farthest of the k first',
    dies: 'the answer is that of level 1: the k nearest rows, nearest first',
    solution: built({ result: (found) => found.sort((a, b) => byDistanceThenIndex(b, a)).map(({ index }) => index) }),
  },
  {
    says: 'gives the k nearest in order of index',
    dies: 'the answer is that of level 1: the k nearest rows, nearest first',
    solution: built({ result: (found) => found.map(({ index }) => index).sort((a, b) => a - b) }),
  },
  {
    says: 'gives index 0 last, as if it were missing',
    dies: 'the answer is that of level 1: the k nearest rows, nearest first',
    solution: built({
      result(found) {
        const indices = found.sort(byDistanceThenIndex).map(({ index }) => index);
        return [...indices.filter(Boolean), ...indices.filter((index) => !index)];
      },
    }),
  },
  {
    says: 'keeps neighbours in a Map by their distance, so that one of equal distances is left',
    dies: 'the lower index comes first at equal distances, also where only some of them fit into the k',
    solution: built({
      keep(heap, candidate, k, order) {
        const same = heap.find(({ distance }) => distance === candidate.distance);
        if (!same) offer(heap, candidate, k, order);
        else if (candidate.index < same.index) heap[heap.indexOf(same)] = candidate;
      },
    }),
  },
];

const numbers: Attempt[] = [
  {
    says: 'measures the Manhattan distance',
    dies: 'the answer is that of level 1: the k nearest rows, nearest first',
    solution: built({
      distance: (a, b) => a.reduce((sum, value, f) => sum + Math.abs(value - b[f]), 0),
      skips: (difference, worst) => Math.abs(difference) > worst.distance,
    }),
  },
  {
    says: 'measures the largest difference of a feature',
    dies: 'the answer is that of level 1: the k nearest rows, nearest first',
    solution: built({
      distance: (a, b) => Math.max(...a.map((value, f) => Math.abs(value - b[f]))) ** 2,
    }),
  },
  {
    says: 'keeps the rows in a `Float32Array`',
    dies: 'squared distances that differ by more than 1e-9 of the larger are kept apart',
    solution: built({ copied: (X) => X.map((row) => row.map(Math.fround)) }),
  },
  {
    says: 'expands the square into |a|² - 2ab + |b|²',
    dies: 'squared distances that differ by more than 1e-9 of the larger are kept apart',
    solution: built({
      distance(a, b) {
        const dot = (x: Row, y: Row) => x.reduce((sum, value, f) => sum + value * y[f], 0);
        return dot(a, a) - 2 * dot(a, b) + dot(b, b);
      },
    }),
  },
  {
    says: 'rescales each feature to 0 to 1',
    dies: 'the answer is that of level 1: the k nearest rows, nearest first',
    solution: (() => {
      const scales = new WeakMap<Rows, { low: number[]; width: number[] }>();
      const { buildKdTree, queryKdTree } = searching({});
      return {
        buildKdTree(X: Rows): Tree {
          const tree = buildKdTree(X);
          const features = [...X[0].keys()];
          const low = features.map((f) => X.reduce((least, row) => Math.min(least, row[f]), Infinity));
          const width = features.map((f) => X.reduce((most, row) => Math.max(most, row[f] - low[f]), 0) || 1);
          const scaled = buildKdTree(X.map((row) => row.map((value, f) => (value - low[f]) / width[f])));
          scales.set(scaled.X, { low, width });
          return tree.X.length > 0 ? scaled : tree;
        },
        queryKdTree(tree: Tree, query: Row, k: number): number[] {
          const scale = scales.get(tree.X);
          if (!scale) return [];
          return queryKdTree(
            tree,
            query.map((value, f) => (value - scale.low[f]) / scale.width[f]),
            k,
          );
        },
      };
    })(),
  },
];

const partings: Attempt[] = [
  {
    says: 'sorts coordinates without a comparator, as strings',
    dies: 'the lower index comes first at equal distances, also where only some of them fit into the k',
    solution: built({
      part(X, members, axis) {
        const sorted = [...members].sort((a, b) => (`${X[a][axis]}` < `${X[b][axis]}` ? -1 : 1));
        const middle = sorted.length >> 1;
        return [sorted.slice(0, middle), sorted[middle], sorted.slice(middle + 1)];
      },
    }),
  },
  {
    says: 'sorts by a comparator that gives a boolean',
    dies: 'the answer is that of level 1: the k nearest rows, nearest first',
    solution: built({
      part(X, members, axis) {
        const sorted = [...members].sort((a, b) => Number(X[a][axis] > X[b][axis]));
        const middle = sorted.length >> 1;
        return [sorted.slice(0, middle), sorted[middle], sorted.slice(middle + 1)];
      },
    }),
  },
  {
    says: 'halves the rows as they come, without sorting them',
    dies: 'the answer is that of level 1: the k nearest rows, nearest first',
    solution: built({
      part(_, members) {
        const middle = members.length >> 1;
        return [members.slice(0, middle), members[middle], members.slice(middle + 1)];
      },
    }),
  },
  {
    says: 'loses the row below each median',
    dies: 'the answer is that of level 1: the k nearest rows, nearest first',
    solution: built({
      part(X, members, axis) {
        const [below, row, above] = parted(X, members, axis);
        return [below.slice(0, -1), row, above];
      },
    }),
  },
  {
    says: 'loses the last row of each side that has more than one',
    dies: 'the answer is that of level 1: the k nearest rows, nearest first',
    solution: built({
      part(X, members, axis) {
        const [below, row, above] = parted(X, members, axis);
        return [below, row, above.length > 1 ? above.slice(0, -1) : above];
      },
    }),
  },
  {
    says: 'drops rows that equal the median in the feature of the split',
    dies: 'the answer is that of level 1: the k nearest rows, nearest first',
    solution: built({
      part(X, members, axis) {
        const [below, row, above] = parted(X, members, axis);
        const differs = (i: number) => X[i][axis] !== X[row ?? 0][axis];
        return [below.filter(differs), row, above.filter(differs)];
      },
    }),
  },
  {
    says: 'takes rows that are equal in all features for one',
    dies: 'the lower index comes first at equal distances, also where only some of them fit into the k',
    solution: built({
      part(X, members, axis) {
        const first = new Map(members.map((i) => [X[i].join(), i] as const).reverse());
        return parted(X, [...first.values()], axis);
      },
    }),
  },
  {
    says: 'parts into below and not below the middle value, without end where all rows are equal',
    dies: 'grows with nSamples no faster than it must, on building, equal rows',
    solution: built({
      part(X, members, axis) {
        const values = members.map((i) => X[i][axis]).sort((a, b) => a - b);
        const middle = values[values.length >> 1];
        const [row, ...others] = members.filter((i) => X[i][axis] === middle);
        const sides = [members.filter((i) => X[i][axis] < middle), members.filter((i) => X[i][axis] > middle)];
        return [sides[0], row, [...others, ...sides[1]]];
      },
    }),
  },
  {
    says: 'splits on one feature and searches by the next',
    dies: 'the lower index comes first at equal distances, also where only some of them fit into the k',
    solution: built({
      part: (X, members, axis) => parted(X, members, (axis + 1) % X[0].length),
    }),
  },
  {
    says: 'puts the smaller rows to the right',
    dies: 'the answer is that of level 1: the k nearest rows, nearest first',
    solution: built({
      part(X, members, axis) {
        const [below, row, above] = parted(X, members, axis);
        return [above, row, below];
      },
    }),
  },
  {
    says: 'gives places in its sorted copy of the rows instead of indices',
    dies: 'the answer is that of level 1: the k nearest rows, nearest first',
    solution: built({ copied: (X) => X.map((row) => [...row]).sort((a, b) => a[0] - b[0]) }),
  },
  {
    says: 'sorts the rows of the caller',
    dies: 'the inputs are never changed',
    solution: built({ copied: (X) => (X as Row[]).sort((a, b) => a[0] - b[0]) }),
  },
  {
    says: 'inserts the rows one after the other by recursion, which sorted rows make too deep',
    dies: 'grows with nSamples no faster than it must, on building, sorted rows',
    solution: {
      buildKdTree(X: Rows): Tree {
        const { X: copy } = rightTree.buildKdTree(X);
        type Growing = { row: number; axis: number; left: Growing | undefined; right: Growing | undefined };
        const insert = (node: Growing | undefined, row: number, axis: number): Growing => {
          if (!node) return { row, axis, left: undefined, right: undefined };
          const next = (axis + 1) % copy[0].length;
          if (copy[row][axis] < copy[node.row][axis]) node.left = insert(node.left, row, next);
          else node.right = insert(node.right, row, next);
          return node;
        };
        const root = copy.reduce<Growing | undefined>((grown, _, row) => insert(grown, row, 0), undefined);
        return { X: copy, root };
      },
      queryKdTree: rightTree.queryKdTree,
    },
  },
];

const states: Attempt[] = [
  {
    says: 'keeps the last tree built in a variable of the module',
    dies: 'any number of trees may be in use, each for any number of queries in any order',
    solution: (() => {
      let last: Tree | undefined;
      return {
        buildKdTree(X: Rows): Tree {
          last = rightTree.buildKdTree(X);
          return last;
        },
        queryKdTree: (tree: Tree, query: Row, k: number) => rightTree.queryKdTree(last ?? tree, query, k),
      };
    })(),
  },
  {
    says: 'goes on with the neighbours of the query before',
    dies: 'any number of trees may be in use, each for any number of queries in any order',
    solution: (() => {
      const before = new WeakMap<Tree, Candidate[]>();
      return {
        buildKdTree: rightTree.buildKdTree,
        queryKdTree(tree: Tree, query: Row, k: number): number[] {
          const found = rightTree.queryKdTree(tree, query, k);
          const fresh = found.map((index) => ({ index, distance: squared(tree.X[index], query) }));
          const known = (before.get(tree) ?? []).filter(({ index }) => !found.includes(index));
          const all = [...known, ...fresh].sort(byDistanceThenIndex).slice(0, k);
          before.set(tree, all);
          return all.map(({ index }) => index);
        },
      };
    })(),
  },
  {
    says: 'marks rows as visited and never takes the marks away',
    dies: 'any number of trees may be in use, each for any number of queries in any order',
    solution: (() => {
      const visited = new WeakMap<Tree, Set<number>>();
      return {
        buildKdTree: rightTree.buildKdTree,
        queryKdTree(tree: Tree, query: Row, k: number): number[] {
          const marks = visited.get(tree) ?? new Set();
          visited.set(tree, marks);
          const found = rightTree.queryKdTree(tree, query, k).filter((index) => !marks.has(index));
          for (const index of found) marks.add(index);
          return found;
        },
      };
    })(),
  },
  {
    says: 'remembers answers by the text of the query and k, whatever the tree',
    dies: 'any number of trees may be in use, each for any number of queries in any order',
    solution: (() => {
      const known = new Map<string, number[]>();
      return {
        buildKdTree: rightTree.buildKdTree,
        queryKdTree(tree: Tree, query: Row, k: number): number[] {
          const found = rightTree.queryKdTree(tree, query, k);
          const key = `${query.join()};${k}`;
          const answer = known.get(key) ?? found;
          known.set(key, answer);
          return answer;
        },
      };
    })(),
  },
  {
    says: 'cuts a remembered answer when k is smaller, and gives it again when k is larger',
    dies: 'any number of trees may be in use, each for any number of queries in any order',
    solution: (() => {
      const known = new WeakMap<Tree, Map<string, number[]>>();
      return {
        buildKdTree: rightTree.buildKdTree,
        queryKdTree(tree: Tree, query: Row, k: number): number[] {
          const found = rightTree.queryKdTree(tree, query, k);
          const answers = known.get(tree) ?? new Map<string, number[]>();
          known.set(tree, answers);
          const answer = answers.get(query.join()) ?? found;
          answers.set(query.join(), answer);
          return answer.slice(0, k);
        },
      };
    })(),
  },
  {
    says: 'writes the differences into the query',
    dies: 'the inputs are never changed',
    solution: {
      buildKdTree: rightTree.buildKdTree,
      queryKdTree(tree: Tree, query: Row, k: number): number[] {
        const found = rightTree.queryKdTree(tree, query, k);
        const { root } = tree;
        if (root) (query as number[])[root.axis] -= tree.X[root.row][root.axis];
        return found;
      },
    },
  },
  {
    says: 'writes the nearest row into the root of the tree',
    dies: 'any number of trees may be in use, each for any number of queries in any order',
    solution: {
      buildKdTree: rightTree.buildKdTree,
      queryKdTree(tree: Tree, query: Row, k: number): number[] {
        const found = rightTree.queryKdTree(tree, query, k);
        if (tree.root) Object.assign(tree.root, { row: found[0] });
        return found;
      },
    },
  },
];

export const mutants: Attempt[] = [...pruning, ...ties, ...numbers, ...partings, ...states, ...errors, ...slow];
