import type * as reference from '../../reference/k-means/index.ts';
import type { RightAnswer } from '../../src/index.ts';

type Row = readonly number[];
type Rows = readonly Row[];
type Options = { readonly maxIter?: number };
type Result = {
  centroids: ArrayLike<ArrayLike<number>>;
  labels: ArrayLike<number>;
  inertia: number;
  nIter: number;
  converged: boolean;
};
type KMeans = (X: Rows, initialCentroids: Rows, options?: Options) => Result;

/** Throws on what the question refuses; returns `maxIter`. */
const validate = (X: Rows, C: Rows, options?: Options): number => {
  const maxIter = options?.maxIter ?? 300;
  if (!Number.isInteger(maxIter) || maxIter < 0) throw new RangeError('maxIter');
  if (X.length === 0 || C.length === 0) throw new RangeError('empty');
  if (C.length > X.length) throw new RangeError('too many centroids');
  const width = X[0].length;
  if (width === 0) throw new RangeError('no features');
  for (const rows of [X, C]) {
    for (const row of rows) {
      if (row.length !== width) throw new RangeError('ragged');
      for (const v of row) {
        if (!Number.isFinite(v)) throw new RangeError('not finite');
      }
    }
  }
  return maxIter;
};

const squared = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += (a[j] - b[j]) * (a[j] - b[j]);
  return sum;
};

const nearest = (row: Row, C: Rows): number => {
  let best = 0;
  let least = squared(row, C[0]);
  for (let c = 1; c < C.length; c++) {
    const d = squared(row, C[c]);
    if (d < least) {
      best = c;
      least = d;
    }
  }
  return best;
};

const means = (X: Rows, C: Rows, labels: ArrayLike<number>): number[][] => {
  const sums = C.map((c) => c.map(() => 0));
  const counts = C.map(() => 0);
  X.forEach((row, i) => {
    counts[labels[i]] += 1;
    for (let j = 0; j < row.length; j++) sums[labels[i]][j] += row[j];
  });
  return sums.map((sum, c) => (counts[c] ? sum.map((v) => v / counts[c]) : [...C[c]]));
};

const equal = (a: ArrayLike<number>, b: ArrayLike<number>): boolean => {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
};

const total = (X: Rows, C: Rows, labels: ArrayLike<number>): number =>
  X.reduce((sum, row, i) => sum + squared(row, C[labels[i]]), 0);

/** The loop of the question around another way to assign and to update. */
const loop =
  (
    assign: (X: Rows, C: Rows) => ArrayLike<number>,
    update: typeof means = means,
    inertia: typeof total = total,
  ): KMeans =>
  (X, initialCentroids, options) => {
    const maxIter = validate(X, initialCentroids, options);
    let centroids: Rows = initialCentroids.map((c) => [...c]);
    let labels = assign(X, centroids);
    let nIter = 0;
    let converged = false;
    while (!converged && nIter < maxIter) {
      nIter += 1;
      centroids = update(X, centroids, labels);
      const next = assign(X, centroids);
      converged = equal(labels, next);
      labels = next;
    }
    const sum = inertia(X, centroids, labels);
    return { centroids, labels, inertia: sum, nIter, converged };
  };

const plain = loop((X, C) => X.map((row) => nearest(row, C)));

const functional: KMeans = (X, initialCentroids, options) => {
  const maxIter = validate(X, initialCentroids, options);
  const distance = (a: Row, b: Row) => a.map((v, j) => (v - b[j]) ** 2).reduce((s, v) => s + v);
  const argmin = (d: Row) => d.reduce((b, v, c) => (v < d[b] ? c : b), 0);
  const assign = (C: Rows) => X.map((row) => argmin(C.map((c) => distance(row, c))));
  const group = (labels: Row, k: number) =>
    labels.reduce<number[][]>(
      (groups, c, i) => {
        groups[c].push(i);
        return groups;
      },
      Array.from({ length: k }, () => []),
    );
  const update = (C: Rows, labels: Row): Rows =>
    group(labels, C.length).map((members, c) =>
      members.length === 0
        ? C[c]
        : C[c].map((_, j) => members.map((i) => X[i][j]).reduce((s, v) => s + v) / members.length),
    );
  const answer = (C: Rows, labels: Row, nIter: number, converged: boolean) => ({
    centroids: C,
    labels,
    inertia: X.map((row, i) => distance(row, C[labels[i]])).reduce((s, v) => s + v),
    nIter,
    converged,
  });
  // As deep as there are updates, never as there are rows.
  const step = (C: Rows, labels: Row, nIter: number): Result => {
    if (nIter === maxIter) return answer(C, labels, nIter, false);
    const moved = update(C, labels);
    const next = assign(moved);
    return next.every((c, i) => c === labels[i]) ? answer(moved, next, nIter + 1, true) : step(moved, next, nIter + 1);
  };
  return step(initialCentroids, assign(initialCentroids), 0);
};

