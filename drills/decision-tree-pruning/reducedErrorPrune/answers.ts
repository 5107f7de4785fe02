import type { Leaf, Split, TreeNode } from '../../../reference/decision-tree-pruning/index.ts';
import { majorityClass } from '../../../reference/decision-tree-pruning/tree.ts';
import { broken, finiteNumber, firstBroken, type Judgement, listOf, readBy, type Shape } from '../../../src/index.ts';

/** Nodes of an answer and of the tree it is held against, at the same place. */
interface Pair {
  readonly at: string;
  readonly answer: TreeNode;
  readonly other: TreeNode;
}

const ROOT = 'the answer';

/** Beyond this many characters a path is cut short: a node may be 100,000 deep. */
const LONGEST = 60;

/** The place of a child: "left.right". */
function childOf(at: string, side: 'left' | 'right'): string {
  if (at === ROOT) return side;
  if (at.endsWith('...')) return at;
  return at.length > LONGEST ? `${at}...` : `${at}.${side}`;
}

/** The place of what a node carries: "left.threshold", and "threshold" at the root. */
const fieldOf = (at: string, name: string): string => (at === ROOT ? name : `${at}.${name}`);

/** The pairs that both trees have, parents first; below a leaf of either there are none. No recursion: trees may be deep. */
export function* pairsOf(answer: TreeNode, other: TreeNode): Generator<Pair> {
  const pending: Pair[] = [{ at: ROOT, answer, other }];
  for (let pair = pending.pop(); pair; pair = pending.pop()) {
    if (pair.answer === pair.other) continue; // shared, and so the same all the way down
    yield pair;
    const { at, answer, other } = pair;
    if (answer.kind !== 'split' || other.kind !== 'split') continue;
    pending.push({ at: childOf(at, 'right'), answer: answer.right, other: other.right });
    pending.push({ at: childOf(at, 'left'), answer: answer.left, other: other.left });
  }
}

/** The form of an answer: nodes as in the question, and no split where the tree has a leaf. */
export const prunedFrom = (tree: TreeNode): Shape =>
  readBy(['kind', 'counts', 'value', 'featureIndex', 'threshold', 'left', 'right'], (value, at) => {
    if (value === tree) return undefined;
    const first = formOf(value, at);
    if (first) return first;
    // Forms are judged parents first: a pair's children are walked only once they were judged to be nodes.
    return firstBroken(pairsOf(value as TreeNode, tree), ({ at, answer, other }) => {
      const judgement = childrenForm(answer, at) ?? fieldsForm(answer, at);
      if (judgement || answer.kind === 'leaf' || other.kind === 'split') return judgement;
      return broken(at, 'a split', 'a leaf, as in the tree');
    });
  });

function formOf(value: unknown, at: string): Judgement {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  if (kind === 'leaf' || kind === 'split') return undefined;
  return broken(at, value, "a node, whose kind is 'leaf' or 'split'");
}

const childrenForm = (node: TreeNode, at: string): Judgement =>
  node.kind === 'leaf'
    ? undefined
    : (formOf(node.left, childOf(at, 'left')) ?? formOf(node.right, childOf(at, 'right')));

function fieldsForm(node: TreeNode, at: string): Judgement {
  const counts = (): Judgement => countsForm(node.counts, fieldOf(at, 'counts'));
  if (node.kind === 'leaf') return finiteNumber(node.value, fieldOf(at, 'value')) ?? counts();
  return (
    finiteNumber(node.featureIndex, fieldOf(at, 'featureIndex')) ??
    finiteNumber(node.threshold, fieldOf(at, 'threshold')) ??
    counts()
  );
}

/** Counts come as a plain list or as a typed array. */
const countsForm = (counts: unknown, at: string): Judgement =>
  listOf(finiteNumber)(ArrayBuffer.isView(counts) ? Array.from(counts as unknown as ArrayLike<number>) : counts, at); // as numbers

/** Where the answer is not the tree asked for: its kind first, then its fields. */
export const differenceFrom = (expected: TreeNode, answer: TreeNode): Judgement =>
  firstBroken(
    pairsOf(answer, expected),
    ({ at, answer, other }) => kindDifference(answer, other, at) ?? fieldsDifference(answer, other, at),
  );

/** Where the answer has a leaf and the tree asked for a split, or the other way round. */
export const kindsDifferenceFrom = (expected: TreeNode, answer: TreeNode): Judgement =>
  firstBroken(pairsOf(answer, expected), ({ at, answer, other }) => kindDifference(answer, other, at));

const kindDifference = (answer: TreeNode, expected: TreeNode, at: string): Judgement =>
  answer.kind === expected.kind ? undefined : broken(at, `a ${answer.kind}`, `a ${expected.kind}`);

/** Where two nodes of one kind differ in what they carry themselves. */
export function fieldsDifference(answer: TreeNode, expected: TreeNode, at: string): Judgement {
  if (expected.kind === 'leaf')
    return valueDifference(answer as Leaf, expected, at) ?? countsDifference(answer, expected, at); // of one kind
  const { featureIndex, threshold } = answer as Split; // of one kind
  if (featureIndex !== expected.featureIndex)
    return broken(fieldOf(at, 'featureIndex'), featureIndex, expected.featureIndex);
  if (threshold !== expected.threshold) return broken(fieldOf(at, 'threshold'), threshold, expected.threshold);
  return countsDifference(answer, expected, at);
}

/** A leaf where the tree had a split predicts the class with the largest count of that node, and carries its counts. */
export const newLeafDifference = ({ at, answer, other }: Pair): Judgement =>
  answer.kind === 'leaf' && other.kind === 'split'
    ? (valueDifference(answer, { value: majorityClass(other.counts) }, at) ?? countsDifference(answer, other, at))
    : undefined;

/** What is not pruned stays as it was. */
export const keptDifference = ({ at, answer, other }: Pair): Judgement =>
  answer.kind === other.kind ? fieldsDifference(answer, other, at) : undefined;

/** Both, for every node of an answer. */
export const judgeNodes = (answer: TreeNode, tree: TreeNode): Judgement =>
  firstBroken(pairsOf(answer, tree), (pair) => newLeafDifference(pair) ?? keptDifference(pair));

export const valueDifference = (answer: Leaf, { value }: { value: number }, at: string): Judgement =>
  answer.value === value ? undefined : broken(fieldOf(at, 'value'), answer.value, value);

export function countsDifference(answer: TreeNode, expected: TreeNode, at: string): Judgement {
  const place = fieldOf(at, 'counts');
  if (answer.counts.length !== expected.counts.length)
    return broken(`${place}.length`, answer.counts.length, expected.counts.length);
  return firstBroken(expected.counts, (n, c) =>
    answer.counts[c] === n ? undefined : broken(`${place}[${c}]`, answer.counts[c], n),
  );
}
