import type { RightAnswer } from '../../src/index.ts';
import type { Asked } from './drill.ts';

type Row = readonly number[];
type Create = Asked['createNearest'];
/** A distance and an index. */
type Entry = readonly [number, number];

const squared = (a: Row, b: Row): number => {
  let sum = 0;
  for (let f = 0; f < a.length; f++) sum += (a[f] - b[f]) * (a[f] - b[f]);
  return sum;
};

const compare = (a: Entry, b: Entry): number => a[0] - b[0] || a[1] - b[1];

function checkArguments(query: Row, k: number): void {
  if (query.length === 0) throw new RangeError('the query has no features');
  if (!query.every((value) => Number.isFinite(value)))
    throw new RangeError('the query has a coordinate that is not finite');
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`k is ${k}`);
}

function checkRow(row: Row, nFeatures: number): void {
  if (row.length !== nFeatures) throw new RangeError(`${row.length} features instead of ${nFeatures}`);
  if (!row.every((value) => Number.isFinite(value))) throw new RangeError('a coordinate that is not finite');
}

/** What is refused, with a name of its own. */
class NeighbourError extends RangeError {
  override name = 'NeighbourError';
}

/** A binary heap in two parallel typed arrays that double when they are full; the worst is on top. */
class TypedHeap {
  readonly #query: Float64Array;
  readonly #k: number;
  #distances = new Float64Array(4);
  #indices = new Float64Array(4);
  #size = 0;

  constructor(query: Row, k: number) {
    if (!(query.length > 0 && query.every(Number.isFinite))) throw new NeighbourError('query');
    if (!Number.isInteger(k) || k <= 0) throw new NeighbourError('k');
    this.#query = Float64Array.from(query);
    this.#k = k;
  }

