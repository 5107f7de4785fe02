import type * as reference from '../../reference/decision-tree-learning/index.ts';
import type { RightAnswer } from '../../src/index.ts';

type Fit = typeof reference.fitTreePresorted;
type X = Parameters<Fit>[0];
type Y = Parameters<Fit>[1];
type Options = NonNullable<Parameters<Fit>[2]>;
type TreeNode = ReturnType<Fit>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Split = Mutable<Extract<TreeNode, { kind: 'split' }>>;

function validate(X: X, y: Y, { maxDepth = Infinity, minSamplesLeaf = 1 }: Options = {}): Required<Options> {
  const wholeFrom = (least: number, value: number) => Number.isInteger(value) && value >= least;
  if (maxDepth !== Infinity && !wholeFrom(0, maxDepth)) throw new RangeError('maxDepth');
  if (!wholeFrom(1, minSamplesLeaf)) throw new RangeError('minSamplesLeaf');
  const width = X.length > 0 ? X[0].length : 0;
  if (width === 0) throw new RangeError('X is empty');
  if (y.length !== X.length) throw new RangeError('y has another length');
  for (const row of X) if (row.length !== width || !row.every(Number.isFinite)) throw new RangeError('a row');
  if (!y.every(Number.isFinite)) throw new RangeError('a class');
  return { maxDepth, minSamplesLeaf };
}

function between(a: number, b: number): number {
  const middle = a + (b - a) / 2;
  const other = a / 2 + b / 2;
  if (a <= middle && middle < b) return middle;
  return a <= other && other < b ? other : a;
}

/** The classes as numbers from 0, in ascending order of the classes. */
function numbered(y: Y): { classes: number[]; ids: Int32Array } {
  const classes = [...new Set(y)].sort((a, b) => a - b);
  const numbers = new Map(classes.map((label, k) => [label, k]));
  return { classes, ids: Int32Array.from(y, (label) => numbers.get(label) as number) };
}

/** One array of rows for each feature, divided in place through a buffer; a stack of ranges. */
const inPlace: Fit = (X, y, options) => {
  const { maxDepth, minSamplesLeaf } = validate(X, y, options);
  const { classes, ids } = numbered(y);
  const columns = X[0].map((_, f) => Float64Array.from(X, (row) => row[f]));
  const lists = columns.map((column) => Int32Array.from(column.keys()).sort((i, j) => column[i] - column[j]));
  const totals = new Float64Array(classes.length);
  const lefts = new Float64Array(classes.length);
  const isLeft = new Uint8Array(X.length);
  const buffer = new Int32Array(X.length);
  const trunk: { left?: TreeNode } = {};
  type Job = {
    from: number;
    to: number;
    depth: number;
    parent: { left?: TreeNode; right?: TreeNode };
    side: 'left' | 'right';
  };
  const jobs: Job[] = [{ from: 0, to: X.length, depth: 0, parent: trunk, side: 'left' }];
  for (let job = jobs.pop(); job; job = jobs.pop()) {
    const { from, to, depth, parent, side } = job;
    const n = to - from;
    let all = 0;
    let top = ids[lists[0][from]];
    for (let k = from; k < to; k++) {
      const id = ids[lists[0][k]];
      all += 2 * totals[id]++ + 1;
    }
    for (let k = from; k < to; k++) {
      const id = ids[lists[0][k]];
      if (totals[id] > totals[top] || (totals[id] === totals[top] && id < top)) top = id;
    }
    let best = -1;
    let feature = -1;
    let threshold = 0;
    if (totals[top] < n && depth < maxDepth) {
      for (let f = 0; f < columns.length; f++) {
        const [list, column] = [lists[f], columns[f]];
        let [left, right] = [0, all];
        for (let k = from; k < to; k++) {
          const done = k - from;
          if (
            k > from &&
            column[list[k - 1]] < column[list[k]] &&
            done >= minSamplesLeaf &&
            n - done >= minSamplesLeaf
          ) {
            const score = left / done + right / (n - done);
            if (score > best) {
              best = score;
              feature = f;
              threshold = between(column[list[k - 1]], column[list[k]]);
            }
          }
          const id = ids[list[k]];
          right -= 2 * (totals[id] - lefts[id]) - 1;
          left += 2 * lefts[id]++ + 1;
        }
        for (let k = from; k < to; k++) lefts[ids[list[k]]] = 0;
      }
    }
    for (let k = from; k < to; k++) totals[ids[lists[0][k]]] = 0;
    if (feature < 0) {
      parent[side] = { kind: 'leaf', value: classes[top] };
      continue;
    }
    for (let k = from; k < to; k++) isLeft[lists[0][k]] = columns[feature][lists[0][k]] <= threshold ? 1 : 0;
    let middle = from;
    for (const list of lists) {
      middle = from;
      let waiting = 0;
      for (let k = from; k < to; k++) {
        if (isLeft[list[k]]) list[middle++] = list[k];
        else buffer[waiting++] = list[k];
      }
      for (let k = 0; k < waiting; k++) list[middle + k] = buffer[k];
    }
    const node = { kind: 'split', featureIndex: feature, threshold } as Split;
    parent[side] = node;
    jobs.push({ from, to: middle, depth: depth + 1, parent: node, side: 'left' });
    jobs.push({ from: middle, to, depth: depth + 1, parent: node, side: 'right' });
  }
  return trunk.left as TreeNode;
};