const flatTyped: KMeans = (X, initialCentroids, options) => {
  const maxIter = validate(X, initialCentroids, options);
  const n = X.length;
  const k = initialCentroids.length;
  const m = X[0].length;
  const data = new Float64Array(n * m);
  const centres = new Float64Array(k * m);
  for (let i = 0; i < n; i++) data.set(X[i], i * m);
  for (let c = 0; c < k; c++) centres.set(initialCentroids[c], c * m);
  const labels = new Int32Array(n).fill(-1);
  const counts = new Uint32Array(k);
  const sums = new Float64Array(k * m);
  let inertia = 0;
  const assign = (): number => {
    let changes = 0;
    inertia = 0;
    for (let i = 0; i < n; i++) {
      let best = -1;
      let least = Number.POSITIVE_INFINITY;
      for (let c = 0; c < k; c++) {
        let d = 0;
        for (let j = 0; j < m; j++) {
          const gap = data[i * m + j] - centres[c * m + j];
          d += gap * gap;
        }
        if (d < least) {
          least = d;
          best = c;
        }
      }
      if (labels[i] !== best) changes++;
      labels[i] = best;
      inertia += least;
    }
    return changes;
  };
  assign();
  let nIter = 0;
  let converged = false;
  while (nIter < maxIter && !converged) {
    nIter++;
    counts.fill(0);
    sums.fill(0);
    for (let i = 0; i < n; i++) {
      counts[labels[i]]++;
      for (let j = 0; j < m; j++) sums[labels[i] * m + j] += data[i * m + j];
    }
    for (let s = 0; s < k * m; s++) {
      const count = counts[Math.floor(s / m)];
      if (count > 0) centres[s] = sums[s] / count;
    }
    converged = assign() === 0;
  }
  const centroids = Array.from({ length: k }, (_, c) => centres.subarray(c * m, (c + 1) * m));
  return { centroids, labels, inertia, nIter, converged };
};

class Cluster {
  readonly #start: Row;
  readonly #sum: Float64Array;
  #count = 0;

  constructor(start: Row) {
    this.#start = start;
    this.#sum = new Float64Array(start.length);
  }

  get centre(): Row {
    return this.#start;
  }

  add(row: Row): void {
    this.#count++;
    row.forEach((v, j) => {
      this.#sum[j] += v;
    });
  }

