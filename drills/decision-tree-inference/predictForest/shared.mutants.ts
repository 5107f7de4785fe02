import type * as reference from '../../../reference/decision-tree-inference/index.ts';

export type Predict = typeof reference.predictForest;
export type Trees = Parameters<Predict>[0];
export type Row = Parameters<Predict>[1];
export type TreeNode = Trees[number];
export type Split = Extract<TreeNode, { kind: 'split' }>;
export type Leaf = Extract<TreeNode, { kind: 'leaf' }>;

/** The number that a split reads, or the error that it is none. */
export function read({ featureIndex }: Split, x: Row): number {
  const v = x[featureIndex];
  if (v === undefined || Number.isNaN(v)) throw new RangeError(`no feature ${featureIndex}`);
  return v;
}

/** A right walk down one tree, but for what reads and compares. */
export const walking =
  (reads: (split: Split, x: Row) => number = read, goesLeft = (v: number, threshold: number) => v <= threshold) =>
  (tree: TreeNode, x: Row): number => {
    let node = tree;
    while (node.kind === 'split') node = goesLeft(reads(node, x), node.threshold) ? node.left : node.right;
    return node.value;
  };

export const vote = walking();

export interface Count {
  readonly label: number;
  readonly count: number;
}

/** Where the votes stand after a tree. */
export interface Standing {
  /** The answer if no more trees were walked. */
  readonly leader: Count;
  /** The best of the other labels that have votes, if any: of count 0 if none. */
  readonly rival: Count;
  readonly remaining: number;
  readonly nTrees: number;
}

export interface Parts {
  vote: (tree: TreeNode, x: Row) => number;
  key: (label: number) => unknown;
  beats: (a: Count, b: Count) => boolean;
  isSettled: (standing: Standing) => boolean;
  answerNone: () => number;
}

export const right: Parts = {
  vote,
  key: (label) => label,
  beats: (a, b) => a.count > b.count || (a.count === b.count && a.label < b.label),
  isSettled: ({ leader, rival, remaining }) =>
    remaining < leader.count &&
    (rival.count + remaining < leader.count ||
      (rival.count + remaining === leader.count && leader.label < rival.label)),
  answerNone: () => {
    throw new RangeError('a forest without trees');
  },
};

/** A right solution, but for the parts that are replaced. */
export const voting =
  (parts: Partial<Parts> = {}): Predict =>
  (trees, x) => {
    const { vote, key, beats, isSettled, answerNone } = { ...right, ...parts };
    if (trees.length === 0) return answerNone();
    const counts = new Map<unknown, number>();
    let leader: Count = { label: Number.NaN, count: 0 };
    let rival = leader;
    for (let i = 0; i < trees.length; i++) {
      const label = vote(trees[i], x);
      const count = (counts.get(key(label)) ?? 0) + 1;
      counts.set(key(label), count);
      const now = { label, count };
      if (key(label) === key(leader.label)) leader = now;
      else if (beats(now, leader)) {
        rival = leader;
        leader = now;
      } else if (beats(now, rival)) rival = now;
      if (isSettled({ leader, rival, remaining: trees.length - i - 1, nTrees: trees.length })) break;
    }
    return leader.label;
  };

/** The smallest label of those with the most votes. */
export function winner(votes: Iterable<number>): number {
  const counts = new Map<number, number>();
  for (const label of votes) counts.set(label, (counts.get(label) ?? 0) + 1);
  let best: Count = { label: Number.NaN, count: 0 };
  for (const [label, count] of counts) if (right.beats({ label, count }, best)) best = { label, count };
  return best.label;
}
