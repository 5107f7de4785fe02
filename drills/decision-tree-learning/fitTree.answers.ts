import type * as reference from '../../reference/decision-tree-learning/index.ts';
import type { RightAnswer } from '../../src/index.ts';

type FitTree = typeof reference.fitTree;
type X = Parameters<FitTree>[0];
type Y = Parameters<FitTree>[1];
type Options = NonNullable<Parameters<FitTree>[2]>;
type TreeNode = ReturnType<FitTree>;
type Leaf = Extract<TreeNode, { kind: 'leaf' }>;
type Split = Extract<TreeNode, { kind: 'split' }>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const isWhole = (value: number, least: number): boolean => Number.isInteger(value) && value >= least;

function validate(X: X, y: Y, options: Options = {}): Required<Options> {
  const { maxDepth = Number.POSITIVE_INFINITY, minSamplesLeaf = 1 } = options;
  if (maxDepth !== Number.POSITIVE_INFINITY && !isWhole(maxDepth, 0)) throw new RangeError(`maxDepth ${maxDepth}`);
  if (!isWhole(minSamplesLeaf, 1)) throw new RangeError(`minSamplesLeaf ${minSamplesLeaf}`);
  if (X.length === 0 || X.length !== y.length || X[0].length === 0) throw new RangeError('shape');
  for (const row of X) if (row.length !== X[0].length || !row.every(Number.isFinite)) throw new RangeError('X');
  if (!y.every(Number.isFinite)) throw new RangeError('y');
  return { maxDepth, minSamplesLeaf };
}

function between(a: number, b: number): number {
  const middle = a / 2 + b / 2;
  return middle < a || middle >= b ? a : middle;
}

function tally<T>(labels: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

const winner = (counts: ReadonlyMap<number, number>): number =>
  [...counts].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a))[0];

/** Recursive, over lists of rows with their classes. */
const recursive: FitTree = (X, y, options) => {
  const { maxDepth, minSamplesLeaf } = validate(X, y, options);
  type Item = { readonly x: readonly number[]; readonly label: number };
  const squares = (items: readonly Item[]): number[] => {
    const counts = new Map<number, number>();
    let sum = 0;
    return items.map(({ label }) => {
      const count = counts.get(label) ?? 0;
      counts.set(label, count + 1);
      sum += 2 * count + 1;
      return sum;
    });
  };
  const build = (items: readonly Item[], depth: number): TreeNode => {
    const n = items.length;
    const counts = tally(items.map(({ label }) => label));
    const leaf: Leaf = { kind: 'leaf', value: winner(counts) };
    if (counts.size === 1 || depth === maxDepth) return leaf;
    const options = X[0].flatMap((_, f) => {
      const sorted = items.toSorted((p, q) => p.x[f] - q.x[f]);
      const before = squares(sorted);
      const after = squares(sorted.toReversed()).reverse();
      return sorted.slice(1).flatMap((item, i) => {
        const [a, b] = [sorted[i].x[f], item.x[f]];
        const nLeft = i + 1;
        if (a === b || Math.min(nLeft, n - nLeft) < minSamplesLeaf) return [];
        return [{ f, threshold: between(a, b), purity: before[i] / nLeft + after[nLeft] / (n - nLeft) }];
      });
    });
    if (options.length === 0) return leaf;
    const { f, threshold } = options.reduce((best, option) => (option.purity > best.purity ? option : best));
    const [left, right] = [true, false].map((isLeft) =>
      build(
        items.filter(({ x }) => x[f] <= threshold === isLeft),
        depth + 1,
      ),
    );
    return { kind: 'split', featureIndex: f, threshold, left, right };
  };
  return build(
    X.map((x, i) => ({ x, label: y[i] })),
    0,
  );
};

