import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import {
  check,
  type Found,
  type Parts,
  right as rightSplit,
  sweep,
  type X,
  type Y,
} from '../bestSplit/shared.mutants.ts';

export type FitTree = typeof reference.fitTree;
export type TreeNode = ReturnType<FitTree>;
export type Options = NonNullable<Parameters<FitTree>[2]>;
export type Limits = Required<Options>;

/** What is known of a node when it is judged: its rows, their classes, and those of all rows. */
export interface Place {
  readonly X: X;
  readonly y: Y;
  readonly depth: number;
  readonly limits: Limits;
  readonly root: { readonly X: X; readonly y: Y };
}

/** The parts of a right tree, with those of a right split; a mutant replaces one. */
export interface TreeParts extends Parts {
  limits(options: Options): Limits;
  isLeaf(place: Place): boolean;
  /** The best split of the rows of a node. */
  split(parts: TreeParts, place: Place): Found | null;
  /** Whether the best split is not taken. */
  declines(found: Found, place: Place): boolean;
  goesLeft(value: number, threshold: number): boolean;
  leaf(place: Place): number;
}

export function limits({ maxDepth = Number.POSITIVE_INFINITY, minSamplesLeaf = 1 }: Options): Limits {
  if (maxDepth !== Number.POSITIVE_INFINITY && !(Number.isInteger(maxDepth) && maxDepth >= 0)) {
    throw new RangeError('maxDepth');
  }
  if (!Number.isInteger(minSamplesLeaf) || minSamplesLeaf < 1) throw new RangeError('minSamplesLeaf');
  return { maxDepth, minSamplesLeaf };
}

export function mostFrequent(y: Y, better = (label: number, best: number) => label < best): number {
  const counts = new Map<number, number>();
  for (const label of y) counts.set(label, (counts.get(label) ?? 0) + 1);
  let best = y[0];
  let most = 0;
  for (const [label, count] of counts) {
    if (count > most || (count === most && better(label, best))) {
      best = label;
      most = count;
    }
  }
  return best;
}

export const right: TreeParts = {
  ...rightSplit,
  check,
  limits,
  isLeaf: ({ y, depth, limits: { maxDepth } }) => depth >= maxDepth || y.every((label) => label === y[0]),
  split: (parts, { X, y, limits: { minSamplesLeaf } }) => {
    const enough: Parts = {
      ...parts,
      allowed: (sides) => parts.allowed(sides) && Math.min(sides.nLeft, sides.nRight) >= minSamplesLeaf,
    };
    return sweep(enough, X, y, [...X.keys()]);
  },
  declines: () => false,
  goesLeft: (value, threshold) => value <= threshold,
  leaf: ({ y }) => mostFrequent(y),
};

/** The tree of some rows. */
export function grow(parts: TreeParts, place: Place): TreeNode {
  const { X, y, depth } = place;
  const leaf = (): TreeNode => ({ kind: 'leaf', value: parts.leaf(place) });
  if (parts.isLeaf(place)) return leaf();
  const found = parts.split(parts, place);
  if (found === null || parts.declines(found, place)) return leaf();
  const { featureIndex, threshold } = found;
  const side = (isLeft: boolean): TreeNode => {
    const rows = [...X.keys()].filter((i) => parts.goesLeft(X[i][featureIndex], threshold) === isLeft);
    return grow(parts, { ...place, X: rows.map((i) => X[i]), y: rows.map((i) => y[i]), depth: depth + 1 });
  };
  return { kind: 'split', featureIndex, threshold, left: side(true), right: side(false) };
}

/** The right solution with other parts. */
export const growing = (changes: Partial<TreeParts>): FitTree => {
  const parts = { ...right, ...changes };
  return (X, y, options = {}) => {
    const { check, limits } = parts;
    check(X, y);
    return grow(parts, { X, y, depth: 0, limits: limits(options), root: { X, y } });
  };
};

export const fitTree: FitTree = growing({});

/** Every node of a tree made anew, its children first. */
export function rebuilt(tree: TreeNode, change: (node: TreeNode) => TreeNode): TreeNode {
  if (tree.kind === 'leaf') return change(tree);
  return change({ ...tree, left: rebuilt(tree.left, change), right: rebuilt(tree.right, change) });
}
