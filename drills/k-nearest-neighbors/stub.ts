import type { Check } from 'ml-drills/drills/k-nearest-neighbors';

/** Level 1: indices of the k rows of X (nSamples, nFeatures) nearest to the query (nFeatures), nearest first. */
export function kNearest(X: readonly (readonly number[])[], query: readonly number[], k: number): ArrayLike<number> {
  throw new Error('TODO: kNearest');
}

/** Level 1: the label that most of the k rows nearest to the query have; y (nSamples) has one label a row of X. */
export function knnClassify(
  X: readonly (readonly number[])[],
  y: readonly number[],
  query: readonly number[],
  k: number,
): number {
  throw new Error('TODO: knnClassify');
}

/** The k nearest of the rows pushed so far. */
export interface Nearest {
  /** Takes one more row (nFeatures), which has this index. */
  push(row: readonly number[], index: number): void;
  /** Indices of the k nearest rows so far, or of all while they are fewer, nearest first. */
  result(): ArrayLike<number>;
}

/** Level 2: keeps the k rows nearest to the query (nFeatures) while rows arrive one at a time. */
export function createNearest(query: readonly number[], k: number): Nearest {
  throw new Error('TODO: createNearest');
}

/** Level 3: a type of your own. */
export type Tree = unknown;

/** Level 3: prepares the rows of X (nSamples, nFeatures) for queries. */
export function buildKdTree(X: readonly (readonly number[])[]): Tree {
  throw new Error('TODO: buildKdTree');
}

/** Level 3: indices of the k rows nearest to the query (nFeatures), nearest first. */
export function queryKdTree(tree: Tree, query: readonly number[], k: number): ArrayLike<number> {
  throw new Error('TODO: queryKdTree');
}

type Row = readonly number[];

export interface ApproximateIndex {
  /** Indices of k rows, most of them the nearest to the query (nFeatures), nearest first. */
  query(query: Row, k: number): ArrayLike<number>;
}

/** Level 4: prepares the rows of X (nSamples, nFeatures) for queries that call the distance rarely. */
export function createIndex(
  X: readonly Row[],
  distance: (a: Row, b: Row) => number,
  random: () => number,
): ApproximateIndex {
  throw new Error('TODO: createIndex');
}

/** Rows that come and go. */
export interface DynamicIndex {
  /** Adds a row (nFeatures) and gives its id: the number of rows inserted before. */
  insert(row: Row): number;
  /** Takes out the row of an id; tells whether it was there. */
  remove(id: number): boolean;
  /** Ids of the k nearest rows that are there, nearest first. */
  query(query: Row, k: number): ArrayLike<number>;
}

/** Level 5: an exact index of rows (nFeatures) that come and go. */
export function createDynamicIndex(nFeatures: number): DynamicIndex {
  throw new Error('TODO: createDynamicIndex');
}

/** What your code costs, in nSamples (n), nFeatures (d) and k, for the interview: `time: 'n log n'`, `memory: '1'`. */
export const complexity = {
  kNearest: { time: '', memory: '' },
  knnClassify: { time: '', memory: '' },
  createNearest: { time: '', memory: '' },
  buildKdTree: { time: '', memory: '' },
  queryKdTree: { time: '', memory: '' },
  createDynamicIndex: { time: '', memory: '' },
};

/** Keep this line: the editor compares the exports of this file with the question. */
export type Exports = Check<typeof import('./stub.ts')>;
