// compensated sums, frozen nodes with more fields
import {
  check,
  checkLimits,
  midpoint,
  type Options,
  type Question,
  type Row,
  type Rows,
  type TreeNode,
} from './kit.ts';

/** Carries its rounding errors along (Neumaier). */
class Sum {
  #total = 0;
  #lost = 0;
  add(value: number): this {
    const next = this.#total + value;
    const isLarger = Math.abs(this.#total) >= Math.abs(value);
    this.#lost += isLarger ? this.#total - next + value : value - next + this.#total;
    this.#total = next;
    return this;
  }
  get value(): number {
    return this.#total + this.#lost;
  }
}

export const fitRegressionTree = (
  X: Rows,
  y: Row,
  { maxDepth = Infinity, minSamplesLeaf = 1 }: Options = {},
): TreeNode => {
  check(X, y);
  checkLimits(maxDepth, minSamplesLeaf);
  const build = (rows: Row, depth: number): TreeNode => {
    const ys = rows.map((row) => y[row]);
    const n = rows.length;
    const mean = ys[0] + ys.reduce((sum, value) => sum.add(value - ys[0]), new Sum()).value / n;
    const isLeaf = depth >= maxDepth || new Set(ys).size === 1;
    let best: { worth: number; question: Question } | undefined;
    for (let f = 0; !isLeaf && f < X[0].length; f++) {
      const order = rows.toSorted((i, j) => X[i][f] - X[j][f]);
      const sum = new Sum();
      for (const [k, row] of order.entries()) {
        const worth = (sum.value / k) * (sum.value / (n - k));
        const isCut = k >= minSamplesLeaf && n - k >= minSamplesLeaf && X[order[k - 1]][f] < X[row][f];
        if (isCut && (!best || worth > best.worth))
          best = { worth, question: { featureIndex: f, threshold: midpoint(X[order[k - 1]][f], X[row][f]) } };
        sum.add(y[row] - mean);
      }
    }
    if (!best) return Object.freeze({ kind: 'leaf', value: mean, rows: Float64Array.from(rows) });
    const { featureIndex, threshold } = best.question;
    const isLeft = (row: number) => X[row][featureIndex] <= threshold;
    const right = build(
      rows.filter((row) => !isLeft(row)),
      depth + 1,
    );
    return Object.freeze({ kind: 'split', ...best.question, right, left: build(rows.filter(isLeft), depth + 1) });
  };
  return build([...X.keys()], 0);
};
