import type * as reference from '../../reference/decision-tree-learning/index.ts';
import type { RightAnswer } from '../../src/index.ts';

type BestSplit = typeof reference.bestSplit;
type X = Parameters<BestSplit>[0];
type Y = Parameters<BestSplit>[1];
type Found = NonNullable<ReturnType<BestSplit>>;

class InvalidDataError extends RangeError {
  override readonly name = 'InvalidDataError';
}

function validate(X: X, y: Y): void {
  const width = X[0]?.length ?? 0;
  if (width === 0 || y.length !== X.length) throw new InvalidDataError();
  for (let i = 0; i < X.length; i++) {
    if (X[i].length !== width || !Number.isFinite(y[i])) throw new InvalidDataError(`row ${i}`);
    for (let f = 0; f < width; f++) {
      if (!Number.isFinite(X[i][f])) throw new InvalidDataError(`X[${i}][${f}]`);
    }
  }
}

/** Halves first, so that nothing overflows. */
function between(a: number, b: number): number {
  const middle = a / 2 + b / 2;
  return middle < a || middle >= b ? a : middle;
}

const pairs = <T>(items: readonly T[]): [T, T][] => items.slice(1).map((item, i) => [items[i], item]);

const tally = (labels: readonly number[]): Map<number, number> =>
  labels.reduce((counts, label) => counts.set(label, (counts.get(label) ?? 0) + 1), new Map<number, number>());

/** Sums of squared class counts of all prefixes: the i-th is that of the first i labels. */
function* prefixSquares(labels: Iterable<number>): Generator<number, void, undefined> {
  const counts = new Map<number, number>();
  let squares = 0;
  yield squares;
  for (const label of labels) {
    const count = counts.get(label) ?? 0;
    counts.set(label, count + 1);
    squares += 2 * count + 1;
    yield squares;
  }
}

const functional: BestSplit = (X, y) => {
  validate(X, y);
  const n = X.length;
  const gini = (squares: number, m: number) => 1 - squares / m / m;
  const total = gini(
    [...tally(y).values()].reduce((sum, count) => sum + count ** 2, 0),
    n,
  );
  const candidates = X[0].flatMap((_, featureIndex): Found[] => {
    const rows = X.map((row, i) => ({ value: row[featureIndex], label: y[i] })).sort((p, q) => p.value - q.value);
    const labels = rows.map(({ label }) => label);
    const forward = [...prefixSquares(labels)];
    const backward = [...prefixSquares(labels.toReversed())];
    return pairs(rows).flatMap(([{ value: a }, { value: b }], i) =>
      a === b
        ? []
        : [
            {
              featureIndex,
              threshold: between(a, b),
              impurityDecrease:
                total -
                ((i + 1) / n) * gini(forward[i + 1], i + 1) -
                ((n - i - 1) / n) * gini(backward[n - i - 1], n - i - 1),
            },
          ],
    );
  });
  return candidates.reduce<Found | null>(
    (best, candidate) => (best && best.impurityDecrease >= candidate.impurityDecrease ? best : candidate),
    null,
  );
};

const typedArrays: BestSplit = (X, y) => {
  validate(X, y);
  const n = X.length;
  const distinct = Float64Array.from(new Set(y)).sort();
  const numbers = new Map(Array.from(distinct, (label, k) => [label, k]));
  const ids = Uint32Array.from(y, (label) => numbers.get(label) ?? 0);
  const totals = new Float64Array(distinct.length);
  for (const id of ids) totals[id]++;
  const all = totals.reduce((sum, count) => sum + count * count, 0);
  const column = new Float64Array(n);
  const best = { featureIndex: -1, threshold: Number.NaN, impurityDecrease: Number.NEGATIVE_INFINITY };
  for (let f = 0; f < X[0].length; f++) {
    for (let i = 0; i < n; i++) column[i] = X[i][f];
    const order = Uint32Array.from(column.keys()).sort((i, j) => column[i] - column[j]);
    const lefts = new Float64Array(totals.length);
    let left = 0;
    let right = all;
    for (let k = 1; k < n; k++) {
      const id = ids[order[k - 1]];
      right -= 2 * (totals[id] - lefts[id]) - 1;
      left += 2 * lefts[id]++ + 1;
      const a = column[order[k - 1]];
      const b = column[order[k]];
      if (a === b) continue;
      const impurityDecrease = left / n / k + right / n / (n - k) - all / n / n;
      if (impurityDecrease > best.impurityDecrease) {
        Object.assign(best, { featureIndex: f, threshold: between(a, b), impurityDecrease });
      }
    }
  }
  return best.featureIndex < 0 ? null : best;
};

