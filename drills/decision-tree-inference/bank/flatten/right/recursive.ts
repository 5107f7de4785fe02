// recursion that compiles the tree to nested functions, each of which calls the next, and a function of the batch
import { type Row, type Rows, refuse, type TreeNode } from './kit.ts';

const compile = (node: TreeNode): ((x: Row) => number) => {
  if (node.kind === 'leaf') return () => node.value;
  const [onLeft, onRight] = [compile(node.left), compile(node.right)];
  return (x) => {
    const value = x[node.featureIndex];
    if (value <= node.threshold) return onLeft(x);
    return value > node.threshold ? onRight(x) : refuse(`feature ${node.featureIndex} is ${value}`);
  };
};
const flatten = (tree: TreeNode) => {
  const answer = compile(tree);
  return (X: Rows): number[] => X.map((x) => answer(x));
};
const predictBatch = (batch: (X: Rows) => number[], X: Rows): ArrayLike<number> => batch(X);

export { flatten, predictBatch };
