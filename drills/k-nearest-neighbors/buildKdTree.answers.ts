import type { RightAnswer } from '../../src/index.ts';
import type { Asked } from './drill.ts';

type Row = readonly number[];
type Rows = readonly Row[];
/** A squared distance and an index. */
type Entry = readonly [number, number];

const compare = (a: Entry, b: Entry): number => a[0] - b[0] || a[1] - b[1];

const refuse = (reason: string): never => {
  throw new RangeError(reason);
};

function checkRows(X: Rows): void {
  if (X.length === 0) refuse('no rows');
  const nFeatures = X[0].length;
  if (nFeatures === 0) refuse('no features');
  for (const [i, row] of X.entries()) {
    if (row.length !== nFeatures) refuse(`row ${i} has ${row.length} features, row 0 has ${nFeatures}`);
    for (const value of row) if (!Number.isFinite(value)) refuse(`row ${i} has ${value}`);
  }
}

function checkQuery(nSamples: number, nFeatures: number, query: Row, k: number): void {
  if (query.length !== nFeatures) refuse(`a query of ${query.length} features`);
  if (!query.every((value) => Number.isFinite(value))) refuse('a query that is not finite');
  if (!Number.isInteger(k) || k < 1 || k > nSamples) refuse(`k = ${k}`);
}

const squared = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let f = 0; f < a.length; f++) sum += (a[f] - b[f]) ** 2;
  return sum;
};

/** The k best so far, as a sorted list: k is small. */
class Best {
  readonly entries: Entry[] = [];
  readonly #k: number;

  constructor(k: number) {
    this.#k = k;
  }

  get bound(): number {
    return this.entries.length < this.#k ? Infinity : this.entries[this.#k - 1][0];
  }

  add(entry: Entry): void {
    let [low, high] = [0, this.entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(this.entries[middle], entry) < 0) low = middle + 1;
      else high = middle;
    }
    this.entries.splice(low, 0, entry);
    if (this.entries.length > this.#k) this.entries.pop();
  }

  get indices(): number[] {
    return this.entries.map(([, index]) => index);
  }
}

/** A first-in, nearest-out queue. */
class Queue<T> {
  readonly #heap: [number, T][] = [];

  push(gap: number, item: T): void {
    const heap = this.#heap;
    let at = heap.push([gap, item]) - 1;
    while (at > 0 && heap[(at - 1) >> 1][0] > gap) {
      heap[at] = heap[(at - 1) >> 1];
      at = (at - 1) >> 1;
    }
    heap[at] = [gap, item];
  }

  pop(): [number, T] | undefined {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (!last || heap.length === 0) return top;
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && heap[child + 1][0] < heap[child][0]) child++;
      if (heap[child][0] >= last[0]) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = last;
    return top;
  }
}

/** Places low to high - 1, so that `middle` holds what belongs there: quickselect with three parts and a median of three. */
function select(order: Uint32Array, key: (i: number) => number, low: number, high: number, middle: number): void {
  let [from, to] = [low, high - 1];
  while (from < to) {
    const three = [key(order[from]), key(order[(from + to) >> 1]), key(order[to])].sort((a, b) => a - b);
    const pivot = three[1];
    let [below, at, above] = [from, from, to];
    while (at <= above) {
      const value = key(order[at]);
      if (value < pivot) {
        [order[at], order[below]] = [order[below], order[at]];
        below++;
        at++;
      } else if (value > pivot) {
        [order[at], order[above]] = [order[above], order[at]];
        above--;
      } else at++;
    }
    if (middle < below) to = below - 1;
    else if (middle > above) from = above + 1;
    else return;
  }
}

/** A kd-tree without nodes: the middle of each stretch of `order` is its root, stretches of 8 are leaves. */
class Implicit {
  readonly #points: Float64Array;
  readonly #order: Uint32Array;
  readonly #nFeatures: number;

