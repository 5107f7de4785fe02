import type * as reference from '../../../reference/decision-tree-inference/index.ts';

export type Predict = typeof reference.predict;
export type TreeNode = Parameters<Predict>[0];
export type Row = Parameters<Predict>[1];
export type Split = Extract<TreeNode, { kind: 'split' }>;
export type Leaf = Extract<TreeNode, { kind: 'leaf' }>;
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export const way =
  'A row goes left when `x[featureIndex] <= threshold`, so on equality too, and right otherwise, from the root to a leaf.';
export const asTheyAre =
  'The two numbers are compared as they are: no rounding, no tolerance, also one unit in the last place apart.';
export const exactValue = 'The answer is the `value` of the leaf that the row reaches, exactly as it is.';
export const anyValue =
  'Values are any finite numbers: negative, fractions, beyond 10, and the same one in several leaves.';
export const zero = '0 is a value, a threshold and a `featureIndex` like any other.';
export const oneLeaf = 'A tree that is one leaf gives its value, whatever the row.';
export const unmet =
  'It follows that nothing changes the answer which the row does not meet on its way: features that no visited split reads, more features than the tree asks for, nodes on the side not taken.';
export const moved =
  'Nor does moving or scaling a feature together with its thresholds, or numbering the features in another order.';
export const readsNaN = 'A visited split that reads `NaN` is a `RangeError`.';
export const pastEnd =
  'So is a visited split whose `featureIndex` is past the end of the row (any split, if the row has no features).';
export const unchanged = 'The inputs are never changed, and an answer does not depend on earlier calls.';
export const deep = 'A chain 100,000 splits deep must not overflow the call stack.';
export const nodesInTree = 'the number of nodes in the tree';
export const splitsOnWay = "the number of splits on the row's way down";
export const manyCalls = 'Many calls on one small tree may cost as many times one call.';
export const readOnce = 'Reading all of `x` once a call is fine.';

/** The number a split reads. */
export function read({ featureIndex }: Split, x: Row): number {
  if (featureIndex >= x.length) throw new RangeError(`no feature ${featureIndex}`);
  if (Number.isNaN(x[featureIndex])) throw new RangeError(`feature ${featureIndex} is NaN`);
  return x[featureIndex];
}

export const below = (value: number, threshold: number): boolean => value <= threshold;

/** The leaf a row reaches. */
export function descend(tree: TreeNode, x: Row, goesLeft = below, feature = read): Leaf {
  let node = tree;
  while (node.kind === 'split') {
    node = goesLeft(feature(node, x), node.threshold) ? node.left : node.right;
  }
  return node;
}

export const right: Predict = (tree, x) => descend(tree, x).value;

export const comparing =
  (goesLeft: typeof below): Predict =>
  (tree, x) =>
    descend(tree, x, goesLeft).value;

export const reading =
  (feature: typeof read): Predict =>
  (tree, x) =>
    descend(tree, x, below, feature).value;

export const answering =
  (answer: (value: number) => unknown): Predict =>
  (tree, x) =>
    answer(descend(tree, x).value) as number;

/** All nodes, the parent before its children. */
export function everyNode(tree: TreeNode): TreeNode[] {
  const nodes = [tree];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i];
    if (node.kind === 'split') nodes.push(node.left, node.right);
  }
  return nodes;
}
