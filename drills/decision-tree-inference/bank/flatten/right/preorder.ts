// a class with private arrays in preorder, made once for each tree, an error class of its own, a class of arrays as answer
import type { Row, Rows, TreeNode } from './kit.ts';

class UnreadableRowError extends RangeError {
  override readonly name = 'UnreadableRowError';
}
class Predictions extends Array<number> {}

/** A left child follows its parent, so that only the right ones have a number. */
class FlatTree {
  readonly #features: number[] = [];
  readonly #numbers: number[] = [];
  readonly #rights: number[] = [];

  constructor(tree: TreeNode) {
    const stack = [{ node: tree, parent: -1 }];
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      const { node, parent } = top;
      const self = this.#features.length;
      if (parent !== -1) this.#rights[parent] = self;
      this.#rights.push(0);
      this.#features.push(node.kind === 'leaf' ? -1 : node.featureIndex);
      this.#numbers.push(node.kind === 'leaf' ? node.value : node.threshold);
      if (node.kind === 'split') stack.push({ node: node.right, parent: self }, { node: node.left, parent: -1 });
    }
  }

  predict(x: Row): number {
    let i = 0;
    for (; this.#features[i] !== -1; ) {
      const sign = Math.sign((x.at(this.#features[i]) ?? Number.NaN) - this.#numbers[i]);
      if (Number.isNaN(sign)) throw new UnreadableRowError(`at node ${i}`);
      i = sign > 0 ? this.#rights[i] : i + 1;
    }
    return this.#numbers[i];
  }
}

const known = new WeakMap<TreeNode, FlatTree>();
const flatten = (tree: TreeNode): FlatTree => {
  const flat = known.get(tree) ?? new FlatTree(tree);
  known.set(tree, flat);
  return flat;
};
const predictBatch = (flat: FlatTree, X: Rows): ArrayLike<number> => {
  const y = new Predictions(X.length);
  for (const [r, x] of X.entries()) y[r] = flat.predict(x);
  return y;
};

export { flatten, predictBatch };