/** Level by level: no list is ever divided; each row knows its node, and one pass over a list serves all nodes of a level. */
const levelWise: Fit = (X, y, options) => {
  const { maxDepth, minSamplesLeaf } = validate(X, y, options);
  class Node {
    readonly counts = new Map<number, number>();
    readonly lefts = new Map<number, number>();
    n = 0;
    all = 0;
    nLeft = 0;
    left = 0;
    right = 0;
    last = 0;
    best: { score: number; featureIndex: number; threshold: number } | undefined;
    children: readonly [Node, Node] | undefined;
    enter(label: number) {
      const count = this.counts.get(label) ?? 0;
      this.counts.set(label, count + 1);
      this.all += 2 * count + 1;
      this.n++;
    }
    begin() {
      this.lefts.clear();
      this.nLeft = 0;
      this.left = 0;
      this.right = this.all;
    }
    pass(label: number, value: number, featureIndex: number) {
      const enough = this.nLeft >= minSamplesLeaf && this.n - this.nLeft >= minSamplesLeaf;
      if (this.nLeft > 0 && enough && this.last < value) {
        const score = this.left / this.nLeft + this.right / (this.n - this.nLeft);
        if (!this.best || score > this.best.score)
          this.best = { score, featureIndex, threshold: between(this.last, value) };
      }
      const count = this.lefts.get(label) ?? 0;
      this.left += 2 * count + 1;
      this.right -= 2 * ((this.counts.get(label) as number) - count) - 1;
      this.lefts.set(label, count + 1);
      this.nLeft++;
      this.last = value;
    }
    finished(): TreeNode {
      if (this.best && this.children) {
        const { featureIndex, threshold } = this.best;
        const [left, right] = this.children.map((child) => child.finished());
        return { kind: 'split', featureIndex, threshold, left, right };
      }
      let value = Infinity;
      let most = 0;
      for (const [label, count] of this.counts) {
        if (count > most || (count === most && label < value)) [value, most] = [label, count];
      }
      return { kind: 'leaf', value };
    }
  }
  const lists = X[0].map((_, f) => [...X.keys()].sort((i, j) => X[i][f] - X[j][f]));
  const root = new Node();
  for (const label of y) root.enter(label);
  const at: (Node | undefined)[] = X.map(() => root);
  let open = [root];
  for (let depth = 0; depth < maxDepth && open.length > 0; depth++) {
    const growing = new Set(open.filter(({ counts }) => counts.size > 1));
    lists.forEach((list, f) => {
      for (const node of growing) node.begin();
      for (const row of list) {
        const node = at[row];
        if (node && growing.has(node)) node.pass(y[row], X[row][f], f);
      }
    });
    open = [];
    for (const node of growing) {
      if (!node.best) continue;
      node.children = [new Node(), new Node()];
      open.push(...node.children);
    }
    for (const [row, node] of at.entries()) {
      const best = node?.best;
      const next = best && node.children?.[X[row][best.featureIndex] <= best.threshold ? 0 : 1];
      next?.enter(y[row]);
      at[row] = next;
    }
  }
  return root.finished();
};

