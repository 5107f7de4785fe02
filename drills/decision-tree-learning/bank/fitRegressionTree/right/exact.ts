// exact, y as big integers

import type { TreeNode } from './kit.ts';
import { check, checkLimits, mean, midpoint, type Options, type Question, type Row, type Rows } from './kit.ts';

/** A double as a whole number of the smallest one, 2^-1074. */
function exactly(value: number): bigint {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const all = bits.getBigUint64(0);
  const exponent = (all >> 52n) & 0x7ffn;
  const fraction = all & 0xfffffffffffffn;
  const size = exponent === 0n ? fraction : (fraction | (1n << 52n)) << (exponent - 1n);
  return value < 0 ? -size : size;
}

/** What a split is worth, as a fraction. */
interface Cut extends Question {
  readonly top: bigint;
  readonly bottom: bigint;
}

export function fitRegressionTree(
  X: Rows,
  y: Row,
  { maxDepth = Infinity, minSamplesLeaf = 1 }: Options = {},
): TreeNode {
  check(X, y);
  checkLimits(maxDepth, minSamplesLeaf);
  const big = y.map(exactly);
  const totalOf = (rows: Row): bigint => rows.reduce((sum, row) => sum + big[row], 0n);
  function* cuts(rows: Row): Generator<Cut> {
    const total = totalOf(rows);
    for (const f of X[0].keys()) {
      const order = [...rows].sort((i, j) => X[i][f] - X[j][f]);
      let sum = 0n;
      for (let k = 1; k < order.length; k++) {
        sum += big[order[k - 1]];
        const [a, b] = [X[order[k - 1]][f], X[order[k]][f]];
        if (a === b || k < minSamplesLeaf || order.length - k < minSamplesLeaf) continue;
        const [nLeft, nRight] = [BigInt(k), BigInt(order.length - k)];
        const top = (sum * nRight - (total - sum) * nLeft) ** 2n;
        yield { featureIndex: f, threshold: midpoint(a, b), top, bottom: nLeft * nRight };
      }
    }
  }
  const build = (rows: Row, depth: number): TreeNode => {
    let best: Cut | null = null;
    if (depth < maxDepth && rows.some((row) => y[row] !== y[rows[0]]))
      for (const cut of cuts(rows)) if (!best || cut.top * best.bottom > best.top * cut.bottom) best = cut;
    if (!best) return { kind: 'leaf', value: mean(rows.map((row) => y[row])) };
    const { featureIndex, threshold } = best;
    const parts: [number[], number[]] = [[], []];
    for (const row of rows) parts[X[row][featureIndex] <= threshold ? 0 : 1].push(row);
    const [left, right] = parts.map((part) => build(part, depth + 1));
    return { kind: 'split', featureIndex, threshold, left, right };
  };
  return build([...X.keys()], 0);
}
