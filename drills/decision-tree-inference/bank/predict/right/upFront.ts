// refuses any row with NaN or without features up front, unless the tree is one leaf, and what is malformed on the way
import type { Row, TreeNode } from './kit.ts';

const predict = (tree: TreeNode, x: Row): number => {
  if (!Array.isArray(x)) throw new RangeError('x must be an array');
  if (tree.kind === 'leaf') return tree.value;
  if (x.length === 0 || x.some(Number.isNaN)) throw new RangeError('a row needs numbers');
  let current: TreeNode = tree;
  for (;;) {
    switch (current.kind) {
      case 'leaf':
        return current.value;
      case 'split': {
        if (!(current.featureIndex in x)) throw new RangeError('the row is too short');
        if (!Number.isFinite(current.threshold)) throw new RangeError('a threshold must be finite');
        const difference = Math.sign(x[current.featureIndex] - current.threshold);
        current = difference === 1 ? current.right : current.left;
        break;
      }
      default:
        throw new RangeError('unknown kind of node');
    }
  }
};

export { predict };
