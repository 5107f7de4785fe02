import type * as reference from '../../reference/k-nearest-neighbors/index.ts';
import type { RightAnswer } from '../../src/index.ts';

type Row = readonly number[];
type Rows = readonly Row[];
type Answer = RightAnswer<typeof reference>;

/** The reference declares a plain array where the question also allows a typed one. */
function asDeclared(result: ArrayLike<number>): number[] {
  return result as number[];
}

function refuse(reason: string): never {
  throw new RangeError(reason);
}

function validate(X: Rows, query: Row, k: number, y?: Row): void {
  if (X.length === 0) refuse('X is empty');
  const nFeatures = X[0].length;
  if (nFeatures === 0) refuse('rows have no features');
  if (query.length !== nFeatures) refuse('the query has another length than the rows');
  for (const row of [...X, query]) {
    if (row.length !== nFeatures) refuse('rows differ in length');
    if (!row.every(Number.isFinite)) refuse('a coordinate is not finite');
  }
  if (!Number.isInteger(k) || k < 1 || k > X.length) refuse('k is not an integer from 1 to nSamples');
  if (y && y.length !== X.length) refuse('not one label a row');
}

function squared(a: Row, b: Row): number {
  let sum = 0;
  for (let f = 0; f < a.length; f++) sum += (a[f] - b[f]) ** 2;
  return sum;
}

/** The label with the most votes, the smallest of them at a tie. */
function majority(labels: Iterable<number>): number {
  const votes = new Map<number, number>();
  for (const label of labels) votes.set(label, (votes.get(label) ?? 0) + 1);
  let winner = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const [label, count] of votes) {
    if (count > most || (count === most && label < winner)) {
      winner = label;
      most = count;
    }
  }
  return winner;
}

const functional: Answer = (() => {
  const kNearest = (X: Rows, query: Row, k: number): number[] => {
    validate(X, query, k);
    return X.map((row, index) => ({ index, far: row.reduce((sum, v, f) => sum + (v - query[f]) ** 2, 0) }))
      .toSorted((a, b) => a.far - b.far || a.index - b.index)
      .slice(0, k)
      .map(({ index }) => index);
  };
  const knnClassify = (X: Rows, y: Row, query: Row, k: number): number => {
    validate(X, query, k, y);
    const labels = kNearest(X, query, k).map((i) => y[i]);
    const count = (label: number) => labels.filter((other) => other === label).length;
    return labels.reduce((best, label) => {
      const lead = count(label) - count(best);
      return lead > 0 || (lead === 0 && label < best) ? label : best;
    });
  };
  return { says: 'functional, no loops', solution: { kNearest, knnClassify } };
})();

const typedArrays: Answer = (() => {
  /** Gives a view into the middle of a longer buffer. */
  const kNearest = (X: Rows, query: Row, k: number): number[] => {
    validate(X, query, k);
    const far = Float64Array.from(X, (row) => Math.sqrt(squared(row, query)));
    const padded = new Uint32Array(X.length + 3);
    const order = padded.subarray(3);
    for (let i = 0; i < order.length; i++) order[i] = i;
    order.sort((a, b) => far[a] - far[b] || a - b);
    return asDeclared(order.subarray(0, k));
  };
  /** Sorts the labels and takes the first of the longest runs. */
  const knnClassify = (X: Rows, y: Row, query: Row, k: number): number => {
    validate(X, query, k, y);
    const labels = Float64Array.from(kNearest(X, query, k), (i) => y[i]).sort();
    let winner = labels[0];
    let longest = 0;
    for (let start = 0, end = 0; start < k; start = end) {
      while (end < k && labels[end] === labels[start]) end++;
      if (end - start > longest) {
        longest = end - start;
        winner = labels[start];
      }
    }
    return winner;
  };
  return {
    says: 'typed arrays, square roots, runs of sorted labels, a view as result',
    solution: { kNearest, knnClassify },
  };
})();