  moved(): Cluster {
    if (this.#count === 0) return new Cluster(this.#start);
    return new Cluster(Array.from(this.#sum, (v) => v / this.#count));
  }
}

/** The answer is an instance too: its properties are getters of the class. */
class Lloyd implements Result {
  readonly #rows: Rows;
  #clusters: Cluster[];
  #labels: Uint32Array;
  #updates = 0;
  #settled = false;

  constructor(rows: Rows, centres: Rows) {
    this.#rows = rows;
    this.#clusters = centres.map((c) => new Cluster(c.slice()));
    this.#labels = this.#assign();
  }

  #assign(): Uint32Array {
    const centres = this.#clusters.map((cluster) => cluster.centre);
    return Uint32Array.from(this.#rows, (row) => {
      const label = nearest(row, centres);
      this.#clusters[label].add(row);
      return label;
    });
  }

  run(maxIter: number): this {
    while (this.#updates < maxIter && !this.#settled) {
      this.#clusters = this.#clusters.map((cluster) => cluster.moved());
      this.#updates++;
      const before = this.#labels;
      this.#labels = this.#assign();
      this.#settled = equal(before, this.#labels);
    }
    return this;
  }

  get centroids(): Rows {
    return this.#clusters.map((cluster) => cluster.centre);
  }

  get labels(): Uint32Array {
    return this.#labels;
  }

  get inertia(): number {
    return total(this.#rows, this.centroids, this.#labels);
  }

  get nIter(): number {
    return this.#updates;
  }

  get converged(): boolean {
    return this.#settled;
  }
}

const generators: KMeans = (X, initialCentroids, options) => {
  const maxIter = validate(X, initialCentroids, options);
  function* assign(C: Rows) {
    for (const row of X) yield nearest(row, C);
  }
  function* states() {
    let centroids: Rows = initialCentroids.map((c) => [...c]);
    let labels = [...assign(centroids)];
    yield { centroids, labels, converged: false };
    for (;;) {
      centroids = means(X, centroids, labels);
      const next = [...assign(centroids)];
      yield { centroids, labels: next, converged: equal(labels, next) };
      labels = next;
    }
  }
  let nIter = 0;
  for (const state of states()) {
    if (state.converged || nIter === maxIter) {
      const inertia = total(X, state.centroids, state.labels);
      return { ...state, nIter, inertia };
    }
    nIter++;
  }
  throw new Error('not reached');
};

/** Sums by halves: the recursion is as deep as the logarithm of the length. */
const halves = (from: number, to: number, at: (i: number) => number): number => {
  if (to - from === 1) return at(from);
  if (to <= from) return 0;
  const middle = (from + to) >> 1;
  return halves(from, middle, at) + halves(middle, to, at);
};

const recursive = loop(
  (X, C) => {
    const best = (row: Row, from: number, to: number): [number, number] => {
      if (to - from === 1) return [squared(row, C[from]), from];
      const middle = (from + to) >> 1;
      const left = best(row, from, middle);
      const right = best(row, middle, to);
      return right[0] < left[0] ? right : left;
    };
    return X.map((row) => best(row, 0, C.length)[1]);
  },
  (X, C, labels) => {
    const members: number[][] = C.map(() => []);
    for (let i = 0; i < X.length; i++) members[labels[i]].push(i);
    return C.map((c, k) =>
      c.map((old, j) => {
        const own = members[k];
        const sum = halves(0, own.length, (i) => X[own[i]][j]);
        return own.length ? sum / own.length : old;
      }),
    );
  },
  (X, C, labels) => halves(0, X.length, (i) => squared(X[i], C[labels[i]])),
);

/** Math.hypot takes its numbers as arguments: a thousand at a time. */
const hypot = (row: Row, c: Row): number => {
  const gaps = row.map((v, j) => v - c[j]);
  if (gaps.length <= 1000) return Math.hypot(...gaps);
  let all = 0;
  for (let j = 0; j < gaps.length; j += 1000) {
    all += Math.hypot(...gaps.slice(j, j + 1000)) ** 2;
  }
  return Math.sqrt(all);
};

const hypotenuses = loop(
  (X, C) =>
    X.map((row) => {
      const d = C.map((c) => hypot(row, c));
      return d.reduce((best, v, c) => (v < d[best] ? c : best), 0);
    }),
  means,
  (X, C, labels) => X.reduce((s, row, i) => s + hypot(row, C[labels[i]]) ** 2, 0),
);

const roots = loop((X, C) =>
  Uint32Array.from(X, (row) => {
    let best = C.length - 1;
    let least = Math.sqrt(squared(row, C[best]));
    for (let c = best - 1; c >= 0; c--) {
      const d = Math.sqrt(squared(row, C[c]));
      if (d <= least) [best, least] = [c, d];
    }
    return best;
  }),
);

/** ||x - a||^2 - ||x - b||^2 = sum of ((x - a) - (x - b)) ((x - a) + (x - b)). */
const bisectors = loop((X, C) =>
  X.map((row) => {
    let best = 0;
    for (let c = 1; c < C.length; c++) {
      let lead = 0;
      row.forEach((v, j) => {
        const a = v - C[best][j];
        const b = v - C[c][j];
        lead += (a - b) * (a + b);
      });
      if (lead > 0) best = c;
    }
    return best;
  }),
);

/** Centroids sorted by their first coordinate, searched outwards from the row. */
const sweep = loop((X, C) => {
  const order = C.map((_, c) => c).sort((a, b) => C[a][0] - C[b][0] || a - b);
  return X.map((row) => {
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (C[order[middle]][0] < row[0]) low = middle + 1;
      else high = middle;
    }
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    const visit = (place: number, way: 1 | -1) => {
      for (let p = place; p >= 0 && p < order.length; p += way) {
        const c = order[p];
        if ((row[0] - C[c][0]) ** 2 > least) return;
        const d = squared(row, C[c]);
        if (d < least || (d === least && c < best)) [best, least] = [c, d];
      }
    };
    visit(low, 1);
    visit(low - 1, -1);
    return best;
  });
});

/** Stops adding features once a centroid cannot win any more. */
const partial = loop((X, C) =>
  Int32Array.from(X, (row) => {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let c = 0; c < C.length; c++) {
      let d = 0;
      for (let j = 0; j < row.length && d < least; j++) d += (row[j] - C[c][j]) ** 2;
      if (d < least) {
        best = c;
        least = d;
      }
    }
    return best;
  }),
);