  constructor(X: Rows) {
    checkRows(X);
    this.#nFeatures = X[0].length;
    this.#points = new Float64Array(X.length * this.#nFeatures);
    X.forEach((row, i) => {
      this.#points.set(row, i * this.#nFeatures);
    });
    this.#order = Uint32Array.from(X, (_, i) => i);
    const open = [[0, X.length, 0]];
    for (let stretch = open.pop(); stretch; stretch = open.pop()) {
      const [low, high, axis] = stretch;
      if (high - low <= 8) continue;
      const middle = (low + high) >> 1;
      select(this.#order, (i) => this.#points[i * this.#nFeatures + axis], low, high, middle);
      const next = (axis + 1) % this.#nFeatures;
      open.push([low, middle, next], [middle + 1, high, next]);
    }
  }

  query(query: Row, k: number): Uint32Array {
    checkQuery(this.#order.length, this.#nFeatures, query, k);
    const best = new Best(k);
    this.#visit(query, best, 0, this.#order.length, 0);
    return Uint32Array.from(best.indices);
  }

  #meet(query: Row, best: Best, at: number): void {
    const i = this.#order[at];
    const distance = squared(this.#points.subarray(i * this.#nFeatures, (i + 1) * this.#nFeatures), query);
    if (distance <= best.bound) best.add([distance, i]);
  }

  #visit(query: Row, best: Best, low: number, high: number, axis: number): void {
    if (high - low <= 8) {
      for (let at = low; at < high; at++) this.#meet(query, best, at);
      return;
    }
    const middle = (low + high) >> 1;
    const difference = query[axis] - this.#points[this.#order[middle] * this.#nFeatures + axis];
    const next = (axis + 1) % this.#nFeatures;
    this.#meet(query, best, middle);
    if (difference < 0) this.#visit(query, best, low, middle, next);
    else this.#visit(query, best, middle + 1, high, next);
    if (difference * difference > best.bound) return;
    if (difference < 0) this.#visit(query, best, middle + 1, high, next);
    else this.#visit(query, best, low, middle, next);
  }
}

/** A tree that is a function: each node encloses its row and its sides. */
type Visit = (query: Row, best: Best) => void;
type Ask = (query: Row, k: number) => number[];

function closures(X: Rows): Ask {
  checkRows(X);
  const nFeatures = X[0].length;
  const grow = (rows: readonly (readonly [Row, number])[], depth: number): Visit => {
    if (rows.length === 0) return () => undefined;
    const f = depth % nFeatures;
    const sorted = [...rows].sort(([a, i], [b, j]) => a[f] - b[f] || i - j);
    const middle = sorted.length >> 1;
    const [row, index] = sorted[middle];
    const [left, right] = [sorted.slice(0, middle), sorted.slice(middle + 1)].map((side) => grow(side, depth + 1));
    return (query, best) => {
      best.add([squared(row, query), index]);
      const [near, far] = query[f] <= row[f] ? [left, right] : [right, left];
      near(query, best);
      if ((query[f] - row[f]) ** 2 <= best.bound) far(query, best);
    };
  };
  const root = grow(
    X.map((row, i) => [[...row], i] as const),
    0,
  );
  return (query, k) => {
    checkQuery(X.length, nFeatures, query, k);
    const best = new Best(k);
    root(query, best);
    return best.indices;
  };
}

/** An octree of any number of features: a box is halved in each of them, until its rows are few or equal. */
interface Cell {
  readonly low: Row;
  readonly high: Row;
  readonly rows: readonly number[];
  readonly cells: readonly Cell[];
}

const gapOf = ({ low, high }: Pick<Cell, 'low' | 'high'>, query: Row): number => {
  let sum = 0;
  for (let f = 0; f < low.length; f++) sum += Math.max(low[f] - query[f], query[f] - high[f], 0) ** 2;
  return sum;
};

function cellOf(X: Rows, rows: readonly number[]): Cell {
  const low = [...X[rows[0]]];
  const high = [...low];
  for (const i of rows) {
    for (let f = 0; f < low.length; f++) {
      low[f] = Math.min(low[f], X[i][f]);
      high[f] = Math.max(high[f], X[i][f]);
    }
  }
  if (rows.length <= 4 || low.every((value, f) => value === high[f])) return { low, high, rows, cells: [] };
  const parts = new Map<string, number[]>();
  for (const i of rows) {
    const key = X[i].map((value, f) => (value - low[f] > high[f] - value ? 'h' : 'l')).join('');
    const part = parts.get(key);
    if (part) part.push(i);
    else parts.set(key, [i]);
  }
  return { low, high, rows: [], cells: Array.from(parts.values(), (part) => cellOf(X, part)) };
}

/** The rows, nearest first and the lower index first at equal distances, one at a time. */
function* ascending(X: Rows, root: Cell, query: Row): Generator<number, void, undefined> {
  const cells = new Queue<Cell>();
  const ready: Entry[] = []; // sorted, the nearest last
  cells.push(gapOf(root, query), root);
  for (let next = cells.pop(); next || ready.length > 0; next = cells.pop()) {
    while (ready.length > 0 && ready[ready.length - 1][0] < (next?.[0] ?? Infinity)) yield (ready.pop() as Entry)[1];
    if (!next) continue;
    const [, { rows, cells: inner }] = next;
    for (const cell of inner) cells.push(gapOf(cell, query), cell);
    if (rows.length === 0) continue;
    for (const i of rows) ready.push([squared(X[i], query), i]);
    ready.sort((a, b) => compare(b, a));
  }
}

/** A tree of vantage points: rows nearer to one than a radius, and those beyond. */
interface Vantage {
  readonly index: number;
  readonly radius: number;
  readonly inside: Vantage | undefined;
  readonly outside: Vantage | undefined;
}

const euclidean = (a: Row, b: Row): number => Math.hypot(...a.map((value, f) => value - b[f]));
/** More than distances are ever off by rounding, as a part of what they are. */
const SLACK = 1e-12;

class VantageTree {
  static #latest = 0;
  readonly id = ++VantageTree.#latest;
  readonly #X: Rows;
  readonly #root: Vantage | undefined;

