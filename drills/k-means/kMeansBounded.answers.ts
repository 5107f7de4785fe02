import type * as reference from '../../reference/k-means/index.ts';
import type { RightAnswer } from '../../src/index.ts';

type Bounded = typeof reference.kMeansBounded;
type Row = readonly number[];
type Matrix = readonly Row[];
type Distance = (a: Row, b: Row) => number;

const SLACK = 1e-12;

function check(X: Matrix, centroids: Matrix, maxIter: number): void {
  const nFeatures = X[0]?.length;
  if (!nFeatures || centroids.length === 0) throw new RangeError('nothing to group');
  if (centroids.length > X.length) throw new RangeError('more centroids than rows');
  for (const points of [X, centroids]) {
    for (const point of points) {
      if (point.length !== nFeatures) throw new RangeError(`${point.length} features, not ${nFeatures}`);
      for (const value of point) if (!Number.isFinite(value)) throw new RangeError(`the coordinate ${value}`);
    }
  }
  if (!Number.isInteger(maxIter) || maxIter < 0) throw new RangeError(`maxIter = ${maxIter}`);
}

/** The mean of each cluster, as a list of its own. */
function moved(X: Matrix, labels: ArrayLike<number>, centroids: Matrix): number[][] {
  const sums = centroids.map((centroid) => new Float64Array(centroid.length));
  const counts = new Uint32Array(centroids.length);
  X.forEach((row, i) => {
    counts[labels[i]]++;
    const sum = sums[labels[i]];
    row.forEach((value, j) => {
      sum[j] += value;
    });
  });
  return centroids.map((old, c) => (counts[c] ? Array.from(sums[c], (value) => value / counts[c]) : [...old]));
}

/** Assigns the rows; the second list of centroids is that of the assignment before. Knows the squared distances asked last. */
type Assign = (now: Matrix, before?: Matrix) => Int32Array;
type MakeAssign = (X: Matrix, distance: Distance, nClusters: number) => { assign: Assign; own(): ArrayLike<number> };

const lloyd =
  (make: MakeAssign): Bounded =>
  (X, initialCentroids, squaredDistance, { maxIter = 300 } = {}) => {
    check(X, initialCentroids, maxIter);
    const { assign, own } = make(X, squaredDistance, initialCentroids.length);
    let centroids: Matrix = initialCentroids.map((row) => row.slice());
    let labels = assign(centroids);
    let converged = false;
    let nIter = 0;
    for (; nIter < maxIter && !converged; nIter++) {
      const next = moved(X, labels, centroids);
      const assigned = assign(next, centroids);
      converged = assigned.every((label, i) => label === labels[i]);
      [centroids, labels] = [next, assigned];
    }
    return { centroids, labels, inertia: Array.from(own()).reduce((a, b) => a + b, 0), nIter, converged };
  };

/** Elkan's bounds in two flat tables. */
const flat: MakeAssign = (X, distance, k) => {
  const lower = new Float64Array(X.length * k);
  const squares = new Float64Array(X.length);
  const labels = new Int32Array(X.length);
  const halves = new Float64Array(k * k);
  const drift = new Float64Array(k);
  const assign: Assign = (now, before) => {
    if (before) {
      for (let a = 0; a < k; a++) {
        drift[a] = Math.sqrt(distance(before[a], now[a]));
        for (let b = 0; b < a; b++) halves[a * k + b] = halves[b * k + a] = Math.sqrt(distance(now[a], now[b])) / 2;
      }
    }
    for (let i = 0; i < X.length; i++) {
      const from = labels[i];
      let [best, least] = [from, distance(X[i], now[from])];
      for (let c = 0; c < k; c++) {
        const at = i * k + c;
        lower[at] -= drift[c] + SLACK * (lower[at] + drift[c]);
        if (c === from) continue;
        const bound = before ? Math.max(lower[at], halves[best * k + c]) : -1;
        if (bound > Math.sqrt(least) * (1 + SLACK)) continue;
        const d = distance(X[i], now[c]);
        lower[at] = Math.sqrt(d);
        if (d > least || (d === least && c > best)) continue;
        // The distance to the label so far is known as well.
        lower[i * k + best] = Math.sqrt(least);
        [best, least] = [c, d];
      }
      lower[i * k + best] = Math.sqrt(least);
      labels[i] = best;
      squares[i] = least;
    }
    return labels.slice();
  };
  return { assign, own: () => squares };
};

