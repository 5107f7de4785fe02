// typed arrays parted in place, with a stack of ranges
import { check, checkLimits, midpoint, type Options, type Row, type Rows, type Split, type TreeNode } from './kit.ts';

type Parent = { left?: TreeNode; right?: TreeNode };
type Job = { start: number; end: number; depth: number; parent: Parent; side: 'left' | 'right' };

export const fitTree = (X: Rows, y: Row, { maxDepth = Infinity, minSamplesLeaf = 1 }: Options = {}): TreeNode => {
  check(X, y);
  checkLimits(maxDepth, minSamplesLeaf);
  const labels = [...new Set(y)].sort((a, b) => a - b);
  const numbers = new Map(labels.map((label, k) => [label, k]));
  const ids = Int32Array.from(y, (label) => numbers.get(label) ?? -1);
  const rows = Int32Array.from(X.keys());
  const [totals, lefts] = [new Int32Array(labels.length), new Int32Array(labels.length)];
  const trunk: Parent = {};
  const stack: Job[] = [{ start: 0, end: rows.length, depth: 0, parent: trunk, side: 'left' }];
  for (let job = stack.pop(); job; job = stack.pop()) {
    const { start, end, depth, parent, side } = job;
    const here = rows.subarray(start, end);
    const n = end - start;
    let all = 0;
    for (const row of here) all += 2 * totals[ids[row]]++ + 1;
    let top = ids[here[0]];
    for (const row of here)
      if (totals[ids[row]] > totals[top] || (totals[ids[row]] === totals[top] && ids[row] < top)) top = ids[row];
    let [best, feature, threshold] = [-1, -1, 0];
    for (let f = 0; f < X[0].length && totals[top] < n && depth < maxDepth; f++) {
      const order = here.slice().sort((i, j) => X[i][f] - X[j][f]);
      let [left, right] = [0, all];
      for (let k = 1; k < n; k++) {
        const id = ids[order[k - 1]];
        right -= 2 * (totals[id] - lefts[id]) - 1;
        left += 2 * lefts[id]++ + 1;
        const [a, b] = [X[order[k - 1]][f], X[order[k]][f]];
        const score = left / k + right / (n - k);
        if (a === b || k < minSamplesLeaf || n - k < minSamplesLeaf || score <= best) continue;
        [best, feature, threshold] = [score, f, midpoint(a, b)];
      }
      for (const row of here) lefts[ids[row]] = 0;
    }
    for (const row of here) totals[ids[row]] = 0;
    if (feature < 0) {
      parent[side] = { kind: 'leaf', value: labels[top] };
      continue;
    }
    let i = 0;
    for (let j = 0; j < n; j++) {
      if (X[here[j]][feature] > threshold) continue;
      [here[i], here[j]] = [here[j], here[i]];
      i++;
    }
    const node = { kind: 'split', featureIndex: feature, threshold } as Parent & Split;
    parent[side] = node;
    stack.push({ start, end: start + i, depth: depth + 1, parent: node, side: 'left' });
    stack.push({ start: start + i, end, depth: depth + 1, parent: node, side: 'right' });
  }
  return trunk.left as TreeNode;
};
