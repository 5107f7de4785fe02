// a box for each leaf, and for each box and background row which features must join and which must not, a frozen array as answer
import { check, type Row, type Rows, type TreeNode } from './kit.ts';

/** What a leaf asks of a feature that is read above it: more than `low`, and at most `high`. */
type Side = { readonly j: number; readonly low: number; readonly high: number };

function* boxesOf(tree: TreeNode): Generator<{ value: number; sides: readonly Side[] }, void, undefined> {
  const stack: { node: TreeNode; sides: readonly Side[] }[] = [{ node: tree, sides: [] }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, sides } = top;
    if (node.kind === 'leaf') {
      yield { value: node.value, sides };
      continue;
    }
    const { featureIndex: j, threshold } = node;
    const others = sides.filter((side) => side.j !== j);
    const { low, high } = sides.find((side) => side.j === j) ?? { low: -Infinity, high: Infinity };
    if (low < threshold)
      stack.push({ node: node.left, sides: [...others, { j, low, high: Math.min(high, threshold) }] });
    if (threshold < high)
      stack.push({ node: node.right, sides: [...others, { j, low: Math.max(low, threshold), high }] });
  }
}

/** The sums of log 1 ... log n. */
const logFactorials = (n: number): number[] => {
  const logs = [0];
  for (let k = 1; k <= n; k++) logs.push(logs[k - 1] + Math.log(k));
  return logs;
};

const explain = (tree: TreeNode, x: Row, background: Rows): ArrayLike<number> => {
  check(tree, x, background);
  const logs = logFactorials(x.length);
  const weight = (a: number, b: number): number => Math.exp(logs[a - 1] + logs[b] - logs[a + b]) / background.length;
  const answer = x.map(() => 0);
  for (const { value, sides } of boxesOf(tree)) {
    for (const row of background) {
      const ins: number[] = [];
      const outs: number[] = [];
      const isReachable = sides.every(({ j, low, high }) => {
        const takesX = low < x[j] && x[j] <= high;
        const takesRow = low < row[j] && row[j] <= high;
        if (takesX !== takesRow) (takesX ? ins : outs).push(j);
        return takesX || takesRow;
      });
      if (!isReachable) continue;
      for (const j of ins) answer[j] += value * weight(ins.length, outs.length);
      for (const j of outs) answer[j] -= value * weight(outs.length, ins.length);
    }
  }
  return Object.freeze(answer);
};

export { explain };
