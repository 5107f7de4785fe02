import type * as reference from '../../reference/decision-tree-learning/index.ts';
import type { RightAnswer } from '../../src/index.ts';

type Fit = typeof reference.fitRegressionTree;
type X = Parameters<Fit>[0];
type Y = Parameters<Fit>[1];
type Options = NonNullable<Parameters<Fit>[2]>;
type TreeNode = ReturnType<Fit>;

function validate(X: X, y: Y, { maxDepth = Infinity, minSamplesLeaf = 1 }: Options = {}): Required<Options> {
  if (!X.length || !X[0].length || X.length !== y.length) throw new RangeError('shape');
  for (const row of X)
    if (row.length !== X[0].length || row.some((v) => !Number.isFinite(v))) throw new RangeError('X');
  if (y.some((v) => !Number.isFinite(v))) throw new RangeError('y');
  if (!(maxDepth === Infinity || (Number.isInteger(maxDepth) && maxDepth >= 0))) throw new RangeError('maxDepth');
  if (!(Number.isInteger(minSamplesLeaf) && minSamplesLeaf >= 1)) throw new RangeError('minSamplesLeaf');
  return { maxDepth, minSamplesLeaf };
}

function between(a: number, b: number): number {
  const middle = a / 2 + b / 2;
  return a <= middle && middle < b ? middle : a;
}

/** Welford's means and squared errors from both ends, functional. */
const welford: Fit = (X, y, options) => {
  const { maxDepth, minSamplesLeaf } = validate(X, y, options);
  interface State {
    readonly n: number;
    readonly mean: number;
    readonly error: number;
  }
  const EMPTY: State = { n: 0, mean: 0, error: 0 };
  const added = ({ n, mean, error }: State, value: number): State => {
    if (n === 0) return { n: 1, mean: value, error: 0 };
    const off = value - mean;
    const next = mean + off / (n + 1);
    return { n: n + 1, mean: next, error: error + off * (value - next) };
  };
  const states = (values: readonly number[]): State[] => {
    let state = EMPTY;
    return values.map((value) => {
      state = added(state, value);
      return state;
    });
  };
  const build = (rows: readonly number[], depth: number): TreeNode => {
    const all = states(rows.map((i) => y[i]));
    const { n, mean, error } = all[all.length - 1];
    const leaf = { kind: 'leaf', value: mean } as const;
    if (depth >= maxDepth || rows.every((i) => y[i] === y[rows[0]])) return leaf;
    const candidates = X[0].flatMap((_, f) => {
      const order = rows.toSorted((i, j) => X[i][f] - X[j][f]);
      const ys = order.map((i) => y[i]);
      const before = states(ys);
      const after = states(ys.toReversed()).reverse();
      return order.flatMap((i, k) =>
        k < minSamplesLeaf || n - k < minSamplesLeaf || X[order[k - 1]][f] === X[i][f]
          ? []
          : [
              {
                f,
                threshold: between(X[order[k - 1]][f], X[i][f]),
                gain: error - before[k - 1].error - after[k].error,
              },
            ],
      );
    });
    if (candidates.length === 0) return leaf;
    const { f: featureIndex, threshold } = candidates.reduce((best, one) => (one.gain > best.gain ? one : best));
    const side = (isLeft: boolean) =>
      build(
        rows.filter((i) => X[i][featureIndex] <= threshold === isLeft),
        depth + 1,
      );
    return { kind: 'split', featureIndex, threshold, left: side(true), right: side(false) };
  };
  return build([...X.keys()], 0);
};

/** Typed arrays: rows of a node stand side by side; y less the mean of the node are computed once for a node. */
const ranges: Fit = (X, y, options) => {
  const { maxDepth, minSamplesLeaf } = validate(X, y, options);
  const columns = X[0].map((_, f) => Float64Array.from(X, (row) => row[f]));
  const rows = Uint32Array.from(X.keys());
  const off = new Float64Array(X.length);
  const build = (from: number, to: number, depth: number): TreeNode => {
    const here = rows.subarray(from, to);
    const n = to - from;
    const origin = y[here[0]];
    let mean = 0;
    let isPure = true;
    for (const row of here) {
      mean += (y[row] - origin) / n;
      if (y[row] !== origin) isPure = false;
    }
    for (const row of here) off[row] = y[row] - origin - mean;
    let gain = -1;
    let feature = -1;
    let threshold = 0;
    if (!isPure && depth < maxDepth) {
      for (const [f, column] of columns.entries()) {
        const order = here.slice().sort((i, j) => column[i] - column[j]);
        let sum = 0;
        for (let k = 1; k < n; k++) {
          sum += off[order[k - 1]];
          const [a, b] = [column[order[k - 1]], column[order[k]]];
          if (a === b || k < minSamplesLeaf || n - k < minSamplesLeaf) continue;
          const worth = sum * sum * (1 / k + 1 / (n - k));
          if (worth > gain) [gain, feature, threshold] = [worth, f, between(a, b)];
        }
      }
    }
    if (feature < 0) return { kind: 'leaf', value: origin + mean };
    let middle = 0;
    for (let k = 0; k < n; k++) {
      if (columns[feature][here[k]] > threshold) continue;
      const row = here[k];
      here[k] = here[middle];
      here[middle++] = row;
    }
    const left = build(from, from + middle, depth + 1);
    const right = build(from + middle, to, depth + 1);
    return { kind: 'split', featureIndex: feature, threshold, left, right };
  };
  return build(0, rows.length, 0);
};

