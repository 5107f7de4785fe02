import type * as reference from '../../reference/decision-tree-learning/index.ts';
import type { RightAnswer } from '../../src/index.ts';

type Fit = typeof reference.fitBoosted;
type X = Parameters<Fit>[0];
type Y = Parameters<Fit>[1];
type Options = NonNullable<Parameters<Fit>[2]>;
type Boosted = ReturnType<Fit>;
type TreeNode = Boosted['trees'][number];

function validate(X: X, y: Y, options: Options = {}): Required<Options> {
  const { nTrees = 100, learningRate = 0.1, maxDepth = 3, minSamplesLeaf = 1 } = options;
  const isWhole = (value: number, least: number) => Number.isInteger(value) && value >= least;
  if (!isWhole(nTrees, 0)) throw new RangeError('nTrees');
  if (!(learningRate > 0) || learningRate > 1) throw new RangeError('learningRate');
  if (maxDepth !== Infinity && !isWhole(maxDepth, 0)) throw new RangeError('maxDepth');
  if (!isWhole(minSamplesLeaf, 1)) throw new RangeError('minSamplesLeaf');
  if (X.length === 0 || X[0].length === 0 || y.length !== X.length) throw new RangeError('shape');
  if (!X.every((row) => row.length === X[0].length && row.every(Number.isFinite))) throw new RangeError('X');
  if (!y.every(Number.isFinite)) throw new RangeError('y');
  return { nTrees, learningRate, maxDepth, minSamplesLeaf };
}

function between(a: number, b: number): number {
  const middle = a / 2 + b / 2;
  return a <= middle && middle < b ? middle : a;
}

const meanOf = (values: readonly number[]): number =>
  values[0] + values.reduce((sum, value) => sum + (value - values[0]), 0) / values.length;

/** A tree that sorts in each node. */
function regressionTree(X: X, r: Y, rows: readonly number[], levels: number, least: number): TreeNode {
  const mean = meanOf(rows.map((i) => r[i]));
  let best: { worth: number; f: number; threshold: number } | null = null;
  if (levels > 0 && rows.some((i) => r[i] !== r[rows[0]])) {
    for (const f of X[0].keys()) {
      const order = rows.toSorted((i, j) => X[i][f] - X[j][f]);
      let sum = 0;
      for (let k = 1; k < order.length; k++) {
        sum += r[order[k - 1]] - mean;
        const [a, b] = [X[order[k - 1]][f], X[order[k]][f]];
        const worth = sum ** 2 / k + sum ** 2 / (rows.length - k);
        if (a < b && Math.min(k, rows.length - k) >= least && (best === null || worth > best.worth))
          best = { worth, f, threshold: between(a, b) };
      }
    }
  }
  if (best === null) return { kind: 'leaf', value: mean };
  const { f, threshold } = best;
  const grown = (isLeft: boolean) =>
    regressionTree(
      X,
      r,
      rows.filter((i) => X[i][f] <= threshold === isLeft),
      levels - 1,
      least,
    );
  return { kind: 'split', featureIndex: f, threshold, left: grown(true), right: grown(false) };
}

const says = (node: TreeNode, x: readonly number[]): number =>
  node.kind === 'leaf' ? node.value : says(x[node.featureIndex] <= node.threshold ? node.left : node.right, x);

/** A reduction over the trees, each round a new object. */
const functional: Fit = (X, y, options) => {
  const { nTrees, learningRate, maxDepth, minSamplesLeaf } = validate(X, y, options);
  const initialPrediction = meanOf(y);
  const start = { trees: [] as TreeNode[], sums: y.map(() => 0) };
  const { trees } = Array.from({ length: nTrees }).reduce<typeof start>(({ trees, sums }) => {
    const residuals = y.map((value, i) => value - (initialPrediction + learningRate * sums[i]));
    const tree = regressionTree(X, residuals, [...X.keys()], maxDepth, minSamplesLeaf);
    trees.push(tree);
    return { trees, sums: sums.map((sum, i) => sum + says(tree, X[i])) };
  }, start);
  return { initialPrediction, trees };
};

