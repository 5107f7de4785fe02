// functional, no loops: a Map that grows under its own forEach
import { goesLeft, type Labels, misses, type Outcome, type Rows, settle, type TreeNode, validate } from './kit.ts';

/** A Map's forEach also visits the entries that are added on the way, so it walks the tree without loop or recursion. */
export const reducedErrorPrune = (tree: TreeNode, X: Rows, y: Labels): TreeNode => {
  validate(X, y);
  const reached = new Map<TreeNode, readonly number[]>([[tree, X.map((_, row) => row)]]);
  reached.forEach((rows, node) => {
    if (node.kind === 'leaf' || rows.length === 0) return;
    const going = (isLeft: boolean) => rows.filter((row) => goesLeft(node, X[row]) === isLeft);
    reached.set(node.left, going(true)).set(node.right, going(false));
  });
  const outcomes = [...reached].reduceRight((done, [node, rows]) => {
    const children = node.kind === 'split' ? [done.get(node.left), done.get(node.right)] : [];
    return done.set(node, settle(node, misses(node, rows, y), ...children));
  }, new Map<TreeNode, Outcome>());
  return outcomes.get(tree)?.node ?? tree;
};
