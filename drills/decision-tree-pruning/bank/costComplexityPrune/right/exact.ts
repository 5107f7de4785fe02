// whole numbers as BigInt without any rounding, shared subtrees
import { errorsOf, leafOf, type TreeNode, total, validate } from './kit.ts';

type Whole = { readonly node: TreeNode; readonly errors: bigint; readonly leaves: bigint };

/** A double as top / bottom, the bottom a power of two. */
function fraction(value: number): { top: bigint; bottom: bigint } {
  let [scaled, bottom] = [value, 1n];
  for (; !Number.isInteger(scaled); scaled *= 2) bottom *= 2n;
  return { top: BigInt(scaled), bottom };
}

export const costComplexityPrune = (tree: TreeNode, ccpAlpha: number): TreeNode => {
  validate(ccpAlpha);
  const { top, bottom } = fraction(ccpAlpha);
  const price = top * BigInt(total(tree.counts));
  const done: Whole[] = [];
  const todo: { node: TreeNode; isReady: boolean }[] = [{ node: tree, isReady: false }];
  for (let task = todo.pop(); task; task = todo.pop()) {
    const { node, isReady } = task;
    const own = BigInt(errorsOf(node));
    if (node.kind === 'leaf') done.push({ node, errors: own, leaves: 1n });
    else if (!isReady) {
      todo.push({ node, isReady: true }, { node: node.right, isReady: false }, { node: node.left, isReady: false });
    } else {
      const right = done.pop() as Whole;
      const left = done.pop() as Whole;
      const errors = left.errors + right.errors;
      const leaves = left.leaves + right.leaves;
      if ((own - errors) * bottom <= price * (leaves - 1n)) done.push({ node: leafOf(node), errors: own, leaves: 1n });
      else if (left.node === node.left && right.node === node.right) done.push({ node, errors, leaves });
      else done.push({ node: { ...node, left: left.node, right: right.node }, errors, leaves });
    }
  }
  return done[0].node;
};
