// all rows step down together, typed counts in the answer
import { type Counts, goesLeft, type Labels, majority, type Rows, type TreeNode, validate } from './kit.ts';

/** All rows take one step down at a time; labels are compared as text; the answer is a copy with typed counts. */
export const reducedErrorPrune = (tree: TreeNode, X: Rows, y: Labels): TreeNode => {
  validate(X, y);
  const nodes: TreeNode[] = [tree];
  const left: number[] = [];
  for (let id = 0; id < nodes.length; id++) {
    const node = nodes[id];
    left.push(nodes.length);
    if (node.kind === 'split') nodes.push(node.left, node.right);
  }
  const text = y.map(String);
  const values = nodes.map((node) => String(majority(node.counts)));
  const errors = new Float64Array(nodes.length);
  let moving = X.map((_, row) => ({ row, id: 0 }));
  while (moving.length > 0) {
    const next: typeof moving = [];
    for (const { row, id } of moving) {
      const node = nodes[id];
      if (text[row] !== values[id]) errors[id] += 1;
      if (node.kind === 'split') next.push({ row, id: goesLeft(node, X[row]) ? left[id] : left[id] + 1 });
    }
    moving = next;
  }
  const copies: TreeNode[] = [];
  for (let id = nodes.length - 1; id >= 0; id--) {
    const node = nodes[id];
    const counts = Float64Array.from(node.counts) as unknown as Counts;
    const below = node.kind === 'split' ? errors[left[id]] + errors[left[id] + 1] : Infinity;
    if (node.kind === 'leaf' || errors[id] <= below) copies[id] = { kind: 'leaf', value: Number(values[id]), counts };
    else {
      copies[id] = { ...node, left: copies[left[id]], right: copies[left[id] + 1], counts };
      errors[id] = below;
    }
  }
  return copies[0];
};