  push(row: Row, index: number): void {
    if (row.length !== this.#query.length) throw new NeighbourError('length');
    let distance = 0;
    for (let f = 0; f < row.length; f++) distance += (row[f] - this.#query[f]) ** 2;
    if (!Number.isFinite(distance)) throw new NeighbourError('coordinate'); // no finite coordinate overflows: all are up to 1e8
    if (this.#size < this.#k) {
      if (this.#size === this.#distances.length) this.#grow();
      this.#rise(this.#size++, distance, index);
    } else if (this.#isWorse(0, distance, index)) this.#sink(this.#size, distance, index);
  }

  result(): Float64Array {
    const order = Uint32Array.from({ length: this.#size }, (_, at) => at);
    order.sort((a, b) => this.#distances[a] - this.#distances[b] || this.#indices[a] - this.#indices[b]);
    return Float64Array.from(order, (at) => this.#indices[at]);
  }

  #isWorse(at: number, distance: number, index: number): boolean {
    return this.#distances[at] > distance || (this.#distances[at] === distance && this.#indices[at] > index);
  }

  #grow(): void {
    const [distances, indices] = [this.#distances, this.#indices];
    this.#distances = new Float64Array(2 * distances.length);
    this.#indices = new Float64Array(2 * indices.length);
    this.#distances.set(distances);
    this.#indices.set(indices);
  }

  #put(at: number, distance: number, index: number): void {
    this.#distances[at] = distance;
    this.#indices[at] = index;
  }

  #rise(from: number, distance: number, index: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (this.#isWorse(parent, distance, index)) break;
      this.#put(at, this.#distances[parent], this.#indices[parent]);
      at = parent;
    }
    this.#put(at, distance, index);
  }

  #sink(size: number, distance: number, index: number): void {
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && this.#isWorse(child + 1, this.#distances[child], this.#indices[child])) child++;
      if (!this.#isWorse(child, distance, index)) break;
      this.#put(at, this.#distances[child], this.#indices[child]);
      at = child;
    }
    this.#put(at, distance, index);
  }
}

/** A buffer of up to 2k rows that is sorted and cut when it is full. */
const buffered: Create = (query, k) => {
  checkArguments(query, k);
  let buffer: Entry[] = [];
  const cut = () => {
    buffer = buffer.sort(compare).slice(0, k);
    return buffer;
  };
  return {
    push: (row, index) => {
      checkRow(row, query.length);
      if (buffer.push([squared(row, query), index]) >= 2 * k) cut();
    },
    result: () => cut().map(([, index]) => index),
  };
};

/** A leftist heap that is never changed: each push makes a new one. */
interface Leftist {
  readonly top: Entry;
  readonly rank: number;
  readonly left: Leftist | undefined;
  readonly right: Leftist | undefined;
}

function merge(a: Leftist | undefined, b: Leftist | undefined): Leftist | undefined {
  if (!a || !b) return a ?? b;
  const [upper, lower] = compare(a.top, b.top) > 0 ? [a, b] : [b, a];
  const merged = merge(upper.right, lower);
  const [left, right] = (upper.left?.rank ?? 0) >= (merged?.rank ?? 0) ? [upper.left, merged] : [merged, upper.left];
  return Object.freeze({ top: upper.top, rank: (right?.rank ?? 0) + 1, left, right });
}

const persistent: Create = (query, k) => {
  checkArguments(query, k);
  let state: { heap: Leftist | undefined; size: number } = { heap: undefined, size: 0 };
  return Object.freeze({
    push(row: Row, index: number) {
      checkRow(row, query.length);
      const single: Leftist = { top: [squared(row, query), index], rank: 1, left: undefined, right: undefined };
      const heap = merge(state.heap, single);
      state = state.size < k ? { heap, size: state.size + 1 } : { heap: merge(heap?.left, heap?.right), size: k };
    },
    result() {
      const found: number[] = [];
      for (let heap = state.heap; heap; heap = merge(heap.left, heap.right)) found.push(heap.top[1]);
      return found.reverse();
    },
  });
};

/** Sorted runs of 1, 2, 4, ... rows, as in a binary counter; none keeps more than k. */
class Runs {
  readonly query: Row;
  readonly k: number;
  readonly runs: Entry[][] = [];

  constructor(query: Row, k: number) {
    checkArguments(query, k);
    this.query = [...query];
    this.k = k;
  }

  push(row: Row, index: number): void {
    checkRow(row, this.query.length);
    let run: Entry[] = [[Math.hypot(...row.map((value, f) => value - this.query[f])), index]];
    let level = 0;
    while ((this.runs[level]?.length ?? 0) > 0) {
      run = this.merged(this.runs[level], run);
      this.runs[level] = [];
      if (2 ** level < this.k)
        level++; // a run of k rows stays where it is
      else break;
    }
    this.runs[level] = run;
  }

  merged(a: readonly Entry[], b: readonly Entry[]): Entry[] {
    const run: Entry[] = [];
    for (let i = 0, j = 0; run.length < this.k && (i < a.length || j < b.length); ) {
      run.push(j === b.length || (i < a.length && compare(a[i], b[j]) < 0) ? a[i++] : b[j++]);
    }
    return run;
  }

  get result(): () => number[] {
    return () => this.runs.reduce((a, b) => this.merged(a, b), []).map(([, index]) => index);
  }
}

/** A treap whose priorities are the indices, mixed; no recursion deeper than a few logarithms. */
interface Treap {
  readonly entry: Entry;
  readonly priority: number;
  left: Treap | undefined;
  right: Treap | undefined;
}

/** The rows before the entry, and those after it. */
function split(treap: Treap | undefined, entry: Entry): [Treap | undefined, Treap | undefined] {
  if (!treap) return [undefined, undefined];
  if (compare(treap.entry, entry) < 0) {
    const [left, right] = split(treap.right, entry);
    treap.right = left;
    return [treap, right];
  }
  const [left, right] = split(treap.left, entry);
  treap.left = right;
  return [left, treap];
}

function insert(treap: Treap | undefined, added: Treap): Treap {
  if (!treap) return added;
  if (added.priority > treap.priority) {
    [added.left, added.right] = split(treap, added.entry);
    return added;
  }
  if (compare(added.entry, treap.entry) < 0) treap.left = insert(treap.left, added);
  else treap.right = insert(treap.right, added);
  return treap;
}

function* inOrder(treap: Treap | undefined): Generator<Entry> {
  const path: Treap[] = [];
  for (let at = treap; at || path.length > 0; ) {
    for (; at; at = at.left) path.push(at);
    const node = path.pop();
    if (node) yield node.entry;
    at = node?.right;
  }
}

function withTreap(query: Row, k: number): ReturnType<Create> {
  checkArguments(query, k);
  let root: Treap | undefined;
  let size = 0;
  let seed = 1;
  return {
    push(row, index) {
      checkRow(row, query.length);
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      root = insert(root, { entry: [squared(row, query), index], priority: seed, left: undefined, right: undefined });
      if (++size <= k) return;
      size--;
      let parent: Treap | undefined;
      let worst: Treap = root;
      while (worst.right) {
        parent = worst;
        worst = worst.right;
      }
      if (parent) parent.right = worst.left;
      else root = worst.left;
    },
    result: () => Array.from(inOrder(root), ([, index]) => index),
  };
}

/** Keys of 128 bits: a distance is 0 or more, so its bits are in order as a whole number; below them the index. */
const view = new DataView(new ArrayBuffer(8));
function keyOf(distance: number, index: number): bigint {
  view.setFloat64(0, Math.sqrt(distance));
  return (view.getBigUint64(0) << 64n) | BigInt(index);
}

/** A pairing heap of whole numbers. */
type Pairing = { key: bigint; children: Pairing[] };
const link = (a: Pairing, b: Pairing): Pairing => {
  const [upper, lower] = a.key > b.key ? [a, b] : [b, a];
  upper.children.push(lower);
  return upper;
};

function* neighbours(query: Row, k: number): Generator<Pairing | undefined, never, readonly [Row, number]> {
  let heap: Pairing | undefined;
  for (let size = 1; ; size++) {
    const [row, index]: readonly [Row, number] = yield heap;
    const single: Pairing = { key: keyOf(squared(row, query), index), children: [] };
    heap = heap ? link(heap, single) : single;
    if (size <= k) continue;
    let pairs = heap.children;
    while (pairs.length > 1) {
      pairs = pairs.flatMap((pair, at) => {
        if (at % 2 === 1) return [];
        return [at + 1 < pairs.length ? link(pair, pairs[at + 1]) : pair];
      });
    }
    heap = pairs[0];
  }
}

function keys(heap: Pairing | undefined): bigint[] {
  const found: bigint[] = [];
  const open = heap ? [heap] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    found.push(node.key);
    for (const child of node.children) open.push(child);
  }
  return found;
}

const withGenerator: Create = (query, k) => {
  checkArguments(query, k);
  const state = neighbours(Array.from(query), k);
  let heap = state.next().value;
  return {
    push(row, index) {
      checkRow(row, query.length);
      heap = state.next([row, index]).value;
    },
    result: () => {
      const sorted = keys(heap).sort((a, b) => (a < b ? -1 : 1));
      return sorted.map((key) => Number(BigInt.asUintN(64, key)));
    },
  };
};

/** A list with a method of its own. */
class Indices extends Array<number> {
  get nearest(): number | undefined {
    return this[0];
  }
}

/** A tournament: the leaves are the k neighbours, each inner node knows the place of the worse of two. */
class Tournament {
  private readonly query: Row;
  private readonly k: number;
  private readonly leaves: Entry[] = [];
  private winners: number[] = [];
  private width = 1;

  constructor(query: Row, k: number) {
    checkArguments(query, k);
    this.query = query;
    this.k = k;
  }

  push(row: Row, index: number): void {
    checkRow(row, this.query.length);
    const entry: Entry = [squared(row, this.query), index];
    const worst = this.winners[1] ?? 0;
    if (this.leaves.length < this.k) {
      this.leaves.push(entry);
      if (this.leaves.length > this.width) this.rebuild();
      else this.replay(this.leaves.length - 1);
    } else if (compare(entry, this.leaves[worst]) < 0) {
      this.leaves[worst] = entry;
      this.replay(worst);
    }
  }

  result(): Indices {
    return Indices.from([...this.leaves].sort(compare), ([, index]) => index) as Indices;
  }

  private worse(a: number, b: number): number {
    if (a >= this.leaves.length || b >= this.leaves.length) return Math.min(a, b);
    return compare(this.leaves[a], this.leaves[b]) > 0 ? a : b;
  }

  private winner(node: number): number {
    return node >= this.width ? node - this.width : this.winners[node];
  }

  private replay(leaf: number): void {
    for (let node = (leaf + this.width) >> 1; node >= 1; node >>= 1) {
      this.winners[node] = this.worse(this.winner(2 * node), this.winner(2 * node + 1));
    }
  }

  private rebuild(): void {
    this.width *= 2;
    this.winners = new Array(this.width).fill(0);
    for (let node = this.width - 1; node >= 1; node--) {
      this.winners[node] = this.worse(this.winner(2 * node), this.winner(2 * node + 1));
    }
  }
}

/** Everything is checked, copied and frozen. */
function defensive(query: Row, k: number): ReturnType<Create> {
  const refuse = (reason: string): never => {
    throw new RangeError(reason, { cause: { query, k } });
  };
  const copied = (row: Row): Row =>
    Object.freeze(Array.from(row, (value) => (Number.isFinite(value) ? value : refuse('not finite'))));
  const center = query.length === 0 ? refuse('no features') : copied(query);
  if (!Number.isInteger(k) || k < 1) refuse('k');
  const inner = new TypedHeap(center, k);
  return Object.freeze(
    Object.assign(Object.create(null), {
      push: (row: Row, index: number) => {
        if (row.length !== center.length) refuse('length');
        inner.push(copied(row), index);
      },
      result: () => Object.freeze(Array.from(inner.result())),
    }),
  );
}

export const answers: RightAnswer<Asked>[] = [
  {
    says: 'a heap in typed arrays, as a class with private fields; results are Float64Arrays',
    solution: { createNearest: (query, k) => new TypedHeap(query, k) },
  },
  { says: 'a buffer of 2k rows that is sorted and cut when it is full', solution: { createNearest: buffered } },
  {
    says: 'functional: a leftist heap that never changes, in a frozen object',
    solution: { createNearest: persistent },
  },
  {
    says: 'sorted runs as in a binary counter, with Math.hypot; `result` is a getter that gives a function',
    solution: { createNearest: (query, k) => new Runs(query, k) },
  },
  { says: 'a treap, read by a generator', solution: { createNearest: withTreap } },
  {
    says: 'a generator with a pairing heap of BigInts, whose bits are distance and index',
    solution: { createNearest: withGenerator },
  },
  {
    says: 'a tournament tree that grows; results are instances of a subclass of Array',
    solution: { createNearest: (query, k) => new Tournament(query, k) },
  },
  {
    says: 'defensive: an object without a prototype, frozen results, errors with a cause',
    solution: { createNearest: defensive },
  },
  {
    says: 'code golf: cut when over 2k',
    solution: {
      createNearest(q, k) {
        const f = (b: boolean) => {
          if (b) throw RangeError();
        };
        f(!q.length || !q.every(Number.isFinite) || !(k > 0) || k % 1 !== 0);
        let a: number[][] = [];
        const s = () => {
          a = a.sort((x, y) => x[0] - y[0] || x[1] - y[1]).slice(0, k);
          return a.map((x) => x[1]);
        };
        return {
          push(r, i) {
            f(r.length !== q.length || !r.every(Number.isFinite));
            if (a.push([Math.sqrt(r.reduce((t, v, j) => t + (v - q[j]) ** 2, 0)), i]) > 2 * k) s();
          },
          result: s,
        };
      },
    },
  },
];
