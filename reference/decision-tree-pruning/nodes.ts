import { majorityClass, type Split, type TreeNode } from './tree.ts';

/** The nodes of a tree in a list. */
export interface NodeList {
  /** Every node before its children, and so the root first. */
  readonly nodes: readonly TreeNode[];
  /** Where the left child of a split stands in the list; the right one comes next. -1 at a leaf. */
  readonly leftOf: readonly number[];
}

/** Lists a tree level by level; no recursion, since a chain is as deep as it has nodes. */
export function parentsFirst(tree: TreeNode): NodeList {
  const nodes = [tree];
  const leftOf: number[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i];
    leftOf.push(node.kind === 'split' ? nodes.length : -1);
    if (node.kind === 'split') nodes.push(node.left, node.right); // the loop reaches them later
  }
  return { nodes, leftOf };
}

/** How many training samples a node would misclassify as a leaf: all but those of the largest class. */
export function errorsAt({ counts }: TreeNode): number {
  let sum = 0;
  let largest = 0;
  for (let c = 0; c < counts.length; c++) {
    sum += counts[c];
    if (counts[c] > largest) largest = counts[c];
  }
  return sum - largest;
}

/** The node as a leaf; a leaf is itself. */
export const asLeaf = (node: TreeNode): TreeNode =>
  node.kind === 'leaf' ? node : { kind: 'leaf', value: majorityClass(node.counts), counts: node.counts };

/** The split over other children; the split itself when they are its own. */
export function withChildren(split: Split, left: TreeNode, right: TreeNode): TreeNode {
  if (left === split.left && right === split.right) return split;
  const { kind, featureIndex, threshold, counts } = split;
  return { kind, featureIndex, threshold, left, right, counts };
}