/** The counts of some rows, with the number of pairs of rows that differ in class. */
class Bag {
  readonly #counts = new Map<number, number>();
  #size = 0;
  #differing = 0;

  add(label: number, times = 1): this {
    const count = this.#counts.get(label) ?? 0;
    this.#differing += times * (this.#size - count);
    this.#size += times;
    this.#counts.set(label, count + times);
    return this;
  }

  remove(label: number): this {
    return this.add(label, -1);
  }

  get size(): number {
    return this.#size;
  }

  /** The Gini impurity, times the number of rows. */
  get weight(): number {
    return this.#size === 0 ? 0 : (2 * this.#differing) / this.#size;
  }
}

class Candidate implements Found {
  readonly #a: number;
  readonly #b: number;

  constructor(
    readonly featureIndex: number,
    a: number,
    b: number,
    readonly impurityDecrease: number,
  ) {
    this.#a = a;
    this.#b = b;
  }

  get threshold(): number {
    const middle = (this.#a + this.#b) / 2;
    if (!Number.isFinite(middle)) return this.#a / 2 + this.#b / 2;
    return middle < this.#b ? middle : this.#a;
  }
}

const classes: BestSplit = (X, y) => {
  validate(X, y);
  const everything = new Bag();
  for (const label of y) everything.add(label);
  let best: Candidate | null = null;
  X[0].forEach((_, f) => {
    const order = X.map((row, i) => [row[f], y[i]] as const).sort(([a], [b]) => a - b);
    const left = new Bag();
    const right = new Bag();
    for (const label of y) right.add(label);
    for (let k = 1; k < order.length; k++) {
      const [a, label] = order[k - 1];
      const [b] = order[k];
      left.add(label);
      right.remove(label);
      if (a === b) continue;
      const decrease = (everything.weight - left.weight - right.weight) / y.length;
      if (best === null || decrease > best.impurityDecrease) best = new Candidate(f, a, b, decrease);
    }
  });
  return best;
};

interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Exact: left squares over nLeft plus right squares over nRight, compared as fractions of big integers. */
const exact: BestSplit = (X, y) => {
  validate(X, y);
  const n = BigInt(y.length);
  const totals = new Map<number, bigint>();
  for (const label of y) totals.set(label, (totals.get(label) ?? 0n) + 1n);
  let all = 0n;
  for (const count of totals.values()) all += count * count;
  let best: { featureIndex: number; threshold: number; score: Fraction } | undefined;
  for (const featureIndex of X[0].keys()) {
    const order = Array.from(X.keys()).sort((i, j) => Math.sign(X[i][featureIndex] - X[j][featureIndex]));
    const rights = new Map(totals);
    const lefts = new Map<number, bigint>();
    let [left, right] = [0n, all];
    order.slice(0, -1).forEach((row, k) => {
      const before = lefts.get(y[row]) ?? 0n;
      const after = rights.get(y[row]) ?? 0n;
      left += 2n * before + 1n;
      right -= 2n * after - 1n;
      lefts.set(y[row], before + 1n);
      rights.set(y[row], after - 1n);
      const [a, b] = [X[row][featureIndex], X[order[k + 1]][featureIndex]];
      if (!(a < b)) return;
      const m = BigInt(k + 1);
      const score = { numerator: left * (n - m) + right * m, denominator: m * (n - m) };
      if (!best || score.numerator * best.score.denominator > best.score.numerator * score.denominator) {
        best = { featureIndex, threshold: between(a, b), score };
      }
    });
  }
  if (!best) return null;
  const { score, ...split } = best;
  const numerator = score.numerator * n - all * score.denominator;
  return { ...split, impurityDecrease: Number(numerator) / Number(score.denominator) / Number(n * n) };
};

interface Group {
  readonly value: number;
  readonly counts: Map<string, number>;
}

/** The rows of each distinct value together, ascending. */
function groups(X: X, y: Y, featureIndex: number): Group[] {
  const found = new Map<number, Group>();
  X.forEach((row, i) => {
    const value = row[featureIndex];
    const group = found.get(value) ?? { value, counts: new Map() };
    found.set(value, group);
    const name = `class ${y[i]}`;
    group.counts.set(name, (group.counts.get(name) ?? 0) + 1);
  });
  return [...found.values()].sort((p, q) => (p.value < q.value ? -1 : 1));
}

function* candidates(X: X, y: Y): Generator<Found, void, undefined> {
  const n = y.length;
  const totals: Record<string, number> = Object.create(null);
  for (const label of y) totals[`class ${label}`] = (totals[`class ${label}`] ?? 0) + 1;
  const squares = Object.values(totals).reduce((sum, count) => sum + count * count, 0);
  for (const featureIndex of X[0].keys()) {
    const lefts: Record<string, number> = Object.create(null);
    let nLeft = 0;
    let left = 0;
    let right = squares;
    let last: number | undefined;
    for (const { value, counts } of groups(X, y, featureIndex)) {
      if (last !== undefined) {
        const nRight = n - nLeft;
        const impurityDecrease =
          1 - squares / n ** 2 - (nLeft / n) * (1 - left / nLeft ** 2) - (nRight / n) * (1 - right / nRight ** 2);
        yield { featureIndex, threshold: between(last, value), impurityDecrease };
      }
      for (const [name, count] of counts) {
        const before = lefts[name] ?? 0;
        left += (before + count) ** 2 - before ** 2;
        right += (totals[name] - before - count) ** 2 - (totals[name] - before) ** 2;
        lefts[name] = before + count;
        nLeft += count;
      }
      last = value;
    }
  }
}

const generators: BestSplit = (X, y) => {
  validate(X, y);
  let best: Found | null = null;
  for (const candidate of candidates(X, y)) {
    if (!(best && best.impurityDecrease >= candidate.impurityDecrease)) best = candidate;
  }
  return best && Object.freeze({ ...best, note: `feature ${best.featureIndex}` });
};

/** Rows ascending by value: merges runs of doubling length, from the bottom up. */
function mergeSorted(values: Float64Array): Uint32Array {
  const n = values.length;
  let from = Uint32Array.from(values.keys());
  let to = new Uint32Array(n);
  for (let run = 1; run < n; run *= 2) {
    for (let start = 0; start < n; start += 2 * run) {
      const middle = Math.min(start + run, n);
      const end = Math.min(start + 2 * run, n);
      let i = start;
      let j = middle;
      for (let k = start; k < end; k++) {
        to[k] = i < middle && (j >= end || values[from[i]] <= values[from[j]]) ? from[i++] : from[j++];
      }
    }
    [from, to] = [to, from];
  }
  return from;
}

/** From the last feature and the highest threshold down, so that the later of two that tie is the lower one. */
const backwards: BestSplit = (X, y) => {
  validate(X, y);
  const n = y.length;
  const all = [...tally(y).values()].reduce((sum, count) => sum + count * count, 0);
  let best: Found | null = null;
  for (let f = X[0].length - 1; f >= 0; f--) {
    const order = mergeSorted(Float64Array.from(X, (row) => row[f]));
    const lefts = tally(y);
    const rights = new Map<number, number>();
    let left = all;
    let right = 0;
    for (let k = n - 1; k > 0; k--) {
      const label = y[order[k]];
      const [out, held] = [lefts.get(label) ?? 0, rights.get(label) ?? 0];
      lefts.set(label, out - 1);
      rights.set(label, held + 1);
      left -= 2 * out - 1;
      right += 2 * held + 1;
      const [a, b] = [X[order[k - 1]][f], X[order[k]][f]];
      if (a === b) continue;
      const impurityDecrease = (left / k + right / (n - k) - all / n) / n;
      if (best === null || impurityDecrease >= best.impurityDecrease) {
        best = { featureIndex: f, threshold: between(a, b), impurityDecrease };
      }
    }
  }
  return best;
};

const golf: BestSplit = (X, y) => {
  const n = y.length;
  const bad = [X, ...X].some((r) => !r.length) || X.some((r) => r.length - X[0].length || !r.every(Number.isFinite));
  if (bad || !n || n !== X.length || !y.every(Number.isFinite)) throw RangeError();
  let w: Found | null = null;
  X[0].forEach((_, f) => {
    const o = X.map((r, i) => [r[f], y[i]]).sort((p, q) => p[0] - q[0]);
    const L = [...prefixSquares(o.map((p) => p[1]))];
    const R = [...prefixSquares(o.map((p) => p[1]).reverse())].reverse();
    for (let k = 1; k < n; k++) {
      const [[a], [b]] = [o[k - 1], o[k]];
      const d = (L[k] / k + R[k] / (n - k) - R[0] / n) / n;
      if (a < b && !(w && d <= w.impurityDecrease))
        w = { featureIndex: f, threshold: between(a, b), impurityDecrease: d };
    }
  });
  return w;
};

/** Ascending keys of the bits of a double, digit by digit of 16 bits. */
function radixSorted(values: readonly number[]): Uint32Array {
  const n = values.length;
  const floats = Float64Array.from(values, (value) => value + 0);
  const bits = new Uint16Array(floats.buffer);
  for (let i = 0; i < n; i++) {
    const negative = bits[4 * i + 3] >= 0x8000;
    for (let d = 0; d < 4; d++) bits[4 * i + d] ^= negative ? 0xffff : d === 3 ? 0x8000 : 0;
  }
  let order = Uint32Array.from(floats.keys());
  for (let byte = 0; byte < 8; byte++) {
    const digit = (i: number) => (bits[4 * i + (byte >> 1)] >> (8 * (byte & 1))) & 0xff;
    const starts = new Uint32Array(257);
    for (let i = 0; i < n; i++) starts[digit(i) + 1]++;
    for (let d = 0; d < 256; d++) starts[d + 1] += starts[d];
    const next = new Uint32Array(n);
    for (const i of order) next[starts[digit(i)]++] = i;
    order = next;
  }
  return order;
}

/** Sorts by the bits of the numbers, and maximises the share of pairs instead of the decrease. */
const radix: BestSplit = (X, y) => {
  validate(X, y);
  const n = y.length;
  let best: Found | null = null;
  let score = Number.NEGATIVE_INFINITY;
  let base = 0;
  for (const count of tally(y).values()) base += count * (count / n);
  for (let f = 0; f < X[0].length; f++) {
    const column = X.map((row) => row[f]);
    const order = Array.from(radixSorted(column));
    const labels = order.map((i) => y[i]);
    const forward = Float64Array.from(prefixSquares(labels));
    const backward = Float64Array.from(prefixSquares(labels.reverse())).reverse();
    for (let k = 1; k < n; k++) {
      const candidate = forward[k] / k + backward[k] / (n - k);
      const [a, b] = [column[order[k - 1]], column[order[k]]];
      if (a !== b && candidate > score) {
        score = candidate;
        best = { featureIndex: f, threshold: between(a, b), impurityDecrease: (candidate - base) / n };
      }
    }
  }
  return best;
};

export const answers: RightAnswer<typeof reference>[] = [
  { says: 'functional, all candidates in one list', solution: { bestSplit: functional } },
  { says: 'typed arrays and numbered classes', solution: { bestSplit: typedArrays } },
  { says: 'classes: pairs of rows that differ, and an answer with a getter', solution: { bestSplit: classes } },
  { says: 'exact, with fractions of big integers', solution: { bestSplit: exact } },
  {
    says: 'a generator over groups of equal values, counts under string keys, a frozen answer',
    solution: { bestSplit: generators },
  },
  { says: 'from the right, with a merge sort of its own', solution: { bestSplit: backwards } },
  { says: 'short', solution: { bestSplit: golf } },
  { says: 'radix sort on the bits of the doubles', solution: { bestSplit: radix } },
];
