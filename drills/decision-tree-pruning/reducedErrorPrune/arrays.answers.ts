import { asLeaf, type Counts, goesLeft, majority, type Prune, type TreeNode, validate } from './parts.answers.ts';

/** Breadth-first numbers, rows partitioned in place between the two ends of a segment. */
export const typedArrays: Prune = (tree, X, y) => {
  validate(X, y);
  const nodes: TreeNode[] = [tree];
  const firstChildren: number[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i];
    firstChildren.push(node.kind === 'split' ? nodes.length : -1);
    if (node.kind === 'split') nodes.push(node.left, node.right);
  }
  const firstChild = Int32Array.from(firstChildren);
  const labels = Float64Array.from(y);
  const order = Uint32Array.from(labels, (_, row) => row);
  const start = new Uint32Array(nodes.length);
  const end = new Uint32Array(nodes.length);
  const errors = new Uint32Array(nodes.length);
  end[0] = order.length;
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i];
    const value = majority(node.counts);
    for (let at = start[i]; at < end[i]; at++) errors[i] += labels[order[at]] === value ? 0 : 1;
    if (node.kind === 'leaf') continue;
    let low = start[i];
    let high = end[i];
    while (low < high) {
      const row = order[low];
      if (goesLeft(node, X[row])) low++;
      else {
        order[low] = order[--high];
        order[high] = row;
      }
    }
    start[firstChild[i]] = start[i];
    end[firstChild[i]] = low;
    start[firstChild[i] + 1] = low;
    end[firstChild[i] + 1] = end[i];
  }
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    if (node.kind === 'leaf') continue;
    const left = firstChild[i];
    const below = errors[left] + errors[left + 1];
    if (errors[i] <= below) nodes[i] = asLeaf(node);
    else {
      nodes[i] = { ...node, left: nodes[left], right: nodes[left + 1] };
      errors[i] = below;
    }
  }
  return nodes[0];
};

/** All rows take one step down at a time; labels are compared as text; the answer is a copy with typed counts. */
export const inStep: Prune = (tree, X, y) => {
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
      const { kind, featureIndex, threshold } = node;
      copies[id] = { kind, featureIndex, threshold, left: copies[left[id]], right: copies[left[id] + 1], counts };
      errors[id] = below;
    }
  }
  return copies[0];
};
