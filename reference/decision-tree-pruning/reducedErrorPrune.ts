import { withChildren } from './nodes.ts';
import { majorityClass, type TreeNode } from './tree.ts';
import { requireFeature, requireValidationSet } from './validate.ts';

/** A node of the tree to prune, with what the validation set says of it. */
interface Candidate {
  readonly node: TreeNode;
  readonly prediction: number;
  /** Its children; none below a leaf. */
  left: Candidate | undefined;
  right: Candidate | undefined;
  /** Errors on the rows that reach the node, were it a leaf. */
  errorsAsLeaf: number;
  /** Errors of the node as pruned, on the same rows. */
  errors: number;
  pruned: TreeNode;
}

/**
 * The tree, cut back bottom-up wherever a leaf makes no more errors on the validation set X (nSamples, nFeatures),
 * y (nSamples) than the subtree it replaces. Quinlan 1987, "Simplifying decision trees": reduced error pruning.
 *
 * Time nodes * nClasses + nSamples * depth: a row adds to the errors of the nodes on its way down, once, and the errors of
 * a subtree are then the sum of its children's. Space: nodes. No recursion, since a chain is as deep as it has nodes.
 *
 * @throws RangeError when X is empty or ragged, y has not a label a row, a number is not finite, or a row is too short.
 * @example
 * ```ts
 * const [left, right] = [[3, 0], [0, 1]].map((counts, value) => ({ kind: 'leaf', value, counts }));
 * const tree = { kind: 'split', featureIndex: 0, threshold: 2, left, right, counts: [3, 1] };
 * reducedErrorPrune(tree, [[3]], [0]); // => { kind: 'leaf', value: 0, counts: [3, 1] }
 * ```
 */
export function reducedErrorPrune(tree: TreeNode, X: readonly (readonly number[])[], y: readonly number[]): TreeNode {
  requireValidationSet(X, y);
  const candidates = parentsFirst(tree);
  const [root] = candidates;
  X.forEach((x, i) => {
    countErrors(root, x, y[i]);
  });
  for (const candidate of candidates.reverse()) prune(candidate);
  return root.pruned;
}

/** A candidate for each node, every node before its children, and so the root first. */
function parentsFirst(tree: TreeNode): Candidate[] {
  const candidates = [candidateOf(tree)];
  for (const candidate of candidates) {
    if (candidate.node.kind === 'leaf') continue;
    const left = candidateOf(candidate.node.left);
    const right = candidateOf(candidate.node.right);
    candidate.left = left;
    candidate.right = right;
    candidates.push(left, right); // the loop reaches them later
  }
  return candidates;
}

const candidateOf = (node: TreeNode): Candidate => ({
  node,
  prediction: majorityClass(node.counts),
  left: undefined,
  right: undefined,
  errorsAsLeaf: 0,
  errors: 0,
  pruned: node,
});

/** Walks a row from the root to its leaf, and notes an error at each node that would get its label wrong. */
function countErrors(root: Candidate, x: readonly number[], label: number): void {
  let reached: Candidate | undefined = root;
  while (reached) {
    if (reached.prediction !== label) reached.errorsAsLeaf++;
    reached = nextFor(reached, x);
  }
}

/** The child that a row goes to; none below a leaf. */
function nextFor({ node, left, right }: Candidate, x: readonly number[]): Candidate | undefined {
  if (node.kind === 'leaf') return undefined;
  requireFeature(node.featureIndex, x);
  return x[node.featureIndex] <= node.threshold ? left : right;
}

/** Settles a node whose children are settled: a leaf if that makes no more errors, the split over the pruned children if not. */
function prune(candidate: Candidate): void {
  const { node, left, right, errorsAsLeaf } = candidate;
  candidate.errors = errorsAsLeaf;
  if (node.kind === 'leaf' || !left || !right) return;
  const errorsOfSubtree = left.errors + right.errors;
  if (errorsAsLeaf <= errorsOfSubtree) {
    candidate.pruned = { kind: 'leaf', value: candidate.prediction, counts: node.counts };
    return;
  }
  candidate.errors = errorsOfSubtree;
  candidate.pruned = withChildren(node, left.pruned, right.pruned);
}
