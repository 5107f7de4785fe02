/** A node that predicts `value`: a class, or a number. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly value: number;
}

/** A node that sends a row left when `x[featureIndex] <= threshold`, and right otherwise. */
export interface Split {
  readonly kind: 'split';
  readonly featureIndex: number;
  readonly threshold: number;
  readonly left: TreeNode;
  readonly right: TreeNode;
}

/** A decision tree, or a part of one: a leaf, or a split with a tree on either side. */
export type TreeNode = Leaf | Split;

/** The limits of a tree. */
export interface TreeOptions {
  /** How many splits lie above a leaf at most: 0 or more; Infinity when left out. */
  readonly maxDepth?: number;
  /** How many training samples each leaf gets at least, where there are as many: 1 or more; 1 when left out. */
  readonly minSamplesLeaf?: number;
}

/** A question about one feature. */
export interface Question {
  readonly featureIndex: number;
  readonly threshold: number;
}

/** A node's samples divided between its children. */
export interface Division<Samples> extends Question {
  readonly left: Samples;
  readonly right: Samples;
}

/** A split whose children are still to come. */
interface Unfinished extends Question {
  readonly kind: 'split';
  left: TreeNode;
  right: TreeNode;
}

const PLACEHOLDER: Leaf = { kind: 'leaf', value: Number.NaN };

/**
 * The tree that comes of dividing samples until each part is a leaf: `settle` makes a leaf of a node's samples or divides
 * them. Depth first, left before right, and with a stack of its own: a tree may be as deep as it has samples.
 */
export function growTree<Samples>(
  samples: Samples,
  settle: (samples: Samples, depth: number) => Leaf | Division<Samples>,
): TreeNode {
  const top: Unfinished = { kind: 'split', featureIndex: 0, threshold: 0, left: PLACEHOLDER, right: PLACEHOLDER };
  const open: { samples: Samples; depth: number; parent: Unfinished; side: 'left' | 'right' }[] = [];
  open.push({ samples, depth: 0, parent: top, side: 'left' });
  for (let next = open.pop(); next; next = open.pop()) {
    const settled = settle(next.samples, next.depth);
    if ('kind' in settled) {
      next.parent[next.side] = settled;
      continue;
    }
    const { featureIndex, threshold, left, right } = settled;
    const parent: Unfinished = { kind: 'split', featureIndex, threshold, left: PLACEHOLDER, right: PLACEHOLDER };
    next.parent[next.side] = parent;
    const depth = next.depth + 1;
    open.push({ samples: right, depth, parent, side: 'right' }, { samples: left, depth, parent, side: 'left' });
  }
  return top.left;
}

/** What the tree predicts for a row. */
export function predictOne(tree: TreeNode, x: readonly number[]): number {
  let node = tree;
  while (node.kind === 'split') node = x[node.featureIndex] <= node.threshold ? node.left : node.right;
  return node.value;
}

/** A threshold t with a <= t < b, midway between them as far as doubles allow: neighbours may have nothing in between. */
export function midpoint(a: number, b: number): number {
  const middle = a / 2 + b / 2; // a + b may overflow
  return middle >= a && middle < b ? middle : a;
}
