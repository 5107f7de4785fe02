import type * as reference from '../../../reference/decision-tree-inference/index.ts';

export type Predict = typeof reference.predictWithMissing;
export type TreeNode = Parameters<Predict>[0];
export type Row = Parameters<Predict>[1];
export type Leaf = Extract<TreeNode, { kind: 'leaf' }>;
export type Split = Extract<TreeNode, { kind: 'split' }>;
export type CategorySplit = Extract<TreeNode, { kind: 'category' }>;
export type Inner = Split | CategorySplit;
export type Side = Inner['missing'];

/** The parts of a right solution. */
export interface Parts {
  /** Throws for a row that is too short. */
  check: (node: Inner, x: Row) => void;
  isMissing: (v: number, x: Row) => boolean;
  /** Where a missing feature goes. */
  missing: (node: Inner) => Side;
  goesLeft: (v: number, threshold: number) => boolean;
  isListed: (list: readonly number[], v: number) => boolean;
  /** Where a category goes. */
  category: (node: CategorySplit, v: number, isListed: Parts['isListed']) => Side;
}

export const right: Parts = {
  check: ({ featureIndex }, x) => {
    if (featureIndex >= x.length) throw new RangeError(`the row has no feature ${featureIndex}`);
  },
  isMissing: (v) => Number.isNaN(v),
  missing: (node) => node.missing,
  goesLeft: (v, threshold) => v <= threshold,
  isListed: (list, v) => list.includes(v),
  category: (node, v, isListed) => {
    if (isListed(node.categories.left, v)) return 'left';
    return isListed(node.categories.right, v) ? 'right' : node.missing;
  },
};

/** The side that a row goes to at one node. */
export function sideOf(node: Inner, x: Row, parts: Partial<Parts> = {}): Side {
  const { check, isMissing, missing, goesLeft, isListed, category } = { ...right, ...parts };
  check(node, x);
  const v = x[node.featureIndex];
  if (isMissing(v, x)) return missing(node);
  if (node.kind === 'category') return category(node, v, isListed);
  return goesLeft(v, node.threshold) ? 'left' : 'right';
}

/** A right solution, but for the parts that are replaced. */
export const walking =
  (parts: Partial<Parts> = {}): Predict =>
  (tree, x) => {
    let node = tree;
    while (node.kind !== 'leaf') node = node[sideOf(node, x, parts)];
    return node.value;
  };

/** Every node, each level before the next. */
export function everyNode(tree: TreeNode): TreeNode[] {
  const nodes = [tree];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i];
    if (node.kind !== 'leaf') nodes.push(node.left, node.right);
  }
  return nodes;
}
