import type * as reference from '../../reference/k-means/index.ts';
import type { RightAnswer } from '../../src/index.ts';

type PlusPlus = typeof reference.kMeansPlusPlus;
type Random = () => number;
type Row = readonly number[];
type Matrix = readonly Row[];

function check(X: Matrix, nClusters: number): void {
  const fits = (row: Row) => row.length > 0 && row.length === X[0].length && row.every(Number.isFinite);
  if (!(X.length > 0) || !X.every(fits)) throw new RangeError('X');
  if (!Number.isInteger(nClusters) || nClusters < 1 || nClusters > X.length) throw new RangeError('nClusters');
}

const squared = (a: Row, b: Row): number => a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0);

/** Chooses a row by its weight, or -1 when all weights are 0. */
type Choose = (weights: ArrayLike<number>, random: Random) => number;

/** Lowers the weights seed by seed; a rest of rows on seeds is taken in order. */
const choosing =
  (choose: Choose): PlusPlus =>
  (X, nClusters, random) => {
    check(X, nClusters);
    const weights = new Float64Array(X.length).fill(1);
    const free = new Set(X.keys());
    const seeds = new Int32Array(nClusters);
    for (let c = 0; c < nClusters; c++) {
      const chosen = choose(weights, random);
      const seed = chosen < 0 ? (free.values().next().value ?? 0) : chosen;
      seeds[c] = seed;
      free.delete(seed);
      if (c + 1 === nClusters) break;
      for (let i = 0; i < X.length; i++) {
        const d = squared(X[i], X[seed]);
        weights[i] = c === 0 ? d : Math.min(weights[i], d);
      }
    }
    return seeds;
  };

/** One pass: each row takes the place of the one before it with its share of the sum so far. */
const reservoir: Choose = (weights, random) => {
  let sum = 0;
  let chosen = -1;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] === 0) continue;
    sum += weights[i];
    if (random() * sum < weights[i]) chosen = i;
  }
  return chosen;
};

/** Every row waits for a time of its own, and the first comes. */
const race: Choose = (weights, random) => {
  let chosen = -1;
  let first = Number.POSITIVE_INFINITY;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] === 0) continue;
    const time = -Math.log1p(-random()) / weights[i];
    if (chosen < 0 || time < first) [chosen, first] = [i, time];
  }
  return chosen;
};

/** A binary tree of sums, gone down from its root. */
const tree: Choose = (weights, random) => {
  let size = 1;
  while (size < weights.length) size *= 2;
  const sums = new Float64Array(2 * size);
  sums.set(Array.from(weights), size);
  for (let node = size - 1; node > 0; node--) sums[node] = sums[2 * node] + sums[2 * node + 1];
  if (sums[1] === 0) return -1;
  let left = random() * sums[1];
  let node = 1;
  while (node < size) {
    node *= 2;
    if (sums[node] === 0 || (left >= sums[node] && sums[node + 1] > 0)) {
      left -= sums[node];
      node++;
    }
  }
  return node - size;
};

/** The table of Walker and Vose: a column of equal chance, then one of its two rows. */
const alias: Choose = (weights, random) => {
  const rows = Array.from(weights, (_, i) => i).filter((i) => weights[i] > 0);
  if (rows.length === 0) return -1;
  const mean = rows.reduce((sum, i) => sum + weights[i], 0) / rows.length;
  const chance = rows.map((i) => weights[i] / mean);
  const other = rows.map((_, at) => at);
  const small = [...rows.keys()].filter((at) => chance[at] < 1);
  const large = [...rows.keys()].filter((at) => chance[at] >= 1);
  while (small.length > 0 && large.length > 0) {
    const less = small.pop() ?? 0;
    const more = large.pop() ?? 0;
    other[less] = more;
    chance[more] -= 1 - chance[less];
    (chance[more] < 1 ? small : large).push(more);
  }
  for (const at of [...small, ...large]) chance[at] = 1;
  const column = Math.floor(random() * rows.length);
  return rows[random() < chance[column] ? column : other[column]];
};

/** Whole weights of 80 bits, and a whole number of 106 bits from two calls. */
const whole: Choose = (weights, random) => {
  let most = 0;
  for (let i = 0; i < weights.length; i++) most = Math.max(most, weights[i]);
  if (most === 0) return -1;
  const fixed = Array.from(weights, (weight) => {
    if (weight === 0) return 0n;
    return (BigInt(Math.ceil((weight / most) * 2 ** 52)) << 28n) | 1n;
  });
  const sum = fixed.reduce((a, b) => a + b, 0n);
  const bits = (BigInt(Math.floor(random() * 2 ** 53)) << 53n) | BigInt(Math.floor(random() * 2 ** 53));
  let left = (bits * sum) >> 106n;
  return fixed.findIndex((weight) => {
    left -= weight;
    return left < 0n;
  });
};

/** Running sums and a search by halves. */
const halves: Choose = (weights, random) => {
  const sums = new Float64Array(weights.length + 1);
  for (let i = 0; i < weights.length; i++) sums[i + 1] = sums[i] + weights[i];
  const all = sums[weights.length];
  if (all === 0) return -1;
  const left = random() * all;
  let low = 0;
  let high = weights.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (sums[middle] <= left) low = middle;
    else high = middle;
  }
  return low;
};

