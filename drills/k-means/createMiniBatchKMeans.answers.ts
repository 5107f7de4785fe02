import type * as reference from '../../reference/k-means/index.ts';
import type { RightAnswer } from '../../src/index.ts';

type Create = typeof reference.createMiniBatchKMeans;
type Row = readonly number[];
type Matrix = readonly Row[];

class NotAPoint extends RangeError {}

function check(points: Matrix, nFeatures: number): void {
  for (const point of points) {
    if (point.length !== nFeatures || !point.every(Number.isFinite)) throw new NotAPoint(`not a point: ${point}`);
  }
}

function checkInitial(points: Matrix): number {
  if (points.length === 0 || points[0].length === 0) throw new NotAPoint('nothing to start from');
  check(points, points[0].length);
  return points[0].length;
}

function squared(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += (a[j] - b[j]) ** 2;
  return sum;
}

function nearest(row: Row, centroids: ArrayLike<ArrayLike<number>>): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let c = 0; c < centroids.length; c++) {
    const d = squared(row, centroids[c]);
    if (d < least) {
      best = c;
      least = d;
    }
  }
  return best;
}

/** One flat array for all centroids, and slices of it for whoever reads. */
const flat: Create = (initialCentroids) => {
  const d = checkInitial(initialCentroids);
  const state = Float64Array.from(initialCentroids.flat());
  const counts = new Float64Array(initialCentroids.length);
  const views = initialCentroids.map((_, c) => state.subarray(c * d, (c + 1) * d));
  return {
    partialFit(batch) {
      check(batch, d);
      const labels = Int32Array.from(batch, (row) => nearest(row, views));
      for (let i = 0; i < batch.length; i++) {
        const rate = 1 / ++counts[labels[i]];
        for (let j = 0, at = labels[i] * d; j < d; j++, at++) state[at] += rate * (batch[i][j] - state[at]);
      }
    },
    centroids: () => views.map((view) => view.slice()),
    counts: () => counts.slice(),
  };
};

/** Sums and counts; a centroid is their quotient. */
class Sums {
  readonly #start: Matrix;
  readonly #sums: number[][];
  readonly #counts: number[];

  constructor(initialCentroids: Matrix) {
    checkInitial(initialCentroids);
    this.#start = initialCentroids.map((row) => row.slice());
    this.#sums = initialCentroids.map((row) => row.map(() => 0));
    this.#counts = initialCentroids.map(() => 0);
  }

  partialFit(batch: Matrix): void {
    check(batch, this.#start[0].length);
    const centroids = this.centroids();
    for (const row of batch) {
      const c = nearest(row, centroids);
      this.#counts[c]++;
      const sum = this.#sums[c];
      for (const [j, value] of row.entries()) sum[j] += value;
    }
  }

  centroids(): number[][] {
    return this.#sums.map((sum, c) => {
      const count = this.#counts[c];
      return count === 0 ? [...this.#start[c]] : sum.map((value) => value / count);
    });
  }

