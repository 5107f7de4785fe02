import { type BestPruned, errorsOf, type Leaf, preorder, type Split, type TreeNode } from './nodes.answers.ts';

/** A node that reads its fields from the node that it stands for. */
class Kept implements Split {
  readonly kind = 'split';
  readonly featureIndex: number;
  readonly threshold: number;
  readonly left: TreeNode;
  readonly right: TreeNode;
  readonly nSamples: number;
  readonly #counts: readonly number[];

  constructor(node: Split, left: TreeNode, right: TreeNode) {
    this.featureIndex = node.featureIndex;
    this.threshold = node.threshold;
    this.left = left;
    this.right = right;
    this.#counts = node.counts;
    this.nSamples = node.counts.reduce((a, b) => a + b, 0);
  }

  get counts(): readonly number[] {
    return [...this.#counts];
  }
}

class Cut implements Leaf {
  readonly #node: TreeNode;

  constructor(node: TreeNode) {
    this.#node = node;
  }

  get kind(): 'leaf' {
    return 'leaf';
  }

  get value(): number {
    const { counts } = this.#node;
    return counts.findIndex((n) => counts.every((other) => other <= n));
  }

  get counts(): readonly number[] {
    return this.#node.counts;
  }
}

/** The least errors of a subtree by its number of leaves, and which of them go left. */
class Frontier {
  readonly node: TreeNode;
  readonly errors: number[];
  readonly lefts: number[] = [0];
  readonly children: readonly Frontier[];
  answer: TreeNode;

  constructor(node: TreeNode, children: readonly Frontier[], most: number) {
    this.node = node;
    this.children = children;
    this.errors = [errorsOf(node)];
    this.answer = node.kind === 'leaf' ? node : new Cut(node);
    const [left, right] = children;
    if (!left) return;
    const [a, b] = [left.errors.length, right.errors.length];
    for (let n = 2; n <= Math.min(most, a + b); n++) {
      let [least, best] = [Infinity, 0];
      for (let i = Math.min(a, n - 1); i >= Math.max(1, n - b); i--) {
        const errors = left.errors[i - 1] + right.errors[n - i - 1];
        if (errors < least) [least, best] = [errors, i];
      }
      this.errors.push(least);
      this.lefts.push(best);
    }
  }
}

export const classes: BestPruned = (tree, maxLeaves) => {
  class TooFewLeaves extends RangeError {}
  if (!Number.isSafeInteger(maxLeaves) || maxLeaves <= 0) {
    if (!Number.isInteger(maxLeaves) || maxLeaves <= 0) throw new TooFewLeaves();
  }
  const ready: Frontier[] = [];
  for (const node of [...preorder(tree)].reverse()) {
    const children = node.kind === 'leaf' ? [] : [ready.pop(), ready.pop()];
    ready.push(new Frontier(node, children as Frontier[], maxLeaves));
  }
  const [root] = ready;
  const order: [Frontier, number][] = [[root, root.errors.length]];
  for (const [{ children, lefts }, n] of order) {
    if (n > 1) order.push([children[0], lefts[n - 1]], [children[1], n - lefts[n - 1]]);
  }
  for (const [frontier, n] of order.reverse()) {
    const { node, children } = frontier;
    if (n > 1 && node.kind === 'split') frontier.answer = new Kept(node, children[0].answer, children[1].answer);
  }
  return root.answer;
};
