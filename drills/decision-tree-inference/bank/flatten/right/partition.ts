// sends the whole batch down together, parting the numbers of the rows in place as quicksort does
import { type Rows, refuse, type Split, type TreeNode } from './kit.ts';

const flatten = (tree: TreeNode) => ({ tree });
const predictBatch = ({ tree }: { tree: TreeNode }, X: Rows): ArrayLike<number> => {
  const answer = new Float64Array(X.length);
  const order = Uint32Array.from(X.keys());
  const segments = [{ node: tree, from: 0, to: X.length }];
  for (let segment = segments.pop(); segment; segment = segments.pop()) {
    const { from } = segment;
    let { node, to } = segment;
    while (node.kind === 'split' && from < to) {
      const middle = part(X, order, node, from, to);
      if (middle === from) node = node.right;
      else {
        if (middle < to) segments.push({ node: node.right, from: middle, to });
        to = middle;
        node = node.left;
      }
    }
    if (node.kind === 'leaf') for (let i = from; i < to; i++) answer[order[i]] = node.value;
  }
  return answer;
};

/** Where the rows that go right begin, after those that go left were put first. */
function part(X: Rows, order: Uint32Array, { featureIndex, threshold }: Split, from: number, to: number): number {
  let left = from;
  let right = to;
  while (left < right) {
    const r = order[left];
    const value = X[r][featureIndex];
    if (value <= threshold) left++;
    else if (value > threshold) {
      right--;
      order[left] = order[right];
      order[right] = r;
    } else refuse(`row ${r}: feature ${featureIndex} is ${value}`);
  }
  return left;
}

export { flatten, predictBatch };