/** One typed array of row numbers, parted in place; a stack of ranges; nodes filled in later. */
const ranges: FitTree = (X, y, options) => {
  const { maxDepth, minSamplesLeaf } = validate(X, y, options);
  const labels = [...new Set(y)].sort((a, b) => a - b);
  const numbers = new Map(labels.map((label, k) => [label, k]));
  const ids = Int32Array.from(y, (label) => numbers.get(label) ?? -1);
  const columns = X[0].map((_, f) => Float64Array.from(X, (row) => row[f]));
  const rows = Int32Array.from(X.keys());
  const totals = new Int32Array(labels.length);
  const lefts = new Int32Array(labels.length);
  const holder: { root?: TreeNode } = {};
  const stack = [
    {
      start: 0,
      end: rows.length,
      depth: 0,
      put: (node: TreeNode) => {
        holder.root = node;
      },
    },
  ];
  for (let job = stack.pop(); job; job = stack.pop()) {
    const { start, end, depth, put } = job;
    const here = rows.subarray(start, end);
    const n = end - start;
    let all = 0;
    let top = ids[here[0]];
    for (const row of here) all += 2 * totals[ids[row]]++ + 1;
    for (const row of here) {
      const id = ids[row];
      if (totals[id] > totals[top] || (totals[id] === totals[top] && id < top)) top = id;
    }
    let best = Number.NEGATIVE_INFINITY;
    let feature = -1;
    let threshold = 0;
    if (totals[top] < n && depth < maxDepth) {
      columns.forEach((column, f) => {
        const order = here.slice().sort((i, j) => column[i] - column[j]);
        let left = 0;
        let right = all;
        for (let k = 1; k < n; k++) {
          const id = ids[order[k - 1]];
          right -= 2 * (totals[id] - lefts[id]) - 1;
          left += 2 * lefts[id]++ + 1;
          const [a, b] = [column[order[k - 1]], column[order[k]]];
          if (a === b || k < minSamplesLeaf || n - k < minSamplesLeaf) continue;
          const score = left / k + right / (n - k);
          if (score > best) [best, feature, threshold] = [score, f, between(a, b)];
        }
        for (const row of here) lefts[ids[row]] = 0;
      });
    }
    for (const row of here) totals[ids[row]] = 0;
    if (feature < 0) {
      put({ kind: 'leaf', value: labels[top] });
      continue;
    }
    let i = 0;
    for (let j = 0; j < n; j++) {
      if (columns[feature][here[j]] <= threshold) {
        [here[i], here[j]] = [here[j], here[i]];
        i++;
      }
    }
    const node = { kind: 'split', featureIndex: feature, threshold } as Mutable<Split>;
    put(node);
    stack.push({
      start,
      end: start + i,
      depth: depth + 1,
      put: (child: TreeNode) => {
        node.left = child;
      },
    });
    stack.push({
      start: start + i,
      end,
      depth: depth + 1,
      put: (child: TreeNode) => {
        node.right = child;
      },
    });
  }
  return holder.root as TreeNode;
};

/** Nodes that know their parent and their rows, in private, and carry more than is asked for; all that is asked for comes from getters. */
class Grown {
  readonly #rows: readonly number[];
  #split: { featureIndex: number; threshold: number; left: Grown; right: Grown } | undefined;
  readonly #X: X;
  readonly #y: Y;
  readonly #parent: Grown | null;
  readonly #counts: ReadonlyMap<number, number>;

  constructor(X: X, y: Y, rows: readonly number[], parent: Grown | null) {
    this.#X = X;
    this.#y = y;
    this.#parent = parent;
    this.#rows = rows;
    this.#counts = tally(rows.map((row) => y[row]));
  }

