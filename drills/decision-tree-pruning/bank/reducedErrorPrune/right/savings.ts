// savings over a leaf, everything copied
import { asLeaf, goesLeft, type Labels, majority, type Rows, type Split, type TreeNode, validate } from './kit.ts';

/**
 * What a subtree saves over a leaf in its place: max(0, own - left - right + what the children save), where rows of a
 * label that nobody predicts are passed over, since they are errors on both sides. Decided upwards, built downwards.
 */
export const reducedErrorPrune = (tree: TreeNode, X: Rows, y: Labels): TreeNode => {
  validate(X, y);
  const nodes = [tree];
  const left: number[] = [];
  for (const node of nodes) left.push(node.kind === 'split' ? nodes.push(node.left, node.right) - 2 : 0);
  const values = nodes.map((node) => majority(node.counts));
  const own = nodes.map(() => 0);
  const predicted = new Set(values);
  X.forEach((x, row) => {
    for (let id = 0; ; ) {
      const node = nodes[id];
      if (predicted.has(y[row]) && y[row] !== values[id]) own[id]++;
      if (node.kind === 'leaf') return;
      id = goesLeft(node, x) ? left[id] : left[id] + 1;
    }
  });
  const saved = nodes.map(() => 0);
  for (let id = nodes.length - 1; id >= 0; id--) {
    const [l, r] = [left[id], left[id] + 1];
    if (l > 0) saved[id] = Math.max(0, own[id] - own[l] - own[r] + saved[l] + saved[r]);
  }
  const draft = (id: number): TreeNode => {
    const node = nodes[id];
    if (node.kind === 'split') return saved[id] > 0 ? { ...node } : asLeaf(node);
    return { ...node, counts: Array.from(node.counts) };
  };
  const answer = draft(0);
  const agenda: [TreeNode, number][] = [[answer, 0]];
  for (const [node, id] of agenda) {
    if (node.kind === 'leaf') continue;
    const kept: { -readonly [Key in keyof Split]: Split[Key] } = node;
    kept.left = draft(left[id]);
    kept.right = draft(left[id] + 1);
    agenda.push([kept.left, left[id]], [kept.right, left[id] + 1]);
  }
  return answer;
};
