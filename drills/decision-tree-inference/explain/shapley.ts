import * as reference from '../../../reference/decision-tree-inference/index.ts';
import { broken, firstBroken, isClose, type Judgement } from '../../../src/index.ts';
import type { Explanation } from './inputs.ts';

type TreeNode = reference.TreeNode;

/** A set of features, as the bits of an integer. */
const has = (set: number, j: number): boolean => ((set >> j) & 1) === 1;

/** The mean prediction with these features taken from x, and the others from each background row in turn. */
function worthOf(set: number, { tree, x, background }: Explanation): number {
  const predictions = background.map((row) =>
    reference.predict(
      tree,
      x.map((feature, j) => (has(set, j) ? feature : row[j])),
    ),
  );
  return predictions.reduce((sum, value) => sum + value, 0) / background.length;
}

/** Shapley values as they are defined: over all sets of the other features, for a few features only. */
export function shapleyValues(explanation: Explanation): number[] {
  const { x } = explanation;
  const worth = Array.from({ length: 2 ** x.length }, (_, set) => worthOf(set, explanation));
  const sizeOf = (set: number): number => x.filter((_, j) => has(set, j)).length;
  return x.map((_, j) =>
    worth.reduce((sum, alone, set) => {
      if (has(set, j)) return sum;
      return sum + weightOf(sizeOf(set), x.length) * (worth[set | (1 << j)] - alone);
    }, 0),
  );
}

/** In how many orders of n features a feature comes right after a set of this size: size! (n - size - 1)! / n!. */
const weightOf = (size: number, n: number): number => (factorial(size) * factorial(n - size - 1)) / factorial(n);

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));

/** The largest value of a tree, without its sign: rounding errors are of its size. */
function scaleOf(tree: TreeNode): number {
  let largest = 0;
  const nodes = [tree];
  for (const node of nodes) {
    if (node.kind === 'split') nodes.push(node.left, node.right);
    else largest = Math.max(largest, Math.abs(node.value));
  }
  return largest;
}

/** Judges values within 1e-9 of the largest value of the tree. */
export function judgeValues(
  actual: ArrayLike<number>,
  expected: readonly number[],
  tree: TreeNode,
  answer = 'the answer',
): Judgement {
  const scale = scaleOf(tree);
  return firstBroken(expected, (value, j) =>
    isClose(actual[j], value, scale) ? undefined : broken(`${answer}[${j}]`, actual[j], value),
  );
}

/** Judges one number within 1e-9 of the largest value of the tree. */
export const judgeNumber = (at: string, actual: number, expected: number, tree: TreeNode): Judgement =>
  isClose(actual, expected, scaleOf(tree)) ? undefined : broken(at, actual, expected);