const sorting = loop((X, C) =>
  X.map((row) => {
    const ranked = C.map((c, k) => ({ k, d: squared(row, c) }));
    ranked.sort((a, b) => a.d - b.d || a.k - b.k);
    return ranked[0].k;
  }),
);

const distinctRows: KMeans = (X, initialCentroids, options) => {
  const maxIter = validate(X, initialCentroids, options);
  const byKey = new Map<string, { row: Row; weight: number; label: number }>();
  const keys = X.map((row) => row.join(' '));
  X.forEach((row, i) => {
    const known = byKey.get(keys[i]);
    if (known) known.weight++;
    else byKey.set(keys[i], { row, weight: 1, label: -1 });
  });
  let centroids: Record<number, Row> = { ...initialCentroids };
  const k = initialCentroids.length;
  const list = () => Array.from({ length: k }, (_, c) => centroids[c]);
  const assign = () => {
    const current = list();
    let changed = false;
    for (const entry of byKey.values()) {
      const label = nearest(entry.row, current);
      changed ||= label !== entry.label;
      entry.label = label;
    }
    return changed;
  };
  assign();
  let nIter = 0;
  let converged = false;
  while (nIter < maxIter && !converged) {
    const groups = new Map<number, { sum: number[]; weight: number }>();
    for (const { row, weight, label } of byKey.values()) {
      const group = groups.get(label) ?? { sum: row.map(() => 0), weight: 0 };
      groups.set(label, group);
      group.weight += weight;
      row.forEach((v, j) => {
        group.sum[j] += v * weight;
      });
    }
    centroids = { ...centroids };
    for (const [label, { sum, weight }] of groups) {
      centroids[label] = sum.map((v) => v / weight);
    }
    nIter++;
    converged = !assign();
  }
  let inertia = 0;
  for (const { row, weight, label } of byKey.values()) {
    inertia += weight * squared(row, centroids[label]);
  }
  const labels = keys.map((key) => byKey.get(key)?.label ?? 0);
  return { centroids: list(), labels, inertia, nIter, converged };
};

const history: KMeans = (X, initialCentroids, options) => {
  const maxIter = validate(X, initialCentroids, options);
  const assign = (C: Rows) => ({ C, labels: X.map((row) => nearest(row, C)) });
  const states = [assign(structuredClone(initialCentroids) as number[][])];
  const keys = [JSON.stringify(states[0].labels)];
  const settled = () => keys.length > 1 && keys.at(-1) === keys.at(-2);
  while (states.length <= maxIter && !settled()) {
    const { C, labels } = states[states.length - 1];
    states.push(assign(means(X, C, labels)));
    keys.push(JSON.stringify(states[states.length - 1].labels));
  }
  const { C, labels } = states[states.length - 1];
  return {
    converged: settled(),
    nIter: states.length - 1,
    inertia: total(X, C, labels),
    labels: Float64Array.from(labels),
    centroids: C,
  };
};

