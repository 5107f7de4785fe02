// a frozen object that holds the tree, rows checked as a whole against what the tree asks for, a generator of predictions
import { type Rows, refuse, type TreeNode } from './kit.ts';

type Prepared = { readonly tree: TreeNode; readonly nFeatures: number };

function* predictions(tree: TreeNode, X: Rows): Generator<number, void, undefined> {
  for (const x of X) {
    let node = tree;
    while (node.kind === 'split') node = x[node.featureIndex] > node.threshold ? node.right : node.left;
    yield node.value;
  }
}
const flatten = (tree: TreeNode): Prepared => {
  let nFeatures = 0;
  const stack = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === 'leaf') continue;
    nFeatures = Math.max(nFeatures, node.featureIndex + 1);
    stack.push(node.left, node.right);
  }
  return Object.freeze({ tree, nFeatures });
};
const predictBatch = ({ tree, nFeatures }: Prepared, X: Rows): ArrayLike<number> => {
  for (const x of X) {
    if (x.length < nFeatures) refuse(`a row has ${x.length} features and not ${nFeatures}`);
    if (x.some((value) => !Number.isFinite(value))) refuse('a row has a number that is not finite');
  }
  return Object.freeze([...predictions(tree, X)]);
};

export { flatten, predictBatch };