/** Sorted once for all trees, typed arrays, residuals brought up to date leaf by leaf as a tree grows. */
const sortedOnce: Fit = (X, y, options) => {
  const { nTrees, learningRate, maxDepth, minSamplesLeaf } = validate(X, y, options);
  const columns = X[0].map((_, f) => Float64Array.from(X, (row) => row[f]));
  const sorted = columns.map((column) => Uint32Array.from(column.keys()).sort((i, j) => column[i] - column[j]));
  const initialPrediction = meanOf(y);
  const residuals = Float64Array.from(y, (value) => value - initialPrediction);
  const side = new Uint8Array(X.length);
  const grow = (lists: readonly Uint32Array[], depth: number): TreeNode => {
    const [rows] = lists;
    const n = rows.length;
    let total = 0;
    let isPure = true;
    for (const row of rows) {
      total += residuals[row];
      if (residuals[row] !== residuals[rows[0]]) isPure = false;
    }
    const mean = isPure ? residuals[rows[0]] : total / n;
    let [best, feature, threshold] = [-1, -1, 0];
    for (let f = 0; f < lists.length && !isPure && depth < maxDepth; f++) {
      const [list, column] = [lists[f], columns[f]];
      let sum = 0;
      for (let k = 1; k < n; k++) {
        sum += residuals[list[k - 1]] - mean;
        const [a, b] = [column[list[k - 1]], column[list[k]]];
        if (a === b || k < minSamplesLeaf || n - k < minSamplesLeaf) continue;
        const worth = (sum * sum) / (k * (n - k));
        if (worth > best) [best, feature, threshold] = [worth, f, between(a, b)];
      }
    }
    if (feature < 0) {
      for (const row of rows) residuals[row] -= learningRate * mean;
      return { kind: 'leaf', value: mean };
    }
    for (const row of rows) side[row] = columns[feature][row] <= threshold ? 0 : 1;
    const [left, right] = [0, 1].map((which) => lists.map((list) => list.filter((row) => side[row] === which)));
    return {
      kind: 'split',
      featureIndex: feature,
      threshold,
      left: grow(left, depth + 1),
      right: grow(right, depth + 1),
    };
  };
  return { initialPrediction, trees: Array.from({ length: nTrees }, () => grow(sorted, 0)) };
};

/** A class that is iterated over, with getters; nodes know their rows, and Welford's updates find the splits. */
class Booster implements Iterable<TreeNode> {
  readonly #X: X;
  readonly #y: Y;
  readonly #settings: Required<Options>;
  readonly #trees: TreeNode[];
  readonly #predictions: number[];

  constructor(X: X, y: Y, settings: Required<Options>) {
    this.#X = X;
    this.#y = y;
    this.#settings = settings;
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
    for (let m = 0; m < this.#settings.nTrees; m++) {
      const residuals = this.#y.map((value, i) => value - this.#predictions[i]);
      yield this.#grow([...this.#X.keys()], residuals, 0);
    }
  }
  #errors(rows: readonly number[], residuals: Y): number[] {
    let [mean, error] = [0, 0];
    return rows.map((row, k) => {
      const off = residuals[row] - mean;
      mean += off / (k + 1);
      error += off * (residuals[row] - mean);
      return error;
    });
  }
  #grow(rows: readonly number[], residuals: Y, depth: number): TreeNode {
    const { maxDepth, minSamplesLeaf, learningRate } = this.#settings;
    const X = this.#X;
    const n = rows.length;
    const isPure = new Set(rows.map((row) => residuals[row])).size === 1;
    let best: { error: number; f: number; threshold: number; left: number[]; right: number[] } | undefined;
    if (!isPure && depth < maxDepth) {
      X[0].forEach((_, f) => {
        const order = [...rows].sort((i, j) => X[i][f] - X[j][f]);
        const before = this.#errors(order, residuals);
        const after = this.#errors(order.toReversed(), residuals);
        let least = best?.error ?? Infinity;
        let cut = 0;
        for (let k = minSamplesLeaf; k <= n - minSamplesLeaf && k < n; k++) {
          const error = before[k - 1] + after[n - k - 1];
          if (error < least && X[order[k - 1]][f] < X[order[k]][f]) [least, cut] = [error, k];
        }
        if (cut === 0) return;
        const threshold = between(X[order[cut - 1]][f], X[order[cut]][f]);
        best = { error: least, f, threshold, left: order.slice(0, cut), right: order.slice(cut) };
      });
    }
    if (!best) {
      const value = meanOf(rows.map((row) => residuals[row]));
      for (const row of rows) this.#predictions[row] += learningRate * value;
      return { kind: 'leaf', value };
    }
    const { f: featureIndex, threshold, left, right } = best;
    return {
      kind: 'split',
      featureIndex,
      threshold,
      left: this.#grow(left, residuals, depth + 1),
      right: this.#grow(right, residuals, depth + 1),
    };
  }
}