  get counts(): (readonly [number, number])[] {
    return [...this.#counts];
  }
  get depth(): number {
    return this.#parent === null ? 0 : this.#parent.depth + 1;
  }
  get kind(): 'leaf' | 'split' {
    return this.#split ? 'split' : 'leaf';
  }
  get value(): number {
    return winner(this.#counts);
  }
  get featureIndex(): number {
    return this.#split?.featureIndex ?? -1;
  }
  get threshold(): number {
    return this.#split?.threshold ?? Number.NaN;
  }
  get left(): Grown | undefined {
    return this.#split?.left;
  }
  get right(): Grown | undefined {
    return this.#split?.right;
  }

  /** Splits this node, and gives its children. */
  grow(minSamplesLeaf: number): Grown[] {
    if (this.#counts.size === 1) return [];
    let best = -1;
    const n = this.#rows.length;
    for (let f = 0; f < this.#X[0].length; f++) {
      const order = [...this.#rows].sort((i, j) => this.#X[i][f] - this.#X[j][f]);
      const rights = new Map(this.#counts);
      const lefts = new Map<number, number>();
      let left = 0;
      let right = [...rights.values()].reduce((sum, count) => sum + count ** 2, 0);
      let cut: readonly [number, number] | undefined;
      order.forEach((row, k) => {
        const [a, b] = [this.#X[order[Math.max(0, k - 1)]][f], this.#X[row][f]];
        const score = left / k + right / (n - k);
        if (a < b && k >= minSamplesLeaf && n - k >= minSamplesLeaf && score > best) {
          best = score;
          cut = [k, between(a, b)];
        }
        const label = this.#y[row];
        const [inside, outside] = [lefts.get(label) ?? 0, rights.get(label) ?? 0];
        left += 2 * inside + 1;
        right -= 2 * outside - 1;
        lefts.set(label, inside + 1);
        rights.set(label, outside - 1);
      });
      if (!cut) continue;
      const child = (rows: readonly number[]) => new Grown(this.#X, this.#y, rows, this);
      const [k, threshold] = cut;
      this.#split = { featureIndex: f, threshold, left: child(order.slice(0, k)), right: child(order.slice(k)) };
    }
    return this.#split ? [this.#split.left, this.#split.right] : [];
  }
}

const levelByLevel: FitTree = (X, y, options) => {
  const { maxDepth, minSamplesLeaf } = validate(X, y, options);
  const root = new Grown(X, y, [...X.keys()], null);
  let level = [root];
  for (let depth = 0; depth < maxDepth && level.length > 0; depth++) {
    level = level.flatMap((node) => node.grow(minSamplesLeaf));
  }
  return root as unknown as TreeNode;
};

/** Presorted: every feature keeps its rows in order, and a split divides each list without disturbing it. */
const presorted: FitTree = (X, y, options) => {
  const { maxDepth, minSamplesLeaf } = validate(X, y, options);
  const columns = X[0].map((_, f) => X.map((row) => row[f]));
  const names = y.map((label) => `${label}`);
  const leaves = new Map<string, TreeNode>(names.map((name) => [name, Object.freeze({ kind: 'leaf', value: +name })]));
  const build = (orders: readonly (readonly number[])[], depth: number): TreeNode => {
    const n = orders[0].length;
    const counts = tally(orders[0].map((row) => names[row]));
    const ranked = [...counts].sort((p, q) => q[1] - p[1] || Number(p[0]) - Number(q[0]));
    const leaf = leaves.get(ranked[0][0]) as TreeNode;
    if (ranked.length === 1 || depth >= maxDepth) return leaf;
    const all = ranked.reduce((sum, [, count]) => sum + count * count, 0);
    let best: { gain: number; f: number; threshold: number } | null = null;
    for (const [f, order] of orders.entries()) {
      const seen = new Map<string, number>();
      let cross = 0; // pairs of equal class, one on each side
      let left = 0;
      for (const [k, row] of order.entries()) {
        if (k >= minSamplesLeaf && n - k >= minSamplesLeaf) {
          const [a, b] = [columns[f][order[k - 1]], columns[f][row]];
          const gain = left / k + (all - left - 2 * cross) / (n - k);
          if (a < b && (best === null || gain > best.gain)) best = { gain, f, threshold: between(a, b) };
        }
        const inside = seen.get(names[row]) ?? 0;
        const outside = (counts.get(names[row]) ?? 0) - inside;
        left += 2 * inside + 1;
        cross += outside - 1 - inside;
        seen.set(names[row], inside + 1);
      }
    }
    if (best === null) return leaf;
    const { f, threshold } = best;
    const goesLeft = (row: number) => columns[f][row] <= threshold;
    const left = build(
      orders.map((order) => order.filter(goesLeft)),
      depth + 1,
    );
    const right = build(
      orders.map((order) => order.filter((row) => !goesLeft(row))),
      depth + 1,
    );
    return Object.freeze({ kind: 'split', featureIndex: f, threshold, left, right, n, gain: best.gain });
  };
  const rows = [...X.keys()];
  return build(
    columns.map((column) => rows.toSorted((i, j) => column[i] - column[j])),
    0,
  );
};

/** Exact: pairs of rows that differ, in big integers, from a generator of cuts. */
const exact: FitTree = (X, y, options) => {
  const { maxDepth, minSamplesLeaf } = validate(X, y, options);
  function* cuts(rows: readonly number[], f: number) {
    const order = [...rows].sort((i, j) => Math.sign(X[i][f] - X[j][f]));
    const rights = tally(rows.map((row) => y[row]));
    const lefts = new Map<number, number>();
    let left = 0n;
    let right = [...rights.values()].reduce((sum, count) => sum + BigInt(count) ** 2n, 0n);
    for (let k = 1; k < order.length; k++) {
      const label = y[order[k - 1]];
      const [inside, outside] = [lefts.get(label) ?? 0, rights.get(label) ?? 0];
      left += BigInt(2 * inside + 1);
      right -= BigInt(2 * outside - 1);
      lefts.set(label, inside + 1);
      rights.set(label, outside - 1);
      const [a, b] = [X[order[k - 1]][f], X[order[k]][f]];
      const [nLeft, nRight] = [BigInt(k), BigInt(order.length - k)];
      if (a < b) yield { k, f, threshold: between(a, b), top: left * nRight + right * nLeft, bottom: nLeft * nRight };
    }
  }
  const build = (rows: readonly number[], depth: number): TreeNode => {
    const counts = tally(rows.map((row) => y[row]));
    let best: { f: number; threshold: number; top: bigint; bottom: bigint } | undefined;
    if (counts.size > 1 && depth < maxDepth) {
      for (const f of X[0].keys()) {
        for (const cut of cuts(rows, f)) {
          if (cut.k < minSamplesLeaf || rows.length - cut.k < minSamplesLeaf) continue;
          if (!best || cut.top * best.bottom > best.top * cut.bottom) best = cut;
        }
      }
    }
    if (!best) return { kind: 'leaf', value: winner(counts) };
    const { f: featureIndex, threshold } = best;
    const parts = { true: [] as number[], false: [] as number[] };
    for (const row of rows) parts[`${X[row][featureIndex] <= threshold}`].push(row);
    return {
      kind: 'split',
      featureIndex,
      threshold,
      left: build(parts.true, depth + 1),
      right: build(parts.false, depth + 1),
    };
  };
  return build([...X.keys()], 0);
};

/** Short, with a node without a prototype. */
const golf: FitTree = (X, y, o) => {
  const { maxDepth: D, minSamplesLeaf: m } = validate(X, y, o);
  const go = (R: readonly number[], d: number): TreeNode => {
    const T = tally(R.map((i) => y[i]));
    const n = R.length;
    let [s, f, t] = [-1, -1, 0];
    const S = [...T.values()].reduce((p, c) => p + c * c, 0);
    if (d < D && T.size > 1)
      for (const j in X[0]) {
        const O = R.toSorted((p, q) => X[p][j] - X[q][j]);
        const L = new Map<number, number>();
        let [l, r] = [0, S];
        O.forEach((i, k) => {
          const [a, b, v] = [k && X[O[k - 1]][j], X[i][j], l / k + r / (n - k)];
          if (k >= m && n - k >= m && a < b && v > s) [s, f, t] = [v, +j, between(a, b)];
          const c = L.get(y[i]) ?? 0;
          l += c + c + 1;
          r -= 2 * ((T.get(y[i]) ?? 0) - c) - 1;
          L.set(y[i], c + 1);
        });
      }
    const side = (b: boolean) =>
      go(
        R.filter((i) => X[i][f] <= t === b),
        d + 1,
      );
    return Object.assign(
      Object.create(null),
      f < 0
        ? { kind: 'leaf', value: winner(T) }
        : { kind: 'split', featureIndex: f, threshold: t, left: side(true), right: side(false) },
    );
  };
  return go([...y.keys()], 0);
};

export const answers: RightAnswer<typeof reference>[] = [
  { says: 'recursive and functional, over lists of candidates', solution: { fitTree: recursive } },
  { says: 'typed arrays parted in place, with a stack of ranges', solution: { fitTree: ranges } },
  {
    says: 'level by level, nodes of a class with getters, more fields and a private parent',
    solution: { fitTree: levelByLevel },
  },
  { says: 'presorted, with shared frozen leaves and string keys', solution: { fitTree: presorted } },
  { says: 'exact, with big integers and generators', solution: { fitTree: exact } },
  { says: 'short, nodes without a prototype', solution: { fitTree: golf } },
];
