// a class that yields trees, with getters and Welford's updates

import type { Boosted, Options, Question, Row, Rows, TreeNode } from './kit.ts';
import { check, checkBoosting, checkLimits, mean, midpoint } from './kit.ts';

/** The squared errors of the first one, two, ... of the values. */
const errors = (values: Row): number[] => {
  let [mean, error] = [0, 0];
  return values.map((value, k) => {
    const off = value - mean;
    mean += off / (k + 1);
    error += off * (value - mean);
    return error;
  });
};

class Booster implements Iterable<TreeNode> {
  readonly #X: Rows;
  readonly #y: Row;
  readonly #options: Required<Options>;
  readonly #trees: TreeNode[];
  readonly #predictions: number[];

  constructor(X: Rows, y: Row, options: Required<Options>) {
    [this.#X, this.#y, this.#options] = [X, y, options];
    const { initialPrediction } = this;
    this.#predictions = y.map(() => initialPrediction);
    this.#trees = [...this];
  }
  get initialPrediction(): number {
    let mean = 0;
    for (const [i, value] of this.#y.entries()) mean += (value - mean) / (i + 1);
    return mean;
  }
  get trees(): readonly TreeNode[] {
    return this.#trees;
  }
  *[Symbol.iterator](): Generator<TreeNode> {
    for (let m = 0; m < this.#options.nTrees; m++) {
      const residuals = this.#y.map((value, i) => value - this.#predictions[i]);
      yield this.#grow([...this.#X.keys()], residuals, 0);
    }
  }
  #grow(rows: Row, residuals: Row, depth: number): TreeNode {
    const { maxDepth, minSamplesLeaf, learningRate } = this.#options;
    const X = this.#X;
    const n = rows.length;
    const values = rows.map((row) => residuals[row]);
    let least = Infinity;
    let best: (Question & { order: Row; k: number }) | undefined;
    for (const f of new Set(values).size > 1 && depth < maxDepth ? X[0].keys() : []) {
      const order = [...rows].sort((i, j) => X[i][f] - X[j][f]);
      const ys = order.map((row) => residuals[row]);
      const before = errors(ys);
      const after = errors(ys.toReversed());
      for (let k = minSamplesLeaf; k <= n - minSamplesLeaf && k < n; k++) {
        const [a, b] = [X[order[k - 1]][f], X[order[k]][f]];
        const error = before[k - 1] + after[n - k - 1];
        if (error >= least || a === b) continue;
        least = error;
        best = { featureIndex: f, threshold: midpoint(a, b), order, k };
      }
    }
    if (!best) {
      const value = mean(values);
      for (const row of rows) this.#predictions[row] += learningRate * value;
      return { kind: 'leaf', value };
    }
    const { featureIndex, threshold, order, k } = best;
    const [left, right] = [order.slice(0, k), order.slice(k)].map((side) => this.#grow(side, residuals, depth + 1));
    return { kind: 'split', featureIndex, threshold, left, right };
  }
}

export const fitBoosted = (
  X: Rows,
  y: Row,
  { nTrees = 100, learningRate = 0.1, maxDepth = 3, minSamplesLeaf = 1 }: Options = {},
): Boosted => {
  check(X, y);
  checkBoosting(nTrees, learningRate);
  checkLimits(maxDepth, minSamplesLeaf);
  return new Booster(X, y, { nTrees, learningRate, maxDepth, minSamplesLeaf });
};