const iterated: Fit = (X, y, options) => new Booster(X, y, validate(X, y, options));

/** A queue of nodes, level by level; frozen answers with more fields; predictions, not residuals, are kept. */
const queued: Fit = (X, y, options) => {
  const { nTrees, learningRate, maxDepth, minSamplesLeaf } = validate(X, y, options);
  const initialPrediction = meanOf(y);
  const predictions = y.map(() => initialPrediction);
  interface Job {
    readonly rows: readonly number[];
    split?: { readonly featureIndex: number; readonly threshold: number; readonly children: readonly [Job, Job] };
    value: number;
  }
  const finished = ({ split, value, rows }: Job): TreeNode =>
    split
      ? Object.freeze({
          size: rows.length,
          right: finished(split.children[1]),
          left: finished(split.children[0]),
          threshold: split.threshold,
          featureIndex: split.featureIndex,
          kind: 'split',
        })
      : Object.freeze({ size: rows.length, value, kind: 'leaf' });
  const trees = y.length > 0 ? new Array<TreeNode>(nTrees) : [];
  for (const m of trees.keys()) {
    const root: Job = { rows: [...X.keys()], value: 0 };
    let level = [root];
    for (let depth = 0; level.length > 0; depth++) {
      const next: Job[] = [];
      for (const job of level) {
        const { rows } = job;
        const off = new Map(rows.map((row) => [row, y[row] - predictions[row]]));
        job.value = meanOf([...off.values()]);
        const isMixed = new Set(off.values()).size > 1;
        let worthMost = -1;
        for (let f = 0; isMixed && depth < maxDepth && f < X[0].length; f++) {
          const order = [...rows].sort((i, j) => X[i][f] - X[j][f]);
          let left = 0;
          for (let k = 0; k + 1 < order.length; k++) {
            left += (off.get(order[k]) as number) - job.value;
            const [nLeft, nRight] = [k + 1, order.length - k - 1];
            const [a, b] = [X[order[k]][f], X[order[k + 1]][f]];
            if (a === b || nLeft < minSamplesLeaf || nRight < minSamplesLeaf) continue;
            const worth = (left / nLeft + left / nRight) ** 2 * nLeft * nRight;
            if (worth <= worthMost) continue;
            worthMost = worth;
            job.split = { featureIndex: f, threshold: between(a, b), children: [job, job] };
          }
        }
        if (!job.split) continue;
        const { featureIndex, threshold } = job.split;
        const child = (isLeft: boolean): Job => ({
          rows: rows.filter((row) => X[row][featureIndex] <= threshold === isLeft),
          value: 0,
        });
        job.split = { featureIndex, threshold, children: [child(true), child(false)] };
        next.push(...job.split.children);
      }
      level = next;
    }
    const open = [root];
    for (let job = open.pop(); job; job = open.pop()) {
      if (job.split) open.push(...job.split.children);
      else for (const row of job.rows) predictions[row] += learningRate * job.value;
    }
    trees[m] = finished(root);
  }
  return Object.freeze({ initialPrediction, trees: Object.freeze(trees) });
};

/** Short. */
const short: Fit = (X, y, o) => {
  const { nTrees, learningRate: a, maxDepth: d, minSamplesLeaf: m } = validate(X, y, o);
  const initialPrediction = y.reduce((s, v) => s + v / y.length, 0);
  let r = y.map((v) => v - initialPrediction);
  const trees = [];
  while (trees.length < nTrees) {
    const t = regressionTree(X, r, [...y.keys()], d, m);
    r = r.map((v, i) => v - a * says(t, X[i]));
    trees.push(t);
  }
  return { initialPrediction, trees };
};

export const answers: RightAnswer<typeof reference>[] = [
  { says: 'functional, a reduction', solution: { fitBoosted: functional } },
  {
    says: 'sorted once, typed arrays, residuals brought up to date in the leaves',
    solution: { fitBoosted: sortedOnce },
  },
  { says: "a class that yields trees, with getters and Welford's updates", solution: { fitBoosted: iterated } },
  { says: 'level by level with a queue, frozen nodes with more fields', solution: { fitBoosted: queued } },
  { says: 'short, residuals less each tree', solution: { fitBoosted: short } },
];