  constructor(X: Rows) {
    checkRows(X);
    this.#X = X.map((row) => Object.freeze([...row]));
    this.#root = this.#grow([...X.keys()]);
  }

  #grow(rows: number[]): Vantage | undefined {
    const [index, ...others] = rows;
    if (index === undefined) return undefined;
    const far = others.map((i) => [euclidean(this.#X[i], this.#X[index]), i] as const).sort(compare);
    const middle = far.length >> 1;
    return {
      index,
      radius: far[middle]?.[0] ?? 0,
      inside: this.#grow(far.slice(0, middle).map(([, i]) => i)),
      outside: this.#grow(far.slice(middle).map(([, i]) => i)),
    };
  }

  nearest(query: Row, k: number): number[] {
    checkQuery(this.#X.length, this.#X[0].length, query, k);
    const best = new Best(k);
    const visit = (node: Vantage | undefined): void => {
      if (!node) return;
      const distance = euclidean(this.#X[node.index], query);
      best.add([distance, node.index]);
      const reaches = (gap: number) => gap <= best.bound + SLACK * (distance + node.radius);
      const sides: [Vantage | undefined, number][] = [
        [node.inside, distance - node.radius],
        [node.outside, node.radius - distance],
      ];
      for (const [side, gap] of sides.sort((a, b) => a[1] - b[1])) if (reaches(gap)) visit(side);
    };
    visit(this.#root);
    return best.indices;
  }
}

/** Trees by number: what is handed around is the number. */
const trees = new Map<number, VantageTree>();

/** Everything in one array of numbers: nSamples, nFeatures, then index, left, right and the row of each node. */
function flat(X: Rows): Float64Array {
  checkRows(X);
  const [nSamples, nFeatures] = [X.length, X[0].length];
  const width = 3 + nFeatures;
  const tree = new Float64Array(2 + nSamples * width);
  tree.set([nSamples, nFeatures]);
  let free = 2;
  const grow = (rows: Uint32Array, f: number): number => {
    if (rows.length === 0) return 0;
    rows.sort((a, b) => X[a][f] - X[b][f]);
    const middle = rows.length >> 1;
    const at = free;
    free += width;
    tree.set(X[rows[middle]], at + 3);
    tree[at] = rows[middle];
    tree[at + 1] = grow(rows.subarray(0, middle), (f + 1) % nFeatures);
    tree[at + 2] = grow(rows.subarray(middle + 1), (f + 1) % nFeatures);
    return at;
  };
  grow(Uint32Array.from(X.keys()), 0);
  return tree;
}

function queryFlat(tree: Float64Array, query: Row, k: number): Float64Array {
  const [nSamples, nFeatures] = tree;
  checkQuery(nSamples, nFeatures, query, k);
  const best = new Best(k);
  const open: [at: number, f: number, gap: number][] = [[2, 0, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [at, f, gap] = next;
    if (at === 0 || gap > best.bound) continue;
    best.add([squared(tree.subarray(at + 3, at + 3 + nFeatures), query), tree[at]]);
    const difference = query[f] - tree[at + 3 + f];
    const [near, far] = difference < 0 ? [1, 2] : [2, 1];
    open.push([tree[at + far], (f + 1) % nFeatures, difference ** 2], [tree[at + near], (f + 1) % nFeatures, 0]);
  }
  return Float64Array.from(best.indices);
}

/** An R-tree of boxes, packed by sorting into strips: 6 boxes in each box. */
type Packed = Pick<Cell, 'low' | 'high'> & ({ readonly index: number } | { readonly boxes: readonly Packed[] });

function around(boxes: readonly Packed[]): Packed {
  const features = [...boxes[0].low.keys()];
  return {
    low: features.map((f) => boxes.reduce((least, { low }) => Math.min(least, low[f]), Infinity)),
    high: features.map((f) => boxes.reduce((most, { high }) => Math.max(most, high[f]), -Infinity)),
    boxes,
  };
}

function strips(boxes: Packed[], f: number): Packed[] {
  const FULL = 6;
  const nFeatures = boxes[0].low.length;
  const sorted = [...boxes].sort((a, b) => a.low[f] - b.low[f]);
  const nStrips = f + 1 < nFeatures ? Math.ceil((sorted.length / FULL) ** (1 / (nFeatures - f))) : 0;
  const size = nStrips > 0 ? Math.ceil(sorted.length / nStrips) : FULL;
  const parts: Packed[][] = [];
  for (let at = 0; at < sorted.length; at += size) parts.push(sorted.slice(at, at + size));
  return parts.flatMap((part) => (nStrips > 0 ? strips(part, f + 1) : [around(part)]));
}

function packed(X: Rows): { root: Packed; nSamples: number } {
  checkRows(X);
  let boxes: Packed[] = X.map((row, index) => ({ low: [...row], high: [...row], index }));
  do boxes = strips(boxes, 0);
  while (boxes.length > 1);
  return Object.freeze({ root: boxes[0], nSamples: X.length });
}

function queryPacked({ root, nSamples }: { root: Packed; nSamples: number }, query: Row, k: number): readonly number[] {
  checkQuery(nSamples, root.low.length, query, k);
  const best = new Best(k);
  const visit = (box: Packed): void => {
    if ('index' in box) {
      best.add([gapOf(box, query), box.index]);
      return;
    }
    const byGap = box.boxes.map((inner) => [gapOf(inner, query), inner] as const).sort((a, b) => a[0] - b[0]);
    for (const [gap, inner] of byGap) if (gap <= best.bound) visit(inner);
  };
  visit(root);
  return Object.freeze(best.indices);
}

export const answers: RightAnswer<Asked>[] = [
  {
    says: 'a kd-tree without nodes, in typed arrays, by quickselect, as a class with private fields',
    solution: {
      buildKdTree: (X) => new Implicit(X),
      queryKdTree: (tree: Implicit, query, k) => tree.query(query, k),
    },
  },
  {
    says: 'a tree that is a function of functions',
    solution: { buildKdTree: closures, queryKdTree: (tree: Ask, query, k) => tree(query, k) },
  },
  {
    says: 'an octree, read by a generator that gives the rows from the nearest on, in a frozen Map',
    solution: {
      buildKdTree(X) {
        checkRows(X);
        const copy = X.map((row) => [...row]);
        return Object.freeze(
          new Map<'X' | 'root', unknown>([
            ['X', copy],
            ['root', cellOf(copy, [...X.keys()])],
          ]),
        );
      },
      queryKdTree(tree: ReadonlyMap<'X' | 'root', unknown>, query, k) {
        const X = tree.get('X') as Rows;
        checkQuery(X.length, X[0].length, query, k);
        const rows = ascending(X, tree.get('root') as Cell, query);
        return Array.from({ length: k }, () => rows.next().value as number);
      },
    },
  },
  {
    says: 'a tree of vantage points with square roots; the tree is a number',
    solution: {
      buildKdTree(X) {
        const tree = new VantageTree(X);
        trees.set(tree.id, tree);
        return tree.id;
      },
      queryKdTree: (id: number, query, k) => trees.get(id)?.nearest(query, k) ?? [],
    },
  },
  {
    says: 'a tree that is one Float64Array, searched with a stack',
    solution: { buildKdTree: flat, queryKdTree: queryFlat },
  },
  {
    says: 'an R-tree packed in strips; frozen answers',
    solution: { buildKdTree: packed, queryKdTree: queryPacked },
  },
  {
    says: 'code golf: nested arrays',
    solution: {
      buildKdTree(X) {
        checkRows(X);
        type T = [Row, number, T, T] | 0;
        const g = (a: (readonly [Row, number])[], f: number): T => {
          const m = a.sort((p, q) => p[0][f] - q[0][f]).length >> 1;
          const h = (f + 1) % X[0].length;
          return a.length ? [...a[m], g(a.slice(0, m), h), g(a.slice(m + 1), h)] : 0;
        };
        return [
          g(
            X.map((x, i) => [[...x], i]),
            0,
          ),
          X.length,
          X[0].length,
        ];
      },
      queryKdTree([t, n, d]: [unknown, number, number], q, k) {
        checkQuery(n, d, q, k);
        type T = [Row, number, T, T] | 0;
        let b: Entry[] = [];
        const v = (u: T, f: number): void => {
          if (!u) return;
          const [x, i, l, r] = u;
          const w = q[f] - x[f];
          b = [...b, [squared(x, q), i] as const].sort(compare).slice(0, k);
          v(w < 0 ? l : r, (f + 1) % d);
          if (b.length < k || w * w <= b[k - 1][0]) v(w < 0 ? r : l, (f + 1) % d);
        };
        v(t as T, 0);
        return b.map(([, i]) => i);
      },
    },
  },
];
