// plain recursion, until the stack overflows
import { goesLeft, type Labels, misses, type Outcome, type Rows, settle, type TreeNode, validate } from './kit.ts';

export function reducedErrorPrune(tree: TreeNode, X: Rows, y: Labels): TreeNode {
  validate(X, y);
  const visit = (node: TreeNode, rows: number[]): Outcome => {
    const errors = misses(node, rows, y);
    if (node.kind === 'leaf') return { node, errors };
    const sides: [number[], number[]] = [[], []];
    for (const row of rows) sides[goesLeft(node, X[row]) ? 0 : 1].push(row);
    return settle(node, errors, visit(node.left, sides[0]), visit(node.right, sides[1]));
  };
  return visit(tree, [...X.keys()]).node;
}
