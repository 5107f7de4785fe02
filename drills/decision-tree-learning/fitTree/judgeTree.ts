import type { TreeNode } from '../../../reference/decision-tree-learning/index.ts';
import { broken, firstBroken, isClose, type Judgement } from '../../../src/index.ts';
import type { TrainingSet } from '../bestSplit/inputs.ts';
import { childOf, fieldOf } from './treeShape.ts';

/** A cut between two neighbouring distinct values of a feature, and what it is worth. */
export interface Candidate {
  readonly featureIndex: number;
  readonly lower: number;
  readonly upper: number;
  readonly decrease: number;
}

export interface Question {
  readonly featureIndex: number;
  readonly threshold: number;
}

/** By what a tree is grown. The rows of a node are a training set. */
export interface Criterion {
  /** Whether nothing is left to divide; undefined where rounding may decide. */
  readonly isPure: (rows: TrainingSet) => boolean | undefined;
  /** All cuts that leave `minSamplesLeaf` rows on both sides, by the lowest feature, then the lowest threshold. */
  readonly candidates: (rows: TrainingSet, minSamplesLeaf: number) => readonly Candidate[];
  readonly decrease: (rows: TrainingSet, question: Question) => number;
  /** Decreases that differ by no more may count as equal. */
  readonly slack: (rows: TrainingSet) => number;
  /** The candidate that has to be chosen before a question, where a tie between them is sure to be seen. */
  readonly first: (
    rows: TrainingSet,
    minSamplesLeaf: number,
    question: Question,
  ) => Omit<Candidate, 'decrease'> | undefined;
  readonly judgeValue: (at: string, value: number, rows: TrainingSet) => Judgement;
}

/** The criterion for a training set. */
export type CriterionOf = (set: TrainingSet) => Criterion;

export interface Limits {
  readonly maxDepth: number;
  readonly minSamplesLeaf: number;
}

/** A node of an answer with the rows that reach it. */
export interface Visit {
  readonly at: string;
  readonly node: TreeNode;
  readonly rows: TrainingSet;
  readonly depth: number;
}

/** A node with the candidates that it has. */
interface Judged extends Visit {
  readonly candidates: readonly Candidate[];
}

const some = ({ X, y }: TrainingSet, goes: (x: readonly number[]) => boolean): TrainingSet => ({
  X: X.filter(goes),
  y: y.filter((_, i) => goes(X[i])),
});

/** Every node with its rows, parents first, as long as rows reach it. */
export function* visits(tree: TreeNode, rows: TrainingSet): Generator<Visit> {
  const open: Visit[] = [{ at: 'the answer', node: tree, rows, depth: 0 }];
  for (let visit = open.pop(); visit; visit = open.pop()) {
    if (visit.rows.X.length === 0) continue;
    yield visit;
    const { node, rows, at, depth } = visit;
    if (node.kind === 'leaf') continue;
    const goesLeft = (x: readonly number[]): boolean => x[node.featureIndex] <= node.threshold;
    const left = some(rows, goesLeft);
    const right = some(rows, (x) => !goesLeft(x));
    open.push({ at: childOf(at, 'right'), node: node.right, rows: right, depth: depth + 1 });
    open.push({ at: childOf(at, 'left'), node: node.left, rows: left, depth: depth + 1 });
  }
}

/** A rule that each node must obey for itself. */
export type NodeRule = (node: Judged, criterion: Criterion, limits: Limits) => Judgement;

const counted = (n: number): string => (n === 1 ? '1 row' : `${n} rows`);

export const isLeafWhereItMust: NodeRule = ({ at, node, rows, depth, candidates }, criterion, { maxDepth }) => {
  const isPure = criterion.isPure(rows);
  const isLeaf = node.kind === 'leaf';
  if (depth >= maxDepth) return isLeaf ? undefined : broken(at, 'a split', `a leaf, at depth ${maxDepth}`);
  if (candidates.length === 0) return isLeaf ? undefined : broken(at, 'a split', 'a leaf: there is no candidate');
  if (isPure === undefined || isPure === isLeaf) return undefined;
  if (isPure) return broken(at, 'a split', `a leaf: ${counted(rows.y.length)}, all with y = ${rows.y[0]}`);
  return broken(at, 'a leaf', `a split: ${counted(rows.y.length)} with different y`);
};