/** Linked lists: a feature has one, and a split moves the rows of the left out of it into one of their own. */
const linked: Fit = (X, y, options) => {
  const { maxDepth, minSamplesLeaf } = validate(X, y, options);
  interface Link {
    readonly row: number;
    readonly value: number;
    next: Link | null;
  }
  const chain = (links: Iterable<Link>): Link | null => {
    let first: Link | null = null;
    let last: Link | null = null;
    for (const link of links) {
      if (last) last.next = link;
      else first = link;
      last = link;
      link.next = null;
    }
    return first;
  };
  function* along(first: Link | null): Generator<Link> {
    for (let link = first; link; ) {
      const next: Link | null = link.next;
      yield link;
      link = next;
    }
  }
  const split = (first: Link | null, goes: (row: number) => boolean): [Link | null, Link | null] => {
    const [left, right]: [Link[], Link[]] = [[], []];
    for (const link of along(first)) (goes(link.row) ? left : right).push(link);
    return [chain(left), chain(right)];
  };
  const grow = (firsts: readonly (Link | null)[], depth: number): TreeNode => {
    const counts: Record<string, number> = Object.create(null);
    let n = 0;
    for (const { row } of along(firsts[0])) {
      counts[y[row]] = (counts[y[row]] ?? 0) + 1;
      n++;
    }
    const tally = Object.entries(counts);
    const [value] = tally.reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && +b[0] < +a[0]) ? b : a));
    const leaf = { kind: 'leaf', value: +value } as const;
    if (tally.length === 1 || depth === maxDepth) return leaf;
    let best: { purity: number; f: number; threshold: number } | null = null;
    for (const [f, first] of firsts.entries()) {
      const rest: Record<string, number> = Object.assign(Object.create(null), counts);
      let k = 0;
      let left = 0;
      let right = tally.reduce((sum, [, count]) => sum + count * count, 0);
      for (const { row, value, next } of along(first)) {
        const outside = rest[y[row]]--;
        const inside = counts[y[row]] - outside;
        right -= 2 * outside - 1;
        left += 2 * inside + 1;
        k++;
        if (!next || next.value === value || k < minSamplesLeaf || n - k < minSamplesLeaf) continue;
        const purity = left / k + right / (n - k);
        if (!best || purity > best.purity) best = { purity, f, threshold: between(value, next.value) };
      }
    }
    if (!best) return leaf;
    const { f: featureIndex, threshold } = best;
    const halves = firsts.map((first) => split(first, (row) => X[row][featureIndex] <= threshold));
    const left = grow(
      halves.map(([half]) => half),
      depth + 1,
    );
    const right = grow(
      halves.map(([, half]) => half),
      depth + 1,
    );
    return { kind: 'split', featureIndex, threshold, left, right };
  };
  return grow(
    X[0].map((_, f) => {
      const links = X.map((x, row): Link => ({ row, value: x[f], next: null }));
      return chain(links.sort((p, q) => p.value - q.value));
    }),
    0,
  );
};

/** Sorts below the root too, but what is sorted already, with the built-in sort, which sees it. */
const sortedAgain: Fit = (X, y, options) => {
  const { maxDepth, minSamplesLeaf } = validate(X, y, options);
  const grow = (lists: readonly (readonly number[])[], depth: number): TreeNode => {
    const sizes = new Map<number, number>();
    for (const row of lists[0]) sizes.set(y[row], 1 + (sizes.get(y[row]) ?? 0));
    const most = Array.from(sizes.values()).reduce((a, b) => Math.max(a, b));
    const value = Array.from(sizes.keys())
      .filter((label) => sizes.get(label) === most)
      .reduce((a, b) => Math.min(a, b));
    const n = lists[0].length;
    let best = { score: -Infinity, featureIndex: -1, threshold: 0 };
    if (sizes.size > 1 && depth < maxDepth) {
      lists.forEach((list, featureIndex) => {
        const seen = new Map<number, number>();
        let pairs = 0; // of equal class and on one side, each counted both ways
        let others = Array.from(sizes.values()).reduce((sum, size) => sum + size * (size - 1), 0);
        list.forEach((row, k) => {
          const [a, b] = [X[list[k - 1] ?? row][featureIndex], X[row][featureIndex]];
          if (a !== b && k >= minSamplesLeaf && n - k >= minSamplesLeaf) {
            const score = pairs / k + others / (n - k);
            if (score > best.score) best = { score, featureIndex, threshold: between(a, b) };
          }
          const inside = seen.get(y[row]) ?? 0;
          pairs += 2 * inside;
          others -= 2 * ((sizes.get(y[row]) ?? 0) - inside - 1);
          seen.set(y[row], inside + 1);
        });
      });
    }
    const { featureIndex, threshold } = best;
    if (featureIndex < 0) return { kind: 'leaf', value };
    const side = (isLeft: boolean) =>
      lists.map((list, f) =>
        list.filter((row) => X[row][featureIndex] <= threshold === isLeft).sort((i, j) => X[i][f] - X[j][f]),
      );
    const left = grow(side(true), depth + 1);
    const right = grow(side(false), depth + 1);
    return {
      kind: 'split',
      featureIndex,
      threshold,
      get left() {
        return left;
      },
      get right() {
        return right;
      },
    };
  };
  return grow(
    X[0].map((_, f) => [...X.keys()].sort((i, j) => X[i][f] - X[j][f])),
    0,
  );
};