/** Presorted lists, a stack of objects of a class, and what is asked for in getters. */
class Node {
  #split?: { readonly featureIndex: number; readonly threshold: number; readonly left: Node; readonly right: Node };
  readonly #lists: readonly (readonly number[])[];
  readonly #y: Y;
  constructor(
    lists: readonly (readonly number[])[],
    y: Y,
    readonly level = 0,
  ) {
    this.#lists = lists;
    this.#y = y;
  }
  get kind() {
    return this.#split ? 'split' : 'leaf';
  }
  get value() {
    let value = this.#y[this.#lists[0][0]];
    for (const [k, row] of this.#lists[0].entries()) value += (this.#y[row] - value) / (k + 1);
    return value;
  }
  get featureIndex() {
    return this.#split?.featureIndex;
  }
  get threshold() {
    return this.#split?.threshold;
  }
  get left() {
    return this.#split?.left;
  }
  get right() {
    return this.#split?.right;
  }
  divide(X: X, minSamplesLeaf: number): Node[] {
    const y = this.#y;
    const [some] = this.#lists;
    if (some.every((row) => y[row] === y[some[0]])) return [];
    const n = some.length;
    const mean = this.value;
    let best: { readonly worth: number; readonly f: number; readonly threshold: number } | undefined;
    this.#lists.forEach((list, f) => {
      let left = 0;
      let right = 0;
      for (const row of list) right += y[row] - mean;
      list.forEach((row, k) => {
        if (k >= minSamplesLeaf && n - k >= minSamplesLeaf && X[list[k - 1]][f] < X[row][f]) {
          // Between the means of both sides, times the rows on both: what the squared error decreases by, over n.
          const worth = (left / k - right / (n - k)) ** 2 * k * (n - k);
          if (!best || worth > best.worth) best = { worth, f, threshold: between(X[list[k - 1]][f], X[row][f]) };
        }
        left += y[row] - mean;
        right -= y[row] - mean;
      });
    });
    if (!best) return [];
    const { f: featureIndex, threshold } = best;
    const side = (isLeft: boolean) =>
      new Node(
        this.#lists.map((list) => list.filter((row) => X[row][featureIndex] <= threshold === isLeft)),
        y,
        this.level + 1,
      );
    this.#split = { featureIndex, threshold, left: side(true), right: side(false) };
    return [this.#split.left, this.#split.right];
  }
}

const classes: Fit = (X, y, options) => {
  const { maxDepth, minSamplesLeaf } = validate(X, y, options);
  const root = new Node(
    X[0].map((_, f) => [...X.keys()].sort((i, j) => X[i][f] - X[j][f])),
    y,
  );
  const open = [root];
  for (let node = open.pop(); node; node = open.pop())
    if (node.level < maxDepth) open.push(...node.divide(X, minSamplesLeaf));
  return root as unknown as TreeNode;
};

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

/** The double nearest to a quotient in those units, to 60 bits. */
function roughly(top: bigint, bottom: bigint): number {
  const size = top < 0n ? -top : top;
  const shift = Math.max(0, size.toString(16).length * 4 - bottom.toString(16).length * 4 - 64);
  let value = Number((size >> BigInt(shift)) / bottom);
  if (shift === 0) value = Number((size << 64n) / bottom) / 2 ** 64;
  for (let power = shift - 1074; power !== 0; ) {
    const step = power > 0 ? Math.min(power, 512) : Math.max(power, -512);
    value *= 2 ** step;
    power -= step;
  }
  return top < 0n ? -value : value;
}