export const isMidway: NodeRule = ({ at, node, candidates }) => {
  if (node.kind === 'leaf') return undefined;
  const place = fieldOf(at, 'threshold');
  const { featureIndex, threshold } = node;
  const found = candidates.find(
    (one) => one.featureIndex === featureIndex && one.lower <= threshold && threshold < one.upper,
  );
  if (!found)
    return broken(place, threshold, `a threshold t with a <= t < b, for a candidate a < b of feature ${featureIndex}`);
  const middle = found.lower / 2 + found.upper / 2;
  const scale = Math.max(Math.abs(found.lower), Math.abs(found.upper));
  return isClose(threshold, middle, scale) ? undefined : broken(place, threshold, middle);
};

/** A threshold on one of two neighbours, or next to one: their middle may not be a number of its own. */
export const isBetween: NodeRule = ({ at, node, rows }) => {
  if (node.kind === 'leaf') return undefined;
  const goesLeft = rows.X.filter((x) => x[node.featureIndex] <= node.threshold).length;
  if (goesLeft > 0 && goesLeft < rows.X.length) return undefined;
  return broken(fieldOf(at, 'threshold'), node.threshold, 'a threshold with rows on both sides');
};

export const isBest: NodeRule = ({ at, node, rows, candidates }, criterion) => {
  if (node.kind === 'leaf') return undefined;
  const decrease = criterion.decrease(rows, node);
  const largest = Math.max(...candidates.map((one) => one.decrease));
  // A threshold with all rows on one side, or a side that is too small, breaks other rules.
  if (Number.isNaN(decrease) || largest === -Infinity || decrease >= largest - criterion.slack(rows)) return undefined;
  return broken(at, `a split of decrease ${decrease}`, `one of decrease ${largest}`);
};

export const isFirst: NodeRule = ({ at, node, rows }, criterion, { minSamplesLeaf }) => {
  if (node.kind === 'leaf') return undefined;
  const first = criterion.first(rows, minSamplesLeaf, node);
  if (!first) return undefined;
  if (node.featureIndex !== first.featureIndex)
    return broken(fieldOf(at, 'featureIndex'), node.featureIndex, first.featureIndex);
  if (node.threshold < first.upper) return undefined;
  return broken(fieldOf(at, 'threshold'), node.threshold, 'a lower one, of the same decrease');
};

export const predictsItsRows: NodeRule = ({ at, node, rows }, criterion) =>
  node.kind === 'leaf' ? criterion.judgeValue(fieldOf(at, 'value'), node.value, rows) : undefined;

/** The first rule that a node of the tree breaks, node by node. */
export function judgeNodes(
  tree: TreeNode,
  set: TrainingSet,
  criterion: Criterion,
  limits: Limits,
  ...rules: readonly NodeRule[]
): Judgement {
  for (const visit of visits(tree, set)) {
    const node = { ...visit, candidates: criterion.candidates(visit.rows, limits.minSamplesLeaf) };
    for (const rule of rules) {
      const judgement = rule(node, criterion, limits);
      if (judgement) return judgement;
    }
  }
  return undefined;
}

/** What a tree predicts for a row. */
export function predictionOf(tree: TreeNode, x: readonly number[]): number {
  let node = tree;
  while (node.kind === 'split') node = x[node.featureIndex] <= node.threshold ? node.left : node.right;
  return node.value;
}

/** The first row that a tree is wrong about, which was grown to tell all rows apart. */
export const judgePredictions = (tree: TreeNode, { X, y }: TrainingSet): Judgement =>
  firstBroken(X, (x, i) => {
    const actual = predictionOf(tree, x);
    return isClose(actual, y[i], 1) ? undefined : broken(`the prediction for row ${i}`, actual, y[i]);
  });
