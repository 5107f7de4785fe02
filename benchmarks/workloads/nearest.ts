import { buildKdTree, kNearest, queryKdTree } from '../../reference/k-nearest-neighbors/index.ts';
import { type Contender, differs, type Rows, rowsOf, thousands, type Workload } from '../workload.ts';

interface Data {
  readonly X: Rows;
  readonly queries: Rows;
  readonly k: number;
}

/** Squared distances of the neighbours of all queries, nearest first: of equally far rows any is right. */
type Result = readonly number[];

const distancesOf = (neighbours: readonly ArrayLike<number>[], { X, queries }: Data): Result =>
  neighbours.flatMap((indices, q) =>
    Array.from(indices, (i) =>
      (X[i] ?? []).reduce((sum, value, j) => sum + (value - (queries[q]?.[j] ?? 0)) ** 2, 0),
    ).sort((a, b) => a - b),
  );

const kdTree = (build: typeof buildKdTree, query: typeof queryKdTree): Contender<Data, Result> => ({
  prepare:
    async ({ X, queries, k }) =>
    () => {
      const tree = build(X);
      return queries.map((row) => query(tree, row, k));
    },
  result: distancesOf,
});

const scan = (nearest: typeof kNearest): Contender<Data, Result> => ({
  prepare:
    async ({ X, queries, k }) =>
    () =>
      queries.map((query) => nearest(X, query, k)),
  result: distancesOf,
});

const staticKdTree: Contender<Data, Result> = {
  from: 'static-kdtree',
  prepare: async ({ X, queries, k }, libraries) => {
    const { default: createTree } = await libraries<{
      default: (rows: Rows) => { knn(query: readonly number[], k: number): number[] };
    }>('static-kdtree');
    return () => {
      const tree = createTree(X);
      return queries.map((query) => tree.knn(query, k));
    };
  },
  result: distancesOf,
};

interface Point {
  readonly index: number;
  readonly [axis: string]: number;
}

const kdTreeJavascript: Contender<Data, Result> = {
  from: 'kd-tree-javascript',
  prepare: async ({ X, queries, k }, libraries) => {
    type Tree = new (
      points: Point[],
      distance: (a: Point, b: Point) => number,
      axes: string[],
    ) => { nearest(point: Point, k: number): [Point, number][] };
    const module = await libraries<{ kdTree?: Tree; default?: { kdTree: Tree } }>('kd-tree-javascript');
    const KdTree = module.kdTree ?? module.default?.kdTree;
    if (!KdTree) throw new Error('kd-tree-javascript exports no kdTree');
    const axes = (X[0] ?? []).map((_, j) => `x${j}`);
    const pointOf = (row: readonly number[], index: number): Point =>
      Object.fromEntries([['index', index], ...row.map((value, j) => [`x${j}`, value])]) as Point;
    const distance = (a: Point, b: Point): number =>
      axes.reduce((sum, axis) => sum + ((a[axis] ?? 0) - (b[axis] ?? 0)) ** 2, 0);
    const points = X.map(pointOf);
    const asked = queries.map(pointOf);
    return () => {
      const tree = new KdTree([...points], distance, axes);
      return asked.map((query) => tree.nearest(query, k).map(([{ index }]) => index));
    };
  },
  result: distancesOf,
};

const mlKnn: Contender<Data, Result> = {
  from: 'ml-knn',
  prepare: async ({ X, queries, k }, libraries) => {
    type Knn = new (
      X: Rows,
      y: number[],
      options: object,
    ) => { kdTree: { nearest(query: readonly number[], k: number): [number[], number][] } };
    const module = await libraries<{ default: Knn | { default: Knn } }>('ml-knn');
    const Knn = 'default' in module.default ? module.default.default : module.default;
    const rows = X.map((row) => [...row]);
    const labels = X.map((_, i) => i);
    return () => {
      const model = new Knn(rows, labels, { k });
      return queries.map((query) => model.kdTree.nearest(query, k).map(([row]) => row.at(-1) ?? -1));
    };
  },
  result: distancesOf,
};

function workload(size: Workload['size'], n: number, d: number, k: number, nQueries: number): Workload<Data, Result> {
  return {
    name: `nearest neighbours, ${thousands(n)} x ${d}, k = ${k}`,
    slug: 'k-nearest-neighbors',
    describes: `The ${k} nearest of ${n.toLocaleString('en-US')} even rows of ${d} features for ${nQueries.toLocaleString('en-US')} queries; what is built is counted too.`,
    size,
    data: (random) => {
      const row = () => Array.from({ length: d }, () => random());
      return { X: rowsOf(n, row), queries: rowsOf(nQueries, row), k };
    },
    bytes: ({ X, queries }) => [...X, ...queries],
    contenders: {
      'reference, kd-tree': kdTree(buildKdTree, queryKdTree),
      ...(size === 'large' ? {} : { 'reference, scan': scan(kNearest) }),
      'static-kdtree': staticKdTree,
      'kd-tree-javascript': kdTreeJavascript,
      // Its tree never prunes: 100,000 rows take most of a minute.
      ...(size === 'large' ? {} : { 'ml-knn': mlKnn }),
    },
    attempt: ({ buildKdTree: build, queryKdTree: query, kNearest: own }) => {
      if (build && query) return kdTree(build as typeof buildKdTree, query as typeof queryKdTree);
      return own && size !== 'large' ? scan(own as typeof kNearest) : undefined;
    },
    python: { task: 'nearest', options: () => ({ k }), arrays: ({ X, queries }) => ({ X, queries }) },
    check: (result, oracle) => differs(result, oracle, 'squared distances'),
  };
}

export const nearestWorkloads = [
  workload('small', 1_000, 3, 5, 100),
  workload('medium', 10_000, 8, 5, 200),
  workload('large', 100_000, 3, 10, 1_000),
];
