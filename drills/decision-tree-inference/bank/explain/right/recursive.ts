// recursion at each split, rows that are given twice explained once, weights from binomials as BigInts that are kept by text
import { check, type Row, type Rows, sideOf, type TreeNode } from './kit.ts';

const known: Record<string, number> = {};
const weight = (a: number, b: number): number => {
  const key = `${a},${b}`;
  if (!(key in known)) {
    let choices = 1n;
    for (let k = 1n; k <= BigInt(b); k++) choices = (choices * (BigInt(a) + k)) / k;
    known[key] = 1 / (a * Number(choices));
  }
  return known[key];
};

const explain = (tree: TreeNode, x: Row, background: Rows): ArrayLike<number> => {
  check(tree, x, background);
  const times = new Map<string, { row: Row; count: number }>();
  for (const row of background) times.set(`${row}`, { row, count: (times.get(`${row}`)?.count ?? 0) + 1 });
  const answer = new Float64Array(x.length);
  for (const { row, count } of times.values()) {
    const side = new Int8Array(x.length);
    const go = (node: TreeNode, ins: number, outs: number): void => {
      if (node.kind === 'leaf') {
        const part = (node.value * count) / background.length;
        side.forEach((s, j) => {
          if (s !== 0) answer[j] += s * part * (s > 0 ? weight(ins, outs) : weight(outs, ins));
        });
        return;
      }
      const j = node.featureIndex;
      const [forX, forRow] = [sideOf(node, x), sideOf(node, row)];
      if (side[j] === 0 && forX !== forRow) {
        side[j] = 1;
        go(forX, ins + 1, outs);
        side[j] = -1;
        go(forRow, ins, outs + 1);
        side[j] = 0;
      } else go(side[j] < 0 ? forRow : forX, ins, outs);
    };
    go(tree, 0, 0);
  }
  return answer;
};

export { explain };