const boundedHeap: Answer = (() => {
  class Candidate {
    readonly #distance: number;
    constructor(
      query: Row,
      row: Row,
      readonly index: number,
    ) {
      this.#distance = squared(row, query);
    }
    isFartherThan(other: Candidate): boolean {
      if (this.#distance !== other.#distance) return this.#distance > other.#distance;
      return this.index > other.index;
    }
  }

  /** The k nearest candidates offered so far, the farthest on top. */
  class Shortlist {
    readonly #heap: Candidate[] = [];
    readonly #capacity: number;
    constructor(capacity: number) {
      this.#capacity = capacity;
    }
    get size(): number {
      return this.#heap.length;
    }
    offer(candidate: Candidate): void {
      if (this.size < this.#capacity) {
        this.#heap.push(candidate);
        this.#up(this.size - 1);
      } else if (this.#heap[0].isFartherThan(candidate)) {
        this.#heap[0] = candidate;
        this.#down(0);
      }
    }
    drain(): number[] {
      const result = new Array<number>(this.size);
      while (this.size > 0) {
        const place = this.size - 1;
        result[place] = this.#heap[0].index;
        const last = this.#heap.pop() as Candidate;
        if (place > 0) {
          this.#heap[0] = last;
          this.#down(0);
        }
      }
      return result;
    }
    #swap(a: number, b: number): void {
      [this.#heap[a], this.#heap[b]] = [this.#heap[b], this.#heap[a]];
    }
    #up(from: number): void {
      for (let at = from; at > 0; ) {
        const parent = (at - 1) >> 1;
        if (!this.#heap[at].isFartherThan(this.#heap[parent])) return;
        this.#swap(at, parent);
        at = parent;
      }
    }
    #down(from: number): void {
      for (let at = from; ; ) {
        let top = at;
        for (const child of [2 * at + 1, 2 * at + 2]) {
          if (child < this.size && this.#heap[child].isFartherThan(this.#heap[top])) top = child;
        }
        if (top === at) return;
        this.#swap(at, top);
        at = top;
      }
    }
  }

  const kNearest = (X: Rows, query: Row, k: number): number[] => {
    validate(X, query, k);
    const shortlist = new Shortlist(k);
    X.forEach((row, i) => {
      shortlist.offer(new Candidate(query, row, i));
    });
    return shortlist.drain();
  };
  const knnClassify = (X: Rows, y: Row, query: Row, k: number): number => {
    validate(X, query, k, y);
    return majority(kNearest(X, query, k).map((i) => y[i]));
  };
  return { says: 'classes with private fields, a heap of the k best', solution: { kNearest, knnClassify } };
})();

const generators: Answer = (() => {
  /** Heapifies once, then yields the nearest that is left. */
  function* byNearness(far: readonly number[]): Generator<number, void> {
    const heap = far.map((_, i) => i);
    const before = (a: number, b: number) => far[a] < far[b] || (far[a] === far[b] && a < b);
    const sink = (start: number) => {
      let at = start;
      while (2 * at + 1 < heap.length) {
        let child = 2 * at + 1;
        if (child + 1 < heap.length && before(heap[child + 1], heap[child])) child++;
        if (!before(heap[child], heap[at])) return;
        [heap[at], heap[child]] = [heap[child], heap[at]];
        at = child;
      }
    };
    for (let at = heap.length >> 1; at >= 0; at--) sink(at);
    while (heap.length > 1) {
      yield heap[0];
      heap[0] = heap.pop() as number;
      sink(0);
    }
    yield heap[0];
  }
  function* take(source: Iterable<number>, count: number): Generator<number, void> {
    let left = count;
    for (const item of source) {
      yield item;
      if (--left === 0) return;
    }
  }
  function* lookUp(source: Iterable<number>, table: Row): Generator<number, void> {
    for (const i of source) yield table[i];
  }
  const nearest = (X: Rows, query: Row, k: number) =>
    take(byNearness(X.map((row) => Math.hypot(...row.map((v, f) => v - query[f])))), k);
  return {
    says: 'generators over a heap, Math.hypot',
    solution: {
      kNearest(X: Rows, query: Row, k: number) {
        validate(X, query, k);
        return [...nearest(X, query, k)];
      },
      knnClassify(X: Rows, y: Row, query: Row, k: number) {
        validate(X, query, k, y);
        return majority(lookUp(nearest(X, query, k), y));
      },
    },
  };
})();

const halves: Answer = (() => {
  type Found = { readonly i: number; readonly d: number };
  const merge = (left: readonly Found[], right: readonly Found[], k: number): Found[] => {
    const out: Found[] = [];
    let l = 0;
    let r = 0;
    while (out.length < k && (l < left.length || r < right.length)) {
      out.push(r === right.length || (l < left.length && left[l].d <= right[r].d) ? left[l++] : right[r++]);
    }
    return out;
  };
  const best = (X: Rows, query: Row, k: number, from: number, to: number): Found[] => {
    if (to - from === 1) return [{ i: from, d: squared(X[from], query) }];
    const middle = (from + to) >> 1;
    return merge(best(X, query, k, from, middle), best(X, query, k, middle, to), k);
  };
  const kNearest = (X: Rows, query: Row, k: number) => {
    validate(X, query, k);
    return asDeclared(Float64Array.from(best(X, query, k, 0, X.length), (found) => found.i));
  };
  const knnClassify = (X: Rows, y: Row, query: Row, k: number) => {
    validate(X, query, k, y);
    return majority(Array.from(kNearest(X, query, k), (i) => y[i]));
  };
  return {
    says: 'recursion on halves, merging their k best, a Float64Array as result',
    solution: { kNearest, knnClassify },
  };
})();

const radix: Answer = (() => {
  /** The bits of a double that is not negative order like the double: a stable pass for each of their 16-bit digits. */
  const kNearest = (X: Rows, query: Row, k: number): number[] => {
    validate(X, query, k);
    const far = Float64Array.from(X, (row) => squared(row, query));
    const bytes = new Uint8Array(far.buffer);
    let order = Int32Array.from(X, (_, i) => i);
    for (let byte = 0; byte < 8; byte++) {
      const starts = new Int32Array(257);
      for (const i of order) starts[bytes[8 * i + byte] + 1]++;
      for (let digit = 0; digit < 256; digit++) starts[digit + 1] += starts[digit];
      const next = new Int32Array(order.length);
      for (const i of order) next[starts[bytes[8 * i + byte]]++] = i;
      order = next;
    }
    return asDeclared(order.slice(0, k));
  };
  const knnClassify = (X: Rows, y: Row, query: Row, k: number): number => {
    validate(X, query, k, y);
    return majority(Array.from(kNearest(X, query, k), (i) => y[i]));
  };
  return { says: 'radix sort of the bytes of the distances', solution: { kNearest, knnClassify } };
})();

const passes: Answer = (() => {
  class BadInput extends RangeError {
    override readonly name = 'BadInput';
  }
  /** One scan for each neighbour: the nearest of those that come after the last one found. */
  const kNearest = (X: Rows, query: Row, k: number): number[] => {
    if (!(k >= 1 && k <= X.length && Math.floor(k) === k)) throw new BadInput();
    const far: number[] = [];
    for (const row of X) {
      if (row.length < 1 || row.length !== query.length) throw new BadInput();
      let sum = 0;
      for (let f = 0; f < row.length; f++) sum += (row[f] - query[f]) * (row[f] - query[f]);
      if (!(sum < Number.POSITIVE_INFINITY)) throw new BadInput();
      far.push(sum);
    }
    const found: number[] = [];
    let lastFar = -1;
    let lastIndex = -1;
    while (found.length < k) {
      let best = -1;
      for (let i = 0; i < far.length; i++) {
        const isLeft = far[i] > lastFar || (far[i] === lastFar && i > lastIndex);
        if (isLeft && (best < 0 || far[i] < far[best])) best = i;
      }
      found.push(best);
      lastFar = far[best];
      lastIndex = best;
    }
    return found;
  };
  const knnClassify = (X: Rows, y: Row, query: Row, k: number): number => {
    const found = kNearest(X, query, k);
    if (y.length !== X.length) throw new BadInput();
    let winner = y[found[0]];
    let most = 0;
    for (const i of found) {
      let votes = 0;
      for (const j of found) if (y[j] === y[i]) votes++;
      if (votes > most || (votes === most && y[i] < winner)) {
        most = votes;
        winner = y[i];
      }
    }
    return winner;
  };
  return {
    says: 'k scans, refusing through the distance, a subclass of RangeError',
    solution: { kNearest, knnClassify },
  };
})();

const exact: Answer = (() => {
  /** Exact to 2^-120. */
  const toBig = (value: number): bigint => BigInt(Math.floor(value * 2 ** 120));
  const dot = (a: readonly bigint[], b: readonly bigint[]) => a.reduce((sum, v, f) => sum + v * b[f], 0n);
  const kNearest = (X: Rows, query: Row, k: number): number[] => {
    validate(X, query, k);
    const q = query.map(toBig);
    const qq = dot(q, q);
    const far = X.map((row) => {
      const x = row.map(toBig);
      return dot(x, x) - 2n * dot(x, q) + qq;
    });
    const order = Array.from(far.keys()).sort((a, b) => (far[a] < far[b] ? -1 : far[a] > far[b] ? 1 : a - b));
    return asDeclared(Object.freeze(order.slice(0, k)));
  };
  const knnClassify = (X: Rows, y: Row, query: Row, k: number): number => {
    validate(X, query, k, y);
    const votes: Record<string, number> = {};
    for (const i of kNearest(X, query, k)) votes[y[i]] = (votes[y[i]] || 0) + 1;
    const most = Object.values(votes).reduce((a, b) => Math.max(a, b));
    const leaders = Object.keys(votes).filter((label) => votes[label] === most);
    return leaders.map(Number).sort((a, b) => a - b)[0];
  };
  return {
    says: 'the expanded square in exact BigInt, object keys for votes, a frozen array as result',
    solution: { kNearest, knnClassify },
  };
})();

const buckets: Answer = (() => {
  /** Indices by distance; each bucket fills in order of index. */
  const kNearest = (X: Rows, query: Row, k: number): number[] => {
    validate(X, query, k);
    const rings = new Map<string, number[]>();
    for (const [i, row] of X.entries()) {
      const key = JSON.stringify(squared(row, query));
      const ring = rings.get(key);
      if (ring) ring.push(i);
      else rings.set(key, [i]);
    }
    const found = new Set<number>();
    const byRadius = Array.from(rings, ([key, ring]) => ({ radius: Number(key), ring }));
    for (const { ring } of byRadius.sort((a, b) => a.radius - b.radius)) {
      for (const i of ring) if (found.size < k) found.add(i);
      if (found.size === k) break;
    }
    return Array.from(found);
  };
  const knnClassify = (X: Rows, y: Row, query: Row, k: number): number => {
    validate(X, query, k, y);
    const voters = new Map<string, Set<number>>();
    for (const i of kNearest(X, query, k)) {
      const key = `label ${y[i]}`;
      voters.set(key, (voters.get(key) ?? new Set()).add(i));
    }
    const [[key]] = [...voters].sort(
      ([a, va], [b, vb]) => vb.size - va.size || Number(a.slice(6)) - Number(b.slice(6)),
    );
    return Number(key.slice(6));
  };
  return { says: 'Map of rings by string keys, Set of the found', solution: { kNearest, knnClassify } };
})();

const golf: Answer = (() => {
  const n = (X: Rows, q: Row, k: number, y: Row = X.map(() => 0)) => {
    const d = X.map((r) => (r.length && r.length === q.length ? r.reduce((s, v, j) => s + (v - q[j]) ** 2, 0) : NaN));
    if (!d.every(Number.isFinite) || y.length - d.length || !(k in [0, ...d]) || !k) throw RangeError();
    return [...d.keys()].sort((a, b) => d[a] - d[b]).slice(0, k);
  };
  return {
    says: 'code golf: `in` to refuse k, a stable sort for ties, RangeError without new',
    solution: {
      kNearest: (X: Rows, q: Row, k: number) => n(X, q, k),
      knnClassify: (X: Rows, y: Row, q: Row, k: number) => {
        const l = n(X, q, k, y).map((i) => y[i]);
        const c = (v: number) => l.filter((w) => w === v).length;
        return l.sort((a, b) => c(b) - c(a) || a - b)[0];
      },
    },
  };
})();

const bisection: Answer = (() => {
  /** Bisects the bits of the k-th smallest squared distance, then takes all nearer rows and the first at that distance. */
  const kNearest = (X: Rows, query: Row, k: number): number[] => {
    validate(X, query, k);
    const far = X.map((row) => squared(row, query));
    const bits = new BigUint64Array(1);
    const value = new Float64Array(bits.buffer);
    let low = 0n;
    let high = 0x7ff0000000000000n;
    while (low < high) {
      const middle = (low + high) >> 1n;
      bits[0] = middle;
      const radius = value[0];
      let inside = 0;
      for (const d of far) if (d <= radius) inside++;
      if (inside >= k) high = middle;
      else low = middle + 1n;
    }
    bits[0] = low;
    const radius = value[0];
    const chosen: number[] = [];
    for (let i = 0; i < far.length; i++) if (far[i] < radius) chosen.push(i);
    for (let i = 0; chosen.length < k; i++) if (far[i] === radius) chosen.push(i);
    return asDeclared(Uint32Array.from(chosen.sort((a, b) => far[a] - far[b])));
  };
  const knnClassify = (X: Rows, y: Row, query: Row, k: number): number => {
    validate(X, query, k, y);
    return majority(Array.from(kNearest(X, query, k), (i) => y[i]));
  };
  return { says: 'bisection of the radius, no sort of all rows', solution: { kNearest, knnClassify } };
})();

const defensive: Answer = (() => {
  type Problem = string | undefined;
  const problemWithRow = (row: unknown, nFeatures: number, what: string): Problem => {
    if (!Array.isArray(row)) return `${what} is no array`;
    if (row.length === 0) return `${what} has no features`;
    if (row.length !== nFeatures) return `${what} has ${row.length} features instead of ${nFeatures}`;
    for (let f = 0; f < row.length; f++) {
      const value: unknown = row[f];
      if (typeof value !== 'number' || Number.isNaN(value) || Math.abs(value) === Number.POSITIVE_INFINITY) {
        return `${what} has ${String(value)} at feature ${f}`;
      }
    }
    return undefined;
  };
  const problemWith = (X: Rows, query: Row, k: number): Problem => {
    if (!Array.isArray(X) || X.length === 0) return 'X has no rows';
    if (typeof k !== 'number' || !Number.isSafeInteger(k)) return `k is ${k}, not an integer`;
    if (k < 1 || k > X.length) return `k is ${k}, not from 1 to ${X.length}`;
    for (let i = 0; i < X.length; i++) {
      const problem = problemWithRow(X[i], query.length, `row ${i}`);
      if (problem !== undefined) return problem;
    }
    return problemWithRow(query, X[0].length, 'the query');
  };
  const insist = (problem: Problem): void => {
    if (problem !== undefined) throw new RangeError(`k-nearest neighbours: ${problem}.`);
  };
  /** Works on copies, and keeps a list of the k best in which each row takes its place. */
  const kNearest = (X: Rows, query: Row, k: number): number[] => {
    insist(problemWith(X, query, k));
    const rows = X.map((row) => row.slice());
    const origin = Object.freeze([...query]);
    const list: { index: number; distance: number }[] = [];
    for (let index = 0; index < rows.length; index++) {
      const distance = Math.sqrt(squared(rows[index], origin));
      let place = list.length;
      while (place > 0 && list[place - 1].distance > distance) place--;
      if (place < k) {
        list.splice(place, 0, { index, distance });
        if (list.length > k) list.pop();
      }
    }
    return list.map((entry) => entry.index);
  };
  const knnClassify = (X: Rows, y: Row, query: Row, k: number): number => {
    insist(problemWith(X, query, k));
    insist(y.length === X.length ? undefined : `${y.length} labels for ${X.length} rows`);
    const labels = [...y];
    const tally: { label: number; votes: number }[] = [];
    for (const index of kNearest(X, query, k)) {
      const entry = tally.find((other) => other.label === labels[index]);
      if (entry === undefined) tally.push({ label: labels[index], votes: 1 });
      else entry.votes += 1;
    }
    tally.sort((a, b) => (a.votes === b.votes ? a.label - b.label : b.votes - a.votes));
    return tally[0].label;
  };
  return { says: 'defensive and verbose, a sorted list of the k best', solution: { kNearest, knnClassify } };
})();

const medianOfMedians: Answer = (() => {
  type Item = { readonly d: number; readonly i: number };
  const compare = (a: Item, b: Item) => a.d - b.d || a.i - b.i;
  const sorted = (items: readonly Item[]) => [...items].sort(compare);
  const medianOf = (items: readonly Item[]) => sorted(items)[items.length >> 1];
  const inFives = (items: readonly Item[]) =>
    Array.from({ length: Math.ceil(items.length / 5) }, (_, g) => items.slice(5 * g, 5 * g + 5));
  const kth = (items: readonly Item[], k: number): Item => {
    if (items.length <= 10) return sorted(items)[k - 1];
    const medians = inFives(items).map(medianOf);
    const pivot = kth(medians, (medians.length + 1) >> 1);
    const nearer = items.filter((item) => compare(item, pivot) < 0);
    if (k <= nearer.length) return kth(nearer, k);
    if (k === nearer.length + 1) return pivot;
    const farther = items.filter((item) => compare(item, pivot) > 0);
    return kth(farther, k - nearer.length - 1);
  };
  const nearest = (items: readonly Item[], k: number) => {
    const last = kth(items, k);
    return sorted(items.filter((item) => compare(item, last) <= 0));
  };
  const toItems = (X: Rows, query: Row): Item[] => X.map((row, i) => ({ d: squared(row, query), i }));
  const kNearest = (X: Rows, query: Row, k: number) => {
    validate(X, query, k);
    return nearest(toItems(X, query), k).map((item) => item.i);
  };
  const knnClassify = (X: Rows, y: Row, query: Row, k: number) => {
    validate(X, query, k, y);
    return majority(kNearest(X, query, k).map((i) => y[i]));
  };
  return { says: 'many small helpers, median of medians', solution: { kNearest, knnClassify } };
})();

export const answers: Answer[] = [
  functional,
  golf,
  generators,
  defensive,
  boundedHeap,
  typedArrays,
  radix,
  bisection,
  halves,
  medianOfMedians,
  passes,
  exact,
  buckets,
];