  counts(): number[] {
    return [...this.#counts];
  }
}

interface Cluster {
  readonly centroid: Row;
  readonly count: number;
}

/** Two groups of rows taken together. */
const merged = (a: Cluster, b: Cluster): Cluster => {
  const count = a.count + b.count;
  return { centroid: a.centroid.map((value, j) => value + ((b.centroid[j] - value) * b.count) / count), count };
};

/** Nothing is changed: each batch makes new clusters, which anybody may keep. */
const immutable: Create = (initialCentroids) => {
  const d = checkInitial(initialCentroids);
  let clusters: readonly Cluster[] = initialCentroids.map((row) => Object.freeze({ centroid: [...row], count: 0 }));
  return {
    partialFit(batch) {
      check(batch, d);
      const start = clusters.map(({ centroid }) => centroid);
      const groups = new Map<number, Cluster>();
      for (const row of batch) {
        const c = nearest(row, start);
        const group = groups.get(c);
        const one = { centroid: row, count: 1 };
        groups.set(c, group ? merged(group, one) : one);
      }
      clusters = clusters.map((cluster, c) => {
        const group = groups.get(c);
        return group ? merged(cluster, group) : cluster;
      });
    },
    centroids: () => Object.freeze(clusters.map(({ centroid }) => Object.freeze([...centroid]))),
    counts: () => Uint32Array.from(clusters, ({ count }) => count),
  };
};

/** A generator that waits for batches and yields its state after each. */
function* learner(initialCentroids: Matrix): Generator<{ means: number[][]; sizes: bigint[] }, never, Matrix> {
  let means = initialCentroids.map((row) => [...row]);
  let sizes = means.map(() => 0n);
  for (;;) {
    const batch = yield { means, sizes };
    const labels = batch.map((row) => nearest(row, means));
    means = means.map((mean) => [...mean]);
    sizes = [...sizes];
    batch.forEach((row, i) => {
      const c = labels[i];
      sizes[c] += 1n;
      row.forEach((value, j) => {
        means[c][j] += (value - means[c][j]) / Number(sizes[c]);
      });
    });
  }
}

const generator: Create = (initialCentroids) => {
  const d = checkInitial(initialCentroids);
  const running = learner(initialCentroids);
  let state = running.next([]).value;
  return {
    partialFit(batch) {
      check(batch, d);
      state = running.next(batch).value;
    },
    centroids: () => state.means.map((mean) => new Float64Array(mean)),
    counts: () => state.sizes.map(Number),
  };
};

/** Sums that carry what rounding took from them, of differences from the first row of each centroid. */
const careful: Create = (initialCentroids) => {
  const d = checkInitial(initialCentroids);
  const clusters = initialCentroids.map((row) => ({
    origin: [...row],
    sum: new Float64Array(d),
    lost: new Float64Array(d),
    count: 0,
  }));
  const read = () =>
    clusters.map(({ origin, sum, count }) => origin.map((value, j) => (count ? value + sum[j] / count : value)));
  return {
    partialFit(batch) {
      check(batch, d);
      const now = read();
      const labels = batch.map((row) => nearest(row, now));
      for (const [i, row] of batch.entries()) {
        const cluster = clusters[labels[i]];
        const { sum, lost } = cluster;
        if (cluster.count++ === 0) cluster.origin = [...row];
        for (let j = 0; j < d; j++) {
          const value = row[j] - cluster.origin[j] - lost[j];
          const next = sum[j] + value;
          lost[j] = next - sum[j] - value;
          sum[j] = next;
        }
      }
    },
    centroids: read,
    counts: () => clusters.map(({ count }) => count),
  };
};

/** An object for each centroid, which collects what it is given and takes it up at the end of the batch. */
class Centroid {
  at: readonly number[];
  size = 0;
  #given: Row[] = [];

  constructor(at: Row) {
    this.at = Array.from(at);
  }

  give(row: Row): void {
    this.#given.push(row);
  }

  settle(): void {
    for (const row of this.#given) {
      this.size += 1;
      this.at = this.at.map((value, j) => value * (1 - 1 / this.size) + row[j] / this.size);
    }
    this.#given = [];
  }
}

const objects: Create = (initialCentroids) => {
  const d = checkInitial(initialCentroids);
  const all = initialCentroids.map((row) => new Centroid(row));
  return {
    partialFit(batch) {
      check(batch, d);
      for (const row of batch) {
        const distances = all.map(({ at }) => Math.hypot(...row.map((value, j) => value - at[j])));
        const least = distances.reduce((a, b) => Math.min(a, b));
        all[distances.indexOf(least)].give(row);
      }
      for (const each of all) each.settle();
    },
    centroids: () => all.map(({ at }) => at),
    counts: () => all.map(({ size }) => size),
  };
};

// biome-ignore format: short on purpose
const golf: Create = (c0) => {
  const d = checkInitial(c0), n = c0.map(() => 0);
  let c = c0.map((r) => [...r]);
  return {
    partialFit(b) {
      check(b, d);
      const m = c.map((r) => [...r]);
      for (const x of b) { const k = nearest(x, c); n[k]++; x.forEach((v, j) => { m[k][j] += (v - m[k][j]) / n[k]; }); }
      c = m;
    },
    centroids: () => c.map((r) => r.slice()), counts: () => n.slice(),
  };
};

export const answers: RightAnswer<typeof reference>[] = [
  { says: 'one flat typed array, and slices of it', solution: { createMiniBatchKMeans: flat } },
  {
    says: 'a class that keeps sums and counts',
    solution: { createMiniBatchKMeans: (initialCentroids) => new Sums(initialCentroids) },
  },
  { says: 'clusters that are never changed, merged batch by batch', solution: { createMiniBatchKMeans: immutable } },
  { says: 'a generator that waits for batches, counts as BigInt', solution: { createMiniBatchKMeans: generator } },
  { says: 'compensated sums of differences from the first row', solution: { createMiniBatchKMeans: careful } },
  { says: 'an object for each centroid, weighted means, Math.hypot', solution: { createMiniBatchKMeans: objects } },
  { says: 'code golf', solution: { createMiniBatchKMeans: golf } },
];
