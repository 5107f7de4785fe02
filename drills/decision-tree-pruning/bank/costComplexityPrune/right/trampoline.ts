// generators on a stack, frozen nodes with a field too many
import { errorsOf, leafOf, type TreeNode, total, validate } from './kit.ts';

type Priced = { readonly node: TreeNode; readonly cost: number };

/** Recursion on the heap: each call is a generator, that asks for its children by `yield`. */
function* priced(node: TreeNode, price: number): Generator<TreeNode, Priced, Priced> {
  const own = errorsOf(node) + price;
  if (node.kind === 'leaf') return { node, cost: own };
  const left = yield node.left;
  const right = yield node.right;
  const cost = left.cost + right.cost;
  if (own <= cost) return { node: Object.freeze({ ...leafOf(node), cost: own }), cost: own };
  return { node: Object.freeze({ ...node, left: left.node, right: right.node, cost }), cost };
}

export const costComplexityPrune = (tree: TreeNode, ccpAlpha: number): TreeNode => {
  validate(ccpAlpha);
  const price = ccpAlpha * total(tree.counts);
  const calls = [priced(tree, price)];
  let back: Priced = { node: tree, cost: 0 };
  for (let call = calls.at(-1); call; call = calls.at(-1)) {
    const step = call.next(back);
    if (step.done) {
      back = step.value;
      calls.pop();
    } else calls.push(priced(step.value, price));
  }
  return back.node;
};
