// clusters that are never changed, merged batch by batch; frozen results
import { check, checkInitial, nearest, type Row, type Rows } from './kit.ts';

interface Cluster {
  readonly centroid: Row;
  readonly count: number;
}

/** Two groups of rows taken together. */
const merged = (a: Cluster, b: Cluster): Cluster => {
  const count = a.count + b.count;
  return { centroid: a.centroid.map((value, j) => value + ((b.centroid[j] - value) * b.count) / count), count };
};

export function createMiniBatchKMeans(initialCentroids: Rows) {
  const d = checkInitial(initialCentroids);
  let clusters: readonly Cluster[] = initialCentroids.map((row) => Object.freeze({ centroid: [...row], count: 0 }));
  return {
    partialFit(batch: Rows): void {
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
}