/** Exact: y as big integers, and cuts compared as fractions, from a generator. */
const exact: Fit = (X, y, options) => {
  const { maxDepth, minSamplesLeaf } = validate(X, y, options);
  const big = y.map(exactly);
  function* cuts(rows: readonly number[], f: number) {
    const order = [...rows].sort((i, j) => X[i][f] - X[j][f]);
    const n = BigInt(rows.length);
    let total = 0n;
    for (const row of rows) total += big[row];
    let sum = 0n;
    for (let k = 1; k < order.length; k++) {
      sum += big[order[k - 1]];
      const [a, b] = [X[order[k - 1]][f], X[order[k]][f]];
      if (a === b || k < minSamplesLeaf || order.length - k < minSamplesLeaf) continue;
      const [nLeft, nRight] = [BigInt(k), n - BigInt(k)];
      yield { f, threshold: between(a, b), top: (sum * nRight - (total - sum) * nLeft) ** 2n, bottom: nLeft * nRight };
    }
  }
  const build = (rows: readonly number[], depth: number): TreeNode => {
    let best: { f: number; threshold: number; top: bigint; bottom: bigint } | null = null;
    if (depth < maxDepth && rows.some((row) => y[row] !== y[rows[0]])) {
      for (let f = 0; f < X[0].length; f++)
        for (const cut of cuts(rows, f)) if (!best || cut.top * best.bottom > best.top * cut.bottom) best = cut;
    }
    if (!best) {
      let sum = 0n;
      for (const row of rows) sum += big[row];
      return { kind: 'leaf', value: roughly(sum, BigInt(rows.length)) };
    }
    const { f: featureIndex, threshold } = best;
    const [left, right]: [number[], number[]] = [[], []];
    for (const row of rows) (X[row][featureIndex] <= threshold ? left : right).push(row);
    return {
      kind: 'split',
      featureIndex,
      threshold,
      left: build(left, depth + 1),
      right: build(right, depth + 1),
    };
  };
  return build([...X.keys()], 0);
};

/** Sums of differences that carry their rounding errors along. */
const compensated: Fit = (X, y, options) => {
  const { maxDepth, minSamplesLeaf } = validate(X, y, options);
  class Sum {
    total = 0;
    lost = 0;
    add(value: number): this {
      const next = this.total + value;
      this.lost += Math.abs(this.total) >= Math.abs(value) ? this.total - next + value : value - next + this.total;
      this.total = next;
      return this;
    }
    get value(): number {
      return this.total + this.lost;
    }
  }
  const build = (rows: readonly number[], depth: number): TreeNode => {
    const ys = rows.map((row) => y[row]);
    const origin = ys[0];
    const mean = origin + ys.reduce((sum, value) => sum.add(value - origin), new Sum()).value / ys.length;
    const isMixed = new Set(ys).size > 1;
    let best: { worth: number; node: { featureIndex: number; threshold: number } } | undefined;
    for (let f = 0; isMixed && depth < maxDepth && f < X[0].length; f++) {
      const order = rows.toSorted((i, j) => X[i][f] - X[j][f]);
      const sum = new Sum();
      for (const [k, row] of order.entries()) {
        const left = k && X[order[k - 1]][f];
        if (k >= minSamplesLeaf && rows.length - k >= minSamplesLeaf && left !== X[row][f]) {
          const worth = (sum.value / k) * (sum.value / (rows.length - k));
          if (!best || worth > best.worth)
            best = { worth, node: { featureIndex: f, threshold: between(left, X[row][f]) } };
        }
        sum.add(y[row] - mean);
      }
    }
    if (!best) return Object.freeze({ kind: 'leaf', value: mean, rows: Float64Array.from(rows) });
    const { featureIndex, threshold } = best.node;
    const isLeft = (row: number) => X[row][featureIndex] <= threshold;
    return Object.freeze({
      kind: 'split',
      ...best.node,
      right: build(
        rows.filter((row) => !isLeft(row)),
        depth + 1,
      ),
      left: build(rows.filter(isLeft), depth + 1),
    });
  };
  return build([...X.keys()], 0);
};

export const answers: RightAnswer<typeof reference>[] = [
  { says: "functional, Welford's updates from both ends", solution: { fitRegressionTree: welford } },
  {
    says: 'typed arrays parted in place, differences from the mean of the node',
    solution: { fitRegressionTree: ranges },
  },
  { says: 'presorted, a class with getters, the difference of the means', solution: { fitRegressionTree: classes } },
  { says: 'exact, y as big integers', solution: { fitRegressionTree: exact } },
  { says: 'compensated sums, frozen nodes with more fields', solution: { fitRegressionTree: compensated } },
];
