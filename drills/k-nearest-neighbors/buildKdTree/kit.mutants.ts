import type { Mutant } from '../../../src/index.ts';
import {
  byDistanceThenIndex,
  type Candidate,
  type Order,
  offer,
  type Row,
  squared,
} from '../createNearest/kit.mutants.ts';
import type { Asked } from '../drill.ts';

export type Rows = readonly Row[];
export type Attempt = Mutant<Asked>;

/** A row and, on either side of it, the rows that are not above it and not below it in the feature `axis`. */
export interface Node {
  readonly row: number;
  readonly axis: number;
  readonly left: Node | undefined;
  readonly right: Node | undefined;
}

export interface Tree {
  readonly X: Rows;
  readonly root: Node | undefined;
}

type Problem = 'empty' | 'noFeatures' | 'ragged' | 'coordinate' | 'queryLength' | 'queryCoordinate' | 'badK';

function refuse(tests: [Problem, () => boolean][], overlooked: readonly Problem[]): void {
  const found = tests.find(([name, fails]) => !overlooked.includes(name) && fails());
  if (found) throw new RangeError(found[0]);
}

export const checkRows = (X: Rows, ...overlooked: Problem[]): void =>
  refuse(
    [
      ['empty', () => X.length === 0],
      ['noFeatures', () => X.some((row) => row.length === 0)],
      ['ragged', () => X.some((row) => row.length !== X[0].length)],
      ['coordinate', () => !X.every((row) => row.every(Number.isFinite))],
    ],
    overlooked,
  );

export const checkQuery = (X: Rows, query: Row, k: number, ...overlooked: Problem[]): void =>
  refuse(
    [
      ['queryLength', () => query.length !== X[0].length],
      ['queryCoordinate', () => !query.every(Number.isFinite)],
      ['badK', () => !Number.isInteger(k) || k < 1 || k > X.length],
    ],
    overlooked,
  );

export type Parted = readonly [left: number[], row: number | undefined, right: number[]];

/** Rows below the median in a feature, the median, and those above; equal ones by index. */
export function parted(X: Rows, members: number[], axis: number): Parted {
  const sorted = [...members].sort((a, b) => X[a][axis] - X[b][axis] || a - b);
  const middle = sorted.length >> 1;
  return [sorted.slice(0, middle), sorted[middle], sorted.slice(middle + 1)];
}

/** A right solution in parts. */
export interface Parts {
  checkRows(X: Rows): void;
  checkQuery(X: Rows, query: Row, k: number): void;
  /** What the tree keeps of the rows. */
  copied(X: Rows): Rows;
  axis(depth: number, nFeatures: number): number;
  part(X: Rows, members: number[], axis: number): Parted;
  distance(row: Row, query: Row): number;
  order: Order;
  /** Whether the side beyond a difference need not be visited, as the k nearest so far are known. */
  skips(difference: number, worst: Candidate): boolean;
  /** The same while fewer than k are known. */
  skipsEarly(difference: number, kept: readonly Candidate[]): boolean;
  keep(heap: Candidate[], candidate: Candidate, k: number, order: Order): void;
  result(found: Candidate[]): number[];
}

const right: Parts = {
  checkRows,
  checkQuery,
  copied: (X) => X.map((row) => [...row]),
  axis: (depth, nFeatures) => depth % nFeatures,
  part: parted,
  distance: squared,
  order: byDistanceThenIndex,
  skips: (difference, worst) => difference ** 2 > worst.distance,
  skipsEarly: () => false,
  keep: offer,
  result: (found) => found.sort(byDistanceThenIndex).map(({ index }) => index),
};

/** The right solution with some parts replaced. */
export function searching(changes: Partial<Parts>) {
  const parts = { ...right, ...changes };
  const grown = (X: Rows, members: number[], depth: number): Node | undefined => {
    if (members.length === 0) return undefined;
    const axis = parts.axis(depth, X[0].length);
    const [below, row, above] = parts.part(X, members, axis);
    if (row === undefined) return undefined;
    return { row, axis, left: grown(X, below, depth + 1), right: grown(X, above, depth + 1) };
  };
  return {
    buildKdTree(X: Rows): Tree {
      parts.checkRows(X);
      const copy = parts.copied(X);
      return { X: copy, root: grown(copy, Array.from(copy.keys()), 0) };
    },
    queryKdTree({ X, root }: Tree, query: Row, k: number): number[] {
      parts.checkQuery(X, query, k);
      const kept: Candidate[] = [];
      const visit = (node: Node | undefined): void => {
        if (!node) return;
        parts.keep(kept, { distance: parts.distance(X[node.row], query), index: node.row }, k, parts.order);
        const difference = query[node.axis] - X[node.row][node.axis];
        visit(difference <= 0 ? node.left : node.right);
        const skips = kept.length < k ? parts.skipsEarly(difference, kept) : parts.skips(difference, kept[0]);
        if (!skips) visit(difference <= 0 ? node.right : node.left);
      };
      visit(root);
      return parts.result(kept);
    },
  };
}

export const built = (changes: Partial<Parts>): Attempt['solution'] => searching(changes);

export const rightTree = searching({});
