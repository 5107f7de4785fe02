// one Float64Array for everything: feature, threshold and the places of the children, or -1 and a value
import { type Rows, refuse, type TreeNode } from './kit.ts';

function count(tree: TreeNode): number {
  let n = 0;
  for (const left = [tree]; left.length > 0; n++) {
    const node = left.pop();
    if (node?.kind === 'split') left.push(node.left, node.right);
  }
  return n;
}

const flatten = (tree: TreeNode): Float64Array => {
  const cells = new Float64Array(4 * count(tree));
  const stack = [{ node: tree, from: -1 }];
  let at = 0;
  for (let top = stack.pop(); top; top = stack.pop(), at += 4) {
    const { node, from } = top;
    if (from >= 0) cells[from] = at;
    if (node.kind === 'leaf') cells.set([-1, node.value], at);
    else {
      cells.set([node.featureIndex, node.threshold], at);
      stack.push({ node: node.left, from: at + 2 }, { node: node.right, from: at + 3 });
    }
  }
  return cells;
};
const predictBatch = (cells: Float64Array, X: Rows): ArrayLike<number> => {
  const y = new Float64Array(X.length);
  X.forEach((x, r) => {
    let at = 0;
    for (let f = cells[0]; f >= 0; f = cells[at]) {
      if (f >= x.length || Number.isNaN(x[f])) refuse('unreadable row');
      at = cells[at + (x[f] <= cells[at + 1] ? 2 : 3)];
    }
    y[r] = cells[at + 1];
  });
  return y;
};

export { flatten, predictBatch };