/** Sums that carry what rounding took from them, of weights relative to the largest, starting anywhere. */
const careful: Choose = (weights, random) => {
  const n = weights.length;
  const start = n >> 1;
  let most = 0;
  for (let i = 0; i < n; i++) if (weights[i] > most) most = weights[i];
  if (most <= 0) return -1;
  let sum = 0;
  let lost = 0;
  const add = (i: number) => {
    const value = weights[i] / most - lost;
    const next = sum + value;
    lost = next - sum - value;
    sum = next;
  };
  for (let i = 0; i < n; i++) add(i);
  const threshold = random() * sum;
  sum = 0;
  lost = 0;
  let last = -1;
  for (let h = 0; h < n; h++) {
    const i = (start + h) % n;
    add(i);
    if (weights[i] === 0) continue;
    if (sum > threshold) return i;
    last = i;
  }
  return last;
};

class SeedList extends Array<number> {}

interface Weighed {
  readonly row: Row;
  readonly i: number;
  weight: number;
  taken: boolean;
}

/** Rows that know how far they are from a seed. */
class Seeder {
  readonly #rows: Weighed[];
  readonly #random: Random;

  constructor(X: Matrix, random: Random) {
    this.#rows = X.map((row, i) => ({ row, i, weight: Number.POSITIVE_INFINITY, taken: false }));
    this.#random = random;
  }

  get sum(): number {
    return this.#rows.reduce((sum, { weight }) => sum + weight, 0);
  }

  *seeds(): Generator<number, void, undefined> {
    let seed = this.#rows[Math.floor(this.#random() * this.#rows.length)];
    for (;;) {
      seed.taken = true;
      yield seed.i;
      for (const each of this.#rows) each.weight = Math.min(each.weight, squared(each.row, seed.row));
      seed = this.#next();
    }
  }

  #next(): Weighed {
    let left = this.#random() * this.sum;
    let last: Weighed | undefined;
    for (const each of this.#rows) {
      if (each.weight === 0) continue;
      last = each;
      left -= each.weight;
      if (left < 0) break;
    }
    return last ?? this.#rows.find(({ taken }) => !taken) ?? this.#rows[0];
  }
}

/** Starts from a shuffle of all rows; rows on seeds go to the end of it, so they come last. */
const shuffled: PlusPlus = (X, nClusters, random) => {
  check(X, nClusters);
  const order = [...X.keys()];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  const [first, ...others] = order;
  let rows = others.map((i) => ({ i, d: Number.POSITIVE_INFINITY }));
  const seeds = new Float32Array(nClusters);
  let seed = first;
  seeds[0] = first;
  for (let c = 1; c < nClusters; c++) {
    rows = rows.filter(({ i }) => i !== seed).map(({ i, d }) => ({ i, d: Math.min(d, squared(X[i], X[seed])) }));
    const sum = rows.reduce((before, { d }) => before + d, 0);
    let left = random() * sum;
    const away = rows.filter(({ d }) => d > 0);
    const found = away.find(({ d }) => {
      left -= d;
      return left < 0;
    });
    seed = (found ?? away.at(-1) ?? rows[rows.length - 1]).i;
    seeds[c] = seed;
  }
  return seeds;
};

// biome-ignore format: short on purpose
const golf: PlusPlus = (X, k, r) => {
  check(X, k);
  const s: number[] = [], u = new Set(X.keys());
  let w = X.map(() => 1);
  for (let c = 0; c < k; c++) {
    let t = r() * w.reduce((a, b) => a + b), i = -1;
    for (let j = 0; j < w.length && t >= 0; j++) if (w[j]) { i = j; t -= w[j]; }
    if (i < 0) i = [...u][0];
    s.push(i); u.delete(i);
    w = w.map((v, j) => Math.min(c ? v : 1 / 0, squared(X[j], X[i])));
  }
  return s;
};

export const answers: RightAnswer<typeof reference>[] = [
  { says: 'one pass for each seed, a number for each row', solution: { kMeansPlusPlus: choosing(reservoir) } },
  { says: 'a race of exponential times', solution: { kMeansPlusPlus: choosing(race) } },
  { says: 'a binary tree of sums', solution: { kMeansPlusPlus: choosing(tree) } },
  { says: 'an alias table', solution: { kMeansPlusPlus: choosing(alias) } },
  { says: 'BigInt weights and 106 bits of chance', solution: { kMeansPlusPlus: choosing(whole) } },
  { says: 'running sums in a typed array, searched by halves', solution: { kMeansPlusPlus: choosing(halves) } },
  {
    says: 'compensated sums of relative weights, from the middle row on',
    solution: { kMeansPlusPlus: choosing(careful) },
  },
  {
    says: 'a class with a generator that never ends, the result of a class of its own',
    solution: {
      kMeansPlusPlus(X, nClusters, random) {
        check(X, nClusters);
        const result = new SeedList();
        for (const seed of new Seeder(X, random).seeds()) {
          result.push(seed);
          if (result.length === nClusters) break;
        }
        return result;
      },
    },
  },
  {
    says: 'a shuffle first, then filters',
    solution: { kMeansPlusPlus: shuffled },
  },
  { says: 'code golf', solution: { kMeansPlusPlus: golf } },
];