// biome-ignore format: as short as it gets
const golf: KMeans = (X, C, o) => {
  let m = o?.maxIter ?? 300, n = 0, e = false, F = X[0]?.length;
  if (!(m >= 0 && m % 1 === 0 && F && C[0] && X.length >= C.length && [...X, ...C].every(r => r.length === F && r.every(v => v - v === 0)))) throw RangeError();
  const q = (r: Row, c: Row) => r.reduce((s, v, j) => s + (v - c[j]) ** 2, 0),
    A = () => X.map(r => { const d = C.map(c => q(r, c)); let b = 0; d.forEach((v, i) => { if (v < d[b]) b = i; }); return b; });
  let L = A();
  while (!e && n < m) {
    const N = C.map(() => 0), S = C.map(c => c.map(() => 0));
    X.forEach((r, i) => { N[L[i]]++; r.forEach((v, j) => { S[L[i]][j] += v; }); });
    C = C.map((c, i) => N[i] ? S[i].map(v => v / N[i]) : c);
    const P = L; L = A(); n++; e = `${P}` === `${L}`;
  }
  return { centroids: C, labels: L, inertia: X.reduce((s, r, i) => s + q(r, C[L[i]]), 0), nIter: n, converged: e };
};

/** Trusts nothing: checks by itself, copies everything, freezes the answer. */
const defensive: KMeans = (X, initialCentroids, options = {}) => {
  const fail = (message: string): never => {
    throw new RangeError(`kMeans: ${message}`);
  };
  const { maxIter = 300 } = options;
  if (typeof maxIter !== 'number') fail('maxIter must be a number');
  if (!Number.isFinite(maxIter)) fail('maxIter must be finite');
  if (Math.floor(maxIter) !== maxIter) fail('maxIter must be an integer');
  if (maxIter < 0) fail('maxIter must not be negative');
  const copy = (rows: Rows, name: string): number[][] => {
    if (rows.length < 1) fail(`${name} must not be empty`);
    const copies: number[][] = [];
    for (let i = 0; i < rows.length; i += 1) {
      if (rows[i].length < 1) fail(`${name}[${i}] has no features`);
      if (rows[i].length !== rows[0].length) fail(`${name}[${i}] is ragged`);
      const bad = rows[i].findIndex((v) => !(Math.abs(v) < Infinity));
      if (bad !== -1) fail(`${name}[${i}][${bad}] is not finite`);
      copies.push(Array.from(rows[i]));
    }
    return copies;
  };
  const rows = copy(X, 'X');
  let centroids = copy(initialCentroids, 'initialCentroids');
  if (rows[0].length !== centroids[0].length) fail('widths differ');
  if (rows.length < centroids.length) fail('more centroids than rows');
  let labels: readonly number[] = rows.map((row) => nearest(row, centroids));
  let converged = false;
  let nIter = 0;
  for (let update = 1; update <= maxIter; update += 1) {
    centroids = means(rows, centroids, labels);
    nIter = update;
    const next = rows.map((row) => nearest(row, centroids));
    const changed = next.filter((label, i) => label !== labels[i]).length;
    labels = next;
    if (changed === 0) {
      converged = true;
      break;
    }
  }
  const inertia = total(rows, centroids, labels);
  const frozen = Object.freeze(centroids.map((c) => Object.freeze(c)));
  Object.freeze(labels);
  return Object.freeze({ centroids: frozen, labels, inertia, nIter, converged });
};

const answer = (says: string, kMeans: KMeans): RightAnswer<typeof reference> => ({
  says,
  solution: { kMeans },
});

export const answers: RightAnswer<typeof reference>[] = [
  answer('plain arrays and loops', plain),
  answer('functional, recursion over the updates, no loops', functional),
  answer('flat typed arrays, inertia summed while assigning', flatTyped),
  answer('classes, the answer an instance with getters', (X, C, options) => {
    const maxIter = validate(X, C, options);
    return new Lloyd(X, C).run(maxIter);
  }),
  answer('generators of states and labels', generators),
  answer('recursion by halves for sums and the nearest', recursive),
  answer('distances by Math.hypot, squared again for the inertia', hypotenuses),
  answer('square roots, centroids from the last to the first', roots),
  answer('bisectors: differences of squared distances only', bisectors),
  answer('centroids sorted by a coordinate, binary search', sweep),
  answer('distances left unfinished once they cannot win', partial),
  answer('sorts all centroids for each row', sorting),
  answer('a Map of distinct rows with weights, string keys', distinctRows),
  answer('keeps all states, compares JSON, labels as floats', history),
  answer('code golf, gives initial centroids back uncopied', golf),
  answer('defensive, own validation, frozen answer', defensive),
];