/** Exact: scores as fractions of big integers; lists of values and classes, not of row numbers. */
const exact: Fit = (X, y, options) => {
  const { maxDepth, minSamplesLeaf } = validate(X, y, options);
  interface Item {
    readonly x: readonly number[];
    readonly label: number;
  }
  const items = X.map((x, i): Item => ({ x, label: y[i] }));
  const tally = (list: readonly Item[]) => {
    const counts = new Map<number, bigint>();
    for (const { label } of list) counts.set(label, (counts.get(label) ?? 0n) + 1n);
    return counts;
  };
  const grow = (lists: readonly (readonly Item[])[], depth: number): TreeNode => {
    const totals = tally(lists[0]);
    const n = BigInt(lists[0].length);
    const [[value]] = [...totals].sort(([a, p], [b, q]) => (p === q ? a - b : p > q ? -1 : 1));
    let best: { top: bigint; bottom: bigint; f: number; threshold: number } | undefined;
    if (totals.size > 1 && depth < maxDepth) {
      let all = 0n;
      for (const count of totals.values()) all += count ** 2n;
      for (const [f, list] of lists.entries()) {
        const lefts = new Map<number, bigint>();
        let [k, left, right] = [0n, 0n, all];
        let before: Item | undefined;
        for (const item of list) {
          if (before && before.x[f] !== item.x[f] && k >= minSamplesLeaf && n - k >= minSamplesLeaf) {
            const [top, bottom] = [left * (n - k) + right * k, k * (n - k)];
            if (!best || top * best.bottom > best.top * bottom)
              best = { top, bottom, f, threshold: between(before.x[f], item.x[f]) };
          }
          const inside = lefts.get(item.label) ?? 0n;
          left += 2n * inside + 1n;
          right -= 2n * ((totals.get(item.label) ?? 0n) - inside) - 1n;
          lefts.set(item.label, inside + 1n);
          k++;
          before = item;
        }
      }
    }
    if (!best) return { kind: 'leaf', value };
    const { f: featureIndex, threshold } = best;
    const halves = lists.map((list) => ({
      left: list.filter(({ x }) => x[featureIndex] <= threshold),
      right: list.filter(({ x }) => x[featureIndex] > threshold),
    }));
    const [left, right] = (['left', 'right'] as const).map((side) =>
      grow(
        halves.map((half) => half[side]),
        depth + 1,
      ),
    );
    return { kind: 'split', featureIndex, threshold, left, right };
  };
  return grow(
    X[0].map((_, f) => items.toSorted((p, q) => p.x[f] - q.x[f])),
    0,
  );
};

/** Short, with classes by number. */
const short: Fit = (X, y, o) => {
  const { maxDepth: D, minSamplesLeaf: m } = validate(X, y, o);
  const { classes, ids } = numbered(y);
  const go = (S: readonly (readonly number[])[], d: number): TreeNode => {
    const T = new Map<number, number>();
    for (const i of S[0]) T.set(ids[i], (T.get(ids[i]) ?? 0) + 1);
    const [w] = [...T].reduce((a, b) => ((b[1] - a[1] || a[0] - b[0]) > 0 ? b : a));
    const n = S[0].length;
    let [s, g, t] = [0, -1, 0];
    if (T.size > 1 && d < D)
      S.forEach((L, f) => {
        const C = new Map<number, number>();
        let l = 0;
        let r = [...T.values()].reduce((a, c) => a + c * c, 0);
        for (let k = 1; k < n; k++) {
          const [i, j] = [L[k - 1], L[k]];
          const c = C.get(ids[i]) ?? 0;
          l += 2 * c + 1;
          r -= 2 * ((T.get(ids[i]) ?? 0) - c) - 1;
          C.set(ids[i], c + 1);
          const v = l / k + r / (n - k);
          if (X[i][f] < X[j][f] && k >= m && n - k >= m && v > s) [s, g, t] = [v, f, between(X[i][f], X[j][f])];
        }
      });
    if (g < 0) return { kind: 'leaf', value: classes[w] };
    const side = (b: boolean) => S.map((L) => L.filter((i) => X[i][g] <= t === b));
    return { kind: 'split', featureIndex: g, threshold: t, left: go(side(true), d + 1), right: go(side(false), d + 1) };
  };
  return go(
    X[0].map((_, f) => [...y.keys()].sort((i, j) => X[i][f] - X[j][f])),
    0,
  );
};

export const answers: RightAnswer<typeof reference>[] = [
  {
    says: 'typed arrays divided in place through a buffer, with a stack of ranges',
    solution: { fitTreePresorted: inPlace },
  },
  { says: 'level by level, rows that know their node, lists never divided', solution: { fitTreePresorted: levelWise } },
  { says: 'linked lists and generators, counts under string keys', solution: { fitTreePresorted: linked } },
  {
    says: 'sorts again below the root what is sorted already, nodes with getters',
    solution: { fitTreePresorted: sortedAgain },
  },
  { says: 'exact, with fractions of big integers', solution: { fitTreePresorted: exact } },
  { says: 'short, with filters', solution: { fitTreePresorted: short } },
];