/** A row with one bound from above, to its centroid, and one from below, to all others. */
class Bound {
  label = 0;
  square: number | undefined;
  #upper = 0;
  #lower = 0;
  readonly #row: Row;
  readonly #distance: Distance;

  constructor(row: Row, distance: Distance) {
    this.#row = row;
    this.#distance = distance;
  }

  own(centroids: Matrix): number {
    this.square ??= this.#distance(this.#row, centroids[this.label]);
    this.#upper = Math.sqrt(this.square);
    return this.square;
  }

  follow(drifts: readonly number[]): void {
    const [own, other] = [drifts[this.label], Math.max(0, ...drifts.filter((_, c) => c !== this.label))];
    if (own !== 0) this.square = undefined;
    this.#upper = (this.#upper + own) * (1 + SLACK);
    this.#lower -= other + SLACK * (this.#lower + other);
  }

  settle(centroids: Matrix, room: number): void {
    const bound = Math.max(this.#lower, room) * (1 - SLACK);
    if (bound > this.#upper) return;
    this.own(centroids);
    if (bound > this.#upper) return;
    this.ask(centroids);
  }

  ask(centroids: Matrix): void {
    const own = this.own(centroids);
    const all = centroids.map((centroid, c) => (c === this.label ? own : this.#distance(this.#row, centroid)));
    this.square = Math.min(...all);
    this.label = all.indexOf(this.square);
    this.#upper = Math.sqrt(this.square);
    this.#lower = Math.sqrt(Math.min(...all.filter((_, c) => c !== this.label)));
  }
}

const objects: MakeAssign = (X, distance) => {
  const rows = X.map((row) => new Bound(row, distance));
  let latest: Matrix = [];
  return {
    assign(now, before) {
      latest = now;
      if (before) {
        const drifts = now.map((centroid, c) => Math.sqrt(distance(before[c], centroid)));
        const room = now.map(() => Number.POSITIVE_INFINITY);
        now.forEach((a, c) => {
          now.slice(0, c).forEach((b, other) => {
            const half = Math.sqrt(distance(a, b)) / 2;
            room[c] = Math.min(room[c], half);
            room[other] = Math.min(room[other], half);
          });
        });
        for (const row of rows) {
          row.follow(drifts);
          row.settle(now, room[row.label]);
        }
      } else for (const row of rows) row.ask(now);
      return Int32Array.from(rows, ({ label }) => label);
    },
    own: () => rows.map((row) => row.own(latest)),
  };
};

/** For each centroid the others by distance: a row asks them in order, as long as they can be nearer than its own. */
const sorted: MakeAssign = (X, distance) => {
  let nearest = X.map(() => ({ label: 0, square: 0 }));
  const nearer = (a: { label: number; square: number }, b: { label: number; square: number }) =>
    b.square < a.square || (b.square === a.square && b.label < a.label) ? b : a;
  return {
    assign(now, before) {
      const table = now.map(() => now.map(() => 0));
      if (before) {
        for (const a of now.keys()) for (let b = 0; b < a; b++) table[a][b] = table[b][a] = distance(now[a], now[b]);
      }
      const orders = table.map((row, a) => [...row.keys()].filter((c) => c !== a).sort((b, c) => row[b] - row[c]));
      nearest = nearest.map(({ label }, i) => {
        const start = { label, square: distance(X[i], now[label]) };
        let best = start;
        for (const c of orders[label]) {
          if (before && table[label][c] > 4 * start.square * (1 + SLACK)) break;
          best = nearer(best, { label: c, square: distance(X[i], now[c]) });
        }
        return best;
      });
      return Int32Array.from(nearest, ({ label }) => label);
    },
    own: () => nearest.map(({ square }) => square),
  };
};

/** Bounds that are lowered when they are read, by how far a centroid has come on its whole way since. */
const lazy: MakeAssign = (X, distance, k) => {
  const way = new Array<number>(k).fill(0);
  const seen = X.map(() => new Map<number, { distance: number; at: number }>());
  const own = X.map((): [label: number, square: number] => [0, 0]);
  return {
    assign(now, before) {
      before?.forEach((old, c) => {
        way[c] += Math.sqrt(distance(old, now[c])) * (1 + SLACK);
      });
      X.forEach((row, i) => {
        const ask = (c: number) => {
          const square = distance(row, now[c]);
          seen[i].set(c, { distance: Math.sqrt(square), at: way[c] });
          return square;
        };
        const [from] = own[i];
        own[i] = [from, ask(from)];
        for (let c = 0; c < k; c++) {
          if (c === from) continue;
          const [best, least] = own[i];
          const last = seen[i].get(c);
          if (last) {
            const bound = last.distance - (way[c] - last.at) - SLACK * (last.distance + way[c]);
            if (bound > Math.sqrt(least) * (1 + SLACK)) continue;
          }
          const square = ask(c);
          if (square < least || (square === least && c < best)) own[i] = [c, square];
        }
      });
      return Int32Array.from(own, ([label]) => label);
    },
    own: () => own.map(([, square]) => square),
  };
};

/** A function that asks once for each two points of one assignment, whichever comes first. */
const once = (distance: Distance): Distance => {
  const known = new WeakMap<Row, WeakMap<Row, number>>();
  return (a, b) => {
    const square = known.get(a)?.get(b) ?? known.get(b)?.get(a) ?? distance(b, a);
    if (!known.has(a)) known.set(a, new WeakMap());
    known.get(a)?.set(b, square);
    return square;
  };
};

/** The states of the algorithm one after the other; the last of them is the result. */
function* states(X: Matrix, initialCentroids: Matrix, distance: Distance) {
  const { assign, own } = sorted(X, distance, initialCentroids.length);
  const total = () => Float64Array.from(own()).reduce((a, b) => a + b, 0);
  let state = { centroids: initialCentroids, labels: assign(initialCentroids), nIter: 0, converged: false };
  for (;;) {
    yield { ...state, inertia: total() };
    const centroids = moved(X, state.labels, state.centroids).map((c) => Float64Array.from(c)) as unknown as Matrix;
    const labels = assign(centroids, state.centroids);
    state = { centroids, labels, nIter: state.nIter + 1, converged: String(labels) === String(state.labels) };
  }
}

class Clustering {
  readonly #state: ReturnType<Bounded>;
  constructor(
    state: ReturnType<Bounded>,
    readonly centroids = state.centroids,
    readonly inertia = state.inertia,
    readonly nIter = state.nIter,
    readonly converged = state.converged,
  ) {
    this.#state = state;
  }
  get labels() {
    return this.#state.labels;
  }
}

export const answers: RightAnswer<typeof reference>[] = [
  { says: 'Elkan, in flat typed arrays', solution: { kMeansBounded: lloyd(flat) } },
  {
    says: 'Hamerly, with an object for each row that asks as late as it can',
    solution: { kMeansBounded: lloyd(objects) },
  },
  { says: 'centroids sorted around each centroid, no bounds of rows', solution: { kMeansBounded: lloyd(sorted) } },
  { says: 'bounds that are lowered when they are read, in maps', solution: { kMeansBounded: lloyd(lazy) } },
  {
    says: 'asks once for each two points, the centroid first',
    solution: { kMeansBounded: (X, initial, d, options) => lloyd(flat)(X, initial, once(d), options) },
  },
  {
    says: 'a generator of states, typed arrays for points, and a class with getters for the result',
    solution: {
      kMeansBounded(X, initialCentroids, squaredDistance, options) {
        const maxIter = options?.maxIter ?? 300;
        check(X, initialCentroids, maxIter);
        for (const state of states(X, initialCentroids, squaredDistance)) {
          if (state.converged || state.nIter === maxIter) return new Clustering(state);
        }
        throw new Error('it never ends');
      },
    },
  },
];
