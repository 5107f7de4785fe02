// plain recursion, until the stack overflows
import { errorsOf, leafOf, type TreeNode, total, validate } from './kit.ts';

export function costComplexityPrune(tree: TreeNode, ccpAlpha: number): TreeNode {
  validate(ccpAlpha);
  const price = ccpAlpha * total(tree.counts);
  const visit = (node: TreeNode): { node: TreeNode; cost: number } => {
    const own = errorsOf(node) + price;
    if (node.kind === 'leaf') return { node, cost: own };
    const [left, right] = [visit(node.left), visit(node.right)];
    const cost = left.cost + right.cost;
    if (own <= cost) return { node: leafOf(node), cost: own };
    return { node: { ...node, left: left.node, right: right.node }, cost };
  };
  return visit(tree).node;
}
